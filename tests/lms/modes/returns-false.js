/** An LMS that says "false" although it did what it was asked; its last error is 0. */

/** @type {import("../types.js").Wrap} */
export const wrap = (lms) => ({
  setValue(name, value) {
    lms.setValue(name, value);
    return "false";
  },
  commit(argument) {
    lms.commit(argument);
    return "false";
  },
});
