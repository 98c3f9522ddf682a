/** The page was loaded again while the LMS's session went on: Initialize is refused as already done. */

/** @type {import("../types.js").Wrap} */
export const wrap = (lms) => ({
  initialize(argument) {
    lms.initialize(argument);
    return lms.initialize(argument);
  },
});
