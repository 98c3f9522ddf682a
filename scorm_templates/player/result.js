/**
 * From the state to what is reported: score, completion, success, and what is still open.
 */

/** @import { Course, Kept, OpenItem, Outcome, State } from "./types.js" */

import { round } from "./interactions.js";

/** @type {Kept} */
export const NOTHING = { tries: 0, score: 0, best: 0, done: false, response: null, draft: null };

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

/**
 * A quiz is done when it is passed or no attempt is left; so is a question.
 * @param {{ pass?: number | null, attempts: number }} quiz @param {Kept} kept
 */
export const quizDone = ({ pass = null, attempts }, { tries, best }) =>
  tries > 0 && (reaches(best, pass) || (attempts > 0 && tries >= attempts));

/**
 * What completion still asks for: pages not seen, quizzes neither passed nor used up, questions not answered,
 * items not done.
 * Ids the module does not have ask for nothing.
 * @param {Course} course @param {State} state
 * @returns {OpenItem[]}
 */
export function openItems({ completion, pages, quizzes, questions, items }, state) {
  const wanted = (/** @type {{ id: string }} */ { id }) => completion.items.includes(id);
  return [
    ...pages.filter(
      (page) => ((completion.pages && !page.optional) || wanted(page)) && !state.seen.includes(page.id),
    ),
    ...[...quizzes, ...questions].filter((one) => wanted(one) && !quizDone(one, keptOf(state, one.id))),
    ...items.filter((one) => wanted(one) && !keptOf(state, one.id).tries),
  ].map((one) => ({ id: one.id, title: "title" in one ? one.title : one.text }));
}

/** Seconds that the learner must still stay. @param {Course} course @param {State} state */
export const secondsLeft = (course, state) => Math.max(0, course.completion.minSeconds - state.seconds);

/**
 * Where the learner stands. The score is reported once every scored part has one, or as soon as the pass mark
 * is reached: before that an LMS could take it for a failure (SCORM 1.2 in Moodle). Nothing is ever taken back.
 * @param {Course} course @param {State} state
 * @returns {Outcome}
 */
export function outcome(course, state) {
  const completion = state.completed || (!openItems(course, state).length && !secondsLeft(course, state));
  if (!course.success) return { scaled: null, completion, success: "none", final: false };
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
    final &&= quiz ? quizDone(quiz, keptOf(state, id)) : done;
  }
  const score = round(sum / (weights || 1));
  const passed = state.passed || reaches(score, course.success.pass);
  return {
    scaled: known || passed ? Math.max(score, state.best ?? 0) : state.best,
    completion,
    success: passed ? "passed" : known ? "failed" : "unknown",
    final: final || course.options.failWhileRetrying,
  };
}
