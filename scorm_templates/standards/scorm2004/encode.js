/**
 * A structured answer in the strings of SCORM 2004 (RTE 4.2.9, cmi.interactions.n; separators 4.1.1.6).
 * Moodle takes only letters, digits and "_" in the names of options, so nothing else is written.
 */

/** @import { InteractionRecord, Option, Question, Response } from "../../player/types.js" */

import { recordId, rightNumber, rightTexts, safe, steps } from "../scorm/answers.js";
import { decimal, timestamp } from "../scorm/formats.js";

/**
 * A name for each option: its id, or its place where the id is too long. Ids hold only letters, digits and
 * hyphens, so that two never become one.
 * @param {readonly Option[] | undefined} options
 */
const identifiers =
  (options = []) =>
  (/** @type {string} */ id) =>
    id.length > 20 ? `o${options.findIndex((option) => option.id === id)}` : id.replace(/\W/g, "_");

/**
 * @param {Question} question @param {Response} response
 * @param {number} [most] steps of a path: 250 in an answer, 125 in a key
 * @returns {string} "" when there is nothing to say
 */
function encode(question, response, most = 250) {
  const parts = /** @type {readonly string[]} */ (response);
  switch (question.type) {
    case "true-false":
      return parts[0] ?? "";
    case "choice":
    case "likert":
    case "sequencing":
      return parts.map(identifiers(question.options)).join("[,]");
    case "matching": {
      const [source, target] = [identifiers(question.options), identifiers(question.targets)];
      const pairs = /** @type {readonly (readonly [string, string])[]} */ (response);
      return pairs.map(([from, to]) => `${source(from)}[.]${target(to)}`).join("[,]");
    }
    case "performance":
      return steps(question, response, identifiers)
        .slice(0, most)
        .map((step) => step.join("[.]"))
        .join("[,]");
    case "numeric":
      return decimal(+response, 7);
    case "fill-in":
      return parts.map((text) => safe(text, 250)).join("[,]");
    case "long-fill-in":
      return safe(String(response), 4000);
  }
}

/** @param {Question} question @returns {string} */
function pattern(question) {
  if (question.survey) return "";
  if (question.type === "numeric") {
    const { low, high } = rightNumber(question);
    return `${decimal(low, 7)}[:]${decimal(high, 7)}`;
  }
  if (question.type === "fill-in")
    return `{case_matters=${!!question.exact}}{order_matters=true}${encode(question, rightTexts(question))}`;
  return encode(question, question.pairs ?? question.key_ ?? [], 125);
}

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
    ["type", question.type],
    ["timestamp", timestamp(record.time)],
    ["correct_responses.0.pattern", pattern(question)],
    ["learner_response", encode(question, response)],
    ["result", record.result],
    ["description", safe(question.text, 250)],
  ];
  return elements.filter(([, value]) => value);
}
