/** Turns headed parts into tabs (WAI-ARIA tabs pattern); without script they stand one below the other. */

import { all, element, one } from "./dom.js";

/** @param {HTMLElement} group @param {number} n counts the groups of the page */
export function tabs(group, n) {
  const panels = all(group, ":scope > [data-part]");

  /** @param {number} at */
  function select(at) {
    buttons.forEach((button, i) => {
      button.setAttribute("aria-selected", `${i === at}`);
      button.tabIndex = i === at ? 0 : -1;
      /** @type {HTMLElement} */ (panels[i]).hidden = i !== at;
    });
  }

  const buttons = panels.map((panel, i) => {
    const title = one(panel, "[data-part-title]");
    const id = `tab_${n}_${i}`;
    const button = element("button", { type: "button", role: "tab", id });
    button.innerHTML = title.innerHTML;
    title.hidden = true;
    panel.setAttribute("role", "tabpanel");
    panel.setAttribute("aria-labelledby", id);
    panel.tabIndex = 0;
    button.onclick = () => select(i);
    button.onkeydown = ({ key }) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
      if (!step) return;
      const to = i + (document.dir === "rtl" ? -step : step) + buttons.length;
      const next = buttons[to % buttons.length];
      next?.focus();
      next?.click();
    };
    return button;
  });
  group.prepend(element("div", { role: "tablist" }, ...buttons));
  select(0);
}
