/**
 * A structured answer in the strings of SCORM 1.2 (RTE 3.4.4, cmi.interactions.n): options are single
 * characters, there is no long text and no range of numbers.
 */

/** @import { InteractionRecord, Question, Response } from "../../player/types.js" */

import { names, numberIn, recordId, rightBounds, rightTexts } from "../scorm/answers.js";
import { decimal, line, timespan } from "../scorm/formats.js";

const CHARACTERS = "0123456789abcdefghijklmnopqrstuvwxyz";

/** @param {readonly { id: string, text: string }[] | undefined} options */
const letters = (options) =>
  names(options, (id) => (/^[0-9a-z]$/.test(id) ? id : ""), (place) => CHARACTERS[place] ?? "");

/** @param {Question} question @param {Response} response @returns {string} "" when there is nothing to say */
function encode(question, response) {
  const parts = /** @type {readonly string[]} */ (response);
  switch (question.type) {
    case "true-false":
      return parts[0]?.[0] ?? "";
    case "choice":
    case "sequencing":
      return parts.map(letters(question.options)).join(",");
    case "matching": {
      const [source, target] = [letters(question.options), letters(question.targets)];
      const pairs = /** @type {readonly (readonly [string, string])[]} */ (response);
      return pairs.map(([from, to]) => `${source(from)}.${target(to)}`).join(",");
    }
    case "numeric": {
      const value = numberIn(response);
      return value === null ? "" : decimal(value, 7);
    }
    case "fill-in":
      return line(parts.join(", "), 255);
    case "long-fill-in":
      return line(String(response), 255);
  }
}

/** @param {Question} question @returns {string} */
function pattern(question) {
  const { low, high } = rightBounds(question);
  if (question.survey) return "";
  if (question.type === "numeric") return low !== null && low === high ? decimal(low, 7) : "";
  return encode(question, question.type === "fill-in" ? rightTexts(question) : (question.pairs ?? question.key_ ?? []));
}

const RESULTS = { correct: "correct", incorrect: "wrong", neutral: "neutral" };

/**
 * The elements of one record below `cmi.interactions.n`, in the order the standard asks for.
 * @param {InteractionRecord} record
 * @returns {(readonly [string, string])[]}
 */
export function interaction(record) {
  const { question, response } = record;
  /** @type {(readonly [string, string])[]} */
  const elements = [
    ["id", recordId(record)],
    ["type", question.type === "long-fill-in" ? "fill-in" : question.type],
    ["correct_responses.0.pattern", pattern(question)],
    ["student_response", encode(question, response)],
    ["result", RESULTS[record.result]],
    ["weighting", question.points === 1 || question.survey ? "" : decimal(question.points, 2)],
    ["latency", timespan(record.seconds)],
  ];
  return elements.filter(([, value]) => value);
}
