/** A course with every interaction type, a practice page and three quizzes, and answers for it. */

/** @import { Course, Question, Response } from "../../../scorm_templates/player/types.js" */
/** @import { generator } from "./random.js" */

const options = (/** @type {string} */ ids) => [...ids].map((id) => ({ id, text: `Option ${id}` }));

/** @param {Partial<Question> & { id: string }} given @returns {Question} */
export const question = (given) => ({
  key: `k${given.id}`,
  page: "p1",
  quiz: null,
  type: "choice",
  kind: "choose-one",
  points: 1,
  grading: "all",
  attempts: 0,
  shuffle: false,
  required: false,
  survey: false,
  text: `Question ${given.id}`,
  objectives: [],
  ...given,
});

export const chooseOne = question({ id: "one", options: options("abc"), key_: ["b"] });
export const chooseMany = question({
  id: "many",
  options: options("abcd"),
  key_: ["a", "c"],
  many: true,
  grading: "partial",
  attempts: 2,
});
export const trueFalse = question({ id: "tf", type: "true-false", kind: "true-false", key_: ["true"] });
export const fillIn = question({
  id: "gap",
  type: "fill-in",
  kind: "fill-in",
  grading: "partial",
  gaps: [
    [
      { id: "a", right: true, text: "Security desk" },
      { id: "b", right: false, text: "Press office" },
    ],
    [{ id: "c", right: true, text: "24" }],
  ],
});
export const numeric = question({
  id: "num",
  type: "numeric",
  kind: "number",
  gaps: [
    [
      { id: "a", right: true, low: 23, high: 25 },
      { id: "b", right: false, low: 72, high: 72 },
    ],
  ],
});
export const matching = question({
  id: "pair",
  type: "matching",
  kind: "match",
  grading: "penalty",
  options: options("xyz"),
  targets: options("rst"),
  pairs: [
    ["x", "r"],
    ["y", "s"],
    ["z", "r"],
  ],
});
export const sequencing = question({
  id: "steps",
  type: "sequencing",
  kind: "order",
  grading: "partial",
  options: options("cab"),
  key_: ["a", "b", "c"],
});
export const reflect = question({
  id: "think",
  type: "long-fill-in",
  kind: "reflect",
  survey: true,
  minWords: 3,
});
export const acknowledge = question({
  id: "ack",
  kind: "acknowledge",
  survey: true,
  many: true,
  options: options("ab"),
  key_: ["a", "b"],
  required: true,
});
export const rate = question({
  id: "rate",
  type: "likert",
  kind: "rate",
  survey: true,
  options: options("ab"),
  targets: options("123"),
});
/** A story with a loop, state, and an ending that cannot pass. */
export const scenario = question({
  id: "story",
  type: "performance",
  kind: "scenario",
  pass: 0.5,
  ends: ["safe"],
  best: 5,
  key_: ["a", "b"],
  scenes: [
    {
      id: "s1",
      choices: [
        { id: "a", to: "s2", score: 3, set: [["told", 0, 1]] },
        { id: "b", to: "s2", set: [["heat", 1, 2]] },
        { id: "c", to: "s3", if_: [["told", 1, 1, false]] },
      ],
    },
    {
      id: "s2",
      choices: [
        { id: "a", to: "s1", score: -1, set: [["heat", 1, 1]] },
        { id: "b", to: "s3", score: 2 },
      ],
    },
    { id: "s3", if_: [["heat", -99, 1, false]], end: "safe" },
    { id: "s4", end: "unsafe" },
  ],
});
export const practice = [
  chooseOne,
  chooseMany,
  trueFalse,
  fillIn,
  numeric,
  matching,
  sequencing,
  reflect,
  acknowledge,
  scenario,
  rate,
];

const inQuiz = (/** @type {string} */ quiz, /** @type {number} */ n) =>
  Array.from({ length: n }, (_, i) =>
    question({
      id: `${quiz}${i}`,
      page: "p2",
      quiz,
      attempts: 1,
      points: i + 1,
      options: options("abc"),
      key_: ["a"],
    }),
  );

const quiz = { page: "p2", title: "Check", pass: 0.8, attempts: 2, shuffle: false };

/** @type {Course} */
export const course = {
  id: "sample",
  title: "Sample",
  version: "1.0.0",
  lang: "en",
  standard: "scorm12",
  pages: [
    { id: "p1", key: "kp1", title: "Practice", optional: false, seconds: 60 },
    { id: "p2", key: "kp2", title: "Quiz", optional: false, seconds: 90 },
    { id: "p3", key: "kp3", title: "More", optional: true, seconds: 20 },
  ],
  questions: [...practice, ...inQuiz("final", 3), ...inQuiz("each", 2), ...inQuiz("never", 2)],
  items: [],
  pools: [],
  quizzes: [
    { ...quiz, id: "final", key: "kfinal", feedback: "end", questions: ["final0", "final1", "final2"] },
    { ...quiz, id: "each", key: "keach", feedback: "each", attempts: 0, questions: ["each0", "each1"] },
    { ...quiz, id: "never", key: "knever", feedback: "never", pass: null, questions: ["never0", "never1"] },
  ],
  completion: { pages: true, items: ["final", "ack"], minSeconds: 0, show: true },
  success: {
    parts: [
      { id: "final", weight: 3 },
      { id: "one", weight: 1 },
    ],
    pass: 0.8,
  },
  options: { failWhileRetrying: false },
};

/** A course of pages only. @type {Course} */
export const reading = {
  ...course,
  questions: [],
  quizzes: [],
  completion: { ...course.completion, items: [] },
  success: null,
};

/**
 * Any answer a form of this question could give.
 * @param {Question} question @param {ReturnType<typeof generator>} random @returns {Response}
 */
export function anyResponse(question, random) {
  const ids = question.options?.map(({ id }) => id) ?? [];
  switch (question.type) {
    case "true-false":
      return [random.pick(["true", "false"])];
    case "choice":
      return question.many ? random.some(ids) : [random.pick(ids)];
    case "fill-in":
      return [random.pick(["security  DESK", "Press office", "", "Sécurité “x”"]), random.pick(["24", "25"])];
    case "numeric":
      return random.pick(["24", "72", "x", "-1.5"]);
    case "matching":
      return random.some(ids).map((id) => /** @type {const} */ ([id, random.pick(["r", "s", "t"])]));
    case "likert":
      return random.some(ids).map((id) => /** @type {const} */ ([id, random.pick(["1", "2", "3"])]));
    case "sequencing":
      return random.mixed(ids);
    case "performance":
      return Array.from({ length: random.below(7) }, () => random.pick(["a", "b", "c", "gone"]));
    case "long-fill-in":
      return random.pick(["", "one two three", 'Ein längerer Satz 😀\nmit Zeilen und "Zeichen"']);
  }
}

/**
 * Any event a page of a course could send, sensible or not.
 * @param {ReturnType<typeof generator>} random @param {Course} [given]
 * @returns {import("../../../scorm_templates/player/types.js").PlayerEvent}
 */
export function anyEvent(random, given = course) {
  const quiz = random.pick(given.quizzes);
  const question = random.pick(given.questions);
  const sure = random.below(4);
  switch (random.below(8)) {
    case 0:
      return { type: "open", page: random.pick([...given.pages.map(({ id }) => id), "result", "gone"]) };
    case 1:
    case 2:
      return { type: "answer", question: question.id, response: anyResponse(question, random), sure };
    case 3:
      return { type: "again", question: question.id };
    case 4: {
      const answered = given.questions.filter((one) => one.quiz === quiz.id && random.chance(0.9));
      return {
        type: "submit",
        quiz: quiz.id,
        responses: Object.fromEntries(answered.map((one) => [one.id, anyResponse(one, random)])),
        sure: Object.fromEntries(answered.map((one) => [one.id, random.below(4)])),
      };
    }
    case 5:
      return { type: "retry", quiz: quiz.id };
    case 6:
      return { type: "draft", question: question.id, response: anyResponse(question, random), sure };
    default:
      return { type: "tick", seconds: random.below(100), day: 20000 + random.below(9) };
  }
}
