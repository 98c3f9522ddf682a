/** An LMS without the optional interactions: 401, in 1.2 "not implemented", in 2004 "undefined element". */

/** @type {import("../types.js").Wrap} */
export function wrap(lms) {
  let refused = false;
  const isInteraction = (/** @type {string} */ name) => name.startsWith("cmi.interactions");
  return {
    getValue(name) {
      refused = isInteraction(name);
      return refused ? "" : lms.getValue(name);
    },
    setValue(name, value) {
      refused = isInteraction(name);
      return refused ? "false" : lms.setValue(name, value);
    },
    commit(argument) {
      refused = false;
      return lms.commit(argument);
    },
    getLastError: () => (refused ? "401" : lms.getLastError()),
  };
}
