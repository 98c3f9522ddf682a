/** An LMS that is ready three seconds after the content. */

/** @type {import("../types.js").Place} */
export const place = (target, name, api) => {
  setTimeout(() => (target[name] = api), 3000);
};
