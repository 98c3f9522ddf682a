/**
 * Numbers as learners type them. Inside the player a number is text with a point: "1.5".
 */

/**
 * The decimal sign of a language, "," or ".".
 * @param {string} lang BCP 47 tag
 */
export const decimalSign = (lang) => ((1.5).toLocaleString(lang).includes(",") ? "," : ".");

/**
 * What a learner typed, as a number with a point; the text itself when it is no number. Spaces and apostrophes
 * that group digits, a unit behind the number, and a typographic minus are borne.
 *
 * The sign that the language groups with groups only where exactly three digits follow; else either sign is
 * the decimal one: "1,000" is a thousand in English and one in German, "1,5" is the same in both.
 * @param {string} typed
 * @param {string} decimal the learner's decimal sign
 */
export function canonical(typed, decimal) {
  const text = typed.replace(/[\s'’]/g, "").replace(/[−–]/, "-");
  const number = /^([+-]?[\d.,]+)\D*$/.exec(text)?.[1] ?? "";
  const ungrouped = number.replace(decimal === "," ? /\.(?=\d{3}(\D|$))/g : /,(?=\d{3}(\D|$))/g, "");
  const value = Number(ungrouped.replace(",", "."));
  return number && Number.isFinite(value) ? String(value) : typed.trim();
}
