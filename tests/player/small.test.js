import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { clock } from "../../scorm_templates/player/clock.js";
import { hash } from "../../scorm_templates/player/random.js";
import { speaker } from "../../scorm_templates/player/words.js";

describe("mixing", () => {
  const order = (/** @type {number} */ seed) =>
    ["a", "b", "c", "d"].sort((a, b) => hash(a, seed) - hash(b, seed)).join("");

  it("gives the same order for the same seed", () => {
    assert.equal(order(7), order(7));
  });

  it("gives every order for some seed, none much too often", () => {
    /** @type {Map<string, number>} */
    const orders = new Map();
    for (let seed = 0; seed < 2400; seed++) orders.set(order(seed), (orders.get(order(seed)) ?? 0) + 1);
    assert.equal(orders.size, 24);
    assert.ok(Math.max(...orders.values()) < 300, "100 would be even");
  });
});

describe("words", () => {
  const words = speaker(
    {
      "player.tries.one": "{n} try left",
      "player.tries.other": "{n} tries left",
      "player.plain": "Page {page} of {of}",
    },
    "en",
  );

  it("fills in values and picks the plural", () => {
    assert.equal(words("tries", { n: 1 }), "1 try left");
    assert.equal(words("tries", { n: 0 }), "0 tries left");
    assert.equal(words("plain", { page: 2, of: 3 }), "Page 2 of 3");
  });

  it("groups large numbers as the language does, in the digits 0 to 9", () => {
    const many = { "player.many": "{n}" };
    assert.equal(speaker(many, "de")("many", { n: 12400 }), "12.400");
    assert.equal(speaker(many, "ar-EG")("many", { n: 12400 }), "12,400");
    assert.equal(speaker(many, "de")("many", { n: "12400" }), "12400", "a text is left alone");
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
    const time = clock(
      () => now,
      () => visible,
    );
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
