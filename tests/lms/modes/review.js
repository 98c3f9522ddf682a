/** A launch to look again at what was done. */

/** @type {import("../types.js").Seed} */
export const seed = (values, standard) =>
  standard.apiName === "API"
    ? { ...values, "cmi.core.lesson_mode": "review", "cmi.core.credit": "no-credit" }
    : { ...values, "cmi.mode": "review", "cmi.credit": "no-credit" };
