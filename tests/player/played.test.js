import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { joined, pieces } from "../../scorm_templates/player/view/played.js";

describe("played", () => {
  it("joins pieces that touch or overlap, in any order", () => {
    assert.deepEqual(joined([[10, 20], [0, 5], [4, 9.5], [30, 31]]), [[0, 20], [30, 31]]);
    assert.deepEqual(joined([]), []);
  });

  it("never counts a piece twice", () => {
    assert.deepEqual(joined([[0, 10], [2, 4], [0, 10]]), [[0, 10]]);
  });

  it("reads what was kept and passes over what is no piece", () => {
    assert.deepEqual(pieces("0-12.30-45"), [[0, 12], [30, 45]]);
    assert.deepEqual(pieces(".x-3.9-4-5.7-2.null"), []);
    assert.deepEqual(pieces(""), []);
  });
});
