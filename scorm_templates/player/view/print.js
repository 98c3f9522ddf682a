/** Prints one piece of the page; without it, a browser prints the whole module (`theme/print.css`). */

import { all } from "./dom.js";

function clear() {
  for (const old of all(document, "[data-print]")) old.removeAttribute("data-print");
}

/**
 * Prints an element and nothing around it. The style goes by `data-print`: "way" on what lies around it.
 * @param {HTMLElement} target
 */
export function print(target) {
  clear();
  for (let place = /** @type {HTMLElement | null} */ (target); place; place = place.parentElement)
    place.dataset["print"] = place === target ? "this" : "way";
  addEventListener("afterprint", clear, { once: true });
  window.print();
}
