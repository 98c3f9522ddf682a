/** An LMS that answers "" to everything. */

const nothing = () => "";

/** @type {import("../types.js").Wrap} */
export const wrap = () => ({
  initialize: nothing,
  terminate: nothing,
  getValue: nothing,
  setValue: nothing,
  commit: nothing,
  getLastError: nothing,
  getErrorString: nothing,
  getDiagnostic: nothing,
});
