/** A card's heading is the button that shows its back; without script both sides are open. */

import { on, one } from "./dom.js";

/** @param {HTMLElement} button @param {boolean} open */
function turn(button, open) {
  button.setAttribute("aria-expanded", `${open}`);
  one(/** @type {Element} */ (button.closest("[data-flip]")), "[data-back]").hidden = !open;
}

/** Turns every card of the page face up. */
export function flipCards() {
  const buttons = on(document, "flip", (button) => turn(button, button.getAttribute("aria-expanded") !== "true"));
  for (const button of buttons) turn(button, false);
}
