/**
 * The player's state: (course, state, event) → state. Pure; chance and time arrive in the events.
 */

/** @import { Answer, Course, PlayerEvent, Question, Quiz, QuizState, Response, State } from "./types.js" */

import { mark } from "./interactions.js";
import { outcome, quizDone, quizScore, quizState } from "./result.js";

/** @type {Answer} */
const OPEN = { tries: 0, response: null, score: 0, best: 0, done: false };

/** @param {State} state @param {string} id */
export const answerTo = (state, id) => state.answers[id] ?? OPEN;

/**
 * The state of a learner who has never been here.
 * @param {Course} course @param {number} seed @returns {State}
 */
export function initial(course, seed) {
  const page = course.pages[0]?.id ?? "result";
  return { seed, page, seen: [], answers: {}, quizzes: {}, seconds: 0, records: 0, completed: false, passed: false, best: null };
}

/**
 * The quiz of a question, if it has one.
 * @param {Course} course @param {Question} question
 */
export const quizOf = (course, question) => course.quizzes.find((quiz) => quiz.id === question.quiz);

/**
 * Whether a question takes an answer now.
 * @param {Course} course @param {State} state @param {Question} question
 */
export function takesAnswer(course, state, question) {
  const quiz = quizOf(course, question);
  const { done, response } = answerTo(state, question.id);
  const saved = question.type === "long-fill-in"; // a reflection may be written on
  return (!quiz || quizState(state, quiz.id).open) && (saved ? !quiz || !done : !done && response === null);
}

/**
 * The answer after one more try.
 * @param {Question} question @param {Answer} before @param {Response} response @param {boolean} once
 * @returns {Answer}
 */
function attempt(question, before, response, once) {
  const { score } = mark(question, response);
  const tries = before.tries + 1;
  const used = question.attempts > 0 && tries >= question.attempts;
  return { tries, response, score, best: Math.max(score, before.best), done: once || used || question.survey || score === 1 };
}

/** @param {State} state @param {Record<string, Answer>} answers @returns {State} */
const withAnswers = (state, answers) => ({ ...state, answers: { ...state.answers, ...answers } });

/** @param {State} state @param {Quiz} quiz @param {QuizState} kept @returns {State} */
const withQuiz = (state, quiz, kept) => ({ ...state, quizzes: { ...state.quizzes, [quiz.id]: kept } });

/**
 * Ends an attempt at a quiz: counts it and keeps the best score.
 * @param {Course} course @param {State} state @param {Quiz} quiz @returns {State}
 */
function close(course, state, quiz) {
  const { attempts, best } = quizState(state, quiz.id);
  const last = quizScore(course, state, quiz);
  return withQuiz(state, quiz, { attempts: attempts + 1, best: Math.max(last, best ?? 0), last, open: false });
}

/**
 * Takes one answer. In a quiz with feedback after each question the last answer ends the attempt.
 * @param {Course} course @param {State} state @param {string} id @param {Response} response @returns {State}
 */
function answer(course, state, id, response) {
  const question = course.questions.find((one) => one.id === id);
  const quiz = question && quizOf(course, question);
  if (!question || (quiz && quiz.feedback !== "each") || !takesAnswer(course, state, question)) return state;
  const given = attempt(question, answerTo(state, id), response, !!quiz);
  const next = { ...withAnswers(state, { [id]: given }), records: state.records + 1 };
  return quiz?.questions.every((one) => answerTo(next, one).done) ? close(course, next, quiz) : next;
}

/**
 * Hands in a quiz. A question without an answer earns nothing and leaves no record.
 * @param {Course} course @param {State} state @param {string} id @param {Readonly<Record<string, Response>>} responses
 * @returns {State}
 */
function submit(course, state, id, responses) {
  const quiz = course.quizzes.find((one) => one.id === id);
  if (!quiz || !quizState(state, id).open || quiz.feedback === "each") return state;
  /** @type {Record<string, Answer>} */
  const answers = {};
  for (const question of course.questions) {
    const response = responses[question.id];
    if (question.quiz !== id) continue;
    answers[question.id] =
      response === undefined ? { ...OPEN, done: true } : attempt(question, OPEN, response, true);
  }
  const given = Object.values(answers).filter((one) => one.tries).length;
  return close(course, { ...withAnswers(state, answers), records: state.records + given }, quiz);
}

/**
 * Opens a new attempt at a quiz that is not done; its answers are cleared.
 * @param {Course} course @param {State} state @param {string} id @returns {State}
 */
function retry(course, state, id) {
  const quiz = course.quizzes.find((one) => one.id === id);
  const kept = quizState(state, id);
  if (!quiz || kept.open || quizDone(quiz, kept)) return state;
  const answers = Object.fromEntries(quiz.questions.map((one) => [one, OPEN]));
  return withQuiz(withAnswers(state, answers), quiz, { ...kept, open: true });
}

/**
 * What an event does by itself.
 * @param {Course} course @param {State} state @param {PlayerEvent} event @returns {State}
 */
function apply(course, state, event) {
  switch (event.type) {
    case "open": {
      const known = event.page === "result" || course.pages.some((page) => page.id === event.page);
      if (!known) return state;
      const seen = event.page === "result" || state.seen.includes(event.page) ? state.seen : [...state.seen, event.page];
      return { ...state, page: event.page, seen };
    }
    case "answer":
      return answer(course, state, event.question, event.response);
    case "again": {
      const kept = answerTo(state, event.question);
      return kept.done || kept.response === null ? state : withAnswers(state, { [event.question]: { ...kept, response: null } });
    }
    case "submit":
      return submit(course, state, event.quiz, event.responses);
    case "retry":
      return retry(course, state, event.quiz);
    case "tick":
      return event.seconds > 0 ? { ...state, seconds: state.seconds + event.seconds } : state;
    case "adopt":
      return {
        ...state,
        completed: state.completed || event.completed,
        passed: state.passed || event.passed,
        best: event.scaled === null ? state.best : Math.max(event.scaled, state.best ?? 0),
      };
  }
}

/**
 * The state after an event. What was reached once stays: completion, success, the best score.
 * @param {Course} course @param {State} state @param {PlayerEvent} event @returns {State}
 */
export function reduce(course, state, event) {
  const next = apply(course, state, event);
  if (next === state) return state;
  const { scaled, completion, success } = outcome(course, next);
  return { ...next, best: scaled, completed: completion, passed: success === "passed" };
}
