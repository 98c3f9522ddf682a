/**
 * The suspend data of a learner who has answered every question of a course: rightly, wrongly, partly, or not
 * submitted yet. Takes the course and the state wanted as JSON on standard input, by the player's own code.
 */

/** @import { Course, Question, Response } from "../../scorm_templates/player/types.js" */

import { text } from "node:stream/consumers";
import { lacks, mark } from "../../scorm_templates/player/interactions.js";
import { initial, reduce } from "../../scorm_templates/player/state.js";
import { write } from "../../scorm_templates/player/suspend.js";
import { generator } from "../player/support/random.js";

const TRIES = 400;

/** @type {{ course: Course, want: "right" | "wrong" | "partial" | "draft" }} */
const { course, want } = JSON.parse(await text(process.stdin));
const random = generator(7);

/** Any answer that the form of a question can give. @param {Question} question @returns {Response} */
function any(question) {
  const ids = question.options?.map(({ id }) => id) ?? [];
  const targets = question.targets?.map(({ id }) => id) ?? [];
  switch (question.type) {
    case "true-false":
      return [random.pick(["true", "false"])];
    case "choice":
      return question.many ? random.some(ids) : [random.pick(ids)];
    case "fill-in":
      return (question.gaps ?? []).map((answers) => random.pick([...answers.map((one) => `${one.text}`), "zzz"]));
    case "numeric":
      return random.pick((question.gaps?.[0] ?? []).map(({ low, high }) => `${low ?? high}`).concat("987654"));
    case "matching":
    case "likert":
      return ids.map((id) => /** @type {const} */ ([id, random.pick(targets)]));
    case "sequencing":
      return random.mixed(ids);
    case "performance":
      return random.chance(0.3) ? (question.key_ ?? []) : Array.from({ length: 1 + random.below(7) }, () => random.pick([..."abcd"]));
    case "long-fill-in":
      return "word ".repeat(Math.max(question.minWords ?? 0, 3)).trim();
  }
}

/** An answer of the sort wanted; where there is none, the nearest to it. @param {Question} question */
function answer(question) {
  const all = Array.from({ length: TRIES }, () => any(question)).filter((response) => !lacks(question, response));
  const verdict = want === "draft" ? "right" : want;
  return all.find((response) => mark(question, response).verdict === verdict) ?? all[0] ?? null;
}

let state = initial(course, 1);
for (const question of course.questions) {
  const response = answer(question);
  if (response === null) continue;
  const quiz = course.quizzes.find(({ id }) => id === question.quiz);
  const type = /** @type {"draft"} */ (want === "draft" || (quiz && quiz.feedback !== "each") ? "draft" : "answer");
  const sure = question.confidence ? { sure: 2 } : {};
  state = reduce(course, state, { type, question: question.id, response, ...sure });
}
for (const quiz of want === "draft" ? [] : course.quizzes) {
  const kept = Object.entries(state.kept).filter(([id, { draft }]) => draft !== null && quiz.questions.includes(id));
  const responses = Object.fromEntries(kept.map(([id, { draft }]) => [id, /** @type {Response} */ (draft)]));
  if (kept.length) state = reduce(course, state, { type: "submit", quiz: quiz.id, responses });
}
console.log(write(course, state, 64000));
