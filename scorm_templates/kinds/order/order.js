/**
 * Order: the answer is the order of the list itself. Each step has a button that moves it up and one that moves
 * it down; the button keeps the focus, and it is said where the step stands now.
 */

/** @import { KindHelp, KindScript, Response } from "../../player/types.js" */

/** @param {HTMLFormElement} form */
const steps = (form) => /** @type {HTMLElement[]} */ ([...form.querySelectorAll("[data-options] > *")]);

/** The ids in the order the learner has left them. @param {HTMLFormElement} form */
const read = (form) => steps(form).map((step) => `${step.dataset["option"]}`);

/** Puts an answer back, to resume or to review. @param {HTMLFormElement} form @param {Response} order */
function show(form, order) {
  const place = (/** @type {HTMLElement} */ step) =>
    order.indexOf(/** @type {never} */ (step.dataset["option"]));
  for (const step of steps(form).sort((a, b) => place(a) - place(b))) step.parentElement?.append(step);
}

/** @param {HTMLFormElement} form @param {KindHelp} help */
function prepare(form, { locked, say, words, draft }) {
  for (const step of steps(form))
    step.querySelectorAll("button").forEach((button, down) => {
      button.onclick = () => {
        if (down) step.nextElementSibling?.after(step);
        else step.previousElementSibling?.before(step);
        button.focus();
        draft();
        const all = steps(form);
        say(
          words("kind.order.moved", {
            step: `${step.querySelector(".text")?.textContent}`,
            place: all.indexOf(step) + 1,
            of: all.length,
          }),
        );
      };
      button.disabled = locked;
    });
}

/** @type {KindScript} */
export const script = { controls: { read, show, prepare } };
