/** The mock refuses what SCORM 1.2 refuses; otherwise a transcript that runs through would prove nothing. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { runTime } from "./runtime.js";
import { SCORM_12 } from "./scorm12.js";
import { memoryStore } from "./store.js";

/** @param {import("./types.js").Store} [store] @param {import("./types.js").Seed} [seed] */
const started = (store = memoryStore(), seed = (values) => values) => {
  const lms = runTime(SCORM_12, store, (values) => seed(values, SCORM_12));
  assert.equal(lms.initialize(""), "true");
  return lms;
};

/** Sets it and tells the error code. @param {import("./types.js").Lms} lms @param {string} name @param {unknown} value */
const set = (lms, name, value) => {
  const answer = lms.setValue(name, value);
  const code = lms.getLastError();
  assert.equal(answer, code === "0" ? "true" : "false");
  return code;
};

test("calls out of turn are refused", () => {
  const lms = runTime(SCORM_12, memoryStore());
  const code = (/** @type {() => unknown} */ call) => [call(), lms.getLastError()];
  assert.deepEqual(code(() => lms.getValue("cmi.suspend_data")), ["", "301"]);
  assert.deepEqual(code(() => lms.setValue("cmi.suspend_data", "")), ["false", "301"]);
  assert.deepEqual(code(() => lms.commit("")), ["false", "301"]);
  assert.deepEqual(code(() => lms.terminate("")), ["false", "301"]);
  assert.deepEqual(code(() => lms.initialize("x")), ["false", "201"]);
  assert.deepEqual(code(() => lms.initialize("")), ["true", "0"]);
  assert.deepEqual(code(() => lms.initialize("")), ["false", "101"]);
  assert.deepEqual(code(() => lms.commit("now")), ["false", "201"]);
  assert.deepEqual(code(() => lms.terminate("")), ["true", "0"]);
  assert.deepEqual(code(() => lms.terminate("")), ["false", "301"]);
  assert.deepEqual(code(() => lms.setValue("cmi.suspend_data", "")), ["false", "301"]);
  assert.deepEqual(code(() => lms.getValue("cmi.suspend_data")), ["", "301"]);
  assert.deepEqual(code(() => lms.initialize("")), ["false", "101"]);
});

test("a status is one of five words; 'not attempted' is only read", () => {
  const lms = started();
  assert.equal(lms.getValue("cmi.core.lesson_status"), "not attempted");
  for (const word of ["passed", "completed", "failed", "incomplete", "browsed"]) {
    assert.equal(set(lms, "cmi.core.lesson_status", word), "0");
  }
  for (const word of ["not attempted", "unknown", "Passed", ""]) {
    assert.equal(set(lms, "cmi.core.lesson_status", word), "405");
  }
});

test("values of the wrong form are refused", () => {
  const lms = started();
  /** @type {[string, unknown[], unknown[]][]} */
  const cases = [
    ["cmi.core.score.raw", ["0", "100", "85.5", "33.33", ""], ["101", "-1", "85%", "1e1", "85,5", "33.333", ".5", 85]],
    ["cmi.core.session_time", ["00:00:00", "0000:01:02.30", "9999:59:59.99"], ["0:00:00", "00:60:00", "00:00:00.123", "PT1S"]],
    ["cmi.core.exit", ["suspend", "time-out", "logout", ""], ["normal", "Suspend"]],
    ["cmi.core.lesson_location", ["x".repeat(255)], ["x".repeat(256), "é"]],
    ["cmi.suspend_data", ["x".repeat(4096)], ["x".repeat(4097), "naïve"]],
    ["cmi.student_preference.audio", ["-1", "100"], ["101", "loud"]],
  ];
  for (const [name, good, bad] of cases) {
    for (const value of good) assert.equal(set(lms, name, value), "0", `${name} ${value}`);
    for (const value of bad) assert.equal(set(lms, name, value), "405", `${name} ${value}`);
  }
});

test("read-only, write-only, keyword and unknown elements", () => {
  const lms = started();
  assert.equal(set(lms, "cmi.core.student_id", "me"), "403");
  assert.equal(set(lms, "cmi.core.total_time", "00:00:01"), "403");
  assert.equal(set(lms, "cmi.core._children", "x"), "402");
  assert.equal(set(lms, "cmi.interactions._count", "1"), "402");
  assert.equal(set(lms, "cmi.success_status", "passed"), "201");
  const read = (/** @type {string} */ name) => [lms.getValue(name), lms.getLastError()];
  assert.deepEqual(read("cmi.core.exit"), ["", "404"]);
  assert.deepEqual(read("cmi.core.session_time"), ["", "404"]);
  assert.deepEqual(read("cmi.location"), ["", "201"]);
  assert.deepEqual(read("cmi.core.lesson_status._children"), ["", "202"]);
  assert.deepEqual(read("cmi.core._count"), ["", "203"]);
  assert.deepEqual(read("cmi.core.score._children"), ["raw,min,max", "0"]);
  assert.deepEqual(read("cmi.suspend_data"), ["", "0"]);
});

test("interactions: id first, then type, no gap, nothing read back", () => {
  const lms = started();
  const at = "cmi.interactions.0";
  assert.equal(set(lms, `${at}.type`, "choice"), "201");
  assert.equal(set(lms, "cmi.interactions.1.id", "q"), "201");
  assert.equal(set(lms, `${at}.id`, "q 1"), "405");
  assert.equal(set(lms, `${at}.id`, "q_1"), "0");
  assert.equal(set(lms, `${at}.student_response`, "a"), "201");
  assert.equal(set(lms, `${at}.type`, "long-fill-in"), "405");
  assert.equal(set(lms, `${at}.type`, "choice"), "0");
  assert.equal(set(lms, `${at}.correct_responses.1.pattern`, "a"), "201");
  assert.equal(set(lms, `${at}.correct_responses.0.pattern`, "a,c"), "0");
  assert.equal(set(lms, `${at}.student_response`, "a,bc"), "405");
  assert.equal(set(lms, `${at}.result`, "incorrect"), "405");
  for (const result of ["correct", "wrong", "unanticipated", "neutral", "0.5"]) {
    assert.equal(set(lms, `${at}.result`, result), "0");
  }
  assert.equal(set(lms, `${at}.time`, "9:00:00"), "405");
  assert.equal(set(lms, `${at}.time`, "09:00:00"), "0");
  assert.equal(set(lms, `${at}.weighting`, "101"), "405");
  assert.equal(lms.getValue("cmi.interactions._count"), "1");
  assert.equal(lms.getValue(`${at}.id`), "");
  assert.equal(lms.getLastError(), "404");
});

test("a response has the form of its type", () => {
  const lms = started();
  /** @type {[string, string[], string[]][]} */
  const cases = [
    ["true-false", ["t", "f", "0", "1"], ["yes"]],
    ["choice", ["a", "a,c", "0,z"], ["A", "aa", "a, b", "a[,]b"]],
    ["fill-in", ["", "Security desk"], ["x".repeat(256), "é"]],
    ["matching", ["1.a,2.b"], ["1a", "1[.]a", "1.ab"]],
    ["sequencing", ["b,a,c"], ["b-a"]],
    ["likert", ["a", ""], ["ab"]],
    ["numeric", ["3", "3.5", "-1"], ["3[:]4", "three"]],
  ];
  cases.forEach(([type, good, bad], index) => {
    const at = `cmi.interactions.${index}`;
    set(lms, `${at}.id`, type);
    set(lms, `${at}.type`, type);
    for (const value of good) assert.equal(set(lms, `${at}.student_response`, value), "0", `${type} ${value}`);
    for (const value of bad) assert.equal(set(lms, `${at}.student_response`, value), "405", `${type} ${value}`);
  });
});

test("what was committed is there again, whatever the exit; only suspend resumes", () => {
  const store = memoryStore();
  const first = started(store);
  assert.equal(first.getValue("cmi.core.entry"), "ab-initio");
  set(first, "cmi.suspend_data", "kept");
  set(first, "cmi.core.session_time", "0000:01:00.50");
  first.commit("");
  set(first, "cmi.suspend_data", "lost with the tab");

  const second = started(store);
  assert.equal(second.getValue("cmi.suspend_data"), "kept");
  assert.equal(second.getValue("cmi.core.entry"), "");
  assert.equal(second.getValue("cmi.core.total_time"), "0000:01:00.50");
  set(second, "cmi.core.exit", "suspend");
  set(second, "cmi.core.session_time", "0000:00:30.00");
  second.terminate("");

  const third = started(store);
  assert.equal(third.getValue("cmi.core.entry"), "resume");
  assert.equal(third.getValue("cmi.core.total_time"), "0000:01:30.50");
});

test("at the end an unset status is completed, and a mastery score decides", () => {
  const ended = (/** @type {Record<string, string>} */ values, mastery = "") => {
    const store = memoryStore();
    const lms = started(store, (seed) => ({ ...seed, "cmi.student_data.mastery_score": mastery }));
    for (const [name, value] of Object.entries(values)) set(lms, name, value);
    lms.terminate("");
    return store.saved?.values["cmi.core.lesson_status"];
  };
  const [raw, status] = ["cmi.core.score.raw", "cmi.core.lesson_status"];
  assert.equal(ended({}), "completed");
  assert.equal(ended({ [raw]: "79", [status]: "passed" }, "80"), "failed");
  assert.equal(ended({ [raw]: "80", [status]: "completed" }, "80"), "passed");
  assert.equal(ended({ [raw]: "90", [status]: "incomplete" }, "80"), "incomplete");
});

test("a store that fails is told to the SCO", () => {
  const lms = started({ load: () => null, save: () => false });
  assert.equal(lms.commit(""), "false");
  assert.equal(lms.getLastError(), "101");
});

test("what the LMS offered in one session is not carried to the next", () => {
  const store = memoryStore();
  const review = started(store, (values) => ({ ...values, "cmi.core.lesson_mode": "review" }));
  assert.equal(review.getValue("cmi.core.lesson_mode"), "review");
  review.terminate("");
  assert.equal(started(store).getValue("cmi.core.lesson_mode"), "normal");
});
