/** The certificate: offered once all is reached, filled in when it is asked for. */

/** @import { Stage, State } from "../types.js" */

import { latin } from "../numbers.js";
import { earned, outcome } from "../result.js";
import { focus, on, one, percent, slot, the } from "./dom.js";
import { print } from "./print.js";
import { receiptOf } from "./recorded.js";

/** A day (since 1970) in words. @param {number} day @param {string} lang */
const inWords = (day, lang) =>
  new Date(day * 86_400_000).toLocaleDateString(latin(lang), { dateStyle: "long", timeZone: "UTC" });

/** @param {Stage} stage @returns {(state: State) => void} */
export function certificateView(stage) {
  const { course, words, learner } = stage;
  const part = the("certificate_part");
  if (!part) return () => {};
  const field = /** @type {HTMLInputElement} */ (one(part, "input"));
  const name = slot(part, "certificate-name");
  /** @type {State} */
  let state;

  /** @param {string} key @param {string} text "" takes the line away */
  function fact(key, text) {
    const place = slot(part, `certificate-${key}`);
    place.textContent = text;
    /** @type {HTMLElement} */ (place.parentElement).hidden = !text;
  }

  const [opener] = on(document, "certificate", () => {
    const { scaled, success } = outcome(course, state);
    field.value ||= learner.name();
    /** @type {HTMLElement} */ (field.parentElement).hidden = !!field.value;
    name.textContent = field.value;
    slot(part, "certificate-done").textContent = words(`certificate-${success === "passed" ? "passed" : "done"}`);
    fact("day", state.day ? inWords(state.day, course.lang) : "");
    fact("score", scaled === null ? "" : words("percent", { percent: percent(scaled) }));
    fact("time", words("min", { n: Math.max(1, Math.round(state.seconds / 60)) }));
    fact("receipt", receiptOf(stage, state));
    part.hidden = false;
    opener.setAttribute("aria-expanded", "true");
    focus(one(part, "h3"));
  });
  field.oninput = () => (name.textContent = field.value);
  on(part, "print-certificate", () => print(one(part, ".sheet")));

  return (next) => {
    state = next;
    opener.hidden = !earned(course, state);
  };
}
