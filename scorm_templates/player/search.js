/** Finds words in a text as people look for them: capitals, accents and the form of spaces and quotes do not matter. */

/** One sign stands for one, so that places stay the same. @param {string} text */
const fold = (text) =>
  text
    .replace(/\s/g, " ")
    .replace(/[‘’]/g, "'")
    .replace(
      /[^\0-\x7f]/g,
      (sign) =>
        sign.normalize("NFD").replace(/\p{M}/gu, "").normalize("NFC").toLowerCase().charAt(0) || sign,
    )
    .toLowerCase();

/**
 * Where a text has what is looked for: all of it, or else each of its words somewhere; then the first counts.
 * @param {string} text @param {string} query
 * @returns {{ at: number, length: number } | null} null when it has not
 */
export function find(text, query) {
  const folded = fold(text);
  const phrase = fold(query.normalize("NFC")).trim();
  const parts = folded.includes(phrase) ? [phrase] : phrase.split(/ +/);
  const [first = ""] = parts;
  return parts.every((part) => folded.includes(part))
    ? { at: folded.indexOf(first), length: first.length }
    : null;
}

/** Signs of an excerpt before and after what was found. */
const AROUND = 45;

/**
 * What stands around a place, from one word to another, in three pieces: before, there, after.
 * @param {string} text @param {{ at: number, length: number }} place
 */
export function excerpt(text, { at, length }) {
  const end = at + length;
  const before = text.slice(Math.max(0, at - AROUND), at).replace(at > AROUND ? /^\S*\s/ : /^\s+/, "");
  const after = text.slice(end, end + AROUND).replace(end + AROUND < text.length ? /\s\S*$/ : /\s+$/, "");
  return [
    `${at > AROUND ? "… " : ""}${before}`,
    text.slice(at, end),
    `${after}${end + AROUND < text.length ? " …" : ""}`,
  ];
}
