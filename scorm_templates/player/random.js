/**
 * Mixing that can be repeated: the same seed gives the same order, so a learner who comes back finds the
 * choices where they were.
 */

/**
 * A number for a text, another one for each seed (FNV-1a, then stirred so that similar texts end far apart).
 * Sorting by it mixes.
 * @param {string} text
 * @param {number} seed
 */
export function hash(text, seed) {
  for (const sign of text) seed = Math.imul(seed ^ sign.charCodeAt(0), 0x01000193);
  return Math.imul(seed ^ (seed >>> 15), 0x2c1b3c6d) >>> 0;
}
