/** The SCORM 1.2 run-time: its names, and what an LMS keeps and changes between sessions. */

import { CODES_12 } from "./codes.js";
import { setByContent } from "./data.js";
import { MODEL_12 } from "./model12.js";
import { fromTimespan, toTimespan } from "./time.js";

/** @typedef {import("./types.js").Values} Values */

/** Everything is kept whatever the exit; only `suspend` makes the next entry a resume (RTE 3.4.4, cmi.core.entry).
 *  @param {import("./types.js").Saved | null} saved */
function launch(saved) {
  if (!saved) return { values: {}, history: [] };
  const { "cmi.core.exit": exit, "cmi.core.session_time": session, ...values } = setByContent(MODEL_12, saved.values);
  const total = fromTimespan(saved.values["cmi.core.total_time"] ?? "0") + fromTimespan(session ?? "0");
  values["cmi.core.total_time"] = toTimespan(total);
  values["cmi.core.entry"] = exit === "suspend" ? "resume" : "";
  return { values, history: saved.history };
}

/** At LMSFinish a status never set counts as completed; a mastery score decides passed or failed, except over
 *  incomplete (RTE 3.4.4, cmi.core.lesson_status).
 *  @param {Values} values @returns {Values} */
function finish(values) {
  if (values["cmi.core.lesson_mode"] === "browse" || values["cmi.core.lesson_mode"] === "review") return values;
  const status = values["cmi.core.lesson_status"] ?? "not attempted";
  const mastery = values["cmi.student_data.mastery_score"] ?? "";
  const raw = values["cmi.core.score.raw"] ?? "";
  if (mastery !== "" && raw !== "" && status !== "incomplete") {
    return { ...values, "cmi.core.lesson_status": Number(raw) >= Number(mastery) ? "passed" : "failed" };
  }
  return status === "not attempted" ? { ...values, "cmi.core.lesson_status": "completed" } : values;
}

/** @type {import("./types.js").Standard} */
export const SCORM_12 = {
  apiName: "API",
  codes: CODES_12,
  model: MODEL_12,
  capacity: {},
  launch,
  finish,
  calls: {
    initialize: "LMSInitialize",
    terminate: "LMSFinish",
    getValue: "LMSGetValue",
    setValue: "LMSSetValue",
    commit: "LMSCommit",
    getLastError: "LMSGetLastError",
    getErrorString: "LMSGetErrorString",
    getDiagnostic: "LMSGetDiagnostic",
  },
};
