/** The result page: the score, whether it is enough, and what is still to do. */

/** @import { Course, State, Words } from "../types.js" */

import { keptOf, missing, openItems, outcome, reaches, secondsLeft } from "../result.js";
import { criticalList } from "./critical.js";
import { element, gauge, percent, slot, the } from "./dom.js";

/** @param {Course} course @param {Words} words @returns {(state: State) => void} */
export function outcomeView(course, words) {
  const page = the("result");

  return (state) => {
    const { scaled, completion, success } = outcome(course, state);
    gauge(slot(page, "result-score"), scaled, words("percent", { percent: percent(scaled) }));
    const nearly = success === "failed" && reaches(scaled ?? 0, course.success?.pass ?? 0);
    slot(page, "result-status").textContent =
      `${words(`result-${nearly ? "nearly" : success}`, { percent: percent(course.success?.pass) })} ${words(completion ? "complete" : "incomplete")}`;
    page.dataset["state"] =
      success === "failed" ? "wrong" : completion && success !== "unknown" ? "right" : "open";
    const items = openItems(course, state).map(({ id, title }) =>
      element("li", null, element("a", { href: `#${id}`, lang: title ? course.lang : words.lang }, title || words("untitled"))),
    );
    const minutes = Math.ceil(secondsLeft(course, state) / 60);
    if (minutes) items.push(element("li", null, words("minutes", { n: minutes })));
    const list = completion ? [] : [element("p", null, words("still-open")), element("ul", null, ...items)];
    const tried = missing(course, state).filter((one) => keptOf(state, one.quiz ?? one.id).tries);
    const critical = success === "passed" ? [] : criticalList(course, words, tried);
    slot(page, "result-open").replaceChildren(...critical, ...list);
  };
}
