/** Moodle, SCORM 1.2: scores come back as numbers; with a mastery score, any raw score decides the status at the
 *  end, whatever the SCO set. */

/** @type {import("../types.js").Wrap} */
export const wrap = (lms) => ({
  getValue(name) {
    const value = lms.getValue(name);
    return /score\.(raw|min|max)$/.test(name) && value !== "" ? Number(value) : value;
  },
  terminate(argument) {
    const raw = lms.getValue("cmi.core.score.raw");
    const mastery = lms.getValue("cmi.student_data.mastery_score");
    if (raw !== "" && mastery !== "" && lms.getValue("cmi.core.lesson_mode") === "normal") {
      lms.setValue("cmi.core.lesson_status", Number(raw) >= Number(mastery) ? "passed" : "failed");
    }
    return lms.terminate(argument);
  },
});
