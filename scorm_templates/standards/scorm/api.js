/**
 * Speaks to an API object that may do anything: throw, answer with the wrong type, or say "false" where
 * nothing went wrong.
 */

/** What failed: an error code of the LMS, or "thrown"; "" is fine. @typedef {string} Failure */

/** @typedef {ReturnType<typeof binding>} Binding */

/** @param {unknown} value */
const yes = (value) => /^(true|1)$/i.test(String(value));

/**
 * @param {any} api
 * @param {string} prefix "LMS" in SCORM 1.2, nothing in SCORM 2004
 * @param {string} last the name of the closing call
 */
export function binding(api, prefix, last) {
  /** @param {string} name @param {string[]} args */
  const call = (name, ...args) => api[prefix + name]?.(...args);

  /**
   * A call without a result of its own. Some LMSs say false or null although it worked, so only an error
   * code makes a failure.
   * @param {string} name @param {string[]} args @returns {Failure}
   */
  function act(name, ...args) {
    try {
      if (yes(call(name, ...args))) return "";
      const code = String(call("GetLastError") ?? "");
      return code === "0" ? "" : code;
    } catch {
      return "thrown";
    }
  }

  return {
    open: () => act("Initialize", ""),
    commit: () => act("Commit", ""),
    close: () => act(last, ""),
    /** @param {string} element @param {string} value */
    set: (element, value) => act("SetValue", element, value),
    /** The value as text; "" where there is none. @param {string} element */
    get(element) {
      try {
        return String(call("GetValue", element) ?? "");
      } catch {
        return "";
      }
    },
  };
}
