import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { clock } from "../../scorm_templates/player/clock.js";
import { hash, shuffle } from "../../scorm_templates/player/random.js";
import { speaker } from "../../scorm_templates/player/words.js";
import { forAll } from "./support/random.js";

describe("mixing", () => {
  it("is a permutation, and the same again for the same seed", () => {
    forAll(100, (random) => {
      const items = Array.from({ length: random.below(12) }, (_, i) => i);
      const seed = random.below(2 ** 32);
      const mixed = shuffle(items, seed);
      assert.deepEqual([...mixed].sort((a, b) => a - b), items);
      assert.deepEqual(shuffle(items, seed), mixed);
    });
  });

  it("puts every item first now and then", () => {
    const firsts = new Set(Array.from({ length: 100 }, (_, seed) => shuffle(["a", "b", "c"], hash("q", seed))[0]));
    assert.equal(firsts.size, 3);
  });
});

describe("words", () => {
  const words = speaker({ "tries.one": "{n} try left", "tries.other": "{n} tries left", plain: "Page {page} of {of}" }, "en");

  it("fills in values and picks the plural", () => {
    assert.equal(words("tries", { n: 1 }), "1 try left");
    assert.equal(words("tries", { n: 0 }), "0 tries left");
    assert.equal(words("plain", { page: 2, of: 3 }), "Page 2 of 3");
  });

  it("leaves an unknown name or value readable", () => {
    assert.equal(words("nowhere"), "nowhere");
    assert.equal(words("plain", { page: 2 }), "Page 2 of {of}");
  });
});

describe("the clock", () => {
  it("counts visible time only, bears sleep and a clock set back", () => {
    let now = 0;
    let visible = true;
    const time = clock(() => now, () => visible);
    now = 10_000;
    assert.equal(time.seconds(), 10);
    visible = false;
    assert.equal(time.seconds(), 10);
    now = 50_000;
    assert.equal(time.seconds(), 10);
    visible = true;
    assert.equal(time.seconds(), 10);
    now = 55_000;
    assert.equal(time.seconds(), 15);
    now += 3_600_000;
    assert.equal(time.seconds(), 315, "an hour asleep is not an hour of learning");
    now = 0;
    assert.equal(time.seconds(), 315);
  });
});
