/**
 * Writes behind: collects changed values, drops repeats, and sends them together with one commit.
 *
 * A commit is often a blocking request, so it waits for a moment worth it; what failed is tried again, later
 * and later. Optional families an LMS does not know are given up without a word.
 */

/** @import { Binding } from "./api.js" */

/**
 * One value on its way. It is tried until it is taken, unless it is `light`: then it is let go when refused.
 * `family` names light values that an LMS may not support at all. `barrier` has what stands before it
 * committed first.
 * @typedef {{ element: string, value: string, light?: boolean, family?: string, barrier?: boolean }} Write
 */

/** Seconds to the next try, and the failures after which the learner is told. */
const PAUSES = [2, 5, 15];
const LATER = 30;

/** Codes that say a family is not supported: SCORM 1.2 and 2004 "not implemented", "undefined", "argument". */
const UNKNOWN = ["201", "401", "402", "thrown"];

/**
 * @param {Binding} lms
 * @param {{ settled: (ok: boolean) => void, failing: (is: boolean) => void }} listener
 */
export function queue(lms, { settled, failing }) {
  /** @type {Write[]} */
  let pending = [];
  /** @type {Map<string, string>} */
  const taken = new Map();
  /** @type {Map<string, number>} */
  const refusals = new Map();
  let uncommitted = false;
  let failures = 0;
  let due = Infinity;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  /** @param {Write} write */
  const givenUp = ({ family }) => !!family && (refusals.get(family) ?? 0) > 1;

  /** @param {Write} write */
  function set(write) {
    if (givenUp(write)) return;
    pending = pending.filter(({ element }) => element !== write.element);
    if (taken.get(write.element) !== write.value) pending.push(write);
  }

  /** Sends one value. @param {Write} write @returns {boolean} whether it is settled, taken or given up */
  function send(write) {
    const { element, value, family, light } = write;
    if (givenUp(write)) return true;
    const failure = lms.set(element, value);
    if (!failure) {
      taken.set(element, value);
      uncommitted = true;
    } else {
      console.debug(`LMS: ${element} = ${value}: ${failure}`);
      if (family && UNKNOWN.includes(failure)) refusals.set(family, (refusals.get(family) ?? 0) + 1);
    }
    return !failure || !!light;
  }

  function commit() {
    if (uncommitted && !lms.commit()) uncommitted = false;
    return !uncommitted;
  }

  /** Has everything sent in at most so many seconds. @param {number} seconds */
  function within(seconds) {
    const then = Date.now() + seconds * 1000;
    if (then >= due) return;
    due = then;
    clearTimeout(timer);
    timer = setTimeout(flush, seconds * 1000);
  }

  /**
   * Sends and commits now. What stands behind a barrier waits for what stands before it, but not for ever: an
   * LMS that refuses a score shall still learn that the learner is done.
   * @returns {boolean} whether everything was taken
   */
  function flush(commits = true) {
    clearTimeout(timer);
    due = Infinity;
    if (!pending.length && !uncommitted) return true;
    let ok = true;
    const writes = pending;
    pending = [];
    for (const write of writes) {
      if (write.barrier) ok = (!commits || commit()) && ok;
      const waits = write.barrier && !ok && failures < PAUSES.length;
      if (waits || !send(write)) {
        pending.push(write);
        ok = false;
      }
    }
    if (commits) ok = commit() && ok;
    if (!ok) within(PAUSES[failures++] ?? LATER);
    if (ok || failures >= PAUSES.length) failing(!ok);
    if (ok) failures = 0;
    settled(ok);
    return ok;
  }

  return { set, within, flush, stop: () => clearTimeout(timer) };
}
