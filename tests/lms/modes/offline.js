/** An LMS whose server cannot be reached: values are taken, but no commit gets through. */

/** @type {import("../types.js").Wrap} */
export function wrap(lms, context) {
  let failed = false;
  const fail = () => {
    failed = true;
    return "false";
  };
  /** @template T @param {T} answer @returns {T} */
  const fine = (answer) => {
    failed = false;
    return answer;
  };
  return {
    commit: fail,
    terminate: fail,
    setValue: (name, value) => fine(lms.setValue(name, value)),
    getValue: (name) => fine(lms.getValue(name)),
    getLastError: () => (failed ? String(context.standard.codes.commitFailed) : lms.getLastError()),
  };
}
