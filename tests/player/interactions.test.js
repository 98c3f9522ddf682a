import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { lacks, mark } from "../../scorm_templates/player/interactions.js";
import { canonical, decimalSign } from "../../scorm_templates/player/numbers.js";
import * as sample from "./support/course.js";
import { anyResponse, practice } from "./support/course.js";
import { forAll } from "./support/random.js";

/** @import { Part, Question, Response } from "../../scorm_templates/player/types.js" */

/** @param {Question} question @param {Response} response */
const score = (question, response) => mark(question, response).score;

/** @param {readonly Part[]} parts */
const marks = (parts) =>
  Object.fromEntries(parts.map(({ id, right, given }) => [id, right ? "right" : given ? "wrong" : "missed"]));

/** What is said at once. @param {readonly Part[]} parts */
const said = (parts) => parts.map(({ feedback }) => feedback).filter(Boolean);

describe("choice", () => {
  it("marks what was chosen, and what was missed", () => {
    const { parts, verdict } = mark(sample.chooseOne, ["a"]);
    assert.deepEqual(marks(parts), { a: "wrong", b: "missed" });
    assert.equal(verdict, "wrong");
    assert.deepEqual(said(parts), ["a"]);
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
    const { hits, of, verdict } = mark(sample.chooseMany, ["a", "b"]);
    assert.deepEqual([hits, of, verdict], [1, 3, "partial"]);
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
    const quoted = sample.question({
      id: "q",
      type: "fill-in",
      gaps: [[{ id: "a", right: true, text: 'Don\'t "panic"' }]],
    });
    assert.equal(score(quoted, ["  don’t   „PANIC“ "]), 1);
    assert.equal(score({ ...quoted, exact: true }, ["don’t „PANIC“"]), 0);
    assert.equal(score({ ...quoted, exact: true }, ['Don\'t "panic"']), 1);
  });

  it("scores each gap, answers a known mistake, and keeps the right text for later", () => {
    const { score, parts } = mark(sample.fillIn, ["press office", "24"]);
    assert.equal(score, 0.5);
    assert.deepEqual(said(parts), ["b", "c"]);
    assert.deepEqual(marks(parts), { 0: "wrong", 1: "right" });
    assert.equal(parts[0]?.solution, "Security desk");
  });

  it("does not take an empty gap for an answer", () => {
    assert.deepEqual(marks(mark(sample.fillIn, ["", "24"]).parts), { 0: "missed", 1: "right" });
    assert.equal(lacks(sample.fillIn, [" ", ""]), "answer-first");
  });
});

describe("numeric", () => {
  it("includes both bounds, and an open end has none", () => {
    for (const [text, right] of /** @type {const} */ ([
      ["23", 1],
      ["25", 1],
      ["22.9", 0],
      ["25.1", 0],
      ["72", 0],
      ["many", 0],
    ]))
      assert.equal(score(sample.numeric, text), right, text);
    const open = sample.question({
      id: "q",
      type: "numeric",
      gaps: [[{ id: "a", right: true, low: 5, high: null }]],
    });
    assert.equal(score(open, "1000000"), 1);
    assert.equal(score(open, "4.99"), 0);
  });

  it("answers a number the author expected as a mistake", () => {
    assert.deepEqual(said(mark(sample.numeric, "72").parts), ["b"]);
  });

  it("reads what learners type in their own language", () => {
    const cases = /** @type {const} */ ([
      ["1,5", ",", "1.5"],
      ["１２．５", ".", "12.5"],
      ["١٢٫٥", ".", "12.5"],
      ["۱٬۲۰۰", ".", "1200"],
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
    for (const [typed, sign, expected] of cases)
      assert.equal(canonical(typed, sign), expected, `${typed} with ${sign}`);
    assert.deepEqual(["en", "de", "fr-FR", "de-CH"].map(decimalSign), [".", ",", ",", "."]);
  });
});

describe("matching", () => {
  it("gives each pair its part, and takes wrong ones off with a penalty", () => {
    assert.equal(
      score(sample.matching, [
        ["x", "r"],
        ["y", "s"],
        ["z", "r"],
      ]),
      1,
    );
    assert.equal(
      score({ ...sample.matching, grading: "partial" }, [
        ["x", "r"],
        ["y", "r"],
      ]),
      0.333333333333,
    );
    assert.equal(
      score(sample.matching, [
        ["x", "r"],
        ["y", "r"],
      ]),
      0,
    );
  });

  it("explains the pairs only when the key may be seen", () => {
    const { parts } = mark(sample.matching, [
      ["x", "r"],
      ["y", "t"],
    ]);
    assert.deepEqual(marks(parts), { x: "right", y: "wrong", z: "missed" });
    assert.deepEqual(said(parts), []);
    assert.deepEqual(
      parts.map(({ late, solution }) => [late, solution]),
      [
        ["x", "Option r"],
        ["y", "Option s"],
        ["z", "Option r"],
      ],
    );
  });
});

describe("sequencing", () => {
  it("counts steps in their right place", () => {
    assert.equal(score(sample.sequencing, ["a", "b", "c"]), 1);
    assert.equal(score(sample.sequencing, ["a", "c", "b"]), 0.333333333333);
    const { parts } = mark(sample.sequencing, ["b", "a", "c"]);
    assert.deepEqual(
      parts.map(({ id, right, solution }) => [id, right, solution]),
      [
        ["a", false, "1"],
        ["b", false, "2"],
        ["c", true, "3"],
      ],
    );
  });
});

describe("surveys", () => {
  it("are saved, never right or wrong", () => {
    const { verdict, score, parts } = mark(sample.reflect, "three words here");
    assert.deepEqual([verdict, score, parts], ["saved", 1, []]);
  });

  it("judge nobody, whatever the type and the answer", () => {
    forAll(100, (random) => {
      for (const question of practice) {
        const { verdict, score } = mark({ ...question, survey: true }, anyResponse(question, random));
        assert.deepEqual([verdict, score], ["saved", 1]);
      }
    });
  });

  it("ask for enough words, and for every statement", () => {
    assert.equal(lacks(sample.reflect, "two words"), "more-words");
    assert.equal(lacks(sample.reflect, "three words here"), "");
    assert.equal(lacks(sample.reflect, "投稿、"), "more-words", "Japanese has no spaces: two signs are a word");
    assert.equal(lacks(sample.reflect, "投稿する前に、考えます。"), "");
    assert.equal(lacks(sample.acknowledge, ["a"]), "tick-all");
    assert.equal(lacks(sample.acknowledge, ["a", "b"]), "");
  });

  it("take a rating of some statements, and speak to those alone", () => {
    const { verdict, parts } = mark(sample.rate, [["b", "3"]]);
    assert.deepEqual([verdict, parts.map(({ late }) => late)], ["saved", ["b"]]);
    assert.equal(lacks(sample.rate, []), "answer-first");
    assert.equal(lacks(sample.rate, [["b", "3"]]), "");
  });
});

describe("a number to choose", () => {
  it("is asked for, neither more nor less", () => {
    const two = { ...sample.chooseMany, choose: 2 };
    assert.deepEqual(
      [[], ["a"], ["a", "b"], ["a", "b", "c"]].map((chosen) => lacks(two, chosen)),
      ["answer-first", "choose", "", "choose"],
    );
  });
});

it("keeps every score within its bounds, and finds right what reaches the mark, else 1", () => {
  forAll(300, (random) => {
    for (const question of practice) {
      for (const grading of /** @type {const} */ (["all", "partial", "penalty"])) {
        const { score, verdict, hits, of } = mark({ ...question, grading }, anyResponse(question, random));
        assert.ok(score >= 0 && score <= 1 && hits <= of);
        assert.equal(verdict === "right", score >= (question.pass ?? 1) && !question.survey);
      }
    }
  });
});

describe("found by changing the code", () => {
  it("takes nothing off for what was left blank", () => {
    assert.equal(mark({ ...sample.matching, grading: "penalty" }, [["x", "r"]]).score, 0.333333333333);
  });

  it("lets the first answer that fits decide, and shows the first right one", () => {
    const gap = [
      { id: "a", right: false, text: "desk" },
      { id: "b", right: true, text: "Desk" },
      { id: "c", right: true, text: "the desk" },
    ];
    const [part] = mark({ ...sample.fillIn, gaps: [gap] }, ["DESK"]).parts;
    assert.deepEqual([part?.feedback, part?.right, part?.solution], ["a", false, "Desk"]);
  });
});
