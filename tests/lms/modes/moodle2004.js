/** Moodle, SCORM 2004: stricter patterns than the standard's, "" without error for what was never set, and the
 *  primary objective already there. */

const NAME = /^[A-Za-z0-9_]{1,20}$/;

/** What Moodle's patterns refuse, by the end of the element's name.
 *  @type {readonly (readonly [RegExp, (value: string) => boolean])[]} */
const REFUSES = [
  [/\.(learner_response|pattern)$/, (value) => /[\r\n\t]/.test(value)],
  [/\.description$/, (value) => /^\{(?!lang=)|[\r\n]/.test(value) || value.length > 250],
  [/^cmi\.suspend_data$/, (value) => value.length > 64000],
];

/** @param {string} value */
const hasPoorName = (value) => value.split(/\[,\]|\[\.\]/).some((part) => part !== "" && !NAME.test(part));

/** @type {import("../types.js").Seed} */
export const seed = (values) => ({ "cmi.objectives.0.id": "PRIMARYOBJ", ...values });

/** @type {import("../types.js").Wrap} */
export function wrap(lms) {
  let refused = false;
  /** @type {Map<string, string>} */
  const types = new Map();
  /** @param {string} name @param {string} value */
  const refuses = (name, value) => {
    const record = name.replace(/^(cmi\.interactions\.\d+).*/, "$1");
    if (name === `${record}.type`) types.set(record, value);
    const named = ["choice", "matching", "sequencing"].includes(types.get(record) ?? "");
    if (named && /\.(learner_response|pattern)$/.test(name) && hasPoorName(value)) return true;
    return REFUSES.some(([element, bad]) => element.test(name) && bad(value));
  };
  return {
    getValue(name) {
      const value = lms.getValue(name);
      refused = false;
      return value;
    },
    setValue(name, value) {
      refused = refuses(name, value);
      return refused ? "false" : lms.setValue(name, value);
    },
    getLastError: () => (refused ? "406" : lms.getLastError() === "403" ? "0" : lms.getLastError()),
  };
}
