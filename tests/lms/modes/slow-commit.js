/** An LMS whose commit takes half a second of a synchronous request. */

/** @type {import("../types.js").Wrap} */
export const wrap = (lms) => ({
  commit(argument) {
    const wait = new XMLHttpRequest();
    wait.open("GET", "/slow?seconds=0.5", false);
    wait.send();
    return lms.commit(argument);
  },
});
