/** The data types of SCORM 1.2 RTE 3.4 (CMIString255, CMITimespan, CMIFeedback, ...), as checks. */

import { all, any, matching, number, text, vocabulary } from "./formats.js";

/** @typedef {import("./types.js").Check} Check */

/** SCORM 1.2 strings are ASCII. */
const ascii = matching(/^[\x00-\x7f]*$/);

export const string255 = all(ascii, text(255));
export const string4096 = all(ascii, text(4096));

/** CMIIdentifier: printable, no white space. */
export const identifier = matching(/^[\x21-\x7e]{1,255}$/);

const DECIMAL = /^-?\d{1,3}(\.\d{1,2})?$/;

/** A score is a CMIDecimal from 0 to 100, or blank. */
export const score = any(vocabulary(""), number(DECIMAL, 0, 100));

/** @param {number} least @param {number} most */
export const decimal = (least, most) => number(DECIMAL, least, most);

/** A CMISInteger in its range.
 *  @param {number} least @param {number} most */
export const integer = (least, most) => number(/^-?\d{1,5}$/, least, most);

/** CMITimespan `HHHH:MM:SS.SS`. */
export const timespan = matching(/^\d{2,4}:[0-5]\d:[0-5]\d(\.\d{1,2})?$/);

/** CMITime, a time of day. */
export const timeOfDay = matching(/^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,2})?$/);

export const interactionType = vocabulary(
  ...["true-false", "choice", "fill-in", "matching", "performance", "sequencing", "likert", "numeric"],
);

export const result = any(vocabulary("correct", "wrong", "unanticipated", "neutral"), number(DECIMAL, -999, 999));

/** CMIFeedback by interaction type.
 *  @type {Readonly<Record<string, RegExp>>} */
const FEEDBACK = {
  "true-false": /^[01tf]/,
  choice: /^(\{[0-9a-z](,[0-9a-z])*\}|[0-9a-z](,[0-9a-z])*)$/,
  "fill-in": /^[\x00-\x7f]{0,255}$/,
  matching: /^\{?[0-9a-z]\.[0-9a-z](,[0-9a-z]\.[0-9a-z])*\}?$/,
  performance: /^[\x00-\x7f]{0,255}$/,
  sequencing: /^[0-9a-z](,[0-9a-z])*$/,
  likert: /^[0-9a-z]?$/,
  numeric: /^-?\d+(\.\d+)?$/,
};

/** @type {Check} */
export const feedback = (value, sibling) => (FEEDBACK[sibling("type") ?? ""]?.test(value) ? "" : "type");
