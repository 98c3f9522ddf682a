/** An LMS whose answers are booleans and whose error codes are numbers. */

/** @type {import("../types.js").Wrap} */
export const wrap = (lms) => ({
  initialize: (argument) => lms.initialize(argument) === "true",
  terminate: (argument) => lms.terminate(argument) === "true",
  setValue: (name, value) => lms.setValue(name, value) === "true",
  commit: (argument) => lms.commit(argument) === "true",
  getLastError: () => Number(lms.getLastError()),
});
