/** Each mode differs from the strict run-time in what its name says, and the log tells what the SCO was told. */

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";

import { bind, switchable } from "./bind.js";
import { runTime } from "./runtime.js";
import { STANDARDS } from "./standards.js";
import { memoryStore } from "./store.js";

/** @typedef {import("./types.js").Call} Call */
/** @typedef {import("./types.js").Context} Context */

/** A started session in one mode. @param {string} name @param {string} [standardName] */
async function inMode(name, standardName = "scorm12") {
  const standard = STANDARDS[standardName];
  assert(standard);
  /** @type {import("./types.js").Mode} */
  const mode = await import(`./modes/${name}.js`);
  const store = memoryStore();
  /** @type {Context} */
  const context = { standard, store, dismissing: false, complaints: [] };
  const strict = runTime(standard, store, (values) => mode.seed?.(values, standard) ?? values);
  const lms = switchable(strict, mode, context, () => true);
  return { lms, store, context, mode, started: () => (strict.initialize(""), lms) };
}

test("every mode is a seed, a wrapper or a place", async () => {
  for (const file of readdirSync(new URL("modes/", import.meta.url))) {
    const mode = await import(`./modes/${file}`);
    assert(mode.seed ?? mode.wrap ?? mode.place, file);
  }
});

test("open-edx keeps at once, answers blank, and knows no error", async () => {
  const { lms, store } = await inMode("open-edx");
  lms.initialize("");
  assert.equal(lms.setValue("cmi.core.lesson_status", "nonsense"), "true");
  assert.equal(lms.getLastError(), "0");
  lms.setValue("cmi.core.lesson_status", "passed");
  lms.setValue("cmi.suspend_data", "state");
  assert.equal(store.saved?.values["cmi.core.lesson_status"], "passed");
  assert.equal(lms.getValue("cmi.core.lesson_status"), "");
  assert.equal(lms.getValue("cmi.interactions._count"), "");
  assert.equal(lms.getValue("cmi.suspend_data"), "state");
});

test("moodle12 decides the status from any score", async () => {
  const { started, store } = await inMode("moodle12");
  const lms = started();
  lms.setValue("cmi.core.score.raw", "70");
  lms.setValue("cmi.core.lesson_status", "incomplete");
  assert.equal(lms.getValue("cmi.core.score.raw"), 70);
  lms.terminate("");
  assert.equal(store.saved?.values["cmi.core.lesson_status"], "incomplete");

  const marked = runTime(/** @type {any} */ (STANDARDS["scorm12"]), store, (values) => ({
    ...values,
    "cmi.student_data.mastery_score": "60",
  }));
  const mode = await import("./modes/moodle12.js");
  const again = switchable(marked, mode, /** @type {any} */ ({}), () => true);
  again.initialize("");
  again.terminate("");
  assert.equal(store.saved?.values["cmi.core.lesson_status"], "passed");
});

test("moodle2004 has an objective already, no 403, and narrow ids", async () => {
  const { started } = await inMode("moodle2004", "scorm2004-4");
  const lms = started();
  assert.equal(lms.getValue("cmi.objectives._count"), "1");
  assert.equal(lms.getValue("cmi.suspend_data"), "");
  assert.equal(lms.getLastError(), "0");
  lms.setValue("cmi.interactions.0.id", "q_1");
  lms.setValue("cmi.interactions.0.type", "choice");
  assert.equal(lms.setValue("cmi.interactions.0.learner_response", "a-b"), "false");
  assert.equal(lms.getLastError(), "406");
  assert.equal(lms.setValue("cmi.interactions.0.learner_response", "a_b"), "true");
  assert.equal(lms.setValue("cmi.interactions.0.description", "{x}"), "false");
});

test("cornerstone notices a score after its status, and has no commit at the end", async () => {
  const { started, context } = await inMode("cornerstone");
  const lms = started();
  lms.setValue("cmi.core.score.raw", "90");
  lms.setValue("cmi.core.lesson_status", "passed");
  assert.deepEqual(context.complaints, []);
  lms.setValue("cmi.core.score.raw", "95");
  assert.equal(context.complaints.length, 1);
  assert.equal(lms.commit(""), "true");
  context.dismissing = true;
  assert.equal(lms.commit(""), null);
});

test("the ways of answering", async () => {
  const answers = async (/** @type {string} */ name) => {
    const { started } = await inMode(name);
    const lms = started();
    return [lms.setValue("cmi.suspend_data", "x"), lms.commit(""), lms.getValue("cmi.comments"), lms.getLastError()];
  };
  assert.deepEqual(await answers("returns-boolean"), [true, true, "", 0]);
  assert.deepEqual(await answers("returns-number"), [1, 1, "", "0"]);
  assert.deepEqual(await answers("returns-upper-case"), ["TRUE", "TRUE", "", "0"]);
  assert.deepEqual(await answers("returns-false"), ["false", "false", "", "0"]);
  assert.deepEqual(await answers("getters-null"), ["true", "true", null, "0"]);
  assert.deepEqual(await answers("getters-undefined"), ["true", "true", undefined, "0"]);
  assert.deepEqual(await answers("silent"), ["", "", "", ""]);
  await assert.rejects(answers("throws"), /broken/);
  await assert.rejects(answers("throws-on-set"), /cannot store/);
});

test("offline keeps nothing and says so", async () => {
  const { started, store } = await inMode("offline", "scorm2004-3");
  const lms = started();
  assert.equal(lms.setValue("cmi.suspend_data", "x"), "true");
  assert.equal(lms.commit(""), "false");
  assert.equal(lms.getLastError(), "391");
  assert.equal(lms.terminate(""), "false");
  assert.equal(store.saved, null);
});

test("no-interactions refuses that family only", async () => {
  const { started } = await inMode("no-interactions");
  const lms = started();
  assert.equal(lms.getValue("cmi.interactions._count"), "");
  assert.equal(lms.getLastError(), "401");
  assert.equal(lms.setValue("cmi.interactions.0.id", "q"), "false");
  assert.equal(lms.getLastError(), "401");
  assert.equal(lms.setValue("cmi.suspend_data", "x"), "true");
  assert.equal(lms.getLastError(), "0");
});

test("what the LMS offers at launch", async () => {
  const first = async (/** @type {string} */ name, /** @type {string} */ standard, /** @type {string} */ element) =>
    (await inMode(name, standard)).started().getValue(element);
  assert.equal(await first("browse", "scorm12", "cmi.core.lesson_mode"), "browse");
  assert.equal(await first("browse", "scorm2004-4", "cmi.mode"), "browse");
  assert.equal(await first("review", "scorm12", "cmi.core.credit"), "no-credit");
  assert.equal(await first("review", "scorm2004-3", "cmi.mode"), "review");
  assert.equal(await first("pass-mark", "scorm12", "cmi.student_data.mastery_score"), "50");
  assert.equal(await first("pass-mark", "scorm2004-4", "cmi.scaled_passing_score"), "0.5");
});

test("sessions that go on, or are over, when the page loads again", async () => {
  const alive = (await inMode("session-alive", "scorm2004-4")).lms;
  assert.equal(alive.initialize(""), "false");
  assert.equal(alive.getLastError(), "103");
  assert.equal(alive.setValue("cmi.location", "2"), "true");
  const over = (await inMode("session-over", "scorm2004-4")).lms;
  assert.equal(over.initialize(""), "false");
  assert.equal(over.getLastError(), "104");
});

test("where the API is put, and when", async (t) => {
  const { mode: late } = await inMode("late");
  const { mode: missing } = await inMode("missing");
  const { mode: both, context } = await inMode("both-apis");
  /** @type {Record<string, any>} */
  const target = {};
  missing.place?.(target, "API", {}, context);
  assert.deepEqual(target, {});
  both.place?.(target, "API", {}, context);
  target["API_1484_11"].Initialize("");
  assert.deepEqual(context.complaints, ["API_1484_11.Initialize was called"]);
  t.mock.timers.enable({ apis: ["setTimeout"] });
  /** @type {Record<string, unknown>} */
  const slow = {};
  late.place?.(slow, "API", {}, context);
  t.mock.timers.tick(2999);
  assert.deepEqual(slow, {});
  t.mock.timers.tick(1);
  assert.deepEqual(slow, { API: {} });
});

test("the log holds every call with its result, its error and what was thrown", async () => {
  const standard = STANDARDS["scorm12"];
  assert(standard);
  /** @type {Call[]} */
  const log = [];
  const note = (/** @type {Call} */ call) => void log.push(call);
  const api = bind(runTime(standard, memoryStore()), standard, note, () => 7);
  api["LMSInitialize"]?.("");
  api["LMSSetValue"]?.("cmi.core.lesson_status", "won");
  api["LMSGetLastError"]?.();
  assert.deepEqual([...log], [
    { call: "LMSInitialize", args: [""], returned: "true", error: "0", at: 7 },
    { call: "LMSSetValue", args: ["cmi.core.lesson_status", "won"], returned: "false", error: "405", at: 7 },
  ]);
  const { lms } = await inMode("throws");
  const broken = bind(lms, standard, note, () => 8);
  assert.throws(() => broken["LMSCommit"]?.(""));
  assert.equal(log[2]?.thrown, "Error: the LMS is broken");
});

test("a mode can be turned on and off", async () => {
  const { store, context, mode } = await inMode("offline");
  let isOn = false;
  const strict = runTime(context.standard, store);
  const lms = switchable(strict, mode, context, () => isOn);
  strict.initialize("");
  assert.equal(lms.commit(""), "true");
  isOn = true;
  assert.equal(lms.commit(""), "false");
  isOn = false;
  assert.equal(lms.commit(""), "true");
});
