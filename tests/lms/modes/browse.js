/** A launch to look only, without credit. */

/** @type {import("../types.js").Seed} */
export const seed = (values, standard) =>
  standard.apiName === "API"
    ? { ...values, "cmi.core.lesson_mode": "browse", "cmi.core.credit": "no-credit" }
    : { ...values, "cmi.mode": "browse", "cmi.credit": "no-credit" };
