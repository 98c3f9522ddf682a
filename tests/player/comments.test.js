import assert from "node:assert/strict";
import { beforeEach, describe, it } from "node:test";
import { NAMES, fresh } from "./support/lms.js";

/** @import { Wrap } from "../lms/types.js" */

const [scorm12] = NAMES;

/** An LMS that adds a comment to those it has, as Moodle does. @type {Wrap} */
const appends = (lms) => ({
  setValue: (/** @type {string} */ element, /** @type {string} */ value) =>
    lms.setValue(element, element === "cmi.comments" ? `${lms.getValue(element)}${value}` : value),
});

/** An LMS that knows no comments. @type {Wrap} */
const knowsNone = (lms) => ({
  setValue: (/** @type {string} */ element, /** @type {string} */ value) =>
    element.startsWith("cmi.comments") ? "false" : lms.setValue(element, value),
  getLastError: () => "401",
});

describe("comments", () => {
  /** @type {ReturnType<typeof fresh>} */
  let visit;
  beforeEach(() => {
    visit = fresh();
  });

  for (const name of NAMES)
    it(`are kept one beside the other, and committed at once (${name})`, async () => {
      const { lms, said } = await visit(name);
      assert.equal(lms.comment("First,\nwith a line", "ask"), true);
      assert.equal(lms.comment("{second} [,]", "ask"), true);
      assert.equal(said().at(-1), "Commit");
      const written = said().join("\n");
      assert.match(written, /First, with a line/);
      assert.match(written, /\{second\}/);
    });

  it("are not doubled by an LMS that appends", async () => {
    const { lms, calls } = await visit(scorm12, { wrap: appends });
    lms.comment("one", "ask");
    lms.comment("two", "ask");
    const set = calls("SetValue").filter((line) => line.args[0] === "cmi.comments");
    assert.deepEqual(
      set.map((line) => line.args[1]),
      ["[ask] one", "[ask] two"],
    );
  });

  it("are said to be kept only where the LMS takes them", async () => {
    const { lms } = await visit(scorm12, { wrap: knowsNone });
    assert.equal(lms.comment("one", "ask"), false);
  });
});
