/** Tabs (WAI-ARIA tabs pattern); without script the parts stand one below the other, each under its heading. */

/** @import { KindScript } from "../../player/types.js" */

import { all, on } from "../../player/view/dom.js";

/** @param {HTMLElement} group */
function mount(group) {
  const panels = all(group, ":scope > [data-part]");
  const buttons = on(group, "tab", (button) => {
    buttons.forEach((one, i) => {
      const selected = one === button;
      one.setAttribute("aria-selected", `${selected}`);
      one.tabIndex = selected ? 0 : -1;
      /** @type {HTMLElement} */ (panels[i]).hidden = !selected;
    });
  });
  panels.forEach((panel, i) => {
    panel.tabIndex = 0;
    panel.addEventListener("reveal", () => buttons[i]?.click()); // a link leads into it
  });
  group.addEventListener("keydown", ({ key, target }) => {
    const at = buttons.indexOf(/** @type {HTMLButtonElement} */ (target));
    const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
    if (at < 0 || !step) return;
    const to = buttons[(at + (document.dir === "rtl" ? -step : step) + buttons.length) % buttons.length];
    to?.focus();
    to?.click();
  });
  buttons[0].click();
}

/** @type {KindScript} */
export const script = { mount };
