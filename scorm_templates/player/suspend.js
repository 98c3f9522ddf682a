/**
 * The state as short printable ASCII, and back. Ids are written as the keys of the course data, so that a
 * changed course still finds what it knows: what it does not know is left out, never guessed.
 *
 * `{"v":1,"c":course,"r":version,"s":"cp","m":best,"l":page,"g":seed,"t":seconds,"n":records,
 *   "p":"k1.k2","q":{key:[tries,done,score,best,response]},"z":{key:[attempts,best,last,open]}}`
 */

/** @import { Answer, Course, Question, QuizState, Response, State } from "./types.js" */

import { initial } from "./state.js";

const VERSION = 1;

/** @param {unknown} data JSON with every other character escaped */
const ascii = (data) =>
  JSON.stringify(data).replace(/[\u007f-\uffff]/g, (sign) => "\\u" + sign.charCodeAt(0).toString(16).padStart(4, "0"));

/**
 * The state in at most `limit` characters. When it is longer, details are dropped one by one, the longest
 * first: free texts, answers of questions that are done, other answers, practice scores, pages seen, and at the
 * very last the scores of single questions. Status, the score, quiz attempts and the page always stay.
 * @param {Course} course @param {State} state @param {number} limit
 */
export function write(course, state, limit) {
  const key = new Map([...course.pages, ...course.quizzes].map((one) => [one.id, one.key]));
  /** @type {Record<string, unknown[]>} */
  const answers = {};
  /** @type {{ rank: number, size: number, drop: () => void }[]} */
  const drops = [];
  const scored = new Set(course.success?.parts.map(({ id }) => id));
  for (const question of course.questions) {
    const kept = state.answers[question.id];
    if (!kept || (!kept.tries && !kept.done)) continue;
    const entry = [kept.tries, kept.done ? 1 : 0, kept.score, kept.best, ...(kept.response === null ? [] : [kept.response])];
    answers[question.key] = entry;
    const rank = question.type.endsWith("fill-in") ? 0 : kept.done ? 1 : 2;
    drops.push({ rank, size: ascii(kept.response).length, drop: () => entry.splice(4) });
    const counts = scored.has(question.id) || (question.quiz !== null && state.quizzes[question.quiz]?.open);
    drops.push({ rank: counts ? 5 : 3, size: 0, drop: () => delete answers[question.key] });
  }
  const data = {
    v: VERSION,
    c: course.id,
    r: course.version,
    s: (state.completed ? "c" : "") + (state.passed ? "p" : ""),
    m: state.best,
    l: key.get(state.page) ?? "",
    g: state.seed,
    t: Math.round(state.seconds),
    n: state.records,
    p: state.seen.map((id) => key.get(id)).join("."),
    q: answers,
    z: Object.fromEntries(
      Object.entries(state.quizzes).map(([id, one]) => [key.get(id), [one.attempts, one.best, one.last, one.open ? 1 : 0]]),
    ),
  };
  drops.push({ rank: 4, size: 0, drop: () => (data.p = "") });
  drops.sort((a, b) => a.rank - b.rank || b.size - a.size);
  let text = ascii(data);
  for (const { drop } of drops) {
    if (text.length <= limit) break;
    drop();
    text = ascii(data);
  }
  return text;
}

/** @param {unknown} value @returns {value is Record<string, unknown>} */
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** A count: a whole number from 0. @param {unknown} value */
const count = (value) => (typeof value === "number" && value >= 0 ? Math.floor(value) : 0);

/** @param {unknown} value @returns {number | null} */
const fraction = (value) => (typeof value === "number" && value >= 0 && value <= 1 ? value : null);

/**
 * The response, if it is one the question can still have.
 * @param {Question} question @param {unknown} value @returns {Response | null}
 */
function response(question, value) {
  /** @param {unknown} one @param {readonly { id: string }[]} [among] */
  const among = (one, among) => typeof one === "string" && !!among?.some(({ id }) => id === one);
  switch (question.type) {
    case "numeric":
    case "long-fill-in":
      return typeof value === "string" ? value : null;
    case "matching": {
      const fits = (/** @type {unknown} */ pair) =>
        Array.isArray(pair) && pair.length === 2 && among(pair[0], question.options) && among(pair[1], question.targets);
      return Array.isArray(value) && value.every(fits) ? value : null;
    }
    case "fill-in":
      return Array.isArray(value) && value.every((one) => typeof one === "string") ? value : null;
    case "true-false":
      return Array.isArray(value) && value.every((one) => one === "true" || one === "false") ? value : null;
    default: {
      const fits = Array.isArray(value) && value.every((one) => among(one, question.options));
      const whole = question.type !== "sequencing" || (fits && new Set(value).size === question.options?.length);
      return fits && whole ? value : null;
    }
  }
}

/** @param {Question} question @param {unknown} value @returns {Answer | null} */
function answer(question, value) {
  if (!Array.isArray(value)) return null;
  const score = fraction(value[2]) ?? 0;
  const best = Math.max(score, fraction(value[3]) ?? 0);
  return { tries: count(value[0]), done: value[1] === 1, score, best, response: response(question, value[4]) };
}

/** @param {unknown} value @returns {QuizState | null} */
const quizOf = (value) =>
  Array.isArray(value) ? { attempts: count(value[0]), best: fraction(value[1]), last: fraction(value[2]), open: value[3] === 1 } : null;

/**
 * @template {{ id: string, key: string }} T
 * @template V
 * @param {readonly T[]} items @param {unknown} data @param {(item: T, value: unknown) => V | null} parse
 * @returns {Record<string, V>} by id, what the data holds and the course knows
 */
function each(items, data, parse) {
  const found = items.map((item) => /** @type {const} */ ([item.id, isObject(data) ? parse(item, data[item.key]) : null]));
  return Object.fromEntries(/** @type {[string, V][]} */ (found.filter(([, value]) => value !== null)));
}

/**
 * The state that was written; null when the text is not ours, broken, or of another course.
 * @param {Course} course @param {string} text
 * @returns {State | null}
 */
export function read(course, text) {
  /** @type {unknown} */
  let data;
  try {
    data = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isObject(data) || data["v"] !== VERSION || data["c"] !== course.id) return null;
  const seen = String(data["p"] ?? "").split(".");
  const status = String(data["s"] ?? "");
  const pages = course.pages.filter((page) => seen.includes(page.key)).map((page) => page.id);
  const bookmark = course.pages.find((page) => page.key === data["l"]) ?? course.pages.find((page) => !pages.includes(page.id));
  const start = initial(course, count(data["g"]));
  return {
    ...start,
    page: data["l"] === "" ? "result" : (bookmark?.id ?? start.page),
    seen: pages,
    seconds: count(data["t"]),
    records: count(data["n"]),
    completed: status.includes("c"),
    passed: status.includes("p"),
    best: fraction(data["m"]),
    answers: each(course.questions, data["q"], answer),
    quizzes: each(course.quizzes, data["z"], (_, value) => quizOf(value)),
  };
}
