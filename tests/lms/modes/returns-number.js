/** An LMS that answers 1 or 0 and returns every numeric value as a number. */

/** @param {unknown} answer */
const asNumber = (answer) => (answer === "true" ? 1 : 0);

/** @type {import("../types.js").Wrap} */
export const wrap = (lms) => ({
  initialize: (argument) => asNumber(lms.initialize(argument)),
  terminate: (argument) => asNumber(lms.terminate(argument)),
  setValue: (name, value) => asNumber(lms.setValue(name, value)),
  commit: (argument) => asNumber(lms.commit(argument)),
  getValue(name) {
    const value = lms.getValue(name);
    return value !== "" && !Number.isNaN(Number(value)) ? Number(value) : value;
  },
});
