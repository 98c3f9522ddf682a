import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { excerpt, find } from "../../scorm_templates/player/search.js";
import { forAll } from "./support/random.js";

/** What was found, as it stands in the text. @param {string} text @param {string} query */
function found(text, query) {
  const place = find(text, query);
  return place && text.slice(place.at, place.at + place.length);
}

describe("finding", () => {
  const cases = [
    ["Who reads a Public answer?", "public", "Public"],
    ["Café über Łódź", "cafe uber", "Café über"],
    ["Cafe", "CAFÉ", "Cafe"],
    ["It’s “ours”", "it's", "It’s"],
    ["two\nlines\u00a0here", "two lines here", "two\nlines\u00a0here"],
    ["İstanbul İzmir", "izmir", "İzmir"],
    ["個人情報の保護", "情報", "情報"],
    ["개인정보 보호", "정보", "정보"],
    ["ما هي البيانات الشخصية", "البيانات", "البيانات"],
    ["A leak is reported within a day", "day leak", "day"],
    ["A leak", "  leak  ", "leak"],
    ["Cafe\u0301", "cafe", "Cafe"],
    ["Crème", "Cre\u0300me", "Crème"],
  ];
  for (const [text = "", query = "", expected] of cases)
    it(`"${query}" in "${text}"`, () => assert.equal(found(text, query), expected));

  it("finds nothing where a word is missing", () => {
    assert.equal(find("A leak is reported", "leak zebra"), null);
    assert.equal(find("", "x"), null);
    assert.equal(find("정보", "보정"), null);
  });
});

describe("an excerpt", () => {
  it("begins and ends with whole words, and says where more stands", () => {
    const text = `${"before ".repeat(20)}HERE${" after".repeat(20)}`;
    const [before = "", here, after = ""] = excerpt(text, { at: 140, length: 4 });
    assert.equal(here, "HERE");
    assert.match(before, /^… (before ){5,6}$/);
    assert.match(after, /^( after){6,7} …$/);
  });

  it("of a short text is all of it", () => {
    assert.deepEqual(excerpt("A leak is reported", { at: 2, length: 4 }), ["A ", "leak", " is reported"]);
  });

  it("holds what was found, wherever it stands", () => {
    forAll(300, (random) => {
      const words = Array.from({ length: 1 + random.below(60) }, () => random.pick(["a", "bcd", "éf", "\n", "ghijklmn"]));
      const text = words.join(" ");
      const query = random.pick(words).trim();
      const place = query && find(text, query);
      if (!place) return;
      const [before = "", there = "", after = ""] = excerpt(text, place);
      assert.equal(there, text.slice(place.at, place.at + place.length));
      assert.ok(text.includes(`${before.replace(/^… /, "")}${there}${after.replace(/ …$/, "")}`.trim()));
    });
  });
});
