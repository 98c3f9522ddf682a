/** A player's end of the line: a session with the strict mock LMS, without a page. */

import { mock } from "node:test";
import { profile as profile12 } from "../../../scorm_templates/standards/scorm12/lms.js";
import { profile as profile2004 } from "../../../scorm_templates/standards/scorm2004/lms.js";
import { session } from "../../../scorm_templates/standards/scorm/session.js";
import { bind } from "../../lms/bind.js";
import { runTime } from "../../lms/runtime.js";
import { STANDARDS } from "../../lms/standards.js";
import { memoryStore } from "../../lms/store.js";
import { course } from "./course.js";

/** @import { Call, Standard, Wrap } from "../../lms/types.js" */
/** @import { Course, Outcome, Trouble } from "../../../scorm_templates/player/types.js" */

export const NAMES = /** @type {const} */ (["scorm12", "scorm2004-4"]);

/** @type {Outcome} */
export const BEGUN = { scaled: null, completion: false, success: "unknown", final: false };

/** What a value is called at both standards. @type {Readonly<Record<string, readonly string[]>>} */
const ELEMENTS = {
  status: ["cmi.core.lesson_status", "cmi.completion_status"],
  success: ["cmi.core.lesson_status", "cmi.success_status"],
  raw: ["cmi.core.score.raw", "cmi.score.raw"],
  exit: ["cmi.core.exit", "cmi.exit"],
  suspend: ["cmi.suspend_data", "cmi.suspend_data"],
  mode: ["cmi.core.lesson_mode", "cmi.mode"],
  pass: ["cmi.student_data.mastery_score", "cmi.scaled_passing_score"],
};

/** A localStorage for Node. */
export function freshStorage() {
  /** @type {Map<string, string>} */
  const items = new Map();
  const storage = {
    getItem: (/** @type {string} */ key) => items.get(key) ?? null,
    setItem: (/** @type {string} */ key, /** @type {string} */ text) => void items.set(key, text),
    removeItem: (/** @type {string} */ key) => void items.delete(key),
  };
  Object.assign(globalThis, { localStorage: storage });
  return items;
}

/** Installs the mock and a clock that stands still; everything is as new. */
export function fresh() {
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout", "Date"] });
  const items = freshStorage();
  const store = memoryStore();

  /**
   * One visit. `values` are offered by the LMS at launch, under the names of `ELEMENTS`; `wrap` bends the LMS.
   * @param {typeof NAMES[number]} name
   * @param {{ values?: Record<string, string>, wrap?: Wrap, course?: Course }} [how]
   */
  async function visit(name, { values = {}, wrap = () => ({}), course: taken = course } = {}) {
    const standard = /** @type {Standard} */ (STANDARDS[name]);
    const at = name === "scorm12" ? 0 : 1;
    const element = (/** @type {string} */ key) => /** @type {string} */ (ELEMENTS[key]?.[at]);
    const offered = Object.fromEntries(Object.entries(values).map(([key, value]) => [element(key), value]));
    const inner = runTime(standard, store, (kept) => ({ ...kept, ...offered }));
    /** @type {Call[]} */
    const log = [];
    const context = /** @type {any} */ ({ standard, dismissing: false, complaints: [] });
    const api = bind(
      { ...inner, ...wrap(inner, context) },
      standard,
      (line) => void log.push(line),
      () => 0,
    );
    Object.assign(globalThis, { window: { [standard.apiName]: api } });
    const lms = session(at ? profile2004 : profile12);
    /** @type {Trouble[]} */
    const troubles = [];
    lms.onTrouble((trouble) => troubles.push(trouble));
    const opening = await lms.open(taken);
    /** Calls of a kind, without "LMS". @param {string} call */
    const calls = (call) => log.filter((line) => line.call.replace("LMS", "") === call);
    return {
      lms,
      opening,
      log,
      troubles,
      items,
      element,
      calls,
      /** What was set, and commits, in order: `name=value`, `Commit`. */
      said: () =>
        log
          .filter(({ call }) => /SetValue|Commit|Finish|Terminate/.test(call))
          .map(({ call, args }) => (/SetValue/.test(call) ? args.join("=") : call.replace("LMS", ""))),
      /** What the LMS has stored. @param {string} key */
      stored: (key) => store.saved?.values[element(key)],
      save: (/** @type {string} */ suspend, seconds = 0) => lms.save({ location: "kp1", suspend, seconds }),
      refused: () => log.filter(({ error, call }) => error !== "0" && /SetValue/.test(call)),
    };
  }

  return visit;
}
