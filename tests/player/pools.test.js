import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { draw, seats } from "../../scorm_templates/player/pools.js";
import { asked, keptOf, missing, openItems, outcome, quizPassed } from "../../scorm_templates/player/result.js";
import { initial, reduce } from "../../scorm_templates/player/state.js";
import { read, write } from "../../scorm_templates/player/suspend.js";
import { anyEvent } from "./support/course.js";
import { course, mixed } from "./support/pools.js";
import { forAll } from "./support/random.js";

/** @import { Course, PlayerEvent, State } from "../../scorm_templates/player/types.js" */

/** @param {State} state @param {string} pool */
const drawn = (state, pool) => state.drawn[pool] ?? [];

/** @param {State} state @param {PlayerEvent[]} events @param {Course} [given] */
const after = (state, events, given = course) => events.reduce((now, event) => reduce(given, now, event), state);

/**
 * Hands in the final: everything asked is right but what is named.
 * @param {State} state @param {readonly string[]} [wrong] @returns {PlayerEvent}
 */
const handIn = (state, wrong = []) => {
  const questions = course.questions.filter((one) => one.quiz === "final" && asked(state, one));
  return {
    type: "submit",
    quiz: "final",
    responses: Object.fromEntries(questions.map(({ id }) => [id, [wrong.includes(id) ? "b" : "a"]])),
  };
};

/** @type {PlayerEvent} */
const again = { type: "retry", quiz: "final" };

/** How many of some ids each stratum of the mixed pool has. @param {readonly string[]} ids */
const spread = (ids) => mixed.strata.map((stratum) => stratum.filter((id) => ids.includes(id)).length);

/** A learner who is asked this at first. @param {(state: State) => boolean} wanted */
function learner(wanted) {
  for (let seed = 1; seed < 1000; seed++) {
    const state = initial(course, seed);
    if (wanted(state)) return state;
  }
  throw new Error("nobody is asked this");
}

describe("seats", () => {
  it("go to each stratum once, and then by what it has left", () => {
    const cases = /** @type {const} */ ([
      [2, [4], [2]],
      [2, [3, 3], [1, 1]],
      [4, [6, 3, 3], [2, 1, 1]],
      [5, [3, 3, 3], [2, 2, 1]],
      [4, [1, 3, 3], [1, 2, 1]],
      [5, [6, 3], [3, 2]],
      [10, [20, 2], [9, 1]],
      [3, [1, 1, 1], [1, 1, 1]],
      [9, [6, 3], [6, 3]],
    ]);
    for (const [n, sizes, given] of cases) assert.deepEqual(seats(n, sizes, [...sizes.keys()]), given);
  });

  it("go to those first in line when there are too few", () => {
    assert.deepEqual(seats(2, [5, 1, 1], [2, 0, 1]), [1, 0, 1]);
  });

  it("are never more than there are questions, never fewer than are drawn", () => {
    forAll(500, (random) => {
      const sizes = Array.from({ length: 1 + random.below(6) }, () => 1 + random.below(12));
      const all = sizes.reduce((sum, size) => sum + size);
      const n = 1 + random.below(all);
      const given = seats(n, sizes, random.mixed([...sizes.keys()]));
      assert.equal(given.reduce((sum, one) => sum + one), n);
      given.forEach((one, i) => {
        assert.ok(Number.isInteger(one) && one >= +(n >= sizes.length) && one <= (sizes[i] ?? 0));
        const share = ((n - sizes.length) * ((sizes[i] ?? 0) - 1)) / (all - sizes.length || 1);
        if (n >= sizes.length) assert.ok(Math.abs(one - 1 - share) < 1, "the share, rounded");
      });
    });
  });
});

describe("a draw", () => {
  it("is the same for the same seed, and another one for another", () => {
    const draws = Array.from({ length: 60 }, (_, seed) => draw(course, mixed, seed).join());
    assert.equal(draws[7], draw(course, mixed, 7).join());
    assert.ok(new Set(draws).size > 30);
  });

  it("gives every question of a stratum the same chance", () => {
    const counted = new Map(mixed.strata.flat().map((id) => [id, 0]));
    for (let seed = 0; seed < 3000; seed++)
      for (const id of draw(course, mixed, seed * 7919)) counted.set(id, (counted.get(id) ?? 0) + 1);
    const [first = [], second = []] = mixed.strata;
    for (const id of first) assert.ok(Math.abs((counted.get(id) ?? 0) / 3000 - 3 / 6) < 0.05, id);
    for (const id of second) assert.ok(Math.abs((counted.get(id) ?? 0) / 3000 - 2 / 3) < 0.05, id);
  });

  it("takes from every stratum in turn when there are too few seats", () => {
    const small = { ...mixed, draw: 1 };
    const first = draw(course, small, 1);
    const next = draw(course, small, 1, { met: first });
    assert.deepEqual(spread([...first, ...next]), [1, 1]);
    const seeds = Array.from({ length: 200 }, (_, seed) => spread(draw(course, small, seed)).indexOf(1));
    assert.ok(seeds.filter((stratum) => stratum === 0).length > 50 && seeds.filter(Boolean).length > 50);
  });

  it("prefers what was not met, and then what was met longest ago", () => {
    const pool = { ...mixed, draw: 1, strata: [["p0", "p1", "p2"]] };
    assert.deepEqual(draw(course, pool, 1, { met: ["p1", "p0"] }), ["p2"]);
    assert.deepEqual(draw(course, pool, 1, { met: ["p1", "p0", "p2"] }), ["p1"]);
  });

  it("brings another critical question for one that was missed, the same where there is no other", () => {
    for (let seed = 0; seed < 50; seed++) {
      const met = ["c0", "p0", "p1", "q0", "q1"];
      assert.ok(draw(course, mixed, seed, { met, missed: ["c0"] }).includes("c1"));
      const both = draw(course, mixed, seed, { met: ["c0", "c1", "p0"], missed: ["c0", "c1"] });
      assert.ok(both.includes("c0") && both.includes("c1"));
      const two = { ...mixed, draw: 1, strata: [["c0", "c1", "p0"]] };
      assert.deepEqual(draw(course, two, seed, { met: ["c0", "c1"], missed: ["c0"] }), ["c1"]);
      const one = { ...mixed, draw: 1, strata: [["p0", "c0", "p1"], ["q0", "q1"]] };
      assert.deepEqual(draw(course, one, seed, { met: ["c0"], missed: ["c0"] }), ["c0"]);
    }
  });
});

describe("a quiz that draws", () => {
  it("asks, scores and closes by what was drawn", () => {
    const state = initial(course, 1);
    const asks = drawn(state, "mixed");
    const half = after(state, [handIn(state, asks.slice(0, 3))]);
    assert.equal(keptOf(half, "final").score, 0.5, "three of the five drawn and the one that all are asked");
    assert.equal(half.records, 6);
    const other = mixed.strata.flat().find((id) => !asks.includes(id)) ?? "";
    assert.equal(keptOf(half, other).tries, 0);
    const forced = after(state, [{ type: "submit", quiz: "final", responses: { [other]: ["a"] } }]);
    assert.equal(keptOf(forced, "final").score, 0, "an answer to what was not asked earns nothing");

    const [one = "", two = ""] = drawn(state, "one-by-one");
    const unasked = ["e0", "e1", "e2", "e3"].find((id) => id !== one && id !== two) ?? "";
    const answer = (/** @type {string} */ question) =>
      /** @type {PlayerEvent} */ ({ type: "answer", question, response: ["a"] });
    assert.equal(after(state, [answer(unasked)]), state);
    assert.equal(keptOf(after(state, [answer(one), answer(two)]), "each").score, 1);
  });

  it("asks for a required question only if it is drawn", () => {
    const wants = (/** @type {State} */ state) => openItems(course, state).some(({ id }) => id === "r0");
    assert.ok(wants(learner((state) => drawn(state, "practice").includes("r0"))));
    assert.ok(!wants(learner((state) => !drawn(state, "practice").includes("r0"))));
  });

  it("draws anew for a new attempt, first what was not met", () => {
    const state = learner((one) => !drawn(one, "mixed").some((id) => id.startsWith("c")));
    const next = after(state, [handIn(state, mixed.strata.flat()), again]);
    const asks = drawn(next, "mixed");
    assert.deepEqual(spread(asks), [3, 2]);
    assert.deepEqual(next.met, drawn(state, "mixed"));
    assert.equal(asks.filter((id) => next.met.includes(id)).length, 1, "one of three people had to come again");
    assert.deepEqual(drawn(next, "practice"), drawn(state, "practice"));
    const { met } = after(next, [handIn(next, mixed.strata.flat()), again]);
    assert.deepEqual(met.slice(-5), asks, "those met last stand last");
    assert.deepEqual([...met].sort(), [...new Set([...drawn(state, "mixed"), ...asks])].sort());
  });
});

describe("a critical question", () => {
  const start = learner((state) => drawn(state, "mixed").includes("c0") && !drawn(state, "mixed").includes("c1"));

  it("stands between a good score and passing", () => {
    const state = after(start, [handIn(start, ["c0"])]);
    const { success, scaled, final } = outcome(course, state);
    assert.deepEqual([success, scaled, final], ["failed", 0.833333333333, false]);
    assert.deepEqual(missing(course, state).map(({ id }) => id), ["c0"]);
    assert.ok(openItems(course, state).some(({ id }) => id === "final"));
    assert.equal(outcome(course, after(start, [handIn(start)])).success, "passed");
  });

  it("may be made good in the next attempt by another one, and the best score counts", () => {
    const missed = after(start, [handIn(start, ["c0"]), again]);
    assert.ok(drawn(missed, "mixed").includes("c1"));
    const others = drawn(missed, "mixed").filter((id) => id !== "c1");
    const back = read(course, write(course, missed, 4096));
    assert.ok(back);
    for (const state of [missed, back]) {
      const next = after(state, [handIn(state, [...others, "s"])]);
      assert.equal(keptOf(next, "final").score, 0.166666666667);
      assert.ok(quizPassed(course, next, course.quizzes[0] ?? assert.fail()));
      assert.deepEqual([outcome(course, next).success, outcome(course, next).scaled], ["passed", 0.833333333333]);
    }
  });

  it("stays right once it was, through attempts and suspend data of any size", () => {
    const right = after(start, [handIn(start, [...mixed.strata.flat().filter((id) => id !== "c0"), "s"]), again]);
    assert.equal(keptOf(right, "c0").best, 1);
    assert.equal(keptOf(right, "c0").tries, 0);
    for (const limit of [64000, 10]) assert.equal(keptOf(read(course, write(course, right, limit)) ?? right, "c0").best, 1);
  });

  it("that is missed for good fails the module at once", () => {
    const once = {
      ...course,
      pools: [],
      questions: course.questions.map(({ pool: _, ...one }) => ({ ...one, critical: one.id === "r0", attempts: 1 })),
    };
    const state = after(initial(once, 1), [{ type: "answer", question: "r0", response: ["b"] }], once);
    assert.equal(outcome(once, state).final, true);
    const used = { ...course, quizzes: course.quizzes.map((one) => ({ ...one, attempts: 1 })) };
    const failed = after(start, [handIn(start, ["c0"])], used);
    assert.deepEqual([outcome(used, failed).success, outcome(used, failed).final], ["failed", true]);
  });
});

describe("how sure a learner was", () => {
  const start = learner((state) => drawn(state, "mixed").includes("q0"));
  const responses = { q0: ["b"], s: ["a"] };

  it("is kept with the answer and counts as a record of its own", () => {
    const state = after(start, [{ type: "submit", quiz: "final", responses, sure: { q0: 3, s: 2 } }]);
    assert.deepEqual([keptOf(state, "q0").sure, keptOf(state, "s").sure], [3, 0], "only where it was asked");
    assert.equal(state.records, 3);
    const back = read(course, write(course, state, 4096));
    assert.deepEqual(back?.kept["q0"], state.kept["q0"]);
  });

  it("is kept with a draft, and asked anew in the next attempt", () => {
    const draft = after(start, [{ type: "draft", question: "q0", response: [], sure: 2 }]);
    assert.equal(read(course, write(course, draft, 4096))?.kept["q0"]?.sure, 2);
    const next = after(start, [{ type: "submit", quiz: "final", responses, sure: { q0: 3 } }, again]);
    assert.equal(keptOf(next, "q0").sure, 0);
  });
});

it("a timed quiz remembers when its attempt began", () => {
  const [tick, open] = /** @type {PlayerEvent[]} */ ([{ type: "tick", seconds: 30 }, { type: "open", page: "p2" }]);
  assert.ok(tick && open);
  const state = after(initial(course, 1), [tick, open, tick, open]);
  assert.deepEqual(state.since, { final: 30 });
  const back = read(course, write(course, state, 4096));
  assert.deepEqual(back?.since, { final: 30 });
  assert.deepEqual(after(state, [handIn(state, mixed.strata.flat()), tick, again]).since, { final: 90 });
});

describe("a course that changed", () => {
  /** @param {readonly string[]} gone @param {number} [n] @returns {Course} */
  const without = (gone, n = 5) => ({
    ...course,
    questions: course.questions.filter(({ id }) => !gone.includes(id)),
    quizzes: course.quizzes.map((one) => ({ ...one, questions: one.questions.filter((id) => !gone.includes(id)) })),
    pools: course.pools.map((pool) => ({
      ...pool,
      draw: pool.id === "mixed" ? n : pool.draw,
      strata: pool.strata.map((ids) => ids.filter((id) => !gone.includes(id))),
    })),
  });

  it("gets others for questions that are gone, and keeps the rest", () => {
    forAll(100, (random) => {
      const state = initial(course, random.below(2 ** 32));
      const gone = random.some(["p0", "p1", "q0"]);
      const changed = without(gone);
      const back = read(changed, write(course, state, 4096));
      const asks = drawn(back ?? assert.fail(), "mixed");
      assert.equal(asks.length, 5);
      assert.ok(drawn(state, "mixed").every((id) => gone.includes(id) || asks.includes(id)));
    });
  });

  it("keeps what is answered when it draws fewer, and leaves a closed attempt alone", () => {
    const [first = "", second = ""] = drawn(initial(course, 1), "one-by-one");
    const state = after(initial(course, 1), [{ type: "answer", question: second, response: ["a"] }]);
    const fewer = { ...course, pools: course.pools.map((pool) => ({ ...pool, draw: 1 })) };
    const back = read(fewer, write(course, state, 4096));
    assert.deepEqual(drawn(back ?? assert.fail(), "one-by-one"), [second]);

    const two = { ...course, pools: course.pools.map((pool) => ({ ...pool, draw: 2 })) };
    const start = initial(two, 1);
    const [, wrong = ""] = drawn(start, "practice");
    const tried = after(start, [{ type: "answer", question: wrong, response: ["b"] }], two);
    assert.deepEqual(drawn(read(fewer, write(two, tried, 4096)) ?? assert.fail(), "practice"), [wrong]);

    const closed = after(state, [{ type: "answer", question: first, response: ["b"] }]);
    const changed = without([first]);
    const later = read(changed, write(course, closed, 4096));
    assert.deepEqual(drawn(later ?? assert.fail(), "one-by-one"), [second]);
  });

  it("closes a quiz whose last open question is gone", () => {
    const start = initial(course, 1);
    const [first = "", second = ""] = drawn(start, "one-by-one");
    const state = after(start, [{ type: "answer", question: first, response: ["a"] }]);
    const changed = without(["e0", "e1", "e2", "e3"].filter((id) => id !== first));
    const back = read(changed, write(course, state, 4096)) ?? assert.fail();
    assert.ok(!drawn(back, "one-by-one").includes(second));
    const opened = after(back, [{ type: "adopt", completed: false, passed: false, scaled: null }], changed);
    assert.deepEqual([keptOf(opened, "each").tries, keptOf(opened, "each").score], [1, 1]);
  });
});

it("whatever happens: draws fit, nothing is taken back, and a resumed learner finds page, draw and score", () => {
  forAll(300, (random) => {
    let state = initial(course, random.below(2 ** 32));
    for (let step = 0; step < 60; step++) {
      const next = reduce(course, state, anyEvent(random, course));
      const { scaled, completion, success } = outcome(course, next);
      assert.ok(scaled === null || (scaled >= 0 && scaled <= 1 && scaled >= (state.best ?? 0)));
      assert.ok(completion || !state.completed);
      assert.ok(success === "passed" || !state.passed);
      assert.deepEqual(spread(drawn(next, "mixed")), [3, 2]);
      assert.deepEqual([drawn(next, "one-by-one").length, drawn(next, "practice").length], [2, 1]);
      for (const one of course.questions) {
        assert.ok(keptOf(next, one.id).best >= keptOf(state, one.id).best);
        if (!asked(next, one)) assert.equal(keptOf(next, one.id).tries, 0);
      }
      for (const quiz of course.quizzes) assert.ok(keptOf(next, quiz.id).best >= keptOf(state, quiz.id).best);
      state = next;
    }
    for (const limit of [64000, 900]) {
      const back = read(course, write(course, state, limit)) ?? assert.fail();
      assert.deepEqual(back.drawn, state.drawn);
      assert.equal(back.page, state.page);
      if (limit > 900) assert.deepEqual([back.met, outcome(course, back)], [state.met, outcome(course, state)]);
      assert.deepEqual(missing(course, back), missing(course, state));
      assert.equal(outcome(course, back).scaled, outcome(course, state).scaled);
    }
  });
});
