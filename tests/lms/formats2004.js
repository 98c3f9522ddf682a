/** The data types of SCORM 2004 RTE 4.1.1 as checks. Limits are the smallest permitted maxima. */

import { all, any, matching, number, text, vocabulary } from "./formats.js";

/** @typedef {import("./types.js").Check} Check */

/** `real (10,7)`: plain notation, seven decimals; more than five digits before the point fail in Moodle. */
export const REAL = /^-?\d{1,5}(\.\d{1,7})?$/;

/** @param {number} [least] @param {number} [most] */
export const real = (least = -99999.9999999, most = 99999.9999999) => number(REAL, least, most);

/** An identifier: a URI without white space; a URN has a namespace and a name.
 *  @param {number} most @returns {Check} */
export const identifier = (most) =>
  all(text(most), matching(/^(?!urn:)[^\s%{}]+$|^urn:[A-Za-z0-9][A-Za-z0-9-]{1,31}:[^\s%{}]+$/));

export const longIdentifier = identifier(4000);
export const shortIdentifier = identifier(250);

/** `P[yY][mM][dD][T[hH][mM][s[.cc]S]]` with at least one part, and one after a T. */
export const interval = matching(
  /^P(?=\d|T\d)(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?)?$/,
);

const MOMENT =
  /^(19[7-9]\d|20[0-2]\d|203[0-8])(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3])(:[0-5]\d(:[0-5]\d(\.\d{1,2}(Z|[+-]([01]\d|2[0-3])(:[0-5]\d)?)?)?)?)?)?)?)?$/;

/** `time (second,10,0)`: years 1970 to 2038, a zone only after a fraction. */
export const timestamp = matching(MOMENT);

const LANGUAGE = /^\{lang=[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*\}/;

/** A text that may name its language first: `{lang=en}`.
 *  @param {number} most @returns {Check} */
export const localised = (most) => (value) => {
  if (value.startsWith("{lang=") && !LANGUAGE.test(value)) return "type";
  return value.replace(LANGUAGE, "").length <= most ? "" : "type";
};

/** `language_type`: blank or RFC 1766. */
export const language = matching(/^([A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*)?$/);

export const completion = vocabulary("completed", "incomplete", "not attempted", "unknown");
export const success = vocabulary("passed", "failed", "unknown");

export const interactionType = vocabulary(
  ...["true-false", "choice", "fill-in", "long-fill-in", "matching"],
  ...["performance", "sequencing", "likert", "numeric", "other"],
);

export const result = any(vocabulary("correct", "incorrect", "unanticipated", "neutral"), matching(REAL));

const REQUESTS = ["continue", "previous", "exit", "exitAll", "abandon", "abandonAll", "suspendAll", "_none_"];

/** `adl.nav.request`; a jump came with the fourth edition.
 *  @param {3 | 4} edition */
export const navigation = (edition) =>
  any(vocabulary(...REQUESTS), matching(edition === 4 ? /^\{target=[^}\s]+\}(choice|jump)$/ : /^\{target=[^}\s]+\}choice$/));
