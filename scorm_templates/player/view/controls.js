/** Reads answers from native form controls, and puts them back. */

/** @import { Controls, KindScript, Question } from "../types.js" */

import { canonical, decimalSign } from "../numbers.js";
import { all } from "./dom.js";

/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Control */

/** Everything in a form that takes the answer. @param {HTMLFormElement} form */
export const inputs = (form) =>
  /** @type {Control[]} */ (all(form, ":is(input, select, textarea):not(.sure *)"));

/** @type {Controls} */
const choice = {
  read: (form) =>
    /** @type {HTMLInputElement[]} */ (inputs(form)).filter((box) => box.checked).map((box) => box.value),
  show(form, response) {
    for (const box of /** @type {HTMLInputElement[]} */ (inputs(form)))
      box.checked = response.includes(/** @type {never} */ (box.value));
  },
};

/** @param {Control} control @returns {control is HTMLInputElement} */
const isRadio = (control) => control.type === "radio";

/** Lists, or a group of radio buttons for each source. @type {Controls} */
const matching = {
  read: (form) =>
    inputs(form)
      .filter((list) => list.value && (!isRadio(list) || list.checked))
      .map((list) => /** @type {const} */ ([`${list.dataset["source"]}`, list.value])),
  show(form, response) {
    const given = new Map(/** @type {[string, string][]} */ (response));
    for (const list of inputs(form)) {
      const value = given.get(`${list.dataset["source"]}`) ?? "";
      if (isRadio(list)) list.checked = list.value === value;
      else list.value = value;
    }
  },
};

/** @type {Controls} */
const texts = {
  read: (form) => inputs(form).map((input) => input.value),
  show: (form, response) => inputs(form).forEach((input, i) => (input.value = `${response[i] ?? ""}`)),
};

/**
 * How to read and show the answers of a question: by the kind's own script, else by its controls. Numbers are
 * read in the learner's writing and kept with a point.
 * @param {Question} question
 * @param {Readonly<Record<string, KindScript>>} kinds
 * @param {string} lang BCP 47 tag
 * @returns {Controls}
 */
export function controlsOf({ kind, type }, kinds, lang) {
  const own = kinds[kind]?.controls;
  const native = { choice, "true-false": choice, matching, likert: matching, "fill-in": texts };
  if (own?.read || type in native)
    return /** @type {Controls} */ ({ ...native[/** @type {"choice"} */ (type)], ...own });
  // Only for numbers, because asking for the sign wakes the browser's whole knowledge of languages.
  const decimal = type === "numeric" ? decimalSign(lang) : "";
  return {
    read(form) {
      const text = `${texts.read(form)[0]}`;
      return decimal ? canonical(text, decimal) : text;
    },
    show: (form, response) =>
      texts.show(form, [decimal ? `${response}`.replace(".", decimal) : `${response}`]),
  };
}
