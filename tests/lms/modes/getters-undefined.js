/** An LMS that answers undefined to every read. */

/** @type {import("../types.js").Wrap} */
export const wrap = () => ({ getValue: () => undefined });
