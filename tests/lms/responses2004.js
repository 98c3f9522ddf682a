/** What a learner's response and a correct pattern may look like, by interaction type: SCORM 2004 RTE 4.2.9. */

import { list } from "./formats.js";
import { REAL, localised, shortIdentifier } from "./formats2004.js";

/** @typedef {import("./types.js").Check} Check */
/** @typedef {(value: string) => boolean} Good */

const none = () => undefined;
/** @type {Good} */
const id = (value) => shortIdentifier(value, none) === "";
/** @type {(most: number) => Good} */
const words = (most) => (value) => localised(most)(value, none) === "";
/** @type {Good} */
const pair = (value) => value.split("[.]").length === 2 && value.split("[.]").every(id);
/** @type {Good} */
const distinct = (value) => new Set(value.split("[,]")).size === value.split("[,]").length;
/** @type {Good} */
const range = (value) =>
  value.split("[:]").length === 2 && value.split("[:]").every((end) => end === "" || REAL.test(end));
/** @type {(answer: Good) => Good} */
const step = (answer) => (value) => {
  const parts = value.split("[.]");
  const [name = "", done = ""] = parts;
  return parts.length === 2 && (name === "" || id(name)) && (done === "" || answer(done)) && name + done !== "";
};

/** @type {Readonly<Record<string, Good>>} */
const RESPONSES = {
  "true-false": (value) => value === "true" || value === "false",
  choice: (value) => value === "" || (list("[,]", 36, id)(value) && distinct(value)),
  "fill-in": list("[,]", 10, words(250)),
  "long-fill-in": words(4000),
  matching: (value) => value === "" || list("[,]", 36, pair)(value),
  performance: list("[,]", 250, step((done) => REAL.test(done) || words(250)(done))),
  sequencing: (value) => value === "" || list("[,]", 36, id)(value),
  likert: id,
  numeric: (value) => REAL.test(value),
  other: (value) => value.length <= 4000,
};

/** Drops `{case_matters=...}` and `{order_matters=...}`; undefined when one is misspelt.
 *  @param {string} value @param {readonly string[]} names */
function withoutFlags(value, names) {
  let rest = value;
  for (let flag = /^\{(\w+)=([^}]*)\}/.exec(rest); flag; flag = /^\{(\w+)=([^}]*)\}/.exec(rest)) {
    const [whole = "", name = "", setting = ""] = flag;
    if (name === "lang") break;
    if (!names.includes(name) || !["true", "false"].includes(setting)) return undefined;
    rest = rest.slice(whole.length);
  }
  return rest;
}

/** @type {(names: readonly string[], good: Good) => Good} */
const flagged = (names, good) => (value) => {
  const rest = withoutFlags(value, names);
  return rest !== undefined && good(rest);
};

/** @type {Readonly<Record<string, Good>>} */
const PATTERNS = {
  ...RESPONSES,
  "fill-in": flagged(["case_matters", "order_matters"], list("[,]", 10, words(250))),
  "long-fill-in": flagged(["case_matters"], words(4000)),
  performance: flagged(["order_matters"], list("[,]", 125, step((done) => range(done) || words(250)(done)))),
  numeric: range,
};

/** The most patterns a type may have. @type {Readonly<Record<string, number>>} */
export const PATTERN_LIMIT = {
  "true-false": 1,
  choice: 10,
  "fill-in": 5,
  "long-fill-in": 5,
  matching: 5,
  performance: 5,
  sequencing: 5,
  likert: 1,
  numeric: 1,
  other: 1,
};

/** @type {Check} */
export const response = (value, sibling) => (RESPONSES[sibling("type") ?? ""]?.(value) ? "" : "type");

/** @type {Check} */
export const pattern = (value, sibling) => (PATTERNS[sibling("type") ?? ""]?.(value) ? "" : "type");
