/**
 * From the state to what is reported: score, completion, success, and what is still open.
 */

/** @import { Course, OpenItem, Outcome, Quiz, QuizState, State } from "./types.js" */

/** A pass mark is reached in spite of the rounding of decimal fractions. */
const TOLERANCE = 1e-9;

/** @type {QuizState} */
const UNTOUCHED = { attempts: 0, best: null, last: null, open: true };

/** @param {State} state @param {string} id */
export const quizState = (state, id) => state.quizzes[id] ?? UNTOUCHED;

/** Whether a fraction reaches a pass mark; without a mark everything does. @param {number | null} score @param {number | null} mark */
export const reaches = (score, mark) => score !== null && (mark === null || score >= mark - TOLERANCE);

/** Whether no attempt is left. @param {Quiz} quiz @param {QuizState} kept */
export const exhausted = (quiz, kept) => quiz.attempts > 0 && kept.attempts >= quiz.attempts;

/**
 * A quiz is done when it is passed or no attempt is left.
 * @param {Quiz} quiz @param {QuizState} kept
 */
export const quizDone = (quiz, kept) => reaches(kept.best, quiz.pass) || exhausted(quiz, kept);

/**
 * The share of a quiz's points that its answers earned; 1 when nothing in it is scored.
 * @param {Course} course @param {State} state @param {Quiz} quiz
 */
export function quizScore(course, state, quiz) {
  let earned = 0;
  let points = 0;
  for (const question of course.questions) {
    if (question.quiz !== quiz.id || question.survey) continue;
    points += question.points;
    earned += question.points * (state.answers[question.id]?.score ?? 0);
  }
  return points ? Number((earned / points).toFixed(12)) : 1;
}

/**
 * One scored part: its fraction (null while there is none) and whether it can still change.
 * @param {Course} course @param {State} state @param {string} id quiz or question
 * @returns {{ score: number | null, final: boolean }}
 */
function part(course, state, id) {
  const quiz = course.quizzes.find((one) => one.id === id);
  if (quiz) {
    const kept = quizState(state, id);
    return { score: kept.best, final: quizDone(quiz, kept) };
  }
  const answer = state.answers[id];
  return { score: answer?.tries ? answer.best : null, final: !!answer?.done };
}

/**
 * Whether an item that completion asks for is done: a quiz passed or used up, a question done, a page seen.
 * @param {Course} course @param {State} state @param {string} id
 */
function itemDone(course, state, id) {
  const quiz = course.quizzes.find((one) => one.id === id);
  if (quiz) return quizDone(quiz, quizState(state, id));
  if (course.questions.some((question) => question.id === id)) return (state.answers[id]?.tries ?? 0) > 0;
  return state.seen.includes(id);
}

/**
 * What completion still asks for, in the order of the module. Ids the module does not have ask for nothing.
 * @param {Course} course @param {State} state
 * @returns {OpenItem[]}
 */
export function openItems(course, state) {
  const { pages, items } = course.completion;
  const wanted = [
    ...course.pages.filter((page) => (pages && !page.optional) || items.includes(page.id)),
    ...course.quizzes.filter((quiz) => items.includes(quiz.id)),
    ...course.questions.filter((question) => items.includes(question.id)),
  ];
  return wanted
    .filter(({ id }) => !itemDone(course, state, id))
    .map((one) => ({ id: one.id, title: "title" in one ? one.title : one.text }));
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
  const completion = state.completed || (!openItems(course, state).length && secondsLeft(course, state) === 0);
  const success = course.success;
  if (!success) return { scaled: null, completion, success: "none", final: false };
  const parts = success.parts.map(({ id, weight }) => ({ ...part(course, state, id), weight }));
  const weights = parts.reduce((sum, { weight }) => sum + weight, 0);
  const now = weights ? parts.reduce((sum, { score, weight }) => sum + weight * (score ?? 0), 0) / weights : 0;
  const passed = state.passed || reaches(now, success.pass);
  const known = passed || parts.every(({ score }) => score !== null);
  const scaled = known ? Math.max(Number(now.toFixed(12)), state.best ?? 0) : state.best;
  return {
    scaled,
    completion,
    success: passed ? "passed" : known ? "failed" : "unknown",
    final: course.options.failWhileRetrying || parts.every(({ final }) => final),
  };
}
