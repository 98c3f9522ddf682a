/** Answers that can be picked in two places: in the list, and where they stand. The boxes of the list decide. */

import { all, one } from "./dom.js";

/** Shows at each place what became of its answer in the list. @param {HTMLFormElement} form */
export const tie = (form) =>
  all(form, "[data-option]").forEach((option, i) => {
    const { option: id, mark } = option.dataset;
    const { checked } = /** @type {HTMLInputElement} */ (one(option, "input"));
    for (const { dataset } of all(form, `[data-for="${id}"]`))
      Object.assign(dataset, { number: i + 1, on: checked }, mark && { mark });
  });
