/** An LMS that starts well, then throws at every SetValue. */

/** @type {import("../types.js").Wrap} */
export const wrap = () => ({
  setValue() {
    throw new Error("the LMS cannot store this");
  },
});
