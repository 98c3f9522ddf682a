/**
 * Counts the seconds a learner can see the page. One step never adds more than five minutes, and never less
 * than nothing: the machine may sleep, and the clock may be set.
 */

const LONGEST_STEP = 300;

/**
 * @param {() => number} now milliseconds from any start, such as performance.now()
 * @param {() => boolean} visible
 */
export function clock(now, visible) {
  let before = now();
  let counting = visible();
  let total = 0;
  return {
    /** Seconds so far in this session. Call it often, and whenever visibility changes. */
    seconds() {
      const time = now();
      if (counting) total += Math.min(Math.max(0, (time - before) / 1000), LONGEST_STEP);
      before = time;
      counting = visible();
      return total;
    },
  };
}
