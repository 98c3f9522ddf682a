/** From the neutral functions to what a SCO finds in the window: modes around them, a log around all. */

/** @typedef {import("./types.js").Call} Call */
/** @typedef {import("./types.js").Context} Context */
/** @typedef {import("./types.js").Lms} Lms */
/** @typedef {import("./types.js").Mode} Mode */
/** @typedef {import("./types.js").Standard} Standard */

/** A mode that can be turned on and off while the SCO runs.
 *  @param {Lms} lms @param {Mode} mode @param {Context} context @param {() => boolean} isOn @returns {Lms} */
export function switchable(lms, mode, context, isOn) {
  const changed = { ...lms, ...mode.wrap?.(lms, context) };
  const names = /** @type {(keyof Lms)[]} */ (Object.keys(lms));
  const pairs = names.map((name) => [
    name,
    (/** @type {unknown[]} */ ...args) => /** @type {any} */ (isOn() ? changed : lms)[name](...args),
  ]);
  return /** @type {Lms} */ (Object.fromEntries(pairs));
}

/** The API object under the standard's names. Every call is noted with its result and error code; asking for the
 *  error is not a call worth a line.
 *  @param {Lms} lms @param {Standard} standard @param {(call: Call) => void} note @param {() => number} now */
export function bind(lms, standard, note, now) {
  const errorNow = () => {
    try {
      return lms.getLastError();
    } catch (problem) {
      return String(problem);
    }
  };
  const names = /** @type {(keyof Lms)[]} */ (Object.keys(standard.calls));
  const pairs = names.map((name) => {
    const call = standard.calls[name];
    const inner = /** @type {(...args: unknown[]) => unknown} */ (lms[name]);
    if (name.startsWith("getError") || name === "getLastError" || name === "getDiagnostic") return [call, inner];
    const logged = (/** @type {unknown[]} */ ...args) => {
      /** @type {Call} */
      const line = { call, args, returned: undefined, error: "", at: now() };
      try {
        line.returned = inner(...args);
        line.error = errorNow();
        return line.returned;
      } catch (problem) {
        line.thrown = String(problem);
        throw problem;
      } finally {
        note(line);
      }
    };
    return [call, logged];
  });
  return Object.fromEntries(pairs);
}
