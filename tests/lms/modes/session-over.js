/** The page was loaded again after the LMS's session had ended: 104 in SCORM 2004. */

/** @type {import("../types.js").Wrap} */
export const wrap = (lms) => ({
  initialize(argument) {
    lms.initialize(argument);
    lms.terminate(argument);
    return lms.initialize(argument);
  },
});
