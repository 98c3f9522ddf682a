/**
 * One session with a SCORM LMS: what SCORM 1.2 and 2004 have in common. What differs is in the profile.
 *
 * Without an LMS the module works all the same and keeps its state in the browser.
 */

/** @import { InteractionRecord, Lms, Opening, Outcome, Trouble } from "../../player/types.js" */
/** @import { Binding } from "./api.js" */
/** @import { Write } from "./queue.js" */

import { keep, kept } from "../browser/keep.js";
import { binding } from "./api.js";
import { search } from "./find.js";
import { queue } from "./queue.js";

/**
 * What makes a standard. `alive` is the error code of an Initialize that comes too late: the page was reloaded
 * and the session goes on. `read` asks for what is known at launch, as few calls as will do.
 * @typedef {object} Profile
 * @property {string} api name of the API object
 * @property {string} prefix of its functions
 * @property {string} last its closing call, without the prefix
 * @property {string} alive
 * @property {number} limit longest suspend data
 * @property {number} records most interaction records in a session
 * @property {{ location: string, suspend: string, time: string, exit: string, id: string, name: string }} elements
 * @property {(seconds: number) => string} duration
 * @property {(get: (element: string) => string) => Omit<Opening, "kept" | "learner"> & { known: Known }} read
 * @property {(outcome: Outcome, known: Known) => { writes: Write[], known: Known }} report
 * @property {(record: InteractionRecord) => (readonly [string, string])[]} encode elements below the record
 * @property {boolean} commitsLast whether to commit before the closing call
 * @property {Write[]} leaving said when the learner leaves by the button
 */

/** What the LMS was last told. @typedef {{ completion: string, success: string, scaled: number | null }} Known */

/** Seconds an answer may wait for its commit, and a page view. */
const ANSWER = 4;
const VIEW = 15;

/** Seconds after which the session time is told again. */
const TIME_STEP = 10;

/** Codes after which a session cannot go on: SCORM 2004 "content instance terminated". */
const OVER = "104";

/** @param {Profile} profile @returns {Lms} */
export function session(profile) {
  const { elements } = profile;
  /** @type {Binding | null} */
  let lms = null;
  /** @type {ReturnType<typeof queue> | null} */
  let writes = null;
  /** @type {Known} */
  let known = { completion: "", success: "", scaled: null };
  let copy = ""; // where the state is kept in the browser, "" before the start
  let copied = false;
  let suspend = "";
  let next = -1; // index of the next interaction record
  let recorded = 0;
  let told = -Infinity; // session time told last
  let started = false;
  /** @type {(trouble: Trouble | null) => void} */
  let listener = () => {};

  /** @param {string} id @param {string} learner */
  const place = (id, learner) => `smtrain:${id}:${learner}`;

  /** @param {Trouble} trouble @returns {Opening} */
  function without(trouble) {
    listener(trouble);
    lms = null;
    const nothing = { completed: false, passed: false, scaled: null, passMark: null, learner: () => "" };
    return { ...nothing, mode: "normal", kept: [kept(copy)] };
  }

  /** Keeps a copy in the browser while the LMS takes nothing. @param {boolean} ok */
  function settled(ok) {
    if (!ok && suspend) keep(copy, suspend);
    if (ok && copied) keep(copy, "");
    copied = !ok;
  }

  /** @param {number} seconds @param {boolean} [now] */
  function time(seconds, now) {
    if (!now && seconds - told < TIME_STEP) return;
    told = seconds;
    writes?.set({ element: elements.time, value: profile.duration(seconds), light: true });
  }

  return {
    limit: profile.limit,

    onTrouble(fn) {
      listener = fn;
    },

    async open(course) {
      copy = place(course.id, "");
      const api = await search(window, profile.api, `${profile.prefix}Initialize`);
      if (!api) return without("offline");
      const link = binding(api, profile.prefix, profile.last);
      const failure = link.open();
      if (failure === OVER) return without("relaunch");
      if (failure && failure !== profile.alive) return without("offline");
      lms = link;
      copy = place(course.id, link.get(elements.id));
      const { known: before, ...found } = profile.read(link.get);
      known = before;
      if (!/review|browse/.test(found.mode)) {
        const failing = (/** @type {boolean} */ is) => listener(is ? "failing" : null);
        writes = queue(link, { settled, failing });
        writes.set({ element: elements.exit, value: "suspend", light: true });
      }
      suspend = link.get(elements.suspend);
      const text = kept(copy);
      copied = !!text;
      return {
        ...found,
        kept: [suspend, text],
        learner: () => link.get(elements.name),
      };
    },

    save(state) {
      suspend = state.suspend;
      if (!lms && copy) keep(copy, suspend);
      writes?.set({ element: elements.suspend, value: suspend });
      writes?.set({ element: elements.location, value: state.location, light: true });
      time(state.seconds);
      writes?.within(VIEW);
    },

    record(record) {
      if (!writes || !lms || recorded++ >= profile.records) return;
      if (next < 0) next = parseInt(lms.get("cmi.interactions._count"));
      if (!(next >= 0)) next = record.index;
      for (const [element, value] of profile.encode(record))
        writes.set({ element: `cmi.interactions.${next}.${element}`, value, light: true, family: "interactions" });
      next++;
      writes.within(ANSWER);
    },

    finish(outcome) {
      if (!writes) return;
      // what the last session kept, it also sent; a copy in the browser was not
      const before = started || copied ? known : { ...known, scaled: known.scaled ?? outcome.scaled };
      const report = profile.report(outcome, before);
      known = report.known;
      report.writes.forEach(writes.set);
      if (report.writes.length || !started) writes.flush();
      started = true;
    },

    flush() {
      writes?.flush();
    },

    close({ seconds, explicit }) {
      if (!lms) return true;
      time(seconds, true);
      if (explicit) profile.leaving.forEach((write) => writes?.set(write));
      const sent = writes?.flush(profile.commitsLast) ?? true;
      writes?.stop();
      const ok = !lms.close() && sent;
      if (!ok && writes) settled(false);
      lms = writes = null;
      copy = "";
      return ok;
    },
  };
}
