/** "Is my completion recorded?": what was sent, what the LMS holds, a way to send it again, and the receipt. */

/** @import { Stage, State } from "../types.js" */

import { latin } from "../numbers.js";
import { receipt } from "../receipt.js";
import { outcome } from "../result.js";
import { element, on, percent, slot, the } from "./dom.js";

/** The receipt of what was reached. @param {Stage} stage @param {State} state */
export function receiptOf({ course, learner }, state) {
  const result = outcome(course, state);
  return receipt(course, result, { percent: percent(result.scaled), day: state.day, learner: learner.id });
}

/** @param {Stage} stage @returns {(state: State) => void} */
export function recordedView(stage) {
  const { course, words, check, review } = stage;
  const panel = /** @type {HTMLDetailsElement} */ (the("recorded_panel"));
  /** @type {State} */
  let state;

  /** A value of the LMS as people say it. @param {string} element @param {string} value */
  function said(element, value) {
    const number = parseFloat(value) * (/scaled$/.test(element) ? 100 : 1);
    if (/score/.test(element) && !isNaN(number)) return words("percent", { percent: +number.toFixed(2) });
    const key = `held-${value || "nothing"}`;
    return words(key) === key ? value : words(key);
  }

  /** @param {boolean} again */
  function show(again) {
    const { ok, saved, rows } = check(again);
    const same = rows.map(({ sent, held }) => sent === held || (!!held && +sent === +held));
    const text = !rows.length
      ? slot(document, "exit-note").textContent || slot(document, "banner").textContent || words("lms-offline")
      : words(
          !ok
            ? "recorded-refused"
            : rows.every(({ held }) => !held)
              ? "recorded-silent"
              : `recorded-${same.includes(false) ? "differs" : "same"}`,
        );
    const status = slot(panel, "recorded-status");
    status.textContent = `${words(outcome(course, state).completion ? "complete" : "incomplete")} ${text}`;
    status.dataset["state"] = !rows.length || !ok || same.includes(false) ? "partial" : "right";
    slot(panel, "recorded-rows").replaceChildren(
      ...rows.map(({ element: name, sent, held }, i) => {
        const cell = element("td", null, element("span", { className: "sign" }, said(name, held)));
        cell.dataset["mark"] = same[i] ? "right" : "missed";
        const label = words(`row-${/[a-z]+_status|score/.exec(name)}`);
        return element("tr", null, element("th", null, label), element("td", null, said(name, sent)), cell);
      }),
    );
    slot(panel, "recorded-more").hidden = !rows.length;
    slot(panel, "recorded-when").textContent = saved
      ? words("recorded-when", { time: saved.toLocaleString(latin(words.lang)) })
      : words("recorded-never");
    slot(panel, "receipt").textContent = receiptOf(stage, state);
  }

  panel.ontoggle = () => panel.open && show(false);
  const [again] = on(panel, "send-again", () => show(true));
  again.hidden = review; // nothing is sent then

  return (next) => {
    state = next;
  };
}
