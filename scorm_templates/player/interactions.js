/**
 * Scores one answer against its key. Scoring lives here and nowhere else.
 *
 * Grading: `all` gives everything or nothing. `partial` gives the share of the parts that are right; in a
 * choice each wrong pick counts as one part more, so that ticking everything never earns the full score.
 * `penalty` takes a wrong part off for each right one, never below 0.
 */

/** @import { Accepted, Mark, Marking, Question, Response } from "./types.js" */

/**
 * What a type finds out about an answer: `hits` and `wrong` among `total` parts; `extra` wrong ones that are
 * no part of the key.
 * @typedef {{ hits: number, wrong: number, total: number, extra: number, marks: Record<string, Mark>,
 *   feedback: string[], late: string[], solutions: Record<string, string> }} Finding
 */

/** @param {number} total @returns {Finding} */
const nothing = (total) => ({ hits: 0, wrong: 0, total, extra: 0, marks: {}, feedback: [], late: [], solutions: {} });

/**
 * Notes that a part is right or wrong.
 * @param {Finding} finding @param {string} part @param {boolean} right
 */
function note(finding, part, right) {
  finding.marks[part] = right ? "right" : "wrong";
  if (right) finding.hits++;
  else finding.wrong++;
}

/** @param {Question} question @param {Response} response @returns {Finding} */
function choice(question, response) {
  const chosen = /** @type {readonly string[]} */ (response);
  const key = question.key_ ?? [];
  const finding = nothing(key.length);
  for (const id of chosen) note(finding, id, key.includes(id));
  for (const id of key) if (!chosen.includes(id)) finding.marks[id] = "missed";
  finding.extra = finding.wrong;
  finding.feedback = [...chosen];
  return finding;
}

/**
 * A text as it is compared: case, outer and double spaces and typographic quotes do not matter.
 * @param {string} text @param {boolean} exact
 */
function plain(text, exact) {
  const tidy = text.normalize("NFC").trim();
  if (exact) return tidy;
  return tidy.replace(/[‘’‚‛ʼ`´]/g, "'").replace(/[“”„‟«»]/g, '"').replace(/\s+/g, " ").toLowerCase();
}

/**
 * Written answers: each gap holds the answers the author names, the first that fits decides.
 * @param {Question} question @param {readonly string[]} texts @param {(answer: Accepted, text: string) => boolean} fits
 * @param {(answer: Accepted) => string} solution
 */
function gaps(question, texts, fits, solution) {
  const all = question.gaps ?? [];
  const finding = nothing(all.length);
  all.forEach((answers, i) => {
    const text = texts[i] ?? "";
    const answer = text.trim() ? answers.find((one) => fits(one, text)) : undefined;
    if (answer) finding.feedback.push(answer.id);
    if (text.trim()) note(finding, String(i), !!answer?.right);
    else finding.marks[i] = "missed";
    const right = answers.find((one) => one.right);
    if (right && !answer?.right) finding.solutions[i] = solution(right);
  });
  return finding;
}

/** @param {Question} question @param {Response} response */
const fillIn = (question, response) =>
  gaps(
    question,
    /** @type {readonly string[]} */ (response),
    (answer, text) => plain(answer.text ?? "", !!question.exact) === plain(text, !!question.exact),
    (answer) => answer.text ?? "",
  );

/** Room for the rounding of decimal fractions. */
const EPSILON = 1e-9;

/** @param {Question} question @param {Response} response */
const numeric = (question, response) =>
  gaps(
    question,
    [String(response)],
    ({ low, high }, text) =>
      Number.isFinite(Number(text)) &&
      Number(text) >= (low ?? -Infinity) - EPSILON &&
      Number(text) <= (high ?? Infinity) + EPSILON,
    ({ low, high }) => (low === high ? `${low}` : `${low ?? ""}–${high ?? ""}`),
  );

/** @param {Question} question @param {Response} response @returns {Finding} */
function matching(question, response) {
  const given = new Map(/** @type {readonly (readonly [string, string])[]} */ (response));
  const finding = nothing(question.pairs?.length ?? 0);
  for (const [source, target] of question.pairs ?? []) {
    const right = given.get(source) === target;
    if (given.has(source)) note(finding, source, right);
    else finding.marks[source] = "missed";
    if (right) finding.feedback.push(source);
    else {
      finding.late.push(source);
      finding.solutions[source] = question.targets?.find((one) => one.id === target)?.text ?? "";
    }
  }
  return finding;
}

/** @param {Question} question @param {Response} response @returns {Finding} */
function sequencing(question, response) {
  const key = question.key_ ?? [];
  const finding = nothing(key.length);
  key.forEach((id, i) => {
    const right = response[i] === id;
    note(finding, id, right);
    if (!right) finding.solutions[id] = String(i + 1);
  });
  return finding;
}

/** Long texts are never right or wrong. */
const longFillIn = () => nothing(0);

const types = { choice, "true-false": choice, "fill-in": fillIn, "long-fill-in": longFillIn, matching, sequencing, numeric };

/** Rounded so that a score survives the suspend data unchanged. @param {number} fraction */
const round = (fraction) => Number(fraction.toFixed(12));

/** @param {Finding} finding @param {Question["grading"]} grading */
function fraction({ hits, wrong, total, extra }, grading) {
  if (hits === total && !wrong) return 1;
  if (grading === "partial") return round(hits / (total + extra));
  if (grading === "penalty") return round(Math.max(0, hits - wrong) / total);
  return 0;
}

/**
 * Holds an answer against the key.
 * @param {Question} question
 * @param {Response} response
 * @returns {Marking}
 */
export function mark(question, response) {
  const finding = types[question.type](question, response);
  const { hits, total, extra, late, solutions } = finding;
  if (question.survey) {
    const feedback = [...finding.feedback, "explain", "model"];
    return { score: 1, hits, total, verdict: "saved", marks: {}, feedback, late: [], solutions: {} };
  }
  const score = fraction(finding, question.grading);
  const verdict = score === 1 ? "right" : score > 0 ? "partial" : "wrong";
  const general = { right: "correct", wrong: "incorrect", partial: "partial" }[verdict];
  return {
    score,
    hits,
    total: total + extra,
    verdict,
    marks: finding.marks,
    feedback: [...finding.feedback, general],
    late: [...late, "explain", "model"],
    solutions,
  };
}

/**
 * The parts of an answer that hold something.
 * @param {Response} response
 */
const filled = (response) => (typeof response === "string" ? [response] : [...response]).filter((part) => part.length && String(part).trim());

/**
 * Why an answer cannot be submitted yet: the name of the message that says so, or null.
 *
 * A survey with a key is a list of statements to confirm: every one must be ticked.
 * @param {Question} question
 * @param {Response} response
 * @returns {"answer-first" | "tick-all" | "more-words" | null}
 */
export function lacks(question, response) {
  const parts = filled(response);
  const key = question.survey && question.type === "choice" ? (question.key_ ?? []) : [];
  if (key.some((id) => !parts.includes(id))) return "tick-all";
  if (!parts.length) return "answer-first";
  const words = question.minWords ?? 0;
  return words && String(response).trim().split(/\s+/).length < words ? "more-words" : null;
}
