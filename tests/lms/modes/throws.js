/** An LMS in which every call throws. */

/** @returns {never} */
const fail = () => {
  throw new Error("the LMS is broken");
};

/** @type {import("../types.js").Wrap} */
export const wrap = () => ({
  initialize: fail,
  terminate: fail,
  getValue: fail,
  setValue: fail,
  commit: fail,
  getLastError: fail,
  getErrorString: fail,
  getDiagnostic: fail,
});
