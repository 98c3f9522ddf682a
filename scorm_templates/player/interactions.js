/**
 * Scores one answer against its key. Scoring lives here and nowhere else.
 *
 * Grading: `all` gives everything or nothing. `partial` gives the share of the parts that are right; in a
 * choice each wrong pick counts as one part more, so that ticking everything never earns the full score.
 * `penalty` takes a wrong part off for each right one, never below 0.
 */

/** @import { Accepted, Marking, Part, Question, Response } from "./types.js" */

import { walk } from "./story.js";

/** @param {Question} question @param {readonly string[]} chosen @returns {Part[]} */
const choice = ({ key_ = [] }, chosen) =>
  [...new Set([...key_, ...chosen])].map((id) => {
    const given = chosen.includes(id);
    const extra = !key_.includes(id);
    return { id, given, right: given && !extra, extra, feedback: given ? id : "" };
  });

/**
 * A text as it is compared: case, outer and double spaces and typographic quotes do not matter.
 * @param {string} text @param {boolean | undefined} exact
 */
function plain(text, exact) {
  const tidy = text.normalize("NFC").trim();
  return exact
    ? tidy
    : tidy
        .replace(/[‘’‚‛ʼ`´]/g, "'")
        .replace(/[“”„‟«»]/g, '"')
        .replace(/\s+/g, " ")
        .toLowerCase();
}

/**
 * Written answers: each gap holds the answers the author names, the first that fits decides.
 * @param {Question} question @param {readonly string[]} texts @param {(answer: Accepted, text: string) => boolean} fits
 * @param {(answer: Accepted) => string} solution
 * @returns {Part[]}
 */
const written = ({ gaps = [] }, texts, fits, solution) =>
  gaps.map((answers, i) => {
    const text = (texts[i] ?? "").trim();
    const answer = answers.find((one) => text && fits(one, text));
    const key = answers.find((one) => one.right);
    return {
      id: `${i}`,
      given: !!text,
      right: !!answer?.right,
      feedback: answer?.id ?? "",
      solution: key && solution(key),
    };
  });

/** @param {Question} question @param {readonly string[]} texts */
const fillIn = (question, texts) =>
  written(
    question,
    texts,
    ({ text = "" }, given) => plain(text, question.exact) === plain(given, question.exact),
    ({ text = "" }) => text,
  );

/** Room for the rounding of decimal fractions. */
const EPSILON = 1e-9;

/** @param {Question} question @param {string} text */
const numeric = (question, text) =>
  written(
    question,
    [text],
    ({ low, high }, given) =>
      +given >= (low ?? -Infinity) - EPSILON && +given <= (high ?? Infinity) + EPSILON,
    ({ low, high }) => (low === high ? `${low}` : `${low ?? ""}–${high ?? ""}`),
  );

/** @param {Question} question @param {readonly (readonly [string, string])[]} response @returns {Part[]} */
function matching({ pairs = [], targets = [] }, response) {
  const given = new Map(response);
  return pairs.map(([id, target]) => ({
    id,
    given: given.has(id),
    right: given.get(id) === target,
    late: id,
    solution: targets.find((one) => one.id === target)?.text,
  }));
}

/** Whatever is chosen on a scale is right. @param {Question} question @param {readonly (readonly [string, string])[]} response */
const likert = (question, response) => matching({ ...question, pairs: response }, response);

/** @param {Question} question @param {readonly string[]} order @returns {Part[]} */
const sequencing = ({ key_ = [] }, order) =>
  key_.map((id, i) => ({ id, given: true, right: order[i] === id, late: id, solution: `${i + 1}` }));

/**
 * Long texts have no parts: they are never right or wrong.
 * @type {Record<string, (question: Question, response: any) => Part[]>}
 */
const types = {
  choice,
  "true-false": choice,
  "fill-in": fillIn,
  matching,
  sequencing,
  likert,
  numeric,
};

/** How sure a learner can be, from "not sure" to "very sure". */
const LEVELS = ["1", "2", "3"].map((id) => ({ id }));

/**
 * The records that an answer makes: one, but one for each statement that was rated (SCORM 2004 RTE 4.2.9.1: a
 * likert has a single choice); and one more where the learner said how sure the answer was, for which an
 * interaction has no element.
 * @param {Question} question @param {Response} response @param {number} [sure] @param {string} [text]
 * @returns {{ question: Question, response: Response, extra?: boolean }[]}
 */
export const recordsOf = (question, response, sure, text = "") => [
  ...(question.type === "likert"
    ? /** @type {readonly (readonly [string, string])[]} */ (response).map(([id, choice]) => ({
        question: {
          ...question,
          id: `${question.id}_${id}`,
          text: `${question.options?.find((one) => one.id === id)?.text}`,
          options: question.targets ?? [],
        },
        response: [choice],
      }))
    : [{ question, response }]),
  ...(question.confidence && sure
    ? [
        {
          question: {
            ...question,
            id: `${question.id}_sure`,
            type: /** @type {const} */ ("likert"),
            survey: true,
            options: LEVELS,
            text,
          },
          response: [`${sure}`],
          extra: true,
        },
      ]
    : []),
];

/** Rounded so that a score survives the suspend data unchanged. @param {number} fraction */
export const round = (fraction) => +fraction.toFixed(12);

/**
 * A path through a story earns its points as a share of the most there are. An ending that cannot pass earns
 * nothing, and neither does a story that is not played to its end.
 * @param {Question} question @param {readonly string[]} path
 * @returns {Marking}
 */
function story(question, path) {
  const { survey, ends, best = 0, pass = 1 } = question;
  const { scene, steps, points } = walk(question, path);
  const counts = scene.end && (!ends || ends.includes(scene.end));
  const share = survey ? 1 : counts && best ? round(Math.max(0, Math.min(1, points / best))) : 0;
  return {
    score: share,
    parts: steps.map(({ scene, choice }) => ({
      id: "",
      given: true,
      right: true,
      feedback: `${scene.id}_${choice.id}`,
    })),
    hits: points,
    of: best,
    verdict: survey ? "saved" : counts && share >= pass - EPSILON ? "right" : share ? "partial" : "wrong",
  };
}

/**
 * Holds an answer against the key.
 * @param {Question} question
 * @param {Response} response
 * @returns {Marking}
 */
export function mark(question, response) {
  const { survey, grading, type } = question;
  if (type === "performance") return story(question, /** @type {readonly string[]} */ (response));
  const parts = types[type]?.(question, response) ?? [];
  const count = (/** @type {(part: Part) => boolean | undefined} */ is) => parts.filter(is).length;
  const of = parts.length;
  const hits = count(({ right }) => right);
  const wrong = count(({ right, given }) => given && !right);
  const extra = count((part) => part.extra);
  const shares = { all: 0, partial: hits / of, penalty: Math.max(0, hits - wrong) / (of - extra) };
  const score = survey || hits === of ? 1 : round(shares[grading]);
  return {
    score,
    parts,
    hits,
    of,
    verdict: survey ? "saved" : score === 1 ? "right" : score ? "partial" : "wrong",
  };
}

/** A word: between spaces; two signs where a script, Chinese or Japanese, has no spaces. */
const WORD = /[\u3040-\u9fff]{1,2}|[^\s,\u3000-\u9fff]+/g;

/**
 * Why an answer cannot be submitted yet: the name of the message that says so, or "".
 *
 * A survey with a key is a list of statements to confirm: every one must be ticked.
 * @param {Question} question
 * @param {Response} response
 */
export function lacks(question, response) {
  const { survey, type, key_ = [], choose, minWords = 0 } = question;
  /** @type {string[]} */
  const words = `${response}`.match(WORD) ?? [];
  if (survey && type === "choice" && key_.some((id) => !words.includes(id))) return "tick-all";
  if (!words.length) return "answer-first";
  if (choose && words.length !== choose) return "choose";
  if (type === "performance" && !walk(question, /** @type {readonly string[]} */ (response)).scene.end)
    return "not-at-the-end";
  return words.length < minWords ? "more-words" : "";
}
