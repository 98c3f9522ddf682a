import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  NOTHING,
  earned,
  keptOf,
  openItems,
  outcome,
  pageState,
  sight,
  standing,
  timeLeft,
} from "../../scorm_templates/player/result.js";
import { initial, reduce, takesAnswer } from "../../scorm_templates/player/state.js";
import { anyEvent, course, reading, reflect } from "./support/course.js";
import { forAll } from "./support/random.js";

/** @import { Course, PlayerEvent, Response, State } from "../../scorm_templates/player/types.js" */

/** @param {PlayerEvent[]} events @param {Course} [given] @param {State} [start] */
const after = (events, given = course, start = initial(given, 1)) =>
  events.reduce((state, event) => reduce(given, state, event), start);

/** @param {string} question @param {Response} response @returns {PlayerEvent} */
const answer = (question, response) => ({ type: "answer", question, response });

/** @param {...string} letters one for each question @returns {PlayerEvent} */
const final = (...letters) => ({
  type: "submit",
  quiz: "final",
  responses: Object.fromEntries(letters.map((one, i) => [`final${i}`, [one]])),
});

/** @param {string} page @returns {PlayerEvent} */
const open = (page) => ({ type: "open", page });

describe("practice", () => {
  it("may be tried as often as the learner likes", () => {
    const wrong = after([answer("one", ["a"])]);
    assert.deepEqual(keptOf(wrong, "one"), { ...NOTHING, tries: 1, response: ["a"] });
    assert.equal(
      after([answer("one", ["b"])], course, wrong),
      wrong,
      "a shown answer is locked until the learner tries again",
    );
    const right = after([{ type: "again", question: "one" }, answer("one", ["b"])], course, wrong);
    assert.deepEqual(keptOf(right, "one"), { ...NOTHING, tries: 2, response: ["b"], score: 1, best: 1, done: true });
  });

  it("ends with the last try", () => {
    const state = after([answer("many", ["b"]), { type: "again", question: "many" }, answer("many", ["b"])]);
    assert.equal(keptOf(state, "many").done, true);
    assert.equal(after([{ type: "again", question: "many" }], course, state), state);
  });

  it("lets a reflection be written on", () => {
    const state = after([answer("think", "one two three")]);
    assert.equal(takesAnswer(state, reflect), true);
    assert.equal(keptOf(after([answer("think", "one two three four")], course, state), "think").tries, 2);
  });

  it("counts a record for each statement that was rated", () => {
    const response = /** @type {Response} */ ([
      ["a", "1"],
      ["b", "3"],
    ]);
    assert.equal(after([answer("rate", response), answer("ack", ["a", "b"])]).records, 3);
  });
});

describe("quiz", () => {
  it("with feedback at the end takes all answers at once", () => {
    assert.deepEqual(after([answer("final0", ["a"])]).kept, {});
    const state = after([final("a", "a", "b")]);
    assert.deepEqual(keptOf(state, "final"), { ...NOTHING, tries: 1, best: 0.5, score: 0.5, done: true });
    assert.equal(state.records, 3);
  });

  it("with feedback after each question ends with the last answer", () => {
    const half = after([answer("each0", ["a"])]);
    assert.equal(keptOf(half, "each").tries, 0);
    const state = after([answer("each1", ["b"])], course, half);
    assert.deepEqual(keptOf(state, "each"), {
      ...NOTHING,
      tries: 1,
      best: 0.333333333333,
      score: 0.333333333333,
      done: true,
    });
  });

  it("keeps the best attempt", () => {
    const state = after([final("a", "a", "b"), { type: "retry", quiz: "final" }, final("b", "b", "b")]);
    assert.deepEqual(keptOf(state, "final"), { ...NOTHING, tries: 2, best: 0.5, score: 0, done: true });
  });

  it("does not open again once passed or used up", () => {
    const passed = after([final("a", "a", "a")]);
    assert.equal(after([{ type: "retry", quiz: "final" }], course, passed), passed);
    const used = after([final("b"), { type: "retry", quiz: "final" }, final("b")]);
    assert.equal(after([{ type: "retry", quiz: "final" }], course, used), used);
  });

  it("clears the answers of the attempt before", () => {
    const state = after([final("b", "b", "b"), { type: "retry", quiz: "final" }]);
    assert.deepEqual(keptOf(state, "final0"), { ...NOTHING, tries: 0, score: 0, best: 0, done: false });
  });

  it("leaves no record of a question without an answer", () => {
    const state = after([final("a")]);
    assert.equal(state.records, 1);
    assert.equal(keptOf(state, "final2").done, true);
  });
});

describe("draft", () => {
  /** @param {string} question @param {Response} response @returns {PlayerEvent} */
  const draft = (question, response) => ({ type: "draft", question, response });

  it("is kept until the answer is submitted", () => {
    const state = after([draft("final0", ["a"]), draft("final0", ["b"])]);
    assert.deepEqual(keptOf(state, "final0"), { ...NOTHING, draft: ["b"] });
    assert.equal(keptOf(after([final("b", "b", "b")], course, state), "final0").draft, null);
    assert.equal(keptOf(after([final()], course, state), "final0").draft, null);
  });

  it("changes neither score nor completion, nor an answer that is locked", () => {
    const state = after([answer("one", ["b"])]);
    assert.equal(after([draft("one", ["a"])], course, state), state);
    const before = after([open("p1")]);
    assert.deepEqual(outcome(course, after([draft("ack", ["a"])], course, before)), outcome(course, before));
  });
});

describe("item", () => {
  it("is done once, and completion can ask for it", () => {
    const items = [{ id: "film", key: "kfilm", page: "p1", title: "A film" }];
    const film = { ...reading, items, completion: { pages: false, items: ["film"], minSeconds: 0, show: false } };
    assert.deepEqual(openItems(film, initial(film, 1)), [{ id: "film", title: "A film" }]);
    const state = after([{ type: "done", item: "film" }], film);
    assert.equal(state.completed, true);
    assert.equal(after([{ type: "done", item: "film" }], film, state), state);
    assert.equal(after([{ type: "done", item: "gone" }], film).completed, false);
  });
});

describe("outcome", () => {
  it("reports no score before every part has one", () => {
    assert.deepEqual(outcome(course, after([answer("one", ["b"])])), {
      scaled: null,
      completion: false,
      success: "unknown",
      final: false,
    });
    assert.equal(outcome(course, after([answer("one", ["a"]), final("a", "a", "b")])).success, "failed");
  });

  it("reports the score as soon as the pass mark is reached", () => {
    const light = {
      ...course,
      success: {
        parts: [
          { id: "final", weight: 9 },
          { id: "one", weight: 1 },
        ],
        pass: 0.8,
      },
    };
    assert.deepEqual(outcome(light, after([final("a", "a", "a")], light)), {
      scaled: 0.9,
      completion: false,
      success: "passed",
      final: false,
    });
  });

  it("weighs the parts", () => {
    assert.equal(outcome(course, after([answer("one", ["b"]), final("a", "a", "b")])).scaled, 0.625);
  });

  it("reaches a pass mark in spite of binary fractions", () => {
    const tenths = {
      ...course,
      success: { parts: ["one", "tf", "num"].map((id) => ({ id, weight: 0.1 })), pass: 1 },
    };
    const events = [answer("one", ["b"]), answer("tf", ["true"]), answer("num", "24")];
    assert.equal(outcome(tenths, after(events, tenths)).success, "passed");
  });

  it("is final when no attempt is left", () => {
    const once = { ...course, success: { parts: [{ id: "final", weight: 1 }], pass: 0.8 } };
    const first = after([final("b", "b", "b")], once);
    assert.deepEqual(outcome(once, first), { scaled: 0, completion: false, success: "failed", final: false });
    const second = after([{ type: "retry", quiz: "final" }, final("b", "b", "b")], once, first);
    assert.equal(outcome(once, second).final, true);
  });

  it("completes a course of pages without score or success", () => {
    const half = after([open("p1")], reading);
    assert.deepEqual(openItems(reading, half), [{ id: "p2", title: "Quiz" }]);
    assert.deepEqual(outcome(reading, after([open("p2")], reading, half)), {
      scaled: null,
      completion: true,
      success: "none",
      final: false,
    });
  });

  it("waits for the shortest time", () => {
    const slow = { ...reading, completion: { ...reading.completion, minSeconds: 60 } };
    const early = after([open("p1"), open("p2")], slow);
    assert.equal(early.completed, false);
    assert.equal(after([{ type: "tick", seconds: 60, day: 20000 }], slow, early).completed, true);
  });

  it("asks for pages, quizzes and questions by name", () => {
    const ids = openItems(course, initial(course, 1)).map(({ id }) => id);
    assert.deepEqual(ids, ["p1", "p2", "final", "ack"]);
    const done = after([open("p1"), open("p2"), final("a", "a", "a"), answer("ack", ["a", "b"])]);
    assert.deepEqual(openItems(course, done), []);
  });

  it("keeps what the LMS knows of an earlier visit", () => {
    const state = after([
      { type: "adopt", completed: true, passed: true, scaled: 0.9 },
      final("b", "b", "b"),
    ]);
    assert.deepEqual(outcome(course, state), {
      scaled: 0.9,
      completion: true,
      success: "passed",
      final: false,
    });
  });
});

describe("the day", () => {
  /** @param {number} day @returns {PlayerEvent} */
  const on = (day) => ({ type: "tick", seconds: 1, day });

  it("is that of the last visit, until all is reached", () => {
    const seen = after([on(20000), open("p1"), on(20001)], reading);
    assert.equal(seen.day, 20001);
    assert.equal(after([open("p2"), on(20002)], reading, seen).day, 20001);
  });

  it("waits for a pass where there is a pass mark", () => {
    const once = { ...course, completion: { ...reading.completion, pages: false }, success: course.success };
    const state = after([on(20000), on(20001)], once);
    assert.equal(state.completed, true);
    assert.equal(state.day, 20001);
    const passed = after([answer("one", ["b"]), final("a", "a", "a"), on(20002)], once, state);
    assert.equal(passed.day, 20001);
  });

  it("is not known where the LMS alone remembers", () => {
    const state = after([on(20000), { type: "adopt", completed: true, passed: true, scaled: 1 }, on(20001)]);
    assert.equal(state.day, 0);
  });

  it("stays when the LMS says what is known", () => {
    const events = [on(20000), open("p1"), open("p2")];
    const told = { type: /** @type {const} */ ("adopt"), completed: true, passed: false, scaled: null };
    assert.equal(after([...events, told, on(20005)], reading).day, 20000);
  });
});

describe("a page in the menu", () => {
  const states = (/** @type {PlayerEvent[]} */ events) => ["p1", "p2", "p3"].map((id) => pageState(course, after(events), id));

  it("is open, seen, waiting for answers, or done", () => {
    assert.deepEqual(states([]), ["open", "open", "open"]);
    assert.deepEqual(states([open("p1"), open("p2"), open("p3")]), ["todo", "todo", "seen"]);
    assert.deepEqual(states([open("p1"), open("p2"), answer("ack", ["a", "b"])]), ["done", "todo", "open"]);
    const failed = [open("p2"), final("b", "b", "b")];
    assert.deepEqual(states(failed)[1], "todo", "a try is left");
    const over = [...failed, /** @type {PlayerEvent} */ ({ type: "retry", quiz: "final" }), final("b", "b", "b")];
    assert.deepEqual(states(over)[1], "done");
  });

  it("asks for what is required even where completion does not", () => {
    const free = { ...course, completion: { ...course.completion, items: [] } };
    assert.equal(pageState(free, after([open("p1")], free), "p1"), "todo");
    assert.equal(pageState(free, after([open("p1"), answer("ack", ["a", "b"])], free), "p1"), "done");
  });
});

describe("the time left", () => {
  it("counts the page shown and those not seen", () => {
    assert.equal(timeLeft(course, after([])), 170);
    assert.equal(timeLeft(course, after([open("p1"), open("p2")])), 110);
    assert.equal(timeLeft(course, after([open("p1"), open("p2"), open("p3"), open("result")])), 0);
  });
});

describe("what a learner may see of an answer", () => {
  const of = (/** @type {string} */ id, /** @type {PlayerEvent[]} */ ...events) => {
    const question = course.questions.find((one) => one.id === id);
    assert.ok(question);
    return [standing(course, after(events), question), sight(course, after(events), question).visible];
  };

  it("is all at once in practice, and in a quiz that tells after each", () => {
    assert.deepEqual(of("one"), ["missed", true]);
    assert.deepEqual(of("one", answer("one", ["a"])), ["wrong", true]);
    assert.deepEqual(of("many", answer("many", ["a"])), ["partial", true]);
    assert.deepEqual(of("each0", answer("each0", ["a"])), ["right", true]);
  });

  it("waits for the end of a quiz that tells then", () => {
    assert.deepEqual(of("final0"), ["missed", false]);
    assert.deepEqual(of("final0", final("a", "b", "b")), ["right", true]);
    assert.deepEqual(of("final2", final("a")), ["missed", true]);
    assert.deepEqual(of("final0", final("a", "b", "b"), { type: "retry", quiz: "final" }), ["missed", false]);
  });

  it("is nothing in a quiz that never tells", () => {
    const responses = { never0: ["a"], never1: ["b"] };
    assert.deepEqual(of("never0", { type: "submit", quiz: "never", responses }), ["saved", false]);
  });
});

it("never takes anything back, whatever happens", () => {
  forAll(200, (random) => {
    let state = initial(course, 1);
    for (let step = 0; step < 60; step++) {
      const next = reduce(course, state, anyEvent(random));
      const { scaled, completion, success } = outcome(course, next);
      assert.ok(scaled === null || (scaled >= 0 && scaled <= 1));
      assert.ok(scaled === null ? state.best === null : scaled >= (state.best ?? 0));
      assert.ok(completion || !state.completed);
      assert.ok(!earned(course, state) || next.day === state.day, "the day stays");
      assert.ok(success === "passed" || !state.passed);
      assert.ok(
        next.seen.length >= state.seen.length &&
          next.seconds >= state.seconds &&
          next.records >= state.records,
      );
      for (const quiz of course.quizzes) {
        const { tries, best } = keptOf(next, quiz.id);
        assert.ok(!quiz.attempts || tries <= quiz.attempts);
        assert.ok(best >= keptOf(state, quiz.id).best);
      }
      state = next;
    }
  });
});
