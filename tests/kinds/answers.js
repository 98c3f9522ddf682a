/**
 * Marks answers with the player's own code and writes their records with each standard's own code. Takes
 * questions with responses as JSON on standard input, and writes what became of each.
 */

/** @import { InteractionRecord, Question, Response } from "../../scorm_templates/player/types.js" */
/** @typedef {(record: InteractionRecord) => (readonly [string, string])[]} Encoder */

import { existsSync, readdirSync } from "node:fs";
import { text } from "node:stream/consumers";
import { lacks, mark, recordsOf } from "../../scorm_templates/player/interactions.js";

const standards = new URL("../../scorm_templates/standards/", import.meta.url);
const names = readdirSync(standards).filter((name) => existsSync(new URL(`${name}/encode.js`, standards))).sort();

/** @type {readonly (readonly [string, Encoder])[]} */
const encoders = await Promise.all(
  names.map(async (name) => /** @type {const} */ ([name, (await import(`${standards}${name}/encode.js`)).interaction])),
);

/** What the player makes of a verdict: the result for the LMS, and the box that is shown. */
const RESULTS = /** @type {const} */ ({ right: "correct", partial: "incorrect", wrong: "incorrect", saved: "neutral" });
const BOXES = { right: ["correct"], partial: ["partial", "incorrect"], wrong: ["incorrect"], saved: ["model"] };

/**
 * The elements of an answer's records that a page shows, by standard. Several are told apart by the ends of their ids.
 * @param {Question} question @param {Response} response @param {InteractionRecord["result"]} result
 */
function records(question, response, result) {
  const record = { attempt: 1, result, seconds: 0, time: new Date(0) };
  return Object.fromEntries(
    encoders.map(([name, interaction]) => {
      const all = recordsOf(question, response).map((one, index) => new Map(interaction({ ...record, ...one, index })));
      const said = all.map((elements) => elements.get("student_response") ?? elements.get("learner_response") ?? "");
      const [first] = all;
      return [
        name,
        {
          type: first?.get("type") ?? "",
          pattern: first?.get("correct_responses.0.pattern") ?? "",
          response: all.length > 1 ? all.map((one, i) => `${one.get("id")}=${said[i]}`).join(" ") : (said[0] ?? ""),
          result: first?.get("result") ?? "",
        },
      ];
    }),
  );
}

/**
 * What becomes of an answer: what is read at once, and what later, when nothing more can be tried. Of the boxes named in `general` the first that the page has is shown.
 * @param {Question} question @param {Response} response
 */
function outcome(question, response) {
  const { score, verdict, parts } = mark(question, response);
  const result = RESULTS[verdict];
  const key = ["explain", "model", ...parts.map((part) => part.late)];
  const done = verdict === "right" || verdict === "saved";
  return {
    lacks: lacks(question, response),
    score,
    result,
    general: BOXES[verdict],
    feedback: [...parts.map((part) => part.feedback), ...(done ? key : [])],
    late: done ? [] : key,
    records: records(question, response, result),
  };
}

/** @type {{ question: Question, responses: Response[] }[]} */
const asked = JSON.parse(await text(process.stdin));
console.log(JSON.stringify(asked.map(({ question, responses }) => responses.map((response) => outcome(question, response)))));
