import assert from "node:assert/strict";
import { beforeEach, describe, it, mock } from "node:test";
import { wrap as openEdx } from "../lms/modes/open-edx.js";
import { wrap as withoutInteractions } from "../lms/modes/no-interactions.js";
import { wrap as offline } from "../lms/modes/offline.js";
import { chooseOne } from "./support/course.js";
import { BEGUN, NAMES, fresh } from "./support/lms.js";

/** @import { InteractionRecord, Outcome } from "../../scorm_templates/player/types.js" */
/** @import { Wrap } from "../lms/types.js" */

/** @type {Outcome} */
const PASSED = { scaled: 0.9, completion: true, success: "passed", final: true };
/** @type {Outcome} */
const FAILED = { scaled: 0.3, completion: false, success: "failed", final: false };

/** @param {number} index @returns {InteractionRecord} */
const record = (index) => ({
  question: chooseOne,
  attempt: index + 1,
  response: ["a"],
  result: "incorrect",
  seconds: 3,
  time: new Date(0),
  index,
});

for (const name of NAMES) {
  describe(name, () => {
    /** @type {ReturnType<typeof fresh>} */
    let visit;
    beforeEach(() => {
      visit = fresh();
    });

    describe("asked what it holds", () => {
      const needed = { scorm12: ["raw", "status"], "scorm2004-4": ["raw", "success", "status"] };

      it("says what was sent, when, and what it has", async () => {
        const { lms, save } = await visit(name);
        save("{}");
        lms.finish(BEGUN);
        mock.timers.tick(60_000);
        lms.finish(PASSED);
        const { ok, saved, rows } = lms.check(PASSED, false);
        assert.equal(ok, true);
        assert.equal(saved?.getTime(), 60_000);
        assert.equal(rows.length, needed[name].length);
        for (const { sent, held } of rows) assert.equal(sent, held);
      });

      it("sends what it lost, and lowers nothing", async () => {
        const { lms, save, element, calls, stored } = await visit(name);
        save("{}");
        lms.finish(PASSED);
        const api = Object.values(/** @type {any} */ (globalThis).window)[0];
        const set = name === "scorm12" ? "LMSSetValue" : "SetValue";
        api[set](element("raw"), "10");
        const lost = name === "scorm12" ? element("raw") : "cmi.score.scaled";
        if (name !== "scorm12") api[set](lost, "0.1");
        const row = () => lms.check(PASSED, false).rows.find((one) => one.element === lost);
        assert.notEqual(row()?.held, row()?.sent);
        const before = calls("Commit").length;
        const again = lms.check(PASSED, true);
        assert.equal(calls("Commit").length, before + 1);
        assert.deepEqual(again.rows.filter(({ sent, held }) => sent !== held), []);
        lms.check(BEGUN, true);
        assert.equal(stored("success"), "passed");
      });

      it("does not call it saved while no commit gets through", async () => {
        const { lms, save } = await visit(name, { wrap: offline });
        save("{}");
        lms.finish(PASSED);
        assert.deepEqual({ ...lms.check(PASSED, true), rows: [] }, { ok: false, saved: null, rows: [] });
      });

      it("has nothing to say when the session is closed", async () => {
        const { lms, save } = await visit(name);
        save("{}");
        lms.finish(PASSED);
        lms.close({ seconds: 1, explicit: true });
        assert.deepEqual(lms.check(PASSED, true).rows, []);
      });

      it("writes nothing in a review", async () => {
        const { lms, said } = await visit(name, { values: { mode: "review" } });
        lms.check(PASSED, true);
        assert.deepEqual(said(), []);
      });
    });

    it("says at the first launch, before the learner can leave, that the module is begun and the exit a break", async () => {
      const { lms, calls, said, save, stored } = await visit(name);
      save("{}");
      lms.finish(BEGUN);
      assert.equal(stored("status"), "incomplete");
      assert.equal(stored("exit"), "suspend");
      assert.equal(said().at(-1), "Commit");
      assert.ok(calls("GetValue").length <= 6);
    });

    it("says nothing of status and score when an unfinished learner comes back", async () => {
      const first = await visit(name);
      first.save("one");
      first.lms.finish(FAILED);
      first.lms.close({ seconds: 5, explicit: false });
      const second = await visit(name);
      assert.deepEqual(second.opening.kept, ["one", ""]);
      second.lms.finish(FAILED);
      assert.deepEqual(
        second.said().filter((line) => /status|score/.test(line)),
        [],
      );
    });

    it("never lowers a status, even when our own state is lost", async () => {
      const first = await visit(name);
      first.lms.finish(PASSED);
      first.lms.close({ seconds: 5, explicit: false });
      const second = await visit(name);
      assert.deepEqual(
        [second.opening.completed, second.opening.passed, second.opening.scaled],
        [true, true, 0.9],
      );
      second.lms.finish(BEGUN);
      second.lms.finish({ ...FAILED, scaled: 0.9, final: true });
      assert.deepEqual(
        second.said().filter((line) => /status/.test(line)),
        [],
      );
      assert.equal(second.stored("raw"), "90");
    });

    it("writes the score first, then success, then completion", async () => {
      const { lms, said } = await visit(name);
      lms.finish(BEGUN);
      const before = said().length;
      lms.finish(PASSED);
      const scores = ["cmi.score.scaled=0.9", "cmi.score.raw=90", "cmi.score.min=0", "cmi.score.max=100"];
      const expected = {
        scorm12: [
          "cmi.core.score.raw=90",
          "cmi.core.score.min=0",
          "cmi.core.score.max=100",
          "cmi.core.lesson_status=passed",
          "Commit",
        ],
        "scorm2004-4": [
          ...scores,
          "cmi.success_status=passed",
          "Commit",
          "cmi.completion_status=completed",
          "cmi.progress_measure=1",
          "Commit",
        ],
      };
      assert.deepEqual(said().slice(before), expected[name]);
    });

    it("reports a failure that can be mended so that no LMS locks the module", async () => {
      const { lms, stored } = await visit(name);
      lms.finish(FAILED);
      assert.equal(stored("status"), "incomplete");
      assert.equal(stored("success"), name === "scorm12" ? "incomplete" : "failed");
      lms.finish({ ...FAILED, completion: true, final: true });
      assert.equal(stored("success"), "failed");
      assert.equal(stored("raw"), "30");
    });

    it("completes a module of pages without a score", async () => {
      const { lms, stored, said } = await visit(name);
      lms.finish({ scaled: null, completion: true, success: "none", final: false });
      assert.equal(stored("status"), "completed");
      assert.deepEqual(
        said().filter((line) => /score|success/.test(line)),
        [],
      );
    });

    for (const mode of ["review", "browse"])
      it(`sets nothing in ${mode} mode`, async () => {
        const { lms, opening, said, save } = await visit(name, { values: { mode } });
        assert.equal(opening.mode, mode);
        save("{}");
        lms.record(record(0));
        lms.finish(PASSED);
        mock.timers.tick(60_000);
        lms.flush();
        lms.close({ seconds: 9, explicit: true });
        assert.deepEqual(said(), [name === "scorm12" ? "Finish" : "Terminate"]);
      });

    it("takes the pass mark of the LMS when it is a number", async () => {
      const mark = async (/** @type {string} */ pass) =>
        (await visit(name, { values: { pass } })).opening.passMark;
      assert.equal(await mark(name === "scorm12" ? "85" : "0.85"), 0.85);
      assert.equal(await mark(""), null);
      assert.equal(await mark("much"), null);
    });

    it("commits an answer within five seconds, a page view within fifteen, and repeats nothing", async () => {
      const { lms, calls, save } = await visit(name);
      save("one");
      lms.finish(BEGUN);
      const commits = () => calls("Commit").length;
      save("two");
      mock.timers.tick(14_000);
      assert.equal(commits(), 1);
      mock.timers.tick(1_000);
      assert.equal(commits(), 2);
      lms.record(record(0));
      save("two");
      mock.timers.tick(5_000);
      assert.equal(commits(), 3);
      save("two");
      mock.timers.tick(60_000);
      lms.flush();
      assert.equal(commits(), 3);
      const sets = calls("SetValue").map(({ args }) => args.join("="));
      assert.equal(new Set(sets).size, sets.length);
    });

    it("ends the session once, also without a button, and calls nothing after it", async () => {
      const { lms, log, said, save } = await visit(name);
      save("one");
      lms.finish(BEGUN);
      save("two", 61);
      assert.equal(lms.close({ seconds: 62.3, explicit: false }), "sent");
      const count = log.length;
      save("three", 70);
      lms.record(record(1));
      lms.finish(PASSED);
      lms.flush();
      lms.close({ seconds: 99, explicit: true });
      mock.timers.tick(60_000);
      assert.equal(log.length, count);
      const end = name === "scorm12" ? ["Commit", "Finish"] : ["cmi.session_time=PT0H01M02.30S", "Terminate"];
      assert.deepEqual(said().slice(-2), end);
    });

    it("asks the LMS to suspend all only when the learner leaves by the button", async () => {
      const { lms, said } = await visit(name);
      lms.finish(BEGUN);
      lms.close({ seconds: 1, explicit: true });
      assert.equal(said().includes("adl.nav.request=suspendAll"), name !== "scorm12");
    });

    it("tells the learner after three failed commits, keeps a copy, and takes it back when the LMS recovers", async () => {
      const { lms, troubles, items, stored, save } = await visit(name, { wrap: outage(() => down) });
      let down = false;
      save("one");
      lms.finish(BEGUN);
      down = true;
      save("two");
      lms.finish(PASSED);
      assert.deepEqual(
        troubles.filter((one) => one !== "fine"),
        [],
      );
      assert.deepEqual([...items.values()], ["two"]);
      mock.timers.tick(2_000);
      mock.timers.tick(5_000);
      assert.equal(troubles.at(-1), "failing");
      down = false;
      mock.timers.tick(15_000);
      assert.equal(troubles.at(-1), "fine");
      assert.deepEqual([stored("suspend"), stored("success"), ...items.values()], ["two", "passed", ""]);
    });

    it("offers the copy that an earlier visit could not send, and sends it", async () => {
      const first = await visit(name, { wrap: offline });
      first.save("copy");
      first.lms.finish(PASSED);
      assert.equal(first.lms.close({ seconds: 5, explicit: true }), "unsent");
      const second = await visit(name);
      assert.deepEqual(second.opening.kept, ["", "copy"]);
      second.save("copy");
      second.lms.finish(PASSED);
      assert.deepEqual(
        [second.stored("suspend"), second.stored("raw"), ...second.items.values()],
        ["copy", "90", ""],
      );
    });

    it("stops offering interactions to an LMS that has none, and completes all the same", async () => {
      const { lms, calls, troubles, stored } = await visit(name, { wrap: withoutInteractions });
      for (let i = 0; i < 10; i++) lms.record(record(i));
      lms.finish(PASSED);
      assert.equal(
        calls("SetValue").filter(({ args }) => `${args[0]}`.startsWith("cmi.interactions")).length,
        3,
      );
      assert.deepEqual(
        troubles.filter((one) => one !== "fine"),
        [],
      );
      assert.equal(stored("success"), "passed");
    });

    it("leaves half of the records to answers, whatever is said besides them", async () => {
      const { lms, calls } = await visit(name);
      const most = name === "scorm12" ? 50 : 250;
      for (const [extra, made] of /** @type {const} */ ([[true, most / 2], [false, most]])) {
        for (let i = 0; i < most; i++) lms.record({ ...record(i), extra });
        lms.flush();
        assert.equal(calls("SetValue").filter(({ args }) => `${args[0]}`.endsWith(".id")).length, made);
      }
    });

    it("goes on from the records the LMS has, or from our own count where it cannot say", async () => {
      const ids = async (/** @type {Wrap | undefined} */ wrap) => {
        const { lms, calls } = await visit(name, wrap ? { wrap } : {});
        lms.record(record(7));
        lms.flush();
        return calls("SetValue")
          .map(({ args }) => `${args[0]}`)
          .filter((element) => element.endsWith(".id"));
      };
      assert.deepEqual(await ids(undefined), ["cmi.interactions.0.id"]);
      assert.deepEqual(await ids(openEdx), ["cmi.interactions.7.id"]);
    });

    it("resumes in an LMS whose getters say nothing", async () => {
      const first = await visit(name, { wrap: openEdx });
      first.save("state");
      first.lms.finish(PASSED);
      first.lms.close({ seconds: 5, explicit: false });
      const second = await visit(name, { wrap: openEdx });
      assert.equal(second.opening.kept[0], "state");
      second.lms.finish(PASSED);
      assert.deepEqual([second.stored("success"), second.stored("raw")], ["passed", "90"]);
    });

    it("goes on when the session is still alive, and without the LMS when it is over or broken", async () => {
      const code = (/** @type {string} */ error) => () => ({
        initialize: () => "false",
        getLastError: () => error,
      });
      const trouble = async (/** @type {Wrap} */ wrap) => (await visit(name, { wrap })).troubles.at(-1);
      assert.equal(await trouble(code("0")), undefined);
      assert.equal(await trouble(code(name === "scorm12" ? "101" : "103")), undefined);
      assert.equal(await trouble(code("104")), "relaunch");
      assert.equal(await trouble(code("102")), "offline");
      assert.equal(
        await trouble(() => ({
          initialize: () => {
            throw new Error("gone");
          },
        })),
        "offline",
      );
    });

    it("bears an LMS that throws at every value", async () => {
      const { lms, troubles, save } = await visit(name, {
        wrap: () => ({
          setValue: () => {
            throw new Error("no");
          },
        }),
      });
      save("one");
      lms.record(record(0));
      lms.finish(PASSED);
      for (const seconds of [2, 5]) mock.timers.tick(seconds * 1000);
      assert.equal(troubles.at(-1), "failing");
      assert.equal(lms.close({ seconds: 1, explicit: false }), "unsent");
    });

    it("keeps the state in the browser when there is no LMS", async () => {
      const { lms, opening, troubles, items, log, save } = await visit(name, {
        wrap: () => ({ initialize: () => "false", getLastError: () => "102" }),
      });
      assert.deepEqual([opening.mode, opening.kept, troubles], ["", [""], ["offline"]]);
      save("alone");
      lms.finish(PASSED);
      assert.equal(lms.close({ seconds: 1, explicit: true }), "local");
      assert.deepEqual([...items.values()], ["alone"]);
      assert.equal(log.length, 1);
    });
  });
}

/** An LMS that may be out of reach for a while. @param {() => boolean} isDown @returns {Wrap} */
const outage = (isDown) => (lms, context) => ({
  commit: (argument) => (isDown() ? "false" : lms.commit(argument)),
  getLastError: () => (isDown() ? `${context.standard.codes.commitFailed}` : lms.getLastError()),
});
