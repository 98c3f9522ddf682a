import assert from "node:assert/strict";
import { it, mock } from "node:test";
import { outcome } from "../../scorm_templates/player/result.js";
import { initial, reduce } from "../../scorm_templates/player/state.js";
import { write } from "../../scorm_templates/player/suspend.js";
import { question } from "./support/course.js";
import { NAMES, fresh } from "./support/lms.js";

/** @import { Course, PlayerEvent } from "../../scorm_templates/player/types.js" */

const PAGES = 12;
const QUESTIONS = 15;

const pages = Array.from({ length: PAGES }, (_, i) => ({
  id: `page${i}`,
  key: `p${100 + i}`,
  title: "",
  optional: false,
  seconds: 60,
}));
const questions = Array.from({ length: QUESTIONS }, (_, i) =>
  question({
    id: `q${i}`,
    key: `k${100 + i}`,
    page: `page${i % PAGES}`,
    options: [{ id: "a" }, { id: "b" }],
    key_: ["a"],
    text: `Question ${i}`,
  }),
);

/** The work of the benchmarks: practice all the way, each answer counts. @type {Course} */
const course = {
  id: "run",
  title: "Run",
  version: "1.0.0",
  lang: "en",
  standard: "",
  pages,
  questions,
  quizzes: [],
  items: [],
  pools: [],
  completion: { pages: true, items: [], minSeconds: 0, show: false },
  success: { parts: questions.map(({ id }) => ({ id, weight: 1 })), pass: 0.8 },
  options: { failWhileRetrying: false },
};

for (const name of NAMES)
  it(`${name}: a run through ${PAGES} pages and ${QUESTIONS} answers, one act a second, costs the LMS little`, async () => {
    const visit = fresh();
    const { lms, calls, stored } = await visit(name, { course });
    let state = initial(course, 1);
    let seconds = 0;

    /** What the player does after an event. @param {PlayerEvent} event */
    function act(event) {
      const before = state;
      state = reduce(course, state, event);
      const asked = event.type === "answer" && questions.find(({ id }) => id === event.question);
      if (asked)
        lms.record({
          question: asked,
          attempt: 1,
          response: ["a"],
          result: "correct",
          seconds: 1,
          time: new Date(),
          index: before.records,
        });
      lms.save({ location: state.page, suspend: write(course, state, lms.limit), seconds });
      lms.finish(outcome(course, state));
      seconds += 1;
      mock.timers.tick(1000);
    }

    act({ type: "open", page: "page0" });
    const reads = calls("GetValue").length;
    for (const page of pages) {
      if (page.id !== "page0") act({ type: "open", page: page.id });
      for (const { id } of questions.filter((one) => one.page === page.id))
        act({ type: "answer", question: id, response: ["a"] });
    }
    lms.close({ seconds, explicit: true });

    const sets = calls("SetValue").map(({ args }) => args.join("="));
    assert.equal(stored("success"), "passed");
    assert.equal(stored("raw"), "100");
    assert.ok(reads <= 10, `${reads} reads at launch`);
    assert.ok(sets.length <= (name === "scorm12" ? 130 : 160), `${sets.length} values`);
    assert.equal(new Set(sets).size, sets.length, "no value twice");
    assert.ok(calls("Commit").length <= 16, `${calls("Commit").length} commits`);
    assert.equal(calls(name === "scorm12" ? "Finish" : "Terminate").length, 1);
  });
