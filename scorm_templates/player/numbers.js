/**
 * Numbers as learners type them. Inside the player a number is text with a point: "1.5".
 */

/**
 * The decimal sign of a language, "," or ".".
 * @param {string} lang BCP 47 tag
 */
export function decimalSign(lang) {
  try {
    const parts = new Intl.NumberFormat(lang).formatToParts(1.5);
    return parts.find((part) => part.type === "decimal")?.value === "," ? "," : ".";
  } catch {
    return "."; // not a language tag
  }
}

/**
 * What a learner typed, as a number with a point; the text itself when it is no number. Spaces and
 * apostrophes that group digits, a unit behind the number, and a typographic minus are borne.
 *
 * A sign that stands once is the decimal sign, unless it is the one the language groups with and exactly
 * three digits follow: "1,000" is a thousand in English and one in German.
 * @param {string} typed
 * @param {string} decimal the learner's decimal sign
 */
export function canonical(typed, decimal) {
  const text = typed.replace(/[\s'’]/g, "").replace(/[−–]/g, "-");
  const match = /^([+-]?[\d.,]*\d[.,]?)[^\d.,]*$/.exec(text);
  if (!match?.[1]) return typed.trim();
  const number = match[1];
  const last = Math.max(number.lastIndexOf(","), number.lastIndexOf("."));
  if (last < 0) return String(Number(number));
  const sign = /** @type {string} */ (number[last]);
  const others = number.slice(0, last);
  const grouped = others.includes(sign) || (sign !== decimal && !/[.,]/.test(others) && /^[+-]?\d{1,3}[.,]\d{3}$/.test(number));
  const value = Number(grouped ? number.replace(/[.,]/g, "") : others.replace(/[.,]/g, "") + "." + number.slice(last + 1));
  return Number.isFinite(value) ? String(value) : typed.trim();
}
