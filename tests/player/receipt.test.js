import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { receipt } from "../../scorm_templates/player/receipt.js";

/** @import { Outcome } from "../../scorm_templates/player/types.js" */

/**
 * The same cases are read back in Python: `tests/model/test_receipt.py`.
 * @type {{ course: { id: string, version: string }, outcome: Outcome, facts: { percent: number, day: number, learner: string }, code: string }[]}
 */
const cases = JSON.parse(readFileSync(new URL("receipts.json", import.meta.url), "utf8"));

describe("a receipt", () => {
  for (const { course, outcome, facts, code } of cases)
    it(code, () => assert.equal(receipt(course, outcome, facts), code));

  it("differs when anything in it does", () => {
    const [first] = cases;
    assert.ok(first);
    const { course, outcome, facts } = first;
    const others = [
      receipt({ ...course, id: "another" }, outcome, facts),
      receipt({ ...course, version: "9" }, outcome, facts),
      receipt(course, { ...outcome, completion: !outcome.completion }, facts),
      receipt(course, { ...outcome, success: "unknown" }, facts),
      receipt(course, { ...outcome, scaled: null }, facts),
      receipt(course, outcome, { ...facts, percent: 1 }),
      receipt(course, outcome, { ...facts, day: 20000 }),
      receipt(course, outcome, { ...facts, learner: "somebody" }),
      receipt(course, outcome, { ...facts, learner: "" }),
    ];
    assert.equal(new Set([first.code, ...others]).size, others.length + 1);
  });

  it("does not mind how an LMS writes an id", () => {
    const [first] = cases;
    assert.ok(first);
    const { course, outcome, facts, code } = first;
    assert.equal(receipt(course, outcome, { ...facts, learner: ` ${facts.learner.toUpperCase()} ` }), code);
  });
});
