/**
 * The state as short printable ASCII, and back. Ids are written as the keys of the course data, so that a
 * changed course still finds what it knows: what it does not know is left out, never guessed.
 *
 * `{"v":1,"c":course,"r":version,"s":"cp","m":best,"l":page,"g":seed,"t":seconds,"n":records,
 *   "p":"k1.k2","k":{key:[tries,done,score,best,response]}}`
 */

/** @import { Course, Kept, Question, Quiz, Response, State } from "./types.js" */

import { byId } from "./result.js";
import { initial } from "./state.js";

const VERSION = 1;

/** @param {unknown} data JSON with every other character escaped */
const ascii = (data) =>
  JSON.stringify(data).replace(/[\u007f-\uffff]/g, (sign) => "\\u" + sign.charCodeAt(0).toString(16).padStart(4, "0"));

/** @param {Course} course @returns {(Question | Quiz)[]} */
const keepers = (course) => [...course.questions, ...course.quizzes];

/**
 * How long an answer is kept when room is short: free texts go first, then answers that cannot change any
 * more, then the others, at last even the scores of single questions that are not reported by themselves.
 * @param {Course} course @param {Question | Quiz} item @param {Kept} kept
 */
function worth(course, item, { done }) {
  const text = "type" in item && item.type.endsWith("fill-in");
  const part = !("type" in item) || course.success?.parts.some(({ id }) => id === item.id);
  return { response: text ? 1 : done ? 2 : 3, score: part ? 9 : 4 };
}

/**
 * The state in at most `limit` characters. When it is longer, details are dropped kind by kind. Status, scores
 * that are reported and the page always stay.
 * @param {Course} course @param {State} state @param {number} limit
 */
export function write(course, state, limit) {
  for (let level = 0; ; level++) {
    const kept = keepers(course).flatMap((item) => {
      const one = state.kept[item.id];
      if (!one || (!one.tries && !one.done)) return [];
      const { response, score } = worth(course, item, one);
      const entry = [one.tries, +one.done, one.score, one.best];
      return level < score ? [[item.key, one.response !== null && level < response ? [...entry, one.response] : entry]] : [];
    });
    const text = ascii({
      v: VERSION,
      c: course.id,
      r: course.version,
      s: (state.completed ? "c" : "") + (state.passed ? "p" : ""),
      m: state.best,
      l: byId(course.pages, state.page)?.key ?? "",
      g: state.seed,
      t: Math.round(state.seconds),
      n: state.records,
      p: level > 4 ? "" : state.seen.map((id) => byId(course.pages, id)?.key).join("."),
      k: Object.fromEntries(kept),
    });
    if (text.length <= limit || level > 4) return text;
  }
}

/** A number from 0 to `most`. @param {unknown} value */
const number = (value, most = 1) => (typeof value === "number" ? Math.min(Math.max(0, value), most) : 0);

/**
 * The response, if it is one the question can still have.
 * @param {Question} question @param {unknown} value @returns {Response | null}
 */
function response({ type, options = [], targets = [] }, value) {
  const isText = type === "numeric" || type === "long-fill-in";
  if (typeof value === "string" || isText) return isText && typeof value === "string" ? value : null;
  if (!Array.isArray(value) || (type === "sequencing" && value.length !== options.length)) return null;
  const known = ["true", "false", ...[...options, ...targets].map(({ id }) => id)];
  const fits = (/** @type {unknown} */ one) => typeof one === "string" && (type === "fill-in" || known.includes(one));
  const whole = value.every((one) => (type === "matching" ? Array.isArray(one) && one.every(fits) : fits(one)));
  return whole ? /** @type {Response} */ (value) : null;
}

/**
 * The state that was written; null when the text is not ours, broken, or of another course.
 * @param {Course} course @param {string} text
 * @returns {State | null}
 */
export function read(course, text) {
  /** @type {Record<string, any>} */
  let data;
  try {
    data = JSON.parse(text);
    if (data["v"] !== VERSION || data["c"] !== course.id) return null;
  } catch {
    return null;
  }
  const seen = `${data["p"]}`.split(".");
  const status = `${data["s"]}`;
  const pages = course.pages.filter(({ key }) => seen.includes(key));
  const page = course.pages.find(({ key }) => key === data["l"]) ?? course.pages.find((one) => !pages.includes(one));
  /** @type {Record<string, Kept>} */
  const kept = {};
  for (const item of keepers(course)) {
    const one = data["k"]?.[item.key];
    if (!Array.isArray(one)) continue;
    const [score, best] = [number(one[2]), number(one[3])];
    const given = "type" in item ? response(item, one[4]) : null;
    kept[item.id] = { tries: number(one[0], 1e6), done: one[1] === 1, score, best: Math.max(score, best), response: given };
  }
  return {
    ...initial(course, number(data["g"], 2 ** 32)),
    page: (data["l"] && page?.id) || "result",
    seen: pages.map(({ id }) => id),
    kept,
    seconds: number(data["t"], 1e9),
    records: number(data["n"], 1e6),
    completed: status.includes("c"),
    passed: status.includes("p"),
    best: data["m"] === null ? null : number(data["m"]),
  };
}
