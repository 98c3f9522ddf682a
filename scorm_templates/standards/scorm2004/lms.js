/**
 * SCORM 2004, 3rd and 4th edition: completion and success apart, scores from 0 to 1 and from 0 to 100
 * (RTE 4.2). Success is committed before completion: Moodle compares the status row by row.
 */

/** @import { Profile } from "../scorm/session.js" */
/** @import { Write } from "../scorm/queue.js" */

import { safe } from "../scorm/answers.js";
import { decimal, fraction, interval, timestamp } from "../scorm/formats.js";
import { session } from "../scorm/session.js";
import { interaction } from "./encode.js";

const COMPLETION = "cmi.completion_status";
const SUCCESS = "cmi.success_status";

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
  leaving: [{ element: "adl.nav.request", value: "suspendAll" }],

  // RTE 4.2.3: comments are numbered; each has its place and time
  comment(lms, text, place) {
    const at = `cmi.comments_from_learner.${parseInt(lms.get("cmi.comments_from_learner._count")) || 0}.`;
    return (
      lms.set(`${at}comment`, safe(text, 4000)) ||
      lms.set(`${at}location`, place) ||
      lms.set(`${at}timestamp`, timestamp(new Date()))
    );
  },

  read(get) {
    const completed = get(COMPLETION) === "completed";
    const passed = get(SUCCESS) === "passed";
    return {
      mode: get("cmi.mode"),
      completed,
      passed,
      scaled: passed || completed ? fraction(get("cmi.score.scaled"), 1) : null,
      passMark: fraction(get("cmi.scaled_passing_score"), 1),
    };
  },

  report({ scaled, completion, success }, has) {
    const judged = ["passed", "failed"].includes(success) && !["passed", success].includes(has(SUCCESS));
    const value = completion ? "completed" : "incomplete";
    const rises = !["completed", value].includes(has(COMPLETION));
    /** @type {Write[]} */
    const statuses = judged ? [{ element: SUCCESS, value: success, needed: true }] : [];
    if (rises) statuses.push({ element: COMPLETION, value, needed: true, barrier: judged });
    if (rises && completion) statuses.push({ element: "cmi.progress_measure", value: "1" });
    return {
      scores:
        scaled === null
          ? []
          : [
              { element: "cmi.score.scaled", value: decimal(scaled, 7), needed: true },
              { element: "cmi.score.raw", value: decimal(100 * scaled, 2) },
              { element: "cmi.score.min", value: "0" },
              { element: "cmi.score.max", value: "100" },
            ],
      statuses,
    };
  },
};

export const lms = session(profile);
