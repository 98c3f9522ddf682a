/**
 * Order: the answer is the order of the list itself. Each step gets a button to move it up and one to move it
 * down; the button keeps the focus, and it is said where the step stands now.
 */

/** @import { KindHelp, Response } from "../../player/types.js" */

/** @param {HTMLFormElement} form */
const steps = (form) => /** @type {HTMLElement[]} */ ([...form.querySelectorAll("[data-options] > *")]);

/** The ids in the order the learner has left them. @param {HTMLFormElement} form */
export const read = (form) => steps(form).map((step) => `${step.dataset["option"]}`);

/** Puts an answer back, to resume or to review. @param {HTMLFormElement} form @param {Response} order */
export function show(form, order) {
  const place = (/** @type {HTMLElement} */ step) => order.indexOf(/** @type {never} */ (step.dataset["option"]));
  for (const step of steps(form).sort((a, b) => place(a) - place(b))) step.parentElement?.append(step);
}

/** @param {HTMLFormElement} form @param {KindHelp} help */
export function prepare(form, { locked, say, words }) {
  /** A button leads nowhere at the ends of the list; it stays in reach, so that the focus is not lost. */
  function edges() {
    const all = steps(form);
    all.forEach((item, i) =>
      item.querySelectorAll("button").forEach((button, down) =>
        button.setAttribute("aria-disabled", `${locked || i === (down ? all.length - 1 : 0)}`),
      ),
    );
  }

  for (const item of steps(form)) {
    const step = `${item.querySelector(".text")?.textContent}`;
    for (const old of item.querySelectorAll("button")) old.remove();
    for (const way of /** @type {const} */ (["up", "down"])) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "move";
      button.textContent = way === "up" ? "↑" : "↓";
      button.setAttribute("aria-label", words(`move-${way}`, { step }));
      button.onclick = () => {
        if (button.getAttribute("aria-disabled") === "true") return;
        if (way === "up") item.previousElementSibling?.before(item);
        else item.nextElementSibling?.after(item);
        edges();
        button.focus();
        say(words("moved", { step, place: steps(form).indexOf(item) + 1, of: steps(form).length }));
      };
      item.append(button);
    }
  }
  edges();
}
