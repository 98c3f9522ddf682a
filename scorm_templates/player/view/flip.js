/** Turns a card's heading into the button that shows its back; without script both sides are open. */

import { element, one } from "./dom.js";

/** @param {HTMLElement} card @param {number} n counts the cards of the page */
export function flip(card, n) {
  const front = one(card, "[data-front]");
  const back = one(card, "[data-back]");
  back.id ||= `back_${n}`;
  const button = element("button", { type: "button", "aria-controls": back.id }, ...front.childNodes);
  front.append(button);

  /** @param {boolean} open */
  function turn(open) {
    button.setAttribute("aria-expanded", `${open}`);
    back.hidden = !open;
  }

  button.onclick = () => turn(!!back.hidden);
  turn(false);
}
