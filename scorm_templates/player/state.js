/**
 * The player's state: (course, state, event) → state. Pure; chance and time arrive in the events.
 */

/** @import { Course, Kept, PlayerEvent, Question, Quiz, Response, State } from "./types.js" */

import { mark, recordsOf, round } from "./interactions.js";
import { NOTHING, byId, keptOf, outcome, quizDone } from "./result.js";

/**
 * The state of a learner who has never been here.
 * @param {Course} course @param {number} seed @returns {State}
 */
export const initial = (course, seed) => ({
  seed,
  page: course.pages[0]?.id ?? "result",
  seen: [],
  kept: {},
  seconds: 0,
  records: 0,
  completed: false,
  passed: false,
  best: null,
});

/**
 * Whether a question takes an answer now. A reflection may be written on after it was saved.
 * @param {State} state @param {Question} question
 */
export function takesAnswer(state, question) {
  const { done, response } = keptOf(state, question.id);
  return (
    !done && !keptOf(state, question.quiz).done && (response === null || question.type === "long-fill-in")
  );
}

/** @param {State} state @param {Readonly<Record<string, Kept>>} kept @returns {State} */
const keep = (state, kept) => ({ ...state, kept: { ...state.kept, ...kept } });

/**
 * A question after one more try.
 * @param {Question} question @param {Kept} before @param {Response} response
 * @returns {Kept}
 */
function attempt(question, before, response) {
  const { score } = mark(question, response);
  const tries = before.tries + 1;
  const whole = score === 1 && question.type !== "performance"; // a story may be played once more
  const over = whole || (question.attempts > 0 && tries >= question.attempts);
  const done = question.quiz !== null || (over && question.type !== "long-fill-in");
  return { tries, score, best: Math.max(score, before.best), done, response, draft: null };
}

/**
 * Ends an attempt at a quiz: counts it, works out the share of the points earned, and keeps the best. A quiz
 * in which nothing is scored earns everything.
 * @param {Course} course @param {State} state @param {Quiz} quiz
 */
function close(course, state, { id }) {
  const { tries, best } = keptOf(state, id);
  let points = 0;
  let earned = 0;
  for (const question of course.questions)
    if (question.quiz === id && !question.survey) {
      points += question.points;
      earned += question.points * keptOf(state, question.id).score;
    }
  const score = points ? round(earned / points) : 1;
  return keep(state, {
    [id]: { ...NOTHING, tries: tries + 1, score, best: Math.max(score, best), done: true },
  });
}

/**
 * Takes answers: one of a question that stands alone or in a quiz with feedback after each, which its last
 * answer closes; or all of a quiz that is handed in, where a question without one earns nothing and leaves no
 * record.
 * @param {Course} course @param {State} state @param {readonly Question[]} questions
 * @param {Readonly<Record<string, Response>>} responses @returns {State}
 */
function answer(course, state, questions, responses) {
  /** @type {Record<string, Kept>} */
  const kept = {};
  let records = state.records;
  for (const question of questions) {
    const response = responses[question.id];
    const before = keptOf(state, question.id);
    if (response !== undefined) records += recordsOf(question, response).length;
    kept[question.id] =
      response === undefined ? { ...before, done: true, draft: null } : attempt(question, before, response);
  }
  const next = { ...keep(state, kept), records };
  const quiz = byId(course.quizzes, questions[0]?.quiz);
  return quiz?.questions.every((id) => keptOf(next, id).done) ? close(course, next, quiz) : next;
}

/**
 * What an event does by itself.
 * @param {Course} course @param {State} state @param {PlayerEvent} event @returns {State}
 */
function apply(course, state, event) {
  switch (event.type) {
    case "open": {
      const { page } = event;
      if (page === "result") return { ...state, page };
      if (!byId(course.pages, page)) return state;
      return { ...state, page, seen: state.seen.includes(page) ? state.seen : [...state.seen, page] };
    }
    case "answer": {
      const question = byId(course.questions, event.question);
      const atOnce = (byId(course.quizzes, question?.quiz)?.feedback ?? "each") === "each";
      if (!question || !atOnce || !takesAnswer(state, question)) return state;
      return answer(course, state, [question], { [question.id]: event.response });
    }
    case "draft": {
      const question = byId(course.questions, event.question);
      if (!question || !takesAnswer(state, question)) return state;
      return keep(state, { [question.id]: { ...keptOf(state, question.id), draft: event.response } });
    }
    case "done":
      if (!byId(course.items, event.item) || keptOf(state, event.item).done) return state;
      return keep(state, { [event.item]: { ...NOTHING, tries: 1, score: 1, best: 1, done: true } });
    case "again": {
      const kept = keptOf(state, event.question);
      return kept.done || !kept.response
        ? state
        : keep(state, { [event.question]: { ...kept, response: null } });
    }
    case "submit":
      if (keptOf(state, event.quiz).done) return state;
      return answer(
        course,
        state,
        course.questions.filter(({ quiz }) => quiz === event.quiz),
        event.responses,
      );
    case "retry": {
      const quiz = byId(course.quizzes, event.quiz);
      const kept = keptOf(state, event.quiz);
      if (!quiz || !kept.done || quizDone(quiz, kept)) return state;
      const cleared = Object.fromEntries(quiz.questions.map((id) => [id, NOTHING]));
      return keep(state, { ...cleared, [quiz.id]: { ...kept, done: false } });
    }
    case "tick":
      return { ...state, seconds: state.seconds + event.seconds };
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
  const { scaled, completion, success } = outcome(course, next);
  return next === state
    ? state
    : { ...next, best: scaled, completed: completion, passed: success === "passed" };
}
