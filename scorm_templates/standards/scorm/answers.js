/**
 * What both SCORM standards need to write a structured answer: its id, tidy texts, the key.
 */

/** @import { Accepted, InteractionRecord, Option, Question, Response } from "../../player/types.js" */

import { walk } from "../../player/story.js";
import { line } from "./formats.js";

/**
 * The id of a record: letters, digits and "_" only, begins with a letter, its own for each attempt.
 * @param {InteractionRecord} record
 */
export const recordId = ({ question, attempt }) =>
  `${(question.record ?? question.id).replace(/\W/g, "_").replace(/^(?![a-z])/i, "q_")}_${attempt}`;

/** The right texts, the first that the author names for each gap. @param {Question} question */
export const rightTexts = (question) =>
  (question.gaps ?? []).map((answers) => answers.find(({ right }) => right)?.text ?? "");

/** The right number, with its bounds. @param {Question} question @returns {Partial<Accepted>} */
export const rightNumber = (question) => question.gaps?.[0]?.find(({ right }) => right) ?? {};

/**
 * A text that cannot be taken for SCORM's separators.
 * @param {string} text @param {number} most characters
 */
export const safe = (text, most) => line(text.replace(/\[([,.:])\]/g, "($1)"), most - 1).replace(/^\{/, " {");

/**
 * The steps of a path through a story: of each the scene and the choice taken there, by their names.
 * @param {Question} question @param {Response} path
 * @param {(options: readonly Option[] | undefined) => (id: string) => string} names
 * @returns {(readonly [string, string])[]}
 */
export const steps = (question, path, names) =>
  walk(question, /** @type {readonly string[]} */ (path)).steps.map(({ scene, choice }) => [
    names(question.scenes)(scene.id),
    names(scene.choices)(choice.id),
  ]);
