/**
 * Scenario: one scene at a time. The answer is the path, the ids of the choices taken; it is kept as a draft
 * after each, and submitted when an ending is reached. What has been decided stays decided: nobody steps back,
 * but who plays again decides anew.
 */

/** @import { KindHelp, KindScript, Marking, Response } from "../../player/types.js" */

import { take, walk } from "../../player/story.js";
import { all, element, focus, one, percent, slot } from "../../player/view/dom.js";

/** The path of each form, as far as it is played. @type {WeakMap<HTMLFormElement, readonly string[]>} */
const paths = new WeakMap();

/** @param {HTMLFormElement} form */
const read = (form) => paths.get(form) ?? [];

/** `prepare` shows it. @param {HTMLFormElement} form @param {Response} path */
const show = (form, path) => void paths.set(form, /** @type {readonly string[]} */ (path));

/** Makes buttons of the links that lead from scene to scene. @param {HTMLElement} host */
function mount(host) {
  for (const link of all(host, "[data-choice] > a")) {
    const button = element("button", null, ...link.childNodes);
    button.setAttribute("type", "button");
    link.replaceWith(button);
  }
  for (const bar of all(host, "[data-seconds]"))
    bar.style.setProperty("--seconds", `${bar.dataset["seconds"]}s`);
}

/** @param {HTMLFormElement} form @param {string} id */
const placeOf = (form, id) =>
  /** @type {HTMLElement} */ (all(form, "[data-scene]").find((scene) => scene.id === id));

/** @param {HTMLElement} scene @param {string} id */
const choiceOf = (scene, id) => one(scene, `[data-choice="${id}"]`);

/**
 * The decisions taken, with what is said about them.
 * @param {HTMLFormElement} form @param {ReturnType<typeof walk>["steps"]} steps
 */
const told = (form, steps) =>
  steps.map(({ scene, choice }) => {
    const place = placeOf(form, scene.id);
    const { score = 0 } = choice;
    const points = element("bdi", { className: "tag" }, `${score < 0 ? "−" : "+"}${Math.abs(score)}`);
    const said = all(choiceOf(place, choice.id), ".feedback > *").map((part) => part.cloneNode(true));
    return element(
      "li",
      null,
      element("small", null, `${slot(place, "scene").textContent}`),
      element("strong", null, textOf(form, scene.id, choice.id)),
      ...(score ? [points] : []),
      ...said,
    );
  });

/** @param {HTMLFormElement} form @param {string} scene @param {string} choice */
const textOf = (form, scene, choice) => `${one(choiceOf(placeOf(form, scene), choice), "button").textContent}`;

/** @param {HTMLFormElement} form @param {KindHelp} help */
function prepare(form, { question, kept, locked, words, draft, submit }) {
  const over = kept.draft === null && kept.response !== null;
  const path = /** @type {readonly string[]} */ (kept.draft ?? kept.response ?? []);
  show(form, path);
  const { scene, offered, steps } = walk(question, path);
  const place = placeOf(form, scene.id);
  for (const other of all(form, "[data-scene]")) other.hidden = other !== place;
  for (const choice of scene.choices ?? []) {
    const item = choiceOf(place, choice.id);
    const button = /** @type {HTMLButtonElement} */ (one(item, "button"));
    item.hidden = !offered.includes(choice);
    button.disabled = locked;
    button.onclick = () => {
      const longer = take(question, path, choice.id);
      show(form, longer);
      if (walk(question, longer).scene.end) submit();
      else draft();
    };
  }
  const last = steps[steps.length - 1];
  for (const intro of all(form, '[data-slot="intro"]')) intro.hidden = !!last;
  const chosen = slot(form, "chosen");
  chosen.hidden = !last;
  if (last)
    chosen.replaceChildren(
      element("small", null, words("kind.scenario.decision", { n: steps.length })),
      words("kind.scenario.you", { text: textOf(form, last.scene.id, last.choice.id) }),
    );
  const taken = slot(form, "taken");
  one(taken, "ol").replaceChildren(...told(form, over ? steps : []));
  for (const late of all(form, '[data-slot="taken"], [data-slot="debrief"]')) late.hidden = !over;
  // after an update of the course, a path that was kept may lead to an ending already
  if (scene.end && !over && !locked) queueMicrotask(submit);
  // later than whoever else moves the focus; but not when the page opens
  if (form.dataset["played"]) queueMicrotask(() => focus(slot(place, "scene")));
  form.dataset["played"] = "yes";
}

/** @param {Marking} marking @param {KindHelp} help */
function verdict({ score, verdict }, { question, kept, words }) {
  const { pass = 1, ends, survey } = question;
  if (survey) return words("kind.scenario.played");
  const { scene } = walk(question, /** @type {readonly string[]} */ (kept.response));
  const reached = words("kind.scenario.score", { percent: percent(score) });
  if (ends && !ends.includes(`${scene.end}`)) return words("kind.scenario.another-ending");
  if (verdict === "right") return pass < 1 ? `${reached} ${words("kind.scenario.passed")}` : reached;
  return pass < 1 ? `${reached} ${words("kind.scenario.need", { percent: percent(pass) })}` : reached;
}

/** @type {KindScript} */
export const script = { controls: { read, show, prepare, verdict }, mount };
