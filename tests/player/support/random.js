/** A small seeded generator for property tests: the same seed gives the same case, so a failure can be repeated. */

/** @param {number} seed */
export function generator(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const below = (/** @type {number} */ n) => Math.floor(next() * n);
  const chance = (/** @type {number} */ p) => next() < p;
  /** @template T @param {readonly T[]} items @returns {T} */
  const pick = (items) => /** @type {T} */ (items[below(items.length)]);
  /** @template T @param {readonly T[]} items */
  const some = (items) => items.filter(() => chance(0.5));
  /** @template T @param {readonly T[]} items */
  const mixed = (items) =>
    items
      .map((item) => ({ item, at: next() }))
      .sort((a, b) => a.at - b.at)
      .map(({ item }) => item);
  return { below, chance, pick, some, mixed };
}

/**
 * Runs a property on many seeds and names the first one that breaks it.
 * @param {number} runs @param {(random: ReturnType<typeof generator>) => void} property
 */
export function forAll(runs, property) {
  for (let seed = 1; seed <= runs; seed++) {
    try {
      property(generator(seed));
    } catch (error) {
      throw new Error(`seed ${seed}: ${error instanceof Error ? error.message : error}`, { cause: error });
    }
  }
}
