/** The SCORM 2004 data model, RTE 4.2, third and fourth edition. */

import { after, both, constant, read, unique, write } from "./elements.js";
import { text, vocabulary } from "./formats.js";
import * as is from "./formats2004.js";
import { pattern, response } from "./responses2004.js";

/** @typedef {import("./types.js").Model} Model */

const PERSON_COMMENT = "comment,location,timestamp";

/** The score elements at one place.
 *  @param {string} at @param {(element: import("./types.js").Element) => import("./types.js").Element} as @returns {Model} */
const score = (at, as) => ({
  [`${at}.score._children`]: constant("scaled,raw,min,max"),
  [`${at}.score.scaled`]: as(both(is.real(-1, 1))),
  [`${at}.score.raw`]: as(both(is.real())),
  [`${at}.score.min`]: as(both(is.real())),
  [`${at}.score.max`]: as(both(is.real())),
});

/** @type {Model} */
const PERSON = {
  "cmi.learner_id": read("learner_1"),
  "cmi.learner_name": read("Doe, Kim"),
  "cmi.learner_preference._children": constant("audio_level,language,delivery_speed,audio_captioning"),
  "cmi.learner_preference.audio_level": both(is.real(0), "1"),
  "cmi.learner_preference.language": both(is.language, ""),
  "cmi.learner_preference.delivery_speed": both(is.real(0), "1"),
  "cmi.learner_preference.audio_captioning": both(vocabulary("-1", "0", "1"), "0"),
  "cmi.comments_from_learner._children": constant(PERSON_COMMENT),
  "cmi.comments_from_learner.n.comment": both(is.localised(4000)),
  "cmi.comments_from_learner.n.location": both(text(250)),
  "cmi.comments_from_learner.n.timestamp": both(is.timestamp),
  "cmi.comments_from_lms._children": constant(PERSON_COMMENT),
  "cmi.comments_from_lms.n.comment": read(),
  "cmi.comments_from_lms.n.location": read(),
  "cmi.comments_from_lms.n.timestamp": read(),
};

/** @type {Model} */
const SESSION = {
  "cmi._version": constant("1.0"),
  "cmi.completion_status": both(is.completion, "unknown"),
  "cmi.completion_threshold": read(),
  "cmi.credit": read("credit"),
  "cmi.entry": read("ab-initio"),
  "cmi.exit": write(vocabulary("time-out", "suspend", "logout", "normal", "")),
  "cmi.launch_data": read(),
  "cmi.location": both(text(1000)),
  "cmi.max_time_allowed": read(),
  "cmi.mode": read("normal"),
  "cmi.progress_measure": both(is.real(0, 1)),
  "cmi.scaled_passing_score": read(),
  ...score("cmi", (element) => element),
  "cmi.session_time": write(is.interval),
  "cmi.success_status": both(is.success, "unknown"),
  "cmi.suspend_data": both(text(64000)),
  "cmi.time_limit_action": read("continue,no message"),
  "cmi.total_time": read("PT0H0M0S"),
};

const named = (/** @type {import("./types.js").Element} */ element) => after(["id"], element);
const typed = (/** @type {import("./types.js").Element} */ element) => after(["id", "type"], element);

/** @type {Model} */
const RECORDS = {
  "cmi.objectives._children": constant("id,score,success_status,completion_status,progress_measure,description"),
  "cmi.objectives.n.id": unique(both(is.longIdentifier)),
  ...score("cmi.objectives.n", named),
  "cmi.objectives.n.success_status": named(both(is.success, "unknown")),
  "cmi.objectives.n.completion_status": named(both(is.completion, "unknown")),
  "cmi.objectives.n.progress_measure": named(both(is.real(0, 1))),
  "cmi.objectives.n.description": named(both(is.localised(250))),
  "cmi.interactions._children": constant(
    "id,type,objectives,timestamp,correct_responses,weighting,learner_response,result,latency,description",
  ),
  "cmi.interactions.n.id": both(is.longIdentifier),
  "cmi.interactions.n.type": named(both(is.interactionType)),
  "cmi.interactions.n.objectives.n.id": named(unique(both(is.longIdentifier))),
  "cmi.interactions.n.timestamp": named(both(is.timestamp)),
  "cmi.interactions.n.correct_responses.n.pattern": typed(unique(both(pattern))),
  "cmi.interactions.n.weighting": named(both(is.real())),
  "cmi.interactions.n.learner_response": typed(both(response)),
  "cmi.interactions.n.result": named(both(is.result)),
  "cmi.interactions.n.latency": named(both(is.interval)),
  "cmi.interactions.n.description": named(both(is.localised(250))),
};

/** @param {3 | 4} edition @returns {Model} */
export const model2004 = (edition) => ({
  ...PERSON,
  ...SESSION,
  ...RECORDS,
  "adl.nav.request": both(is.navigation(edition), "_none_"),
  "adl.nav.request_valid.continue": read("unknown"),
  "adl.nav.request_valid.previous": read("unknown"),
});
