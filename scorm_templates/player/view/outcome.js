/** The result page: the score, whether it is enough, and what is still to do. */

/** @import { Course, State, Words } from "../types.js" */

import { openItems, outcome, secondsLeft } from "../result.js";
import { element, gauge, percent, slot, the } from "./dom.js";

/** @param {Course} course @param {Words} words @returns {(state: State) => void} */
export function outcomeView(course, words) {
  const page = the("result");

  return (state) => {
    const { scaled, completion, success } = outcome(course, state);
    gauge(slot(page, "result-score"), scaled, words("percent", { percent: percent(scaled) }));
    slot(page, "result-status").textContent =
      `${words(`result-${success}`, { percent: percent(course.success?.pass) })} ${words(completion ? "complete" : "incomplete")}`;
    page.dataset["state"] =
      success === "failed" ? "wrong" : completion && success !== "unknown" ? "right" : "open";
    const items = openItems(course, state).map(({ id, title }) =>
      element("li", null, element("a", { href: `#${id}`, lang: title ? course.lang : words.lang }, title || words("untitled"))),
    );
    const minutes = Math.ceil(secondsLeft(course, state) / 60);
    if (minutes) items.push(element("li", null, words("minutes", { n: minutes })));
    const list = completion ? [] : [element("p", null, words("still-open")), element("ul", null, ...items)];
    slot(page, "result-open").replaceChildren(...list);
  };
}
