/**
 * The receipt: twenty signs that say what this module held, to be read out or typed when a record is lost.
 *
 * Four groups of five signs of Crockford's base 32 (no I, L, O and U). The first four hold 20 bits, the fifth
 * checks them, so that a slip can be told by its group. From the high end:
 *
 * 1. 20 bits of the module's id
 * 2. 10 bits of its version, 1 completed, 2 success, 7 percent (127: no score)
 * 3. 20 bits of the learner's id, 0 where the LMS names nobody
 * 4. 2 bits format, 14 days since 31 December 2019 (0: not known), 4 of all the above
 *
 * `smtrain receipt` reads it: `src/smtrain/model/receipt.py`.
 */

/** @import { Outcome } from "./types.js" */

import { hash } from "./random.js";

const SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** 31 December 2019, in days since 1970. */
const BEFORE_FIRST = 18261;

/** Of 32 numbers, another one for each: times 2 in the field of 32 elements. @param {number} n */
const twice = (n) => (n << 1) ^ (n & 16 ? 37 : 0);

/** @param {number} value 20 bits @param {number} place from 0 */
function group(value, place) {
  let check = place + 1;
  let text = "";
  for (const shift of [15, 10, 5, 0]) {
    const digit = (value >> shift) & 31;
    check = twice(check) ^ digit;
    text += SIGNS[digit];
  }
  return text + SIGNS[twice(check)];
}

/**
 * @param {{ id: string, version: string }} course
 * @param {Outcome} outcome
 * @param {{ percent: number, day: number, learner: string }} facts `percent` counts where there is a score; `day`
 *   counts from 1970, 0 when it is not known; `learner` is the id as the LMS gives it, or ""
 */
export function receipt({ id, version }, { scaled, completion, success }, { percent, day, learner }) {
  const module = hash(id, 1) >>> 12;
  const results = ["none", "unknown", "passed", "failed"];
  const values = [
    module,
    ((hash(version, module) >>> 22) << 10) |
      (+completion << 9) |
      (results.indexOf(success) << 7) |
      (scaled === null ? 127 : percent),
    learner ? hash(learner.trim().toLowerCase(), module) >>> 12 || 1 : 0,
    Math.min(Math.max(0, day - BEFORE_FIRST), 16383),
  ];
  values[3] = (Number(values[3]) << 4) | (hash(values.join(), 2) >>> 28);
  return values.map(group).join("-");
}
