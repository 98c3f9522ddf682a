/** An administrator has set a pass mark of 50 in the LMS. */

/** @type {import("../types.js").Seed} */
export const seed = (values, standard) =>
  standard.apiName === "API"
    ? { ...values, "cmi.student_data.mastery_score": "50" }
    : { ...values, "cmi.scaled_passing_score": "0.5" };
