/**
 * SCORM 2004, 3rd and 4th edition: completion and success apart, scores from 0 to 1 and from 0 to 100
 * (RTE 4.2). Success is committed before completion: Moodle compares the status row by row.
 */

/** @import { Profile } from "../scorm/session.js" */
/** @import { Write } from "../scorm/queue.js" */

import { decimal, fraction, interval } from "../scorm/formats.js";
import { session } from "../scorm/session.js";
import { interaction } from "./encode.js";

/** @param {number} scaled @returns {Write[]} */
const scoreWrites = (scaled) => [
  { element: "cmi.score.scaled", value: decimal(scaled, 7) },
  { element: "cmi.score.raw", value: decimal(100 * scaled, 2) },
  { element: "cmi.score.min", value: "0", light: true },
  { element: "cmi.score.max", value: "100", light: true },
];

/** @type {Profile} */
export const profile = {
  api: "API_1484_11",
  prefix: "",
  last: "Terminate",
  alive: "103",
  limit: 64000,
  records: 250,
  elements: {
    location: "cmi.location",
    suspend: "cmi.suspend_data",
    time: "cmi.session_time",
    exit: "cmi.exit",
    id: "cmi.learner_id",
    name: "cmi.learner_name",
  },
  duration: interval,
  encode: interaction,
  // Terminate commits by itself; Cornerstone refuses a Commit while the page goes away
  commitsLast: false,
  leaving: [{ element: "adl.nav.request", value: "suspendAll", light: true }],

  read(get) {
    const completion = get("cmi.completion_status");
    const success = get("cmi.success_status");
    const completed = completion === "completed";
    const passed = success === "passed";
    const scaled = passed || completed ? fraction(get("cmi.score.scaled"), 1) : null;
    return {
      mode: get("cmi.mode"),
      completed,
      passed,
      scaled,
      passMark: fraction(get("cmi.scaled_passing_score"), 1),
      known: { completion, success, scaled },
    };
  },

  report({ scaled, completion, success }, known) {
    const decided = success === "passed" || (success === "failed" && known.success !== "passed");
    const judged = decided && success !== known.success;
    const status = completion ? "completed" : "incomplete";
    const rises = status !== known.completion && known.completion !== "completed";
    /** @type {Write[]} */
    const writes = scaled !== null && (judged || scaled !== known.scaled) ? scoreWrites(scaled) : [];
    if (judged) writes.push({ element: "cmi.success_status", value: success });
    if (rises) writes.push({ element: "cmi.completion_status", value: status, barrier: writes.length > 0 });
    if (rises && completion) writes.push({ element: "cmi.progress_measure", value: "1", light: true });
    return {
      writes,
      known: { completion: rises ? status : known.completion, success: judged ? success : known.success, scaled },
    };
  },
};

export const lms = session(profile);
