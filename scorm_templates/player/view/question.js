/** One question's form: reads it, marks it, shows its feedback. */

/** @import { Controls, Marking, Part, Question, Stage, State } from "../types.js" */

import { lacks, mark } from "../interactions.js";
import { decimalSign } from "../numbers.js";
import { hash } from "../random.js";
import { asked, byId, keptOf, sight } from "../result.js";
import { takesAnswer } from "../state.js";
import { inputs } from "./controls.js";
import { all, element, focus, on, one, slot } from "./dom.js";

/** @param {Stage} stage @param {Question} question @param {HTMLFormElement} form @param {Controls} controls */
export function questionView({ course, words, send, say, review }, question, form, controls) {
  const { id } = question;
  const quiz = byId(course.quizzes, question.quiz);
  const atOnce = !quiz || quiz.feedback === "each";
  const verdict = slot(form, "verdict");
  const levels = /** @type {HTMLInputElement[]} */ (all(form, ".sure input"));
  let locked = true;
  /** @type {unknown} */
  let shown = null;

  /** Puts the choices in this learner's order; "none of the above" stays last. @param {State} state */
  function mix(state) {
    if (!question.shuffle || question.type !== "choice") return;
    const seed = state.seed + keptOf(state, question.quiz).tries;
    const rank = (/** @type {HTMLElement} */ option) =>
      option.hasAttribute("data-last") ? Infinity : hash(question.key + option.dataset["option"], seed);
    const options = all(form, "[data-option]").sort((a, b) => rank(a) - rank(b));
    options[0]?.parentElement?.append(...options);
  }

  /** A solution as people write it. @param {string} text */
  const written = (text) =>
    question.type === "numeric" ? text.replace(/\./g, decimalSign(course.lang)) : text;

  /** @param {readonly Part[]} parts @param {boolean} key */
  function marks(parts, key) {
    for (const old of all(form, ".mark, .solution")) old.remove();
    for (const old of all(form, "[data-mark]")) old.removeAttribute("data-mark");
    for (const { id, right, given, solution } of parts) {
      const kind = right ? "right" : given ? "wrong" : "missed";
      if (!key && kind === "missed") continue;
      const host = one(form, `[data-option="${id}"], [data-gap="${id}"]`);
      if (!host) continue; // the kind shows it by itself
      const { lang } = words;
      const sign = element("span", { className: "mark", lang }, words(`mark-${kind}`));
      host.dataset["mark"] = sign.dataset["mark"] = kind;
      const signs = [sign];
      if (key && solution && !right)
        signs.push(element("span", { className: "solution" }, words("solution", { text: written(solution) })));
      if (host.dataset["gap"]) host.after(...signs);
      else (one(host, "legend, label") ?? host).append(...signs);
    }
  }

  /** @param {Marking | null} marking @param {boolean} key @param {number} sure */
  function feedback(marking, key, sure) {
    const boxes = all(form, "[data-feedback]");
    const general = { right: "correct", wrong: "incorrect", partial: "partial", saved: "model" }[
      marking?.verdict ?? "saved"
    ];
    const named = boxes.some((box) => box.dataset["feedback"] === general);
    const shown = marking
      ? [
          named || general !== "partial" ? general : "incorrect",
          ...marking.parts.map((part) => part.feedback),
        ]
      : [];
    if (marking && key) shown.push("explain", "model", ...marking.parts.map((part) => part.late));
    if (sure && marking) shown.push(`sure_${sure}_${marking.verdict === "right" ? "right" : "wrong"}`);
    for (const box of boxes) box.hidden = !shown.includes(box.dataset["feedback"]);
  }

  /** Shows the form when the question is asked; what holds hidden forms only is hidden with them. @param {State} state */
  function reveal(state) {
    const hidden = !asked(state, question);
    if (form.hidden && !hidden) mix(state);
    form.hidden = hidden;
    const host = form.closest(`[data-pool="${question.pool}"] > :not(form)`);
    if (host instanceof HTMLElement) host.hidden = !one(host, "form:not([hidden])");
  }

  /** @param {State} state */
  function update(state) {
    if (question.pool) reveal(state);
    const kept = keptOf(state, id);
    const { tries, done, response } = kept;
    const { visible, key } = sight(course, state, question);
    const marking = visible && response !== null ? mark(question, response) : null;
    const left = question.attempts - tries;
    const mayRetry = !!marking && !done && !review && question.type !== "long-fill-in";
    locked = review || !takesAnswer(state, question);
    const given = kept.draft ?? response;
    if (given !== null && given !== shown) controls.show(form, given);
    if (!tries && given === null && shown !== null) {
      form.reset();
      mix(state);
    }
    shown = given ?? (tries ? shown : null);
    form.dataset["state"] = marking ? marking.verdict : locked ? "locked" : "open";
    for (const input of [...inputs(form), ...levels]) input.disabled = locked;
    for (const level of levels) level.checked ||= +level.value === kept.sure;
    const help = { question, kept, locked, say, words, draft, submit };
    marks(marking && !question.survey ? marking.parts : [], key);
    feedback(marking, key, kept.sure);
    controls.prepare?.(form, help);
    verdict.textContent = marking
      ? (controls.verdict?.(marking, help) ?? words(marking.verdict, { hits: marking.hits, of: marking.of }))
      : words(locked && atOnce ? "answered" : "unanswered");
    if (mayRetry && left > 0) verdict.append(` ${words("tries", { n: left })}`);
    if (check) check.hidden = locked;
    if (again) again.hidden = !mayRetry;
  }

  const read = () => controls.read(form);
  const sure = () => +(levels.find(({ checked }) => checked)?.value ?? 0);
  const lack = () => lacks(question, read()) || (levels.length && !sure() ? "sure-first" : "");

  /** Says at the form what it needs. @param {string} key */
  function insist(key) {
    verdict.textContent = words(key, { n: question.choose ?? question.minWords ?? 0 });
    if (key === "sure-first") levels[0]?.focus();
    else focusFirst();
  }

  function focusFirst() {
    focus(inputs(form).find((input) => !input.disabled) ?? one(form, "button"));
  }

  const [check] = on(form, "check", () => {});
  const [again] = on(form, "again", () => {
    send({ type: "again", question: id });
    focusFirst();
  });

  /** Keeps what is not submitted yet. */
  function draft() {
    const response = read();
    shown = response; // it stands in the form already
    send({ type: "draft", question: id, response, sure: sure() });
  }

  function submit() {
    if (!atOnce || locked) return;
    if (lack()) return insist(lack());
    send({ type: "answer", question: id, response: read(), sure: sure() });
    focus(verdict);
  }

  form.onchange = draft;
  // gone while it is typed: a button must not move away under the pointer that leaves the field
  form.oninput = () => (verdict.textContent = "");
  form.onsubmit = submit;

  return { question, mix, update, read, sure, lack, insist };
}

/** @typedef {ReturnType<typeof questionView>} QuestionView */
