/**
 * From the state to what is reported: score, completion, success, and what is still open.
 */

/** @import { Course, Kept, OpenItem, Outcome, Question, State } from "./types.js" */

import { round } from "./interactions.js";

/** @type {Kept} */
export const NOTHING = { tries: 0, score: 0, best: 0, done: false, response: null, draft: null, sure: 0 };

/** What is known of a question, quiz or item. @param {State} state @param {string | null} id */
export const keptOf = (state, id) => state.kept[id ?? ""] ?? NOTHING;

/**
 * @template {{ readonly id: string }} T
 * @param {readonly T[]} items @param {string | null | undefined} id
 */
export const byId = (items, id) => items.find((item) => item.id === id);

/**
 * Whether a fraction reaches a pass mark, in spite of the rounding of decimal fractions; without a mark
 * everything does.
 * @param {number} score @param {number | null} mark
 */
export const reaches = (score, mark) => score >= (mark ?? 0) - 1e-9;

/** Whether this learner is asked a question. @param {State} state @param {Question} question */
export const asked = ({ drawn }, { id, pool }) => !pool || !!drawn[pool]?.includes(id);

/**
 * The critical questions, of a quiz or of all, that were never answered right.
 * @param {Course} course @param {State} state @param {{ id: string }} [quiz]
 */
export const missing = (course, state, quiz) =>
  course.questions.filter(
    (one) =>
      one.critical &&
      (!quiz || one.quiz === quiz.id) &&
      asked(state, one) &&
      !reaches(keptOf(state, one.id).best, one.pass ?? 1),
  );

/** What can be passed and tried again: a quiz, or a question. @typedef {{ id: string, pass?: number | null, attempts: number }} Tried */

/**
 * It is passed when its best try reaches the mark, and every critical question in it was right at some point.
 * @param {Course} course @param {State} state @param {Tried} one
 */
export function quizPassed(course, state, one) {
  const { tries, best } = keptOf(state, one.id);
  return tries > 0 && reaches(best, one.pass ?? null) && !missing(course, state, one).length;
}

/**
 * It is done when it is passed or no try is left.
 * @param {Course} course @param {State} state @param {Tried} one
 */
export const quizDone = (course, state, one) =>
  quizPassed(course, state, one) || (one.attempts > 0 && keptOf(state, one.id).tries >= one.attempts);

/**
 * What completion still asks for: pages not seen, quizzes neither passed nor used up, questions not answered,
 * items not done.
 * Ids the module does not have ask for nothing.
 * @param {Course} course @param {State} state
 * @returns {OpenItem[]}
 */
export function openItems(course, state) {
  const { completion, pages, quizzes, questions, items } = course;
  const wanted = (/** @type {{ id: string }} */ { id }) => completion.items.includes(id);
  return [
    ...pages.filter(
      (page) => ((completion.pages && !page.optional) || wanted(page)) && !state.seen.includes(page.id),
    ),
    ...[...quizzes, ...questions.filter((one) => asked(state, one))].filter(
      (one) => wanted(one) && !quizDone(course, state, one),
    ),
    ...items.filter((one) => wanted(one) && !keptOf(state, one.id).tries),
  ].map((one) => ({ id: one.id, title: "title" in one ? one.title : one.text }));
}

/**
 * Whether all was reached that can be: completed, and passed where that is possible.
 * @param {Course} course @param {State} state
 */
export const earned = ({ success }, { completed, passed }) => completed && (passed || !success);

/**
 * How far the learner is with a page: "open" or "seen"; or, where it asks for answers that count, "todo" or
 * "done".
 * @param {Course} course @param {State} state @param {string} page
 */
export function pageState(course, state, page) {
  if (!state.seen.includes(page)) return "open";
  const due = (/** @type {{ id: string, required?: boolean }} */ { id, required }) =>
    required || course.completion.items.includes(id);
  const questions = course.questions.filter((one) => asked(state, one));
  const asks = [...course.quizzes, ...questions, ...course.items].filter(
    (one) => one.page === page && due(one),
  );
  const open = openItems(course, state).map(({ id }) => id);
  if (!asks.length) return "seen";
  return asks.some(({ id }) => open.includes(id) || !keptOf(state, id).tries) ? "todo" : "done";
}

/**
 * Whether a learner may see if an answer is right, and the key as well. In a quiz it depends on its feedback.
 * @param {Course} course @param {State} state @param {Question} question
 */
export function sight(course, state, { id, quiz, survey }) {
  const around = byId(course.quizzes, quiz);
  return !around || around.feedback === "each"
    ? { visible: true, key: keptOf(state, id).done || survey }
    : {
        visible: keptOf(state, quiz).done && around.feedback === "end",
        key: quizDone(course, state, around),
      };
}

/**
 * How an answer that counts turned out, as far as the learner may know.
 * @param {Course} course @param {State} state @param {Question} question
 */
export function standing(course, state, question) {
  const { tries, score } = keptOf(state, question.id);
  if (!tries) return "missed";
  if (!sight(course, state, question).visible) return "saved";
  return reaches(score, question.pass ?? 1) ? "right" : score ? "partial" : "wrong";
}

/** Seconds that the learner must still stay. @param {Course} course @param {State} state */
export const secondsLeft = (course, state) => Math.max(0, course.completion.minSeconds - state.seconds);

/**
 * Seconds that the rest of the module takes: the page shown and those not seen.
 * @param {Course} course @param {State} state
 */
export const timeLeft = (course, state) =>
  course.pages
    .filter(({ id }) => id === state.page || !state.seen.includes(id))
    .reduce((sum, { seconds }) => sum + seconds, 0);

/**
 * Where the learner stands. The score is reported once every scored part has one, or as soon as the pass mark
 * is reached: before that an LMS could take it for a failure (SCORM 1.2 in Moodle). A critical question missed
 * for good cannot be mended, whatever the score. Nothing is ever taken back. Where a module can be tested out
 * of, whoever passes has completed it.
 * @param {Course} course @param {State} state
 * @returns {Outcome}
 */
export function outcome(course, state) {
  const seen = state.completed || (!openItems(course, state).length && !secondsLeft(course, state));
  if (!course.success) return { scaled: null, completion: seen, success: "none", final: false };
  let weights = 0;
  let sum = 0;
  let known = true;
  let final = true;
  for (const { id, weight } of course.success.parts) {
    const { tries, best, done } = keptOf(state, id);
    const quiz = byId(course.quizzes, id);
    weights += weight;
    sum += weight * best;
    known &&= tries > 0;
    final &&= quiz ? quizDone(course, state, quiz) : done;
  }
  const score = round(sum / (weights || 1));
  const enough = reaches(score, course.success.pass);
  const critical = missing(course, state);
  const lost = critical.some(({ id, quiz }) => {
    const around = byId(course.quizzes, quiz);
    return around ? quizDone(course, state, around) : keptOf(state, id).done;
  });
  final = lost || (final && !(enough && critical.length));
  const passed = state.passed || (enough && !critical.length);
  return {
    scaled: known || passed ? Math.max(score, state.best ?? 0) : state.best,
    completion: seen || (passed && !!course.completion.testOut),
    success: passed ? "passed" : known ? "failed" : "unknown",
    final: final || course.options.failWhileRetrying,
  };
}
