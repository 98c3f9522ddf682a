import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { lacks, mark } from "../../scorm_templates/player/interactions.js";
import { canonical, decimalSign } from "../../scorm_templates/player/numbers.js";
import * as sample from "./support/course.js";
import { anyResponse, practice } from "./support/course.js";
import { forAll } from "./support/random.js";

/** @import { Question, Response } from "../../scorm_templates/player/types.js" */

/** @param {Question} question @param {Response} response */
const score = (question, response) => mark(question, response).score;

describe("choice", () => {
  it("marks what was chosen, and what was missed", () => {
    const { marks, verdict, feedback, late } = mark(sample.chooseOne, ["a"]);
    assert.deepEqual(marks, { a: "wrong", b: "missed" });
    assert.equal(verdict, "wrong");
    assert.deepEqual(feedback, ["a", "incorrect"]);
    assert.deepEqual(late, ["explain", "model"]);
  });

  it("is all or nothing, unless the author grades by part", () => {
    assert.equal(score({ ...sample.chooseMany, grading: "all" }, ["a"]), 0);
    assert.equal(score(sample.chooseMany, ["a"]), 0.5);
    assert.equal(score(sample.chooseMany, ["c", "a"]), 1);
  });

  it("never gives the full score for ticking everything", () => {
    assert.equal(score(sample.chooseMany, ["a", "b", "c", "d"]), 0.5);
    assert.equal(score({ ...sample.chooseMany, grading: "penalty" }, ["a", "b", "c", "d"]), 0);
    assert.equal(score(sample.chooseMany, ["b"]), 0);
  });

  it("says how many parts are right", () => {
    const { hits, total, verdict } = mark(sample.chooseMany, ["a", "b"]);
    assert.deepEqual([hits, total, verdict], [1, 3, "partial"]);
  });
});

describe("true-false", () => {
  it("has one right answer", () => {
    assert.equal(score(sample.trueFalse, ["true"]), 1);
    assert.equal(score(sample.trueFalse, ["false"]), 0);
  });
});

describe("fill-in", () => {
  it("ignores case, spaces and typographic quotes", () => {
    const quoted = sample.question({ id: "q", type: "fill-in", gaps: [[{ id: "a", right: true, text: "Don't \"panic\"" }]] });
    assert.equal(score(quoted, ["  don’t   „PANIC“ "]), 1);
    assert.equal(score({ ...quoted, exact: true }, ["don’t „PANIC“"]), 0);
    assert.equal(score({ ...quoted, exact: true }, ["Don't \"panic\""]), 1);
  });

  it("scores each gap, answers a known mistake, and keeps the right text for later", () => {
    const { score, feedback, marks, solutions } = mark(sample.fillIn, ["press office", "24"]);
    assert.equal(score, 0.5);
    assert.deepEqual(feedback, ["b", "c", "partial"]);
    assert.deepEqual(marks, { 0: "wrong", 1: "right" });
    assert.deepEqual(solutions, { 0: "Security desk" });
  });

  it("does not take an empty gap for an answer", () => {
    assert.deepEqual(mark(sample.fillIn, ["", "24"]).marks, { 0: "missed", 1: "right" });
    assert.equal(lacks(sample.fillIn, [" ", ""]), "answer-first");
  });
});

describe("numeric", () => {
  it("includes both bounds, and an open end has none", () => {
    for (const [text, right] of /** @type {const} */ ([["23", 1], ["25", 1], ["22.9", 0], ["25.1", 0], ["72", 0], ["many", 0]]))
      assert.equal(score(sample.numeric, text), right, text);
    const open = sample.question({ id: "q", type: "numeric", gaps: [[{ id: "a", right: true, low: 5, high: null }]] });
    assert.equal(score(open, "1000000"), 1);
    assert.equal(score(open, "4.99"), 0);
  });

  it("answers a number the author expected as a mistake", () => {
    assert.deepEqual(mark(sample.numeric, "72").feedback, ["b", "incorrect"]);
  });

  it("reads what learners type in their own language", () => {
    const cases = /** @type {const} */ ([
      ["1,5", ",", "1.5"],
      ["1.5", ",", "1.5"],
      ["1,000", ".", "1000"],
      ["1,000", ",", "1"],
      ["1.000", ",", "1000"],
      ["1,5", ".", "1.5"],
      ["1.234.567,8", ",", "1234567.8"],
      ["1,234,567", ".", "1234567"],
      ["1 000", ",", "1000"],
      ["1'000.5", ".", "1000.5"],
      ["−3", ".", "-3"],
      ["24 hours", ".", "24"],
      ["80 %", ",", "80"],
      [".5", ".", "0.5"],
      ["5.", ".", "5"],
      ["about ten", ".", "about ten"],
      ["2-3", ".", "2-3"],
      ["", ".", ""],
    ]);
    for (const [typed, sign, expected] of cases) assert.equal(canonical(typed, sign), expected, `${typed} with ${sign}`);
    assert.deepEqual(["en", "de", "fr-FR", "de-CH", "no such language"].map(decimalSign), [".", ",", ",", ".", "."]);
  });
});

describe("matching", () => {
  it("gives each pair its part, and takes wrong ones off with a penalty", () => {
    assert.equal(score(sample.matching, [["x", "r"], ["y", "s"], ["z", "r"]]), 1);
    assert.equal(score({ ...sample.matching, grading: "partial" }, [["x", "r"], ["y", "r"]]), 0.333333333333);
    assert.equal(score(sample.matching, [["x", "r"], ["y", "r"]]), 0);
  });

  it("explains a right pair at once and a wrong one later", () => {
    const { feedback, late, solutions } = mark(sample.matching, [["x", "r"], ["y", "t"], ["z", "r"]]);
    assert.deepEqual(feedback, ["x", "z", "partial"]);
    assert.deepEqual(late, ["y", "explain", "model"]);
    assert.deepEqual(solutions, { y: "Option s" });
  });
});

describe("sequencing", () => {
  it("counts steps in their right place", () => {
    assert.equal(score(sample.sequencing, ["a", "b", "c"]), 1);
    assert.equal(score(sample.sequencing, ["a", "c", "b"]), 0.333333333333);
    assert.deepEqual(mark(sample.sequencing, ["b", "a", "c"]).solutions, { a: "1", b: "2" });
  });
});

describe("surveys", () => {
  it("are saved, never right or wrong", () => {
    const { verdict, score, marks } = mark(sample.reflect, "three words here");
    assert.deepEqual([verdict, score, marks], ["saved", 1, {}]);
  });

  it("ask for enough words, and for every statement", () => {
    assert.equal(lacks(sample.reflect, "two words"), "more-words");
    assert.equal(lacks(sample.reflect, "three words here"), null);
    assert.equal(lacks(sample.acknowledge, ["a"]), "tick-all");
    assert.equal(lacks(sample.acknowledge, ["a", "b"]), null);
  });
});

it("keeps every score within its bounds, and gives 1 to the key alone", () => {
  forAll(300, (random) => {
    for (const question of practice) {
      for (const grading of /** @type {const} */ (["all", "partial", "penalty"])) {
        const { score, verdict, hits, total } = mark({ ...question, grading }, anyResponse(question, random));
        assert.ok(score >= 0 && score <= 1 && hits <= total);
        assert.equal(verdict === "right", score === 1 && !question.survey);
      }
    }
  });
});
