/** An LMS that shouts: "TRUE" and "FALSE". */

/** @param {string} answer */
const upper = (answer) => answer.toUpperCase();

/** @type {import("../types.js").Wrap} */
export const wrap = (lms) => ({
  initialize: (argument) => upper(lms.initialize(argument)),
  terminate: (argument) => upper(lms.terminate(argument)),
  setValue: (name, value) => upper(lms.setValue(name, value)),
  commit: (argument) => upper(lms.commit(argument)),
});
