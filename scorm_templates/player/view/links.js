/**
 * Links inside the module: the page with the target is opened, and whatever hides it there. A glossary term
 * shows its meaning in a small pop-up instead, where the browser knows pop-ups.
 */

import { element, focus, the } from "./dom.js";

/** @param {(page: string) => boolean} go opens a page; false when this one may not be left */
export function links(go) {
  const popup = the("term_popup");

  document.addEventListener("click", (event) => {
    const link = /** @type {HTMLAnchorElement | null} */ (
      /** @type {Element} */ (event.target).closest('a[href^="#"]')
    );
    const target = link && the(link.hash.slice(1));
    if (!target) return;
    event.preventDefault();
    if (link.dataset["term"] && "showPopover" in popup) {
      const word = `${target.previousElementSibling?.textContent}`;
      popup.replaceChildren(element("strong", null, word), " ", ...target.cloneNode(true).childNodes);
      popup.setAttribute("aria-label", word);
      popup.showPopover();
      return popup.focus();
    }
    const page = target.closest("[data-page]");
    if ((page && !go(page.id)) || target === page) return;
    for (let place = /** @type {HTMLElement | null} */ (target); place; place = place.parentElement) {
      if (place instanceof HTMLDetailsElement) place.open = true;
      if (place.hidden) place.dispatchEvent(new Event("reveal"));
    }
    target.scrollIntoView();
    focus(target);
  });
}
