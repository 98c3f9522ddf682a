/** No LMS at all. */

/** @type {import("../types.js").Place} */
export const place = () => {};
