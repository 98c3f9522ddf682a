/**
 * The longest suspend data of a course that cannot be made shorter: takes course data as JSON on standard input
 * and prints how many characters the player's own code writes.
 */

/** @import { Course, Kept, Question } from "../../scorm_templates/player/types.js" */

import { text } from "node:stream/consumers";
import { NOTHING } from "../../scorm_templates/player/result.js";
import { initial } from "../../scorm_templates/player/state.js";
import { write } from "../../scorm_templates/player/suspend.js";

/** @type {Course} */
const course = JSON.parse(await text(process.stdin));

/** A question or quiz tried very often, with a score of many digits and an answer. @type {Kept} */
const kept = { ...NOTHING, tries: 999, done: true, score: 1 / 3, best: 1 / 3, response: ["a"] };
const third = Number((1 / 3).toFixed(12));
const full = { ...kept, score: third, best: third };

/** A path as long as any, of a question that is a story. @param {Question & { longest?: string[] }} one */
const begun = ({ longest }) => longest && { response: null, draft: longest };

const state = {
  ...initial(course, 2 ** 32 - 1),
  seen: course.pages.map(({ id }) => id),
  kept: Object.fromEntries([
    ...course.questions.map((one) => [
      one.id,
      { ...full, ...begun(one), sure: one.confidence ? 3 : 0 },
    ]),
    ...course.quizzes.map(({ id }) => [id, full]),
    ...course.items.map(({ id }) => [id, { ...NOTHING, tries: 1, done: true, score: 1, best: 1 }]),
  ]),
  met: course.questions.map(({ id }) => id),
  since: Object.fromEntries(course.quizzes.filter((one) => one.seconds).map(({ id }) => [id, 9_999_999])),
  seconds: 9_999_999,
  records: 9_999,
  completed: true,
  passed: true,
  best: third,
  day: 99_999,
};

console.log(write(course, state, 0).length);
