/**
 * The state as short printable ASCII, and back. Ids are written as the keys of the course data, so that a
 * changed course still finds what it knows: what it does not know is left out, never guessed.
 *
 * `{"v":1,"c":course,"r":version,"d":completed,"w":passed,"m":best,"y":day,"l":page,"g":seed,"t":seconds,
 *   "n":records,"p":"k1.k2","k":{key:[tries,done,score,best,response,draft]},"q":{pool:"k3.k4"},"e":"k5",
 *   "s":{quiz:seconds}}`
 *
 * To `done`, 0 or 1, twice the level is added that says how sure the learner was. `q` are the questions drawn,
 * `e` those met in earlier attempts, `s` the beginning of an attempt; they are left out where there are none.
 */

/** @import { Course, Item, Kept, Pool, Question, Quiz, Response, State } from "./types.js" */

import { mark } from "./interactions.js";
import { draw } from "./pools.js";
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
 * all answers with the questions met earlier, pages seen with the scores of practice questions. Status, what is
 * reported or critical, the questions drawn, the page and the place in a story stay.
 * @param {Course} course @param {State} state @param {number} limit
 */
export function write(course, state, limit) {
  const key = new Map([...course.pages, ...keepers(course)].map((one) => [one.id, one.key]));
  const keys = (/** @type {readonly string[]} */ ids) => ids.map((id) => key.get(id)).join(".");
  /** What there is, by the keys of what it belongs to. @param {readonly (Pool | Quiz)[]} owners @param {(id: string) => unknown} of */
  const byKey = (owners, of) => {
    const entries = owners.map((one) => [one.key, of(one.id)]).filter(([, value]) => value !== undefined);
    return entries.length ? Object.fromEntries(entries) : undefined;
  };
  const parts = course.success?.parts.map(({ id }) => id) ?? [];
  for (let level = 0; ; level++) {
    /** @type {Record<string, unknown>} */
    const kept = {};
    for (const item of keepers(course)) {
      const { tries, done, score, best, response, draft, sure } = keptOf(state, item.id);
      const type = "type" in item ? item.type : "";
      const told = type === "performance" && draft !== null; // in the middle of a story
      const rank = !type || told || parts.includes(item.id) || ("critical" in item && item.critical) ? 9 : 3;
      const room = told || level < (type.endsWith("fill-in") ? 1 : 2);
      const written = room && draft !== null ? [response, draft] : room && response !== null ? [response] : [];
      if ((tries || done || best || written.length) && level < rank)
        kept[item.key] = [tries, +done + 2 * sure, score, best, ...written];
    }
    const text = ascii({
      v: VERSION,
      c: course.id,
      r: state.version,
      d: +state.completed,
      w: +state.passed,
      m: state.best,
      y: state.day,
      l: key.get(state.page) ?? "",
      g: state.seed,
      t: Math.round(state.seconds),
      n: state.records,
      p: level < 3 ? keys(state.seen) : "",
      k: kept,
      q: byKey(course.pools, (id) => keys(state.drawn[id] ?? [])),
      e: (level < 2 && keys(state.met)) || undefined,
      s: byKey(course.quizzes, (id) => id in state.since ? Math.round(state.since[id] ?? 0) : undefined),
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
 * What was drawn, as far as the course still has it. What is answered stays; in an attempt that goes on, others
 * come for what is gone.
 * @param {Course} course @param {Pool} pool @param {number} seed @param {readonly string[]} before
 * @param {readonly string[]} met @param {Readonly<Record<string, Kept>>} all
 */
function redraw(course, pool, seed, before, met, all) {
  const quiz = all[pool.quiz ?? ""];
  const [answered, open] = [true, false].map((is) =>
    pool.strata.flat().filter((id) => !!(all[id]?.tries || all[id]?.done) === is && (is || before.includes(id))),
  );
  const kept = [...(answered ?? []), ...(open ?? [])];
  if (quiz?.done && kept.length) return pool.strata.flat().filter((id) => kept.includes(id));
  const most = Math.max(pool.draw, answered?.length ?? 0);
  return draw(course, pool, seed + (quiz?.tries ?? 0), { kept: kept.slice(0, most), met });
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
      done: !!(number(one[1]) & 1),
      sure: (number(one[1]) >> 1) & 3,
      score,
      best,
      response: valid(item, one[4], score),
      draft: valid(item, one[5]),
    };
  }
  const seed = number(data["g"]);
  const ids = new Map(course.questions.map(({ id, key }) => [key, id]));
  const named = (/** @type {unknown} */ keys) => `${keys}`.split(".").flatMap((key) => ids.get(key) ?? []);
  const met = named(data["e"]);
  const timed = course.quizzes.filter(({ key }) => typeof data["s"]?.[key] === "number");
  return {
    ...initial(course, seed),
    version: `${data["r"] ?? course.version}`,
    drawn: Object.fromEntries(
      course.pools.map((pool) => [pool.id, redraw(course, pool, seed, named(data["q"]?.[pool.key]), met, kept)]),
    ),
    met,
    since: Object.fromEntries(timed.map(({ id, key }) => [id, number(data["s"][key])])),
    page: (data["l"] && page?.id) || "result",
    seen: pages.map(({ id }) => id),
    kept,
    seconds: number(data["t"]),
    records: number(data["n"]),
    completed: data["d"] === 1,
    passed: data["w"] === 1,
    best: data["m"] === null ? null : fraction(data["m"]),
    day: number(data["y"]),
  };
}
