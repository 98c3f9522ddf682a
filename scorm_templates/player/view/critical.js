/** What stands between a learner and passing besides the score. */

/** @import { Course, Question, Words } from "../types.js" */

import { element } from "./dom.js";

/**
 * The critical questions not answered right yet, as a list of links under a line that says so.
 * @param {Course} course @param {Words} words @param {readonly Question[]} questions
 */
export const criticalList = ({ lang }, words, questions) =>
  questions.length
    ? [
        element("p", null, words("critical")),
        element(
          "ul",
          null,
          ...questions.map(({ id, text }) => element("li", null, element("a", { href: `#${id}`, lang }, text))),
        ),
      ]
    : [];
