/** The SCORM 1.2 data model, RTE 3.4, with the optional parts. */

import { after, both, constant, read, write } from "./elements.js";
import { vocabulary } from "./formats.js";
import * as is from "./formats12.js";

const status = vocabulary("passed", "completed", "failed", "incomplete", "browsed");

/** @type {import("./types.js").Model} */
export const MODEL_12 = {
  "cmi._version": constant("3.4"),
  "cmi._children": constant(
    "core,suspend_data,launch_data,comments,objectives,student_data,student_preference,interactions",
  ),
  "cmi.core._children": constant(
    "student_id,student_name,lesson_location,credit,lesson_status,entry,score,total_time,lesson_mode,exit,session_time",
  ),
  "cmi.core.student_id": read("learner_1"),
  "cmi.core.student_name": read("Doe, Kim"),
  "cmi.core.lesson_location": both(is.string255, ""),
  "cmi.core.credit": read("credit"),
  "cmi.core.lesson_status": both(status, "not attempted"),
  "cmi.core.entry": read("ab-initio"),
  "cmi.core.score._children": constant("raw,min,max"),
  "cmi.core.score.raw": both(is.score, ""),
  "cmi.core.score.min": both(is.score, ""),
  "cmi.core.score.max": both(is.score, ""),
  "cmi.core.total_time": read("0000:00:00.00"),
  "cmi.core.lesson_mode": read("normal"),
  "cmi.core.exit": write(vocabulary("time-out", "suspend", "logout", "")),
  "cmi.core.session_time": write(is.timespan),
  "cmi.suspend_data": both(is.string4096, ""),
  "cmi.launch_data": read(""),
  "cmi.comments": both(is.string4096, ""),
  "cmi.comments_from_lms": read(""),
  "cmi.objectives._children": constant("id,score,status"),
  "cmi.objectives.n.id": both(is.identifier, ""),
  "cmi.objectives.n.score._children": constant("raw,min,max"),
  "cmi.objectives.n.score.raw": both(is.score, ""),
  "cmi.objectives.n.score.min": both(is.score, ""),
  "cmi.objectives.n.score.max": both(is.score, ""),
  "cmi.objectives.n.status": both(status, "not attempted"),
  "cmi.student_data._children": constant("mastery_score,max_time_allowed,time_limit_action"),
  "cmi.student_data.mastery_score": read(""),
  "cmi.student_data.max_time_allowed": read(""),
  "cmi.student_data.time_limit_action": read("continue,no message"),
  "cmi.student_preference._children": constant("audio,language,speed,text"),
  "cmi.student_preference.audio": both(is.integer(-1, 100), "0"),
  "cmi.student_preference.language": both(is.string255, ""),
  "cmi.student_preference.speed": both(is.integer(-100, 100), "0"),
  "cmi.student_preference.text": both(is.integer(-1, 1), "0"),
  "cmi.interactions._children": constant(
    "id,objectives,time,type,correct_responses,weighting,student_response,result,latency",
  ),
  "cmi.interactions.n.id": write(is.identifier),
  "cmi.interactions.n.objectives.n.id": after(["id"], write(is.identifier)),
  "cmi.interactions.n.time": after(["id"], write(is.timeOfDay)),
  "cmi.interactions.n.type": after(["id"], write(is.interactionType)),
  "cmi.interactions.n.correct_responses.n.pattern": after(["id", "type"], write(is.feedback)),
  "cmi.interactions.n.weighting": after(["id"], write(is.decimal(-100, 100))),
  "cmi.interactions.n.student_response": after(["id", "type"], write(is.feedback)),
  "cmi.interactions.n.result": after(["id"], write(is.result)),
  "cmi.interactions.n.latency": after(["id"], write(is.timespan)),
};
