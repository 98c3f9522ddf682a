/** SCORM 1.2: one status for completion and success, scores from 0 to 100 (RTE 3.4.4). */

/** @import { Outcome } from "../../player/types.js" */
/** @import { Profile } from "../scorm/session.js" */

import { decimal, fraction, line, timespan } from "../scorm/formats.js";
import { session } from "../scorm/session.js";
import { interaction } from "./encode.js";

/** From low to high: a status is never written over a higher one. */
const STATUSES = ["incomplete", "failed", "completed", "passed"];

const STATUS = "cmi.core.lesson_status";

/** @param {Outcome} outcome */
function statusOf({ completion, success, final }) {
  if (success === "failed" && final) return "failed";
  if (!completion) return "incomplete";
  return { none: "completed", passed: "passed", failed: "incomplete", unknown: "incomplete" }[success];
}

/** @type {Profile} */
export const profile = {
  api: "API",
  prefix: "LMS",
  last: "Finish",
  alive: "101",
  limit: 4096,
  records: 50,
  elements: {
    location: "cmi.core.lesson_location",
    suspend: "cmi.suspend_data",
    time: "cmi.core.session_time",
    exit: "cmi.core.exit",
    id: "cmi.core.student_id",
    name: "cmi.core.student_name",
  },
  duration: timespan,
  encode: interaction,
  commitsLast: true,
  leaving: [],

  // RTE 3.4: one text for all comments. Moodle appends what is set, others replace it: nothing gets lost.
  comment(lms, text, place) {
    const element = "cmi.comments";
    const said = line(`[${place}] ${text}`, 4000);
    const before = lms.get(element);
    const failure = lms.set(element, said);
    return failure || !before || lms.get(element).includes(before)
      ? failure
      : lms.set(element, line(`${before} ${said}`, 4096));
  },

  read(get) {
    const status = get(STATUS);
    const passed = status === "passed";
    const completed = passed || status === "completed";
    return {
      mode: get("cmi.core.lesson_mode"),
      completed,
      passed,
      scaled: completed ? fraction(get("cmi.core.score.raw"), 100) : null,
      passMark: fraction(get("cmi.student_data.mastery_score"), 100),
    };
  },

  report(outcome, has) {
    const value = statusOf(outcome);
    const rises = STATUSES.indexOf(value) > STATUSES.indexOf(has(STATUS));
    const { scaled } = outcome;
    return {
      scores:
        scaled === null
          ? []
          : [
              { element: "cmi.core.score.raw", value: decimal(100 * scaled, 2), needed: true },
              { element: "cmi.core.score.min", value: "0" },
              { element: "cmi.core.score.max", value: "100" },
            ],
      statuses: rises ? [{ element: STATUS, value, needed: true }] : [],
    };
  },
};

export const lms = session(profile);
