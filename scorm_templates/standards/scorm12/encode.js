/**
 * A structured answer in the strings of SCORM 1.2 (RTE 3.4.4, cmi.interactions.n): options are single
 * characters, there is no long text and no range of numbers. A path through a story is at most 255 characters.
 */

/** @import { InteractionRecord, Option, Question, Response } from "../../player/types.js" */

import { recordId, rightNumber, rightTexts, steps } from "../scorm/answers.js";
import { decimal, line, timespan } from "../scorm/formats.js";

/**
 * One character for each option: its id where all ids are that short, else its place as 0-9, a-z.
 * @param {readonly Option[] | undefined} options
 */
const letters =
  (options = []) =>
  (/** @type {string} */ id) =>
    options.some((option) => option.id.length > 1)
      ? options.findIndex((option) => option.id === id).toString(36)
      : id;

/**
 * As many steps as have room, whole ones.
 * @param {readonly (readonly [string, string])[]} taken
 */
function path(taken) {
  const text = taken.map(([scene, choice]) => `${scene}.${choice}`).join(",");
  return text.length > 255 ? text.slice(0, text.lastIndexOf(",", 255)) : text;
}

/** @param {Question} question @param {Response} response @returns {string} "" when there is nothing to say */
function encode(question, response) {
  const parts = /** @type {readonly string[]} */ (response);
  switch (question.type) {
    case "true-false":
      return parts[0]?.[0] ?? "";
    case "choice":
    case "likert":
    case "sequencing":
      return parts.map(letters(question.options)).join(",");
    case "matching": {
      const [source, target] = [letters(question.options), letters(question.targets)];
      const pairs = /** @type {readonly (readonly [string, string])[]} */ (response);
      return pairs.map(([from, to]) => `${source(from)}.${target(to)}`).join(",");
    }
    case "performance":
      return path(steps(question, response, () => (id) => id.replace(/\W/g, "_")));
    case "numeric":
      return decimal(+response, 7);
    case "fill-in":
      return line(parts.join(", "), 255);
    case "long-fill-in":
      return line(String(response), 255);
  }
}

/** @param {Question} question @returns {string} */
function pattern(question) {
  const { low, high } = rightNumber(question);
  if (question.survey) return "";
  if (question.type === "numeric") return low === high ? decimal(low, 7) : "";
  return encode(
    question,
    question.type === "fill-in" ? rightTexts(question) : (question.pairs ?? question.key_ ?? []),
  );
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
    ["latency", timespan(record.seconds)],
  ];
  return elements.filter(([, value]) => value);
}
