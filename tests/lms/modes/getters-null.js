/** An LMS that answers null where it has nothing. */

/** @type {import("../types.js").Wrap} */
export const wrap = (lms) => ({ getValue: (name) => lms.getValue(name) || null });
