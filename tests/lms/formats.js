/** Format checks both standards share; each makes a check from its limits. */

/** @typedef {import("./types.js").Check} Check */

/** At most so many characters.
 *  @param {number} most @returns {Check} */
export const text = (most) => (value) => (value.length <= most ? "" : "type");

/** @param {...string} words @returns {Check} */
export const vocabulary =
  (...words) =>
  (value) =>
    words.includes(value) ? "" : "type";

/** @param {RegExp} pattern @returns {Check} */
export const matching = (pattern) => (value) => (pattern.test(value) ? "" : "type");

/** Every one of the checks, the first refusal wins.
 *  @param {...Check} checks @returns {Check} */
export const all =
  (...checks) =>
  (value, sibling) =>
    checks.map((check) => check(value, sibling)).find((verdict) => verdict !== "") ?? "";

/** Any one of the checks.
 *  @param {...Check} checks @returns {Check} */
export const any =
  (...checks) =>
  (value, sibling) =>
    checks.some((check) => check(value, sibling) === "") ? "" : "type";

/** A number in plain notation, then its range.
 *  @param {RegExp} notation @param {number} least @param {number} most @returns {Check} */
export const number = (notation, least, most) => (value) => {
  if (!notation.test(value)) return "type";
  return Number(value) >= least && Number(value) <= most ? "" : "range";
};

/** Parts between a mark, so many at most, each as its own check says.
 *  @param {string} mark @param {number} most @param {(part: string) => boolean} good @returns {(value: string) => boolean} */
export const list = (mark, most, good) => (value) => {
  const parts = value.split(mark);
  return parts.length <= most && parts.every(good);
};
