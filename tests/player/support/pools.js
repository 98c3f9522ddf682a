/** A course whose quizzes and practice draw from pools, with critical questions and some that ask how sure one is. */

/** @import { Course, Pool, Question } from "../../../scorm_templates/player/types.js" */

import { course as sample, question } from "./course.js";

/**
 * Questions named by a letter and a number, each with two answers of which "a" is right.
 * @param {string} letter @param {number} n @param {string} pool @param {Partial<Question>} [more]
 */
const some = (letter, n, pool, more) =>
  Array.from({ length: n }, (_, i) =>
    question({
      id: `${letter}${i}`,
      page: "p2",
      pool,
      attempts: 1,
      options: [{ id: "a" }, { id: "b" }],
      key_: ["a"],
      critical: letter === "c",
      ...more,
    }),
  );

const ids = (/** @type {readonly Question[]} */ questions) => questions.map(({ id }) => id);

const critical = some("c", 2, "mixed", { quiz: "final" });
const privacy = some("p", 4, "mixed", { quiz: "final" });
const people = some("q", 3, "mixed", { quiz: "final", confidence: true });
const each = some("e", 4, "one-by-one", { quiz: "each" });
const practice = some("r", 3, "practice", { page: "p1", attempts: 0 });
const alone = question({ id: "s", page: "p2", quiz: "final", attempts: 1, options: [{ id: "a" }, { id: "b" }], key_: ["a"] });

/** Draws five of nine: of the first objective three or so, two of them critical questions. @type {Pool} */
export const mixed = {
  id: "mixed",
  key: "kmixed",
  quiz: "final",
  draw: 5,
  strata: [ids([...critical, ...privacy]), ids(people)],
};

const quiz = { page: "p2", title: "Check", pass: 0.5, shuffle: false };

/** @type {Course} */
export const course = {
  ...sample,
  questions: [...practice, ...critical, ...privacy, ...people, alone, ...each],
  quizzes: [
    {
      ...quiz,
      id: "final",
      key: "kfinal",
      attempts: 0,
      feedback: "end",
      seconds: 600,
      questions: ids([...critical, ...privacy, ...people, alone]),
    },
    { ...quiz, id: "each", key: "keach", attempts: 3, pass: 1, feedback: "each", questions: ids(each) },
  ],
  pools: [
    mixed,
    { id: "one-by-one", key: "kone", quiz: "each", draw: 2, strata: [ids(each)] },
    { id: "practice", key: "kpractice", quiz: null, draw: 1, strata: [ids(practice)] },
  ],
  completion: { pages: true, items: ["final", "each", "r0"], minSeconds: 0, show: true },
  success: { parts: [{ id: "final", weight: 1 }], pass: 0.5 },
};
