import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { NOTHING, outcome } from "../../scorm_templates/player/result.js";
import { initial, reduce } from "../../scorm_templates/player/state.js";
import { read, write } from "../../scorm_templates/player/suspend.js";
import { anyEvent, course } from "./support/course.js";
import { forAll } from "./support/random.js";

/** @import { Course, State } from "../../scorm_templates/player/types.js" */

/** A state as it compares: what an untouched question says is left out, and pages stand in the order of the module. @param {State} state */
const comparable = (state) => ({
  ...state,
  seconds: Math.round(state.seconds),
  seen: course.pages.map(({ id }) => id).filter((id) => state.seen.includes(id)),
  kept: Object.fromEntries(Object.entries(state.kept).filter(([, one]) => one.tries || one.done || one.best || one.draft)),
});

/** @param {ReturnType<typeof import("./support/random.js").generator>} random @returns {State} */
function anyState(random) {
  let state = initial(course, random.below(2 ** 32));
  for (let step = random.below(50); step > 0; step--) state = reduce(course, state, anyEvent(random));
  return state;
}

describe("suspend data", () => {
  it("brings every state back as it was", () => {
    forAll(300, (random) => {
      const state = anyState(random);
      const back = read(course, write(course, state, 64000));
      assert.ok(back);
      assert.deepEqual(comparable(back), comparable(state));
      assert.deepEqual(outcome(course, back), outcome(course, state));
    });
  });

  it("is printable ASCII", () => {
    forAll(100, (random) => assert.match(write(course, anyState(random), 64000), /^[ -~]*$/));
  });

  it("drops detail before it grows too long, never status, score or page", () => {
    forAll(200, (random) => {
      const state = anyState(random);
      for (const limit of [600, 400, 300]) {
        const text = write(course, state, limit);
        assert.ok(text.length <= limit, `${text.length} > ${limit}`);
        const back = read(course, text);
        assert.ok(back);
        for (const { id } of course.quizzes) assert.deepEqual(back.kept[id], state.kept[id]);
        assert.deepEqual(outcome(course, back), outcome(course, { ...state, seen: back.seen }));
        assert.equal(back.page, state.page);
      }
    });
  });

  it("drops free texts first and keeps the other answers", () => {
    const long = "word ".repeat(900);
    let state = reduce(course, initial(course, 1), { type: "answer", question: "think", response: long });
    state = reduce(course, state, { type: "answer", question: "gap", response: ["Security desk", "24"] });
    state = reduce(course, state, { type: "answer", question: "one", response: ["b"] });
    const back = read(course, write(course, state, 4096));
    assert.equal(back?.kept["think"]?.response, null);
    assert.equal(back?.kept["think"]?.tries, 1);
    assert.deepEqual(back?.kept["gap"], { ...NOTHING, tries: 1, score: 1, best: 1, done: true });
    assert.deepEqual(back?.kept["one"]?.response, ["b"]);
  });

  it("holds a hundred questions and a hundred and fifty pages in SCORM 1.2's 4096 characters", () => {
    const pattern = course.questions[0];
    assert.ok(pattern);
    /** @type {Course} */
    const large = {
      ...course,
      pages: Array.from({ length: 150 }, (_, i) => ({
        id: `page${i}`,
        key: `a${100 + i}`,
        title: "",
        optional: false,
        seconds: 60,
      })),
      questions: Array.from({ length: 100 }, (_, i) => ({ ...pattern, id: `q${i}`, key: `b${100 + i}` })),
      quizzes: [],
      items: [],
      pools: [],
    };
    let state = initial(large, 2 ** 32 - 1);
    for (const page of large.pages) state = reduce(large, state, { type: "open", page: page.id });
    for (const question of large.questions)
      state = reduce(large, state, { type: "answer", question: question.id, response: ["b"] });
    const text = write(large, state, 4096);
    const back = read(large, text);
    assert.equal(text, write(large, state, 64000), "nothing had to be dropped");
    assert.equal(back?.seen.length, 150);
    assert.deepEqual(back?.kept["q99"]?.response, ["b"]);
  });

  it("starts clean from anything else", () => {
    const ours = write(course, initial(course, 1), 4096);
    const foreign = [
      "",
      "null",
      "[]",
      "2",
      '{"v":1}',
      "bookmark=3",
      ours.slice(0, -5),
      ours.replace('"v":1', '"v":2'),
      ours.replace("sample", "other"),
    ];
    for (const text of foreign) assert.equal(read(course, text), null, text);
  });

  it("survives damage inside", () => {
    forAll(300, (random) => {
      const data = JSON.parse(write(course, anyState(random), 64000));
      const junk = [null, -1, "x", [], {}, [[]], { kone: 3 }, { kone: [1, 1, "1", 9, [["a"]]] }, 1e400, true];
      for (const key of ["d", "w", "m", "y", "l", "g", "t", "n", "p", "k"])
        if (random.chance(0.4)) data[key] = random.pick(junk);
      const back = read(course, JSON.stringify(data));
      assert.ok(back);
      const { scaled } = outcome(course, reduce(course, back, anyEvent(random)));
      assert.ok(scaled === null || (scaled >= 0 && scaled <= 1));
    });
  });
});

describe("a course that changed", () => {
  /** @type {Course} */
  const changed = {
    ...course,
    pages: [
      ...course.pages.filter(({ id }) => id !== "p2"),
      { id: "p9", key: "kp9", title: "New", optional: false, seconds: 60 },
    ],
    questions: course.questions
      .filter(({ id }) => id !== "one")
      .map((one) => (one.id === "many" ? { ...one, options: [{ id: "z", text: "" }], key_: ["z"] } : one)),
  };

  it("keeps what it knows and ignores the rest", () => {
    let state = initial(course, 1);
    for (const page of ["p1", "p2"]) state = reduce(course, state, { type: "open", page });
    state = reduce(course, state, { type: "answer", question: "one", response: ["b"] });
    state = reduce(course, state, { type: "answer", question: "many", response: ["a", "c"] });
    const back = read(changed, write(course, state, 4096));
    assert.deepEqual(back?.seen, ["p1"]);
    assert.equal(back?.page, "p3", "the page is gone: the first one not seen");
    assert.deepEqual(back?.kept, { many: { ...NOTHING, tries: 1, score: 1, best: 1, done: true } });
  });

  it("never revokes completion", () => {
    const state = { ...initial(course, 1), completed: true, passed: true, best: 0.9 };
    const back = read(changed, write(course, state, 4096));
    assert.ok(back);
    assert.deepEqual(outcome(changed, back), {
      scaled: 0.9,
      completion: true,
      success: "passed",
      final: false,
    });
  });
});
