/**
 * The state as short printable ASCII, and back. Ids are written as the keys of the course data, so that a
 * changed course still finds what it knows: what it does not know is left out, never guessed.
 *
 * `{"v":1,"c":course,"r":version,"d":completed,"w":passed,"m":best,"l":page,"g":seed,"t":seconds,"n":records,
 *   "p":"k1.k2","k":{key:[tries,done,score,best,response,draft]}}`
 */

/** @import { Course, Item, Kept, Question, Quiz, Response, State } from "./types.js" */

import { mark } from "./interactions.js";
import { keptOf } from "./result.js";
import { initial } from "./state.js";

const VERSION = 1;

/** @param {unknown} data JSON with every other character escaped */
const ascii = (data) =>
  JSON.stringify(data).replace(
    /[\u007f-\uffff]/g,
    (sign) => "\\u" + sign.charCodeAt(0).toString(16).padStart(4, "0"),
  );

/** @param {Course} course @returns {(Question | Quiz | Item)[]} */
const keepers = (course) => [...course.questions, ...course.quizzes, ...course.items];

/**
 * The state in at most `limit` characters. When it is longer, details are dropped kind by kind: free texts,
 * all answers, pages seen with the scores of practice questions. Status, what is reported and the page stay.
 * @param {Course} course @param {State} state @param {number} limit
 */
export function write(course, state, limit) {
  const key = new Map([...course.pages, ...keepers(course)].map((one) => [one.id, one.key]));
  const parts = course.success?.parts.map(({ id }) => id) ?? [];
  for (let level = 0; ; level++) {
    /** @type {Record<string, unknown>} */
    const kept = {};
    for (const item of keepers(course)) {
      const { tries, done, score, best, response, draft } = keptOf(state, item.id);
      const type = "type" in item ? item.type : "";
      const rank = !type || parts.includes(item.id) ? 9 : 3;
      const room = level < (type.endsWith("fill-in") ? 1 : 2);
      const written = room && draft !== null ? [response, draft] : room && response !== null ? [response] : [];
      if ((tries || done || written.length) && level < rank)
        kept[item.key] = [tries, +done, score, best, ...written];
    }
    const text = ascii({
      v: VERSION,
      c: course.id,
      r: course.version,
      d: +state.completed,
      w: +state.passed,
      m: state.best,
      l: key.get(state.page) ?? "",
      g: state.seed,
      t: Math.round(state.seconds),
      n: state.records,
      p: level < 3 ? state.seen.map((id) => key.get(id)).join(".") : "",
      k: kept,
    });
    if (text.length <= limit || level > 2) return text;
  }
}

/** A number from 0 on. @param {unknown} value */
const number = (value) => (typeof value === "number" && value > 0 ? value : 0);

/** @param {unknown} value */
const fraction = (value) => Math.min(number(value), 1);

/**
 * The answer, as long as it still earns what it earned: a course that changed may not have its options any
 * more, or another key.
 * @param {Question | Quiz | Item} item @param {any} response @param {number} [score] @returns {Response | null}
 */
function valid(item, response, score) {
  try {
    const found = "type" in item && mark(item, response).score;
    return found === (score ?? found) ? (response ?? null) : null;
  } catch {
    return null;
  }
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
  const pages = course.pages.filter(({ key }) => seen.includes(key));
  const page =
    course.pages.find(({ key }) => key === data["l"]) ?? course.pages.find((one) => !pages.includes(one));
  /** @type {Record<string, Kept>} */
  const kept = {};
  for (const item of keepers(course)) {
    const one = data["k"]?.[item.key];
    if (!Array.isArray(one)) continue;
    const score = fraction(one[2]);
    const best = Math.max(score, fraction(one[3]));
    kept[item.id] = {
      tries: number(one[0]),
      done: !!one[1],
      score,
      best,
      response: valid(item, one[4], score),
      draft: valid(item, one[5]),
    };
  }
  return {
    ...initial(course, number(data["g"])),
    page: (data["l"] && page?.id) || "result",
    seen: pages.map(({ id }) => id),
    kept,
    seconds: number(data["t"]),
    records: number(data["n"]),
    completed: data["d"] === 1,
    passed: data["w"] === 1,
    best: data["m"] === null ? null : fraction(data["m"]),
  };
}
