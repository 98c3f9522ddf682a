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
 * and the session goes on. `read` asks for what is known at launch, as few calls as will do. `report` gives the
 * score, and the statuses that are higher than those the LMS has: none is ever lowered.
 * @typedef {object} Profile
 * @property {string} api name of the API object
 * @property {string} prefix of its functions
 * @property {string} last its closing call, without the prefix
 * @property {string} alive
 * @property {number} limit longest suspend data
 * @property {number} records most interaction records in a session
 * @property {{ location: string, suspend: string, time: string, exit: string, id: string, name: string }} elements
 * @property {(seconds: number) => string} duration
 * @property {(get: (element: string) => string) => Omit<Opening, "kept" | "id" | "learner">} read
 * @property {(outcome: Outcome, has: (element: string) => string) => { scores: Write[], statuses: Write[] }} report
 * @property {(record: InteractionRecord) => (readonly [string, string])[]} encode elements below the record
 * @property {(lms: Binding, text: string, place: string) => string} comment writes what the learner says; what failed
 * @property {boolean} commitsLast whether to commit before the closing call
 * @property {Write[]} leaving said when the learner leaves by the button
 */

/** Seconds an answer may wait for its commit, and a page view. */
const ANSWER = 4;
const VIEW = 15;

/** Seconds after which the session time is told again. */
const TIME_STEP = 10;

/** The error code after which a session cannot go on: SCORM 2004 "content instance terminated". */
const OVER = "104";

/** @param {Profile} profile @returns {Lms} */
export function session(profile) {
  const { elements } = profile;
  /** @type {Binding | null} */
  let lms = null;
  /** @type {ReturnType<typeof queue> | null} null in review and browse mode too */
  let writes = null;
  /** What the LMS holds, as far as it was read or written. @type {Map<string, string>} */
  const taken = new Map();
  let place = ""; // where the state is kept in the browser
  let copied = false; // there, because the LMS took nothing
  let suspend = "";
  let next = NaN; // index of the next interaction record
  let recorded = 0;
  let told = -Infinity; // session time told last
  let started = false;
  /** @type {Date | null} */
  let saved = null;
  /** @type {(trouble: Trouble) => void} */
  let listener;

  /** Keeps a copy in the browser while the LMS takes nothing. @param {number} failures @param {boolean} tell */
  function settled(failures, tell) {
    if (!failures) saved = new Date();
    if (failures || copied) keep(place, failures ? suspend : "");
    copied = failures > 0;
    listener(tell ? "failing" : "fine");
  }

  /** @param {string} element @param {string} value */
  const set = (element, value, needed = false) => writes?.set({ element, value, needed });

  /** @param {number} seconds @param {boolean} [now] */
  function time(seconds, now) {
    if (!now && seconds - told < TIME_STEP) return;
    told = seconds;
    set(elements.time, profile.duration(seconds));
  }

  return {
    limit: profile.limit,

    onTrouble(fn) {
      listener = fn;
    },

    async open({ id }) {
      place = `smtrain:${id}:`;
      const api = await search(window, profile.api, `${profile.prefix}Initialize`);
      const link = binding(api, profile.prefix, profile.last);
      const failure = link.open(); // without an API every call fails
      if (failure && failure !== profile.alive) {
        listener(failure === OVER ? "relaunch" : "offline");
        const nothing = { mode: "", completed: false, passed: false, scaled: null, passMark: null };
        return { ...nothing, kept: [kept(place)], id: "", learner: () => "" };
      }
      lms = link;
      const learner = link.get(elements.id);
      place += learner;
      const found = profile.read((element) => {
        const value = link.get(element);
        taken.set(element, value);
        return value;
      });
      suspend = link.get(elements.suspend);
      if (!/review|browse/.test(found.mode)) writes = queue(link, taken, settled);
      set(elements.exit, "suspend");
      const copy = kept(place);
      copied = !!copy;
      return { ...found, kept: [suspend, copy], id: learner, learner: () => link.get(elements.name) };
    },

    save(state) {
      suspend = state.suspend;
      if (!lms && place) keep(place, suspend);
      set(elements.suspend, suspend, true);
      set(elements.location, state.location);
      time(state.seconds);
      writes?.within(VIEW);
    },

    record(record) {
      if (!writes || !lms || recorded >= profile.records / (record.extra ? 2 : 1)) return;
      recorded++;
      if (recorded === 1) next = parseInt(lms.get("cmi.interactions._count"));
      if (!(next >= 0)) next = record.index;
      for (const [element, value] of profile.encode(record))
        writes.set({ element: `cmi.interactions.${next}.${element}`, value, optional: true });
      next++;
      writes.within(ANSWER);
    },

    comment: (text, at) => !!writes && !!lms && !profile.comment(lms, text, at) && !lms.commit(),

    finish(outcome) {
      if (!writes) return;
      const { scores, statuses } = profile.report(outcome, (element) => taken.get(element) ?? "");
      // what the last session kept, it also sent, unless it left a copy or the LMS forgot the status
      if (!started && !copied && !statuses.length)
        for (const { element, value } of scores) taken.set(element, value);
      const news = [...scores, ...statuses].map(writes.set);
      if (news.includes(true) || !started) writes.flush();
      started = true;
    },

    flush() {
      writes?.flush();
    },

    check(outcome, again) {
      if (!lms) return { ok: false, saved, rows: [] };
      const { get } = lms;
      /** @param {(element: string) => string} has */
      const report = (has) => Object.values(profile.report(outcome, has)).flat();
      if (again) {
        const known = { element: elements.suspend, value: suspend, needed: true };
        for (const write of [known, ...report(get)]) {
          taken.delete(write.element);
          writes?.set(write);
        }
      }
      const ok = writes?.flush() ?? true;
      const rows = report(() => "")
        .filter(({ needed }) => needed)
        .map(({ element, value }) => ({ element, sent: value, held: get(element) }));
      return { ok, saved, rows };
    },

    close({ seconds, explicit }) {
      if (!lms) return "local";
      time(seconds, true);
      if (explicit) for (const { element, value } of profile.leaving) set(element, value);
      const sent = writes?.flush(profile.commitsLast) ?? true;
      writes?.stop();
      const ok = !lms.close() && sent;
      if (!ok && writes) settled(1, true);
      lms = writes = null;
      place = "";
      return ok ? "sent" : "unsent";
    },
  };
}
