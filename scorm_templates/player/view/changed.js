/** What newer versions changed, for a learner who knows an older one: above the pages until it is dismissed. */

/** @import { Stage, State } from "../types.js" */

import { all, focus, on, the } from "./dom.js";

/** Versions by their numbers, as in "1.10" after "1.9". @param {string} one @param {string} other */
const newer = (one, other) => one.localeCompare(other, "en", { numeric: true }) > 0;

/** @param {Stage} stage @param {State} state at the start */
export function changed({ course, send }, { version }) {
  const panel = the("what_changed");
  if (!panel || version === course.version) return;
  const news = all(panel, "li").filter((item) => newer(`${item.dataset["version"]}`, version));
  news[0]?.parentElement?.replaceChildren(...news);
  panel.hidden = !news.length;
  on(panel, "changed", (button) => {
    button.hidden = true;
    the("result").append(panel); // where it can be read again today
    send({ type: "known" });
    focus(the("content"));
  });
}
