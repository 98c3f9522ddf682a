/**
 * Every number, time and text in the form SCORM asks for; the only place that writes them.
 * Sources: SCORM 1.2 RTE 3.4.2 (CMITimespan, CMIDecimal), SCORM 2004 RTE 4.1.1 (timeinterval, time, real).
 */

/** Whole hours, and the minutes and seconds as `01:02.30`. @param {number} seconds */
function split(seconds) {
  const time = Math.max(0, seconds);
  return { hours: Math.floor(time / 3600), rest: new Date(time * 1000).toISOString().slice(14, 22) };
}

/** SCORM 1.2 CMITimespan, `0000:01:02.30`. @param {number} seconds below 10,000 hours */
export function timespan(seconds) {
  const { hours, rest } = split(seconds);
  return `${`${hours}`.padStart(4, "0")}:${rest}`;
}

/** SCORM 2004 timeinterval (second,10,2), `PT0H01M02.30S`. @param {number} seconds */
export function interval(seconds) {
  const { hours, rest } = split(seconds);
  return `PT${hours}H${rest.replace(":", "M")}S`;
}

/** SCORM 2004 time (second,10,0), in UTC, with the two decimals that all LMSs take. @param {Date} time */
export const timestamp = (time) => time.toISOString().replace(/\.\d+Z$/, ".00Z");

/**
 * A plain decimal: a digit in front of the point, no exponent, no zeros at the end; "" for what is no number.
 * @param {number | null | undefined} value
 * @param {number} digits most decimals: 2 in SCORM 1.2, 7 in SCORM 2004
 */
export const decimal = (value, digits) =>
  value == null || !Number.isFinite(value) ? "" : value.toFixed(digits).replace(/\.?0+$/, "");

/** A fraction out of what an LMS says; null when it says nothing sensible. @param {string} text @param {number} most */
export const fraction = (text, most) => (text.trim() && +text >= 0 && +text <= most ? +text / most : null);

/**
 * One line of text without control characters, cut to a length.
 * @param {string} text
 * @param {number} most characters
 */
export const line = (text, most) =>
  text
    .replace(/[\s\0-\x1f\x7f]+/g, " ")
    .trim()
    .slice(0, most);
