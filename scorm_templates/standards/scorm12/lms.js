/** SCORM 1.2: one status for completion and success, scores from 0 to 100 (RTE 3.4.4). */

/** @import { Outcome } from "../../player/types.js" */
/** @import { Profile } from "../scorm/session.js" */
/** @import { Write } from "../scorm/queue.js" */

import { decimal, fraction, timespan } from "../scorm/formats.js";
import { session } from "../scorm/session.js";
import { interaction } from "./encode.js";

/** From low to high: a status is never written over a higher one. */
const STATUSES = ["incomplete", "failed", "completed", "passed"];

/** @param {Outcome} outcome */
function status({ completion, success, final }) {
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

  read(get) {
    const completion = get("cmi.core.lesson_status");
    const passed = completion === "passed";
    const completed = passed || completion === "completed";
    const scaled = completed ? fraction(get("cmi.core.score.raw"), 100) : null;
    return {
      mode: get("cmi.core.lesson_mode"),
      completed,
      passed,
      scaled,
      passMark: fraction(get("cmi.student_data.mastery_score"), 100),
      known: { completion, success: "", scaled },
    };
  },

  report(outcome, known) {
    const now = status(outcome);
    const rises = STATUSES.indexOf(now) > STATUSES.indexOf(known.completion);
    const scores = outcome.scaled !== null && (outcome.scaled !== known.scaled || (rises && now !== "incomplete"));
    /** @type {Write[]} */
    const writes = [];
    if (scores)
      writes.push(
        { element: "cmi.core.score.raw", value: decimal(100 * (outcome.scaled ?? 0), 2) },
        { element: "cmi.core.score.min", value: "0", light: true },
        { element: "cmi.core.score.max", value: "100", light: true },
      );
    if (rises) writes.push({ element: "cmi.core.lesson_status", value: now });
    return { writes, known: { ...known, completion: rises ? now : known.completion, scaled: outcome.scaled } };
  },
};

export const lms = session(profile);
