/**
 * The time a quiz should take: told in whole minutes, never announced, and nothing ends with it (WCAG 2.2.1).
 * Who does not want to see it closes it.
 */

/** @import { KindScript, Stage } from "../../player/types.js" */

import { byId, keptOf } from "../../player/result.js";
import { all } from "../../player/view/dom.js";

/** @param {HTMLElement} host @param {Stage} stage */
function mount(host, { course, words }) {
  const quiz = byId(course.quizzes, host.id);
  const [box] = all(host, ".timer");
  const [text] = all(host, '[data-slot="timer"]');
  if (!quiz?.seconds || !box || !text) return;
  const { id, seconds } = quiz;

  return (/** @type {import("../../player/types.js").State} */ state) => {
    box.hidden = keptOf(state, id).done;
    const left = Math.ceil((seconds - state.seconds + (state.since[id] ?? state.seconds)) / 60);
    const said = left > 0 ? words("kind.quiz.left", { n: left }) : words("kind.quiz.over");
    if (text.textContent !== said) text.textContent = said;
  };
}

/** @type {KindScript} */
export const script = { mount };
