/**
 * Draws the questions of a pool: the same ones for the same seed, some of each stratum, so that every draw
 * measures as much and is worth as much.
 */

/** @import { Course, Pool } from "./types.js" */

import { hash } from "./random.js";
import { byId } from "./result.js";

/**
 * How many questions each stratum gives: one, and of the rest its share, by largest remainder. Where there are
 * fewer questions to draw than strata, those that come first in `order` give one each.
 * @param {number} draw @param {readonly number[]} sizes @param {readonly number[]} order places in `sizes`
 */
export function seats(draw, sizes, order) {
  const rest = draw - sizes.length;
  if (rest < 0) return sizes.map((_, i) => +(order.indexOf(i) < draw));
  const room = sizes.reduce((sum, size) => sum + size - 1, 0) || 1;
  const over = (/** @type {number} */ i) => (rest * ((sizes[i] ?? 1) - 1)) % room;
  const given = sizes.map((size, i) => 1 + (rest * (size - 1) - over(i)) / room);
  const left = given.reduce((sum, one) => sum - one, draw);
  const lucky = [...sizes.keys()].sort((a, b) => over(b) - over(a)).slice(0, left);
  return given.map((one, i) => one + +lucky.includes(i));
}

/**
 * The ids drawn, in the order of the strata. Questions not `met` in earlier attempts come first, then those
 * met longest ago. For each critical question `missed` a critical one of its stratum comes, another one if
 * there is one. Those `kept` stay, whatever else is drawn.
 * @param {Course} course @param {Pool} pool
 * @param {number} seed another one for each attempt
 * @param {{ kept?: readonly string[], met?: readonly string[], missed?: readonly string[] }} [history]
 */
export function draw(course, pool, seed, { kept = [], met = [], missed = [] } = {}) {
  const isMissed = (/** @type {string} */ id) => +missed.includes(id);
  const strata = pool.strata.map((ids) => {
    const fixed = ids.filter((id) => kept.includes(id));
    const rank = [...ids].sort((a, b) => met.indexOf(a) - met.indexOf(b) || hash(a, seed) - hash(b, seed));
    const owed = rank
      .filter((id) => byId(course.questions, id)?.critical)
      .sort((a, b) => isMissed(a) - isMissed(b))
      .slice(0, ids.filter(isMissed).length);
    return {
      ids: [...new Set([...fixed, ...owed, ...rank])],
      fixed: fixed.length,
      due: -fixed.length - owed.length,
      latest: Math.max(...ids.map((id) => met.indexOf(id))),
      chance: hash(`${rank[0]}`, seed),
    };
  });
  const places = [...strata].sort((a, b) => a.due - b.due || a.latest - b.latest || a.chance - b.chance);
  const sizes = strata.map(({ ids }) => ids.length);
  const given = seats(
    pool.draw,
    sizes,
    places.map((one) => strata.indexOf(one)),
  );
  const fresh = strata
    .flatMap(({ ids, fixed }, i) => ids.slice(fixed, Math.max(fixed, given[i] ?? 0)))
    .slice(0, Math.max(0, pool.draw - kept.length));
  return pool.strata.flat().filter((id) => kept.includes(id) || fresh.includes(id));
}
