/** The SCORM 2004 run-time: its names, and what an LMS keeps and changes between sessions. */

import { CODES_2004 } from "./codes.js";
import { setByContent } from "./data.js";
import { model2004 } from "./model2004.js";
import { PATTERN_LIMIT } from "./responses2004.js";
import { fromInterval, toInterval } from "./time.js";

/** @typedef {import("./types.js").Values} Values */

/** Only `suspend` carries the data to the next launch; any other exit ends the attempt (RTE 4.2.8).
 *  @param {import("./types.js").Saved | null} saved */
function launch(saved) {
  if (!saved) return { values: {}, history: [] };
  const kept = setByContent(model2004(4), saved.values);
  const { "cmi.exit": exit, "cmi.session_time": session, "adl.nav.request": _, ...values } = kept;
  if (exit !== "suspend") return { values: {}, history: [...saved.history, saved.values] };
  const total = fromInterval(saved.values["cmi.total_time"] ?? "") + fromInterval(session ?? "");
  values["cmi.total_time"] = toInterval(total);
  values["cmi.entry"] = "resume";
  return { values, history: saved.history };
}

/** With a passing score the LMS decides: no scaled score is unknown, whatever the SCO wrote (RTE 4.2.22).
 *  @param {Values} values @returns {Values} */
function finish(values) {
  const mark = values["cmi.scaled_passing_score"];
  if (mark === undefined || values["cmi.mode"] === "browse" || values["cmi.mode"] === "review") return values;
  const scaled = values["cmi.score.scaled"];
  const decided = scaled === undefined ? "unknown" : Number(scaled) >= Number(mark) ? "passed" : "failed";
  return { ...values, "cmi.success_status": decided };
}

/** @param {3 | 4} edition @returns {import("./types.js").Standard} */
export const scorm2004 = (edition) => ({
  apiName: "API_1484_11",
  codes: CODES_2004,
  model: model2004(edition),
  capacity: {
    "cmi.interactions": 250,
    "cmi.objectives": 100,
    "cmi.comments_from_learner": 250,
    "cmi.interactions.n.objectives": 10,
    ...Object.fromEntries(
      Object.entries(PATTERN_LIMIT).map(([type, most]) => [`cmi.interactions.n.correct_responses ${type}`, most]),
    ),
  },
  launch,
  finish,
  calls: {
    initialize: "Initialize",
    terminate: "Terminate",
    getValue: "GetValue",
    setValue: "SetValue",
    commit: "Commit",
    getLastError: "GetLastError",
    getErrorString: "GetErrorString",
    getDiagnostic: "GetDiagnostic",
  },
});
