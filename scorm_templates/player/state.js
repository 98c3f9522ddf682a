/**
 * The player's state: (course, state, event) → state. Pure; chance and time arrive in the events.
 */

/** @import { Course, Kept, PlayerEvent, Question, Quiz, Response, State } from "./types.js" */

import { mark, recordsOf, round } from "./interactions.js";
import { draw } from "./pools.js";
import { NOTHING, asked, byId, earned, keptOf, missing, outcome, quizDone } from "./result.js";

/**
 * The state of a learner who has never been here.
 * @param {Course} course @param {number} seed @returns {State}
 */
export const initial = (course, seed) => ({
  version: course.version,
  seed,
  page: course.pages[0]?.id ?? "result",
  seen: [],
  kept: {},
  drawn: Object.fromEntries(course.pools.map((pool) => [pool.id, draw(course, pool, seed)])),
  met: [],
  since: {},
  seconds: 0,
  records: 0,
  completed: false,
  passed: false,
  best: null,
  day: 0,
});

/**
 * Whether a question takes an answer now. A reflection may be written on after it was saved.
 * @param {State} state @param {Question} question
 */
export function takesAnswer(state, question) {
  const { done, response } = keptOf(state, question.id);
  return (
    asked(state, question) &&
    !done &&
    !keptOf(state, question.quiz).done &&
    (response === null || question.type === "long-fill-in")
  );
}

/** @param {State} state @param {Readonly<Record<string, Kept>>} kept @returns {State} */
const keep = (state, kept) => ({ ...state, kept: { ...state.kept, ...kept } });

/**
 * A question after one more try.
 * @param {Question} question @param {Kept} before @param {Response} response @param {number} sure
 * @returns {Kept}
 */
function attempt(question, before, response, sure) {
  const { score } = mark(question, response);
  const tries = before.tries + 1;
  const whole = score === 1 && question.type !== "performance"; // a story may be played once more
  const over = whole || (question.attempts > 0 && tries >= question.attempts);
  const done = question.quiz !== null || (over && question.type !== "long-fill-in");
  return { tries, score, best: Math.max(score, before.best), done, response, draft: null, sure };
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
    if (question.quiz === id && !question.survey && asked(state, question)) {
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
 * @param {Readonly<Record<string, Response>>} responses @param {Readonly<Record<string, number>>} sure
 * @returns {State}
 */
function answer(course, state, questions, responses, sure) {
  /** @type {Record<string, Kept>} */
  const kept = {};
  let { records } = state;
  for (const question of questions) {
    const { id, confidence } = question;
    const response = responses[id];
    const before = keptOf(state, id);
    const said = (confidence && sure[id]) || 0;
    kept[id] =
      response === undefined
        ? { ...before, done: true, draft: null }
        : attempt(question, before, response, said);
    if (response !== undefined) records += recordsOf(question, response, said).length;
  }
  const next = { ...keep(state, kept), records };
  const quiz = byId(course.quizzes, questions[0]?.quiz);
  return quiz && isAnswered(course, next, quiz) ? close(course, next, quiz) : next;
}

/** Whether no question of a quiz takes an answer any more. @param {Course} course @param {State} state @param {Quiz} quiz */
const isAnswered = (course, state, { id }) =>
  course.questions.every((one) => one.quiz !== id || !asked(state, one) || keptOf(state, one.id).done);

/**
 * A new attempt at a quiz: its questions are open again, of pools other ones. That a question was right once
 * stays known.
 * @param {Course} course @param {State} state @param {Quiz} quiz @returns {State}
 */
function retry(course, state, quiz) {
  const { id, questions, seconds } = quiz;
  const kept = keptOf(state, id);
  const pools = course.pools.filter((pool) => pool.quiz === id);
  const before = pools.flatMap((pool) => state.drawn[pool.id] ?? []);
  const met = [...state.met.filter((one) => !before.includes(one)), ...before];
  const missed = missing(course, state, quiz).map((one) => one.id);
  const drawn = pools.map((pool) => [pool.id, draw(course, pool, state.seed + kept.tries, { met, missed })]);
  const cleared = questions.map((one) => [one, { ...NOTHING, best: keptOf(state, one).best }]);
  return keep(
    {
      ...state,
      drawn: { ...state.drawn, ...Object.fromEntries(drawn) },
      met,
      since: seconds ? { ...state.since, [id]: state.seconds } : state.since,
    },
    { ...Object.fromEntries(cleared), [id]: { ...kept, done: false } },
  );
}

/**
 * Whether everything in an open quiz is answered: the question that was left is gone from a changed course.
 * @param {Course} course @param {State} state @param {Quiz} quiz
 */
const isStuck = (course, state, quiz) =>
  !keptOf(state, quiz.id).done &&
  quiz.questions.some((id) => keptOf(state, id).done) &&
  isAnswered(course, state, quiz);

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
      const begun = course.quizzes.filter((quiz) => quiz.seconds && quiz.page === page);
      return {
        ...state,
        page,
        seen: state.seen.includes(page) ? state.seen : [...state.seen, page],
        since: { ...Object.fromEntries(begun.map(({ id }) => [id, state.seconds])), ...state.since },
      };
    }
    case "answer": {
      const question = byId(course.questions, event.question);
      const atOnce = (byId(course.quizzes, question?.quiz)?.feedback ?? "each") === "each";
      if (!question || !atOnce || !takesAnswer(state, question)) return state;
      const { id } = question;
      return answer(course, state, [question], { [id]: event.response }, { [id]: event.sure ?? 0 });
    }
    case "draft": {
      const item = byId(course.items, event.question);
      if (item && !keptOf(state, item.id).done) return keep(state, { [item.id]: { ...NOTHING, draft: event.response } });
      const question = byId(course.questions, event.question);
      if (!question || !takesAnswer(state, question)) return state;
      const { id, confidence } = question;
      const sure = (confidence && event.sure) || 0;
      return keep(state, { [id]: { ...keptOf(state, id), draft: event.response, sure } });
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
        course.questions.filter((one) => one.quiz === event.quiz && asked(state, one)),
        event.responses,
        event.sure ?? {},
      );
    case "retry": {
      const quiz = byId(course.quizzes, event.quiz);
      const over = !quiz || !keptOf(state, quiz.id).done || quizDone(course, state, quiz);
      return over ? state : retry(course, state, quiz);
    }
    case "known":
      return { ...state, version: course.version };
    case "tick":
      return {
        ...state,
        seconds: state.seconds + event.seconds,
        day: earned(course, state) ? state.day : event.day,
      };
    case "adopt": {
      const next = {
        ...course.quizzes.filter((quiz) => isStuck(course, state, quiz)).reduce((now, quiz) => close(course, now, quiz), state),
        completed: state.completed || event.completed,
        passed: state.passed || event.passed,
        best: event.scaled === null ? state.best : Math.max(event.scaled, state.best ?? 0),
      };
      // reached where we did not see it: nobody knows when
      return earned(course, next) && !earned(course, state) ? { ...next, day: 0 } : next;
    }
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
