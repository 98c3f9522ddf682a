/** Tells a learner who has been here before that there is a version they have not confirmed. */

/** @import { KindScript, Stage, State } from "../../player/types.js" */

import { byId, keptOf } from "../../player/result.js";
import { the } from "../../player/view/dom.js";

/** @param {HTMLElement} notice @param {Stage} stage */
function mount(notice, { course }) {
  const id = `${notice.dataset["for"]}`;
  const page = `${byId(course.questions, id)?.page}`;
  /** @type {boolean | undefined} */
  let returning;
  the("content").prepend(notice);
  return (/** @type {State} */ state) => {
    returning ??= state.seen.includes(page);
    notice.hidden = !returning || !!keptOf(state, id).tries;
  };
}

/** @type {KindScript} */
export const script = { mount };
