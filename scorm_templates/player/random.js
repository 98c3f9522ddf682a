/**
 * Mixing that can be repeated: the same seed gives the same order, so a learner who comes back finds the
 * choices where they were.
 */

/**
 * A small hash of a text (FNV-1a, 32 bits), to give each question an order of its own.
 * @param {string} text
 * @param {number} seed
 */
export function hash(text, seed) {
  let value = (seed ^ 0x811c9dc5) >>> 0;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return value;
}

/**
 * The items in a mixed order (Fisher-Yates over a mulberry32 generator).
 * @template T
 * @param {readonly T[]} items
 * @param {number} seed
 * @returns {T[]}
 */
export function shuffle(items, seed) {
  const mixed = [...items];
  for (let i = mixed.length - 1; i > 0; i--) {
    seed = (seed + 0x6d2b79f5) | 0;
    let value = Math.imul(seed ^ (seed >>> 15), seed | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    const j = ((value ^ (value >>> 14)) >>> 0) % (i + 1);
    [mixed[i], mixed[j]] = [/** @type {T} */ (mixed[j]), /** @type {T} */ (mixed[i])];
  }
  return mixed;
}
