/**
 * Numbers as learners type them. Inside the player a number is text with a point: "1.5".
 */

/**
 * A language with the digits 0 to 9, which lists, footnotes and number fields of browsers have everywhere.
 * @param {string} lang BCP 47 tag
 */
export const latin = (lang) => `${lang}-u-nu-latn`;

/**
 * The decimal sign of a language, "," or ".".
 * @param {string} lang BCP 47 tag
 */
export const decimalSign = (lang) => ((1.5).toLocaleString(latin(lang)).includes(",") ? "," : ".");

/**
 * What a learner typed, as a number with a point; the text itself when it is no number. Spaces and apostrophes
 * that group digits, a unit behind the number, a typographic minus, wide signs from a Japanese keyboard and
 * digits from an Arabic or Persian one are borne.
 *
 * The sign that the language groups with groups only where exactly three digits follow; else either sign is
 * the decimal one: "1,000" is a thousand in English and one in German, "1,5" is the same in both.
 * @param {string} typed
 * @param {string} decimal the learner's decimal sign
 */
export function canonical(typed, decimal) {
  const text = typed
    .normalize("NFKC")
    .replace(/[\s'’٬]/g, "")
    .replace(/[−–]/, "-")
    .replace(/٫/, decimal)
    .replace(/[٠-٩۰-۹]/g, (digit) => `${digit.charCodeAt(0) & 15}`);
  const number = /^([+-]?[\d.,]+)\D*$/.exec(text)?.[1] ?? "";
  const ungrouped = number.replace(decimal === "," ? /\.(?=\d{3}(\D|$))/g : /,(?=\d{3}(\D|$))/g, "");
  const value = Number(ungrouped.replace(",", "."));
  return number && Number.isFinite(value) ? String(value) : typed.trim();
}
