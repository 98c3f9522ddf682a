/** The mock refuses what SCORM 2004 refuses. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { runTime } from "./runtime.js";
import { scorm2004 } from "./scorm2004.js";
import { memoryStore } from "./store.js";

const FOURTH = scorm2004(4);

const started = (store = memoryStore(), standard = FOURTH, /** @type {Record<string, string>} */ seed = {}) => {
  const lms = runTime(standard, store, (values) => ({ ...values, ...seed }));
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

test("calls out of turn are refused, each with its own code", () => {
  const lms = runTime(FOURTH, memoryStore());
  const code = (/** @type {() => unknown} */ call) => {
    call();
    return lms.getLastError();
  };
  const every = () => [
    code(() => lms.terminate("")),
    code(() => lms.getValue("cmi.location")),
    code(() => lms.setValue("cmi.location", "1")),
    code(() => lms.commit("")),
  ];
  assert.deepEqual(every(), ["112", "122", "132", "142"]);
  assert.equal(code(() => lms.initialize("x")), "201");
  assert.equal(code(() => lms.initialize("")), "0");
  assert.equal(code(() => lms.initialize("")), "103");
  assert.equal(code(() => lms.terminate("x")), "201");
  assert.equal(code(() => lms.terminate("")), "0");
  assert.equal(code(() => lms.initialize("")), "104");
  assert.deepEqual(every(), ["113", "123", "133", "143"]);
});

test("values of the wrong form are 406, out of range 407", () => {
  const lms = started();
  /** @type {[string, unknown[], unknown[], unknown[]][]} */
  const cases = [
    ["cmi.score.scaled", ["0", "0.85", "1", "-1", "0.3333333"], [".5", "1e-7", "85%", "0,85", "0.12345678", 1], ["1.1", "-2"]],
    ["cmi.score.raw", ["85.5", "100"], ["", "123456"], []],
    ["cmi.progress_measure", ["0", "1"], ["half"], ["1.01", "-0.1"]],
    ["cmi.completion_status", ["completed", "incomplete", "not attempted", "unknown"], ["passed", ""], []],
    ["cmi.success_status", ["passed", "failed", "unknown"], ["completed"], []],
    ["cmi.exit", ["suspend", "normal", "time-out", "logout", ""], ["quit"], []],
    ["cmi.location", ["x".repeat(1000), "é"], ["x".repeat(1001)], []],
    ["cmi.suspend_data", ["x".repeat(64000)], ["x".repeat(64001)], []],
    ["cmi.learner_preference.audio_level", ["0", "2.5"], ["loud"], ["-1"]],
  ];
  for (const [name, good, bad, outside] of cases) {
    for (const value of good) assert.equal(set(lms, name, value), "0", `${name} ${value}`);
    for (const value of bad) assert.equal(set(lms, name, value), "406", `${name} ${value}`);
    for (const value of outside) assert.equal(set(lms, name, value), "407", `${name} ${value}`);
  }
});

test("intervals and moments", () => {
  const lms = started();
  for (const good of ["PT0S", "PT0H1M2.30S", "PT90M", "P1DT2H", "PT3600.5S", "P1Y2M3D"]) {
    assert.equal(set(lms, "cmi.session_time", good), "0", good);
  }
  for (const bad of ["P", "PT", "P1DT", "PT1.123S", "PT1.5M", "-PT1S", "00:01:00"]) {
    assert.equal(set(lms, "cmi.session_time", bad), "406", bad);
  }
  set(lms, "cmi.interactions.0.id", "q_1");
  const moment = "cmi.interactions.0.timestamp";
  for (const good of ["2026-11-22T08:00:05.00Z", "2026-11-22T08:00:05", "2026-11-22T08:00:05.1+01:00", "2026"]) {
    assert.equal(set(lms, moment, good), "0", good);
  }
  for (const bad of ["2026-11-22T08:00:05.123Z", "2026-11-22T08:00:05Z", "2026-13-01", "1969", "today"]) {
    assert.equal(set(lms, moment, bad), "406", bad);
  }
});

test("what was never set is 403, except what has a default", () => {
  const lms = started();
  const read = (/** @type {string} */ name) => [lms.getValue(name), lms.getLastError()];
  assert.deepEqual(read("cmi.suspend_data"), ["", "403"]);
  assert.deepEqual(read("cmi.scaled_passing_score"), ["", "403"]);
  assert.deepEqual(read("cmi.completion_status"), ["unknown", "0"]);
  assert.deepEqual(read("cmi.interactions._count"), ["0", "0"]);
  assert.deepEqual(read("cmi.interactions.0.id"), ["", "301"]);
  assert.deepEqual(read("cmi.score._children"), ["scaled,raw,min,max", "0"]);
  assert.deepEqual(read("cmi.location._children"), ["", "301"]);
  assert.deepEqual(read("cmi.core.lesson_status"), ["", "401"]);
  assert.deepEqual(read("cmi.session_time"), ["", "405"]);
  assert.equal(set(lms, "cmi.learner_id", "me"), "404");
  assert.equal(set(lms, "cmi._version", "2"), "404");
  assert.equal(set(lms, "cmi.core.lesson_status", "passed"), "401");
});

test("interactions: id first, then type, no gap, limits", () => {
  const lms = started();
  const at = "cmi.interactions.0";
  assert.equal(set(lms, `${at}.type`, "choice"), "408");
  assert.equal(set(lms, "cmi.interactions.1.id", "q"), "351");
  for (const bad of ["q 1", "50%", "", "urn:x"]) assert.equal(set(lms, `${at}.id`, bad), "406", bad);
  assert.equal(set(lms, `${at}.id`, "urn:smtrain:c1:q1"), "0");
  assert.equal(set(lms, `${at}.learner_response`, "a"), "408");
  assert.equal(set(lms, `${at}.type`, "choice"), "0");
  assert.equal(set(lms, `${at}.learner_response`, "a[,]c"), "0");
  assert.equal(set(lms, `${at}.learner_response`, "a[,]a"), "406");
  assert.equal(set(lms, `${at}.result`, "wrong"), "406");
  assert.equal(set(lms, `${at}.result`, "incorrect"), "0");
  assert.equal(set(lms, `${at}.description`, "x".repeat(251)), "406");
  assert.equal(set(lms, `${at}.objectives.0.id`, "o-1"), "0");
  assert.equal(set(lms, `${at}.objectives.1.id`, "o-1"), "351");
  for (let index = 0; index < 10; index += 1) {
    assert.equal(set(lms, `${at}.correct_responses.${index}.pattern`, `a${index}`), "0");
  }
  assert.equal(set(lms, `${at}.correct_responses.10.pattern`, "b"), "351");
  assert.equal(lms.getValue(`${at}.learner_response`), "a[,]c");
  for (let index = 1; index < 250; index += 1) assert.equal(set(lms, `cmi.interactions.${index}.id`, "q"), "0");
  assert.equal(set(lms, "cmi.interactions.250.id", "q"), "351");
});

test("a response and a pattern have the form of their type", () => {
  /** @type {[string, string[], string[], string[], string[]][]} */
  const cases = [
    ["true-false", ["true"], ["t"], ["false"], ["0"]],
    ["choice", ["", "a", "a[,]opt_2"], ["a b"], ["a[,]b"], ["a[,]a"]],
    ["fill-in", ["word[,]{lang=en}word"], ["x".repeat(251)], ["{case_matters=false}{order_matters=true}a[,]b"], ["{case_matters=maybe}a"]],
    ["long-fill-in", ["x".repeat(4000)], ["x".repeat(4001)], ["{case_matters=false}x"], ["{order_matters=true}x"]],
    ["matching", ["s1[.]t1[,]s2[.]t2"], ["s1.t1", "s1[.]t1[.]t2"], ["s1[.]t1"], ["s1"]],
    ["sequencing", ["b[,]a[,]a"], ["b a"], ["a[,]b"], ["a,b c"]],
    ["likert", ["agree"], [""], ["agree"], ["a b"]],
    ["numeric", ["3.5", "-1"], ["3[:]4", "1e3"], ["3[:]3", "[:]4", "3[:]", "[:]"], ["3"]],
    ["performance", ["s1[.]3[,][.]done"], ["s1", "[.]"], ["{order_matters=false}s1[.]3[:]4"], ["{order_matters=2}s1[.]3"]],
    ["other", ["x".repeat(4000)], ["x".repeat(4001)], ["anything"], ["x".repeat(4001)]],
  ];
  for (const [type, good, bad, goodPatterns, badPatterns] of cases) {
    const lms = started();
    const at = "cmi.interactions.0";
    set(lms, `${at}.id`, "q");
    set(lms, `${at}.type`, type);
    for (const value of good) assert.equal(set(lms, `${at}.learner_response`, value), "0", `${type} ${value}`);
    for (const value of bad) assert.equal(set(lms, `${at}.learner_response`, value), "406", `${type} ${value}`);
    const pattern = `${at}.correct_responses.0.pattern`;
    for (const value of goodPatterns) assert.equal(set(lms, pattern, value), "0", `${type} ${value}`);
    for (const value of badPatterns) assert.equal(set(lms, pattern, value), "406", `${type} ${value}`);
  }
});

test("an objective's id is set once and is like no other", () => {
  const lms = started();
  assert.equal(set(lms, "cmi.objectives.0.success_status", "passed"), "408");
  assert.equal(set(lms, "cmi.objectives.0.id", "o-1"), "0");
  assert.equal(set(lms, "cmi.objectives.0.id", "o-1"), "0");
  assert.equal(set(lms, "cmi.objectives.0.id", "o-2"), "351");
  assert.equal(set(lms, "cmi.objectives.1.id", "o-1"), "351");
  assert.equal(set(lms, "cmi.objectives.0.score.scaled", "1"), "0");
});

test("a jump came with the fourth edition", () => {
  const jump = "{target=ITEM_1}jump";
  assert.equal(set(started(), "adl.nav.request", jump), "0");
  assert.equal(set(started(memoryStore(), scorm2004(3)), "adl.nav.request", jump), "406");
  assert.equal(set(started(memoryStore(), scorm2004(3)), "adl.nav.request", "{target=ITEM_1}choice"), "0");
  assert.equal(set(started(), "adl.nav.request", "leave"), "406");
});

test("data is kept only when the exit was suspend, even when the tab was killed", () => {
  const session = (/** @type {ReturnType<typeof memoryStore>} */ store, /** @type {string} */ exit) => {
    const lms = started(store);
    set(lms, "cmi.suspend_data", "state");
    set(lms, "cmi.session_time", "PT0H1M0.50S");
    if (exit) set(lms, "cmi.exit", exit);
    return lms;
  };
  const suspended = memoryStore();
  session(suspended, "suspend").commit("");
  const second = started(suspended);
  assert.equal(second.getValue("cmi.suspend_data"), "state");
  assert.equal(second.getValue("cmi.entry"), "resume");
  assert.equal(second.getValue("cmi.total_time"), "PT0H1M0.50S");
  assert.equal(second.getValue("adl.nav.request"), "_none_");

  for (const exit of ["normal", ""]) {
    const ended = memoryStore();
    session(ended, exit).terminate("");
    const next = started(ended);
    assert.equal(next.getValue("cmi.suspend_data"), "");
    assert.equal(next.getLastError(), "403");
    assert.equal(next.getValue("cmi.entry"), "ab-initio");
    next.commit("");
    assert.equal(ended.saved?.history[0]?.["cmi.suspend_data"], "state");
  }
});

test("with a passing score the LMS decides success, and without a scaled score nobody does", () => {
  const ended = (/** @type {string | undefined} */ scaled) => {
    const store = memoryStore();
    const lms = started(store, FOURTH, { "cmi.scaled_passing_score": "0.8" });
    if (scaled) set(lms, "cmi.score.scaled", scaled);
    set(lms, "cmi.success_status", "passed");
    lms.terminate("");
    return store.saved?.values["cmi.success_status"];
  };
  assert.equal(ended("0.8"), "passed");
  assert.equal(ended("0.79"), "failed");
  assert.equal(ended(undefined), "unknown");
});

test("what the LMS offered in one session is not carried to the next", () => {
  const store = memoryStore();
  const review = started(store, FOURTH, { "cmi.mode": "review" });
  assert.equal(review.getValue("cmi.mode"), "review");
  review.terminate("");
  assert.equal(started(store).getValue("cmi.mode"), "normal");
});
