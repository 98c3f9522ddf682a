import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { lacks, mark } from "../../scorm_templates/player/interactions.js";
import { keptOf, openItems, outcome } from "../../scorm_templates/player/result.js";
import { initial, reduce, takesAnswer } from "../../scorm_templates/player/state.js";
import { take, walk } from "../../scorm_templates/player/story.js";
import { read, write } from "../../scorm_templates/player/suspend.js";
import { course, question, reading, scenario } from "./support/course.js";
import { forAll, generator } from "./support/random.js";

/** @import { Course, PlayerEvent, Question, Scene, State } from "../../scorm_templates/player/types.js" */
/** @typedef {ReturnType<typeof generator>} Random */

const NAMES = ["heat", "told", "trust"];

/** @param {Random} random @returns {NonNullable<Scene["if_"]>} */
const anyTests = (random) =>
  random.chance(0.3)
    ? [[random.pick(NAMES), random.below(5) - 2, random.below(4), random.chance(0.2)]]
    : [];

/** Any story, with loops and state; whether it makes sense is nobody's business. @param {Random} random @returns {Question} */
function anyStory(random) {
  const ids = Array.from({ length: 2 + random.below(5) }, (_, i) => `s${i}`);
  const scenes = ids.map((id, i) => ({
    id,
    end: i && random.chance(0.4) ? random.pick(["safe", "mixed", "unsafe"]) : "",
    if_: anyTests(random),
    choices: [..."abc"].slice(random.below(3)).map((name) => ({
      id: name,
      to: random.pick(ids),
      score: random.below(7) - 2,
      set: /** @type {[string, number, number][]} */ ([[random.pick(NAMES), random.below(2), random.below(5) - 2]]),
      if_: anyTests(random),
    })),
  }));
  return question({ id: "any", type: "performance", kind: "scenario", best: 5, pass: 0.5, scenes });
}

/** Clicks on what is offered, so many times at most. @param {Question} story @param {Random} random */
function clicks(story, random, most = 60) {
  /** @type {readonly string[]} */
  let path = [];
  for (let n = 0; n < most; n++) {
    const { offered } = walk(story, path);
    if (!offered.length) break;
    path = take(story, path, random.pick(offered).id);
  }
  return path;
}

describe("a path", () => {
  it("earns a choice's points once, however often it is taken", () => {
    const { points, steps } = walk(scenario, ["a", "a", "a", "b"]);
    assert.equal(steps.length, 4);
    assert.equal(points, 3 - 1 + 2);
  });

  it("ends where a choice is not offered, and forgets the rest", () => {
    assert.equal(walk(scenario, ["c", "a"]).steps.length, 0, "nobody is told yet");
    assert.equal(walk(scenario, ["a", "gone", "b"]).steps.length, 1);
  });

  it("comes out one scene further on while a condition does not hold", () => {
    assert.equal(walk(scenario, ["a", "b"]).scene.id, "s3");
    assert.equal(walk(scenario, ["b", "b"]).scene.id, "s4");
  });

  it("loses the circles in which nothing changed", () => {
    const circle = { ...scenario, scenes: [
      { id: "x", choices: [{ id: "a", to: "y" }, { id: "b", to: "z", score: 1 }] },
      { id: "y", choices: [{ id: "a", to: "x" }] },
      { id: "z", end: "good" },
    ] };
    const round = take(circle, take(circle, [], "a"), "a");
    assert.deepEqual(round, []);
    assert.deepEqual(take(circle, round, "b"), ["b"]);
  });

  it("keeps a circle that changed something", () => {
    assert.deepEqual(take(scenario, ["a"], "a"), ["a", "a"]);
  });
});

describe("a story", () => {
  it("is right from its pass mark on, and wrong with an ending that cannot pass", () => {
    assert.deepEqual(
      [["a", "b"], ["a", "a", "c"], ["b", "b"], []].map((path) => {
        const { score, verdict } = mark({ ...scenario, pass: 0.4 }, path);
        return [score, verdict];
      }),
      [
        [1, "right"],
        [0.4, "right"],
        [0, "wrong"],
        [0, "wrong"],
      ],
    );
    assert.equal(mark({ ...scenario, pass: 0.5 }, ["a", "a", "c"]).verdict, "partial");
  });

  it("is taken only when it was played to its end", () => {
    assert.equal(lacks(scenario, []), "answer-first");
    assert.equal(lacks(scenario, ["a"]), "not-at-the-end");
    assert.equal(lacks(scenario, ["a", "b"]), "");
  });

  it("may be played again, also after the best path, until no attempt is left", () => {
    /** @type {Course} */
    const twice = { ...reading, questions: [{ ...scenario, attempts: 2 }] };
    /** @type {PlayerEvent[]} */
    const best = [{ type: "answer", question: "story", response: ["a", "b"] }, { type: "again", question: "story" }];
    const again = best.reduce((state, event) => reduce(twice, state, event), initial(twice, 1));
    assert.ok(takesAnswer(again, /** @type {Question} */ (twice.questions[0])));
    const worse = reduce(twice, again, { type: "answer", question: "story", response: ["b", "b"] });
    const { tries, score, best: most, done } = keptOf(worse, "story");
    assert.deepEqual([tries, score, most, done], [2, 0, 1, true]);
  });

  it("with a pass mark is open until it is passed or no attempt is left", () => {
    /** @type {Course} */
    const asked = { ...reading, questions: [scenario], completion: { ...reading.completion, items: ["story"] } };
    const play = (/** @type {State} */ state, /** @type {string[]} */ response) =>
      reduce(asked, reduce(asked, state, { type: "again", question: "story" }), { type: "answer", question: "story", response });
    const open = (/** @type {State} */ state) => openItems(asked, state).map(({ id }) => id);
    const failed = play(initial(asked, 1), ["b", "b"]);
    assert.ok(open(failed).includes("story"));
    assert.ok(!open(play(failed, ["a", "b"])).includes("story"));
  });
});

it("never grows a path beyond the places a story has, nor a score beyond its bounds", () => {
  forAll(400, (random) => {
    const story = anyStory(random);
    const path = clicks(story, random);
    const { marks, steps } = walk(story, path);
    assert.equal(steps.length, path.length, "every choice of a kept path can be taken");
    assert.equal(new Set(marks).size, marks.length, "no place twice");
    const { score } = mark(story, path);
    assert.ok(score >= 0 && score <= 1);
  });
});

it("resumes in the same scene with the same points, wherever the learner stopped", () => {
  forAll(200, (random) => {
    const story = anyStory(random);
    /** @type {Course} */
    const module = { ...course, questions: [story], quizzes: [], success: { parts: [{ id: "any", weight: 1 }], pass: 0.5 } };
    let state = initial(module, 1);
    for (let round = random.below(3); round >= 0; round--) {
      state = reduce(module, state, { type: "again", question: "any" });
      const path = clicks(story, random, 1 + random.below(9));
      const type = walk(story, path).scene.end ? /** @type {const} */ ("answer") : /** @type {const} */ ("draft");
      state = reduce(module, state, { type, question: "any", response: path });
    }
    const back = read(module, write(module, state, 4096));
    assert.ok(back);
    const [was, is] = [keptOf(state, "any"), keptOf(back, "any")];
    assert.deepEqual([is.response, is.draft, is.score, is.best], [was.response, was.draft, was.score, was.best]);
    const place = (/** @type {State} */ one) => walk(story, /** @type {string[]} */ (keptOf(one, "any").draft ?? keptOf(one, "any").response ?? []));
    assert.deepEqual(place(back), place(state));
    assert.deepEqual(outcome(module, back), outcome(module, state));
  });
});

it("keeps the place in a story when answers must be dropped", () => {
  const long = "word ".repeat(900);
  let state = reduce(course, initial(course, 1), { type: "answer", question: "think", response: long });
  state = reduce(course, state, { type: "answer", question: "gap", response: ["Security desk", "24"] });
  state = reduce(course, state, { type: "draft", question: "story", response: ["a", "a"] });
  const back = read(course, write(course, state, 100));
  assert.equal(back?.kept["gap"], undefined);
  assert.deepEqual(back?.kept["story"]?.draft, ["a", "a"]);
});
