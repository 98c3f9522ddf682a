/** Open edX block 19.0.5: most getters answer "", nothing is ever an error, every SetValue is stored at once. */

const BLANK = /status$|score\.|mode$|\._count$|\._children$|entry$|credit$|mastery_score$|passing_score$|total_time$/;

/** @type {import("../types.js").Wrap} */
export const wrap = (lms) => ({
  initialize(argument) {
    lms.initialize(argument);
    return "true";
  },
  getValue: (name) => (BLANK.test(name) ? "" : lms.getValue(name)),
  setValue(name, value) {
    lms.setValue(name, value);
    lms.commit("");
    return "true";
  },
  commit: () => "true",
  terminate: () => "true",
  getLastError: () => "0",
});
