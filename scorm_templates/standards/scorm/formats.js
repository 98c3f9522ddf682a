/**
 * Every number, time and text in the form SCORM asks for; the only place that writes them.
 * Sources: SCORM 1.2 RTE 3.4.2 (CMITimespan, CMIDecimal), SCORM 2004 RTE 4.1.1 (timeinterval, time, real).
 */

/** @param {number} value @param {number} width */
const pad = (value, width) => String(value).padStart(width, "0");

/** @param {number} seconds @param {number} most hours */
function split(seconds, most) {
  const hundredths = Math.min(Math.round(Math.max(0, seconds) * 100), most * 360000 - 1);
  const whole = Math.floor(hundredths / 100);
  return { h: Math.floor(whole / 3600), m: Math.floor(whole / 60) % 60, s: whole % 60, c: pad(hundredths % 100, 2) };
}

/** SCORM 1.2 CMITimespan, `0000:01:02.30`. @param {number} seconds */
export function timespan(seconds) {
  const { h, m, s, c } = split(seconds, 10000);
  return `${pad(h, 4)}:${pad(m, 2)}:${pad(s, 2)}.${c}`;
}

/** SCORM 2004 timeinterval (second,10,2), `PT0H1M2.30S`. @param {number} seconds */
export function interval(seconds) {
  const { h, m, s, c } = split(seconds, 1e6);
  return `PT${h}H${m}M${s}.${c}S`;
}

/** SCORM 2004 time (second,10,0), in UTC, with the two decimals that all LMSs take. @param {Date} time */
export const timestamp = (time) => time.toISOString().replace(/\.\d+Z$/, ".00Z");

/**
 * A plain decimal: a digit in front of the point, no exponent, no zeros at the end.
 * @param {number} value
 * @param {number} digits most decimals: 2 in SCORM 1.2, 7 in SCORM 2004
 */
export const decimal = (value, digits) => value.toFixed(digits).replace(/\.?0+$/, "").replace(/^-0$/, "0");

/**
 * One line of text without control characters, cut to a length.
 * @param {string} text
 * @param {number} most characters
 */
export const line = (text, most) => text.replace(/[\s\u0000-\u001f\u007f]+/g, " ").trim().slice(0, most);
