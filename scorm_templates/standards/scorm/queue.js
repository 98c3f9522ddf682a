/**
 * Writes behind: collects changed values, drops repeats, and sends them together with one commit.
 *
 * A commit is often a blocking request, so it waits for a moment worth it; what failed is tried again, later
 * and later. Optional families an LMS does not know are given up without a word.
 */

/** @import { Binding } from "./api.js" */

/**
 * One value on its way. It is let go when the LMS refuses it, unless it is `needed`: then it is tried until it is
 * taken. `optional` values are those that an LMS may not support at all. `barrier` has what stands before it
 * committed first.
 * @typedef {{ element: string, value: string, needed?: boolean, optional?: boolean, barrier?: boolean }} Write
 */

/** Seconds to the next try, and the failures after which the learner is told. */
const PAUSES = [2, 5, 15];
const LATER = 30;

/** Optional values refused in a row after which an LMS is not asked to take more: it does not know them. */
const PATIENCE = 3;

/**
 * @param {Binding} lms
 * @param {Map<string, string>} taken what the LMS is known to hold, by element
 * @param {(failures: number, tell: boolean) => void} settled how often in a row not everything was taken, and
 *   whether the learner must know
 */
export function queue(lms, taken, settled) {
  /** @type {Write[]} */
  let pending = [];
  let refused = 0;
  let uncommitted = false;
  let failures = 0;
  let due = Infinity;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  /** @param {Write} write @returns {boolean} whether it is news to the LMS */
  function set(write) {
    pending = pending.filter(({ element }) => element !== write.element);
    const isNew = taken.get(write.element) !== write.value;
    if (isNew) pending.push(write);
    return isNew;
  }

  /** Sends one value. @param {Write} write @returns {boolean} whether it is settled, taken or given up */
  function send(write) {
    const { element, value, needed, optional } = write;
    if (optional && refused >= PATIENCE) return true;
    const failure = lms.set(element, value);
    if (optional) refused = failure ? refused + 1 : 0;
    if (failure) console.debug(element, value, failure);
    else {
      taken.set(element, value);
      uncommitted = true;
    }
    return !failure || !needed;
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
    if (ok) failures = 0;
    else within(PAUSES[failures++] ?? LATER);
    settled(failures, failures >= PAUSES.length);
    return ok;
  }

  return { set, within, flush, stop: () => clearTimeout(timer) };
}
