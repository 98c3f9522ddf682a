/** The frame around the pages: which one is shown, the menu, the bar, the pager. */

/** @import { Course, State, Words } from "../types.js" */

import { earned, pageState, secondsLeft, timeLeft } from "../result.js";
import { all, focus, on, slot, the } from "./dom.js";

/** @param {Course} course @param {Words} words @param {(page: string) => void} go asks for a page */
export function frame(course, words, go) {
  const ids = [...course.pages.map(({ id }) => id), "result"];
  const menu = the("menu");
  const bar = /** @type {HTMLProgressElement} */ (slot(document, "progress"));
  let at = -1;

  /** @param {boolean} open */
  function toggle(open) {
    menu.hidden = !open;
    opener.setAttribute("aria-expanded", `${open}`);
  }

  const [opener] = on(document, "menu", () => toggle(!!menu.hidden));
  const [previous] = on(document, "previous", () => go(`${ids[at - 1]}`));
  const [next] = on(document, "next", () => go(`${ids[at + 1]}`));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || menu.hidden) return;
    toggle(false);
    opener.focus();
  });

  /** @param {string} page */
  function turn(page) {
    const first = at < 0;
    at = ids.indexOf(page);
    for (const section of all(document, "[data-page]")) section.hidden = section.id !== page;
    toggle(false);
    previous.disabled = at < 1;
    next.disabled = at > ids.length - 2;
    slot(document, "position").textContent =
      page === "result" ? "" : words("position", { page: at + 1, of: ids.length - 1 });
    if (first) return;
    slot(document, "welcome").textContent = "";
    scrollTo(0, 0);
    focus(the(`${page}-title`));
  }

  return {
    toggle,

    /** Whether a page lies further on than the one shown. @param {string} page */
    isAhead: (page) => ids.indexOf(page) > at,

    /** @param {State} state */
    update(state) {
      const { page, seen } = state;
      if (page !== ids[at]) turn(page);
      bar.value = (100 * seen.length) / course.pages.length;
      for (const link of all(menu, "[data-menu]")) {
        const id = `${link.dataset["menu"]}`;
        const kind = pageState(course, state, id);
        link.dataset["state"] = kind;
        link.setAttribute("aria-current", id === page ? "page" : "false");
        slot(link, "page-state").textContent = words(`page-${kind}`);
      }
      const minutes = Math.ceil(Math.max(timeLeft(course, state), secondsLeft(course, state)) / 60);
      for (const place of all(document, "[data-slot=left]"))
        place.textContent = minutes && !earned(course, state) ? words("left", { n: minutes }) : "";
    },
  };
}
