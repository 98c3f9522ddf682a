/**
 * Links inside the module: the page with the target is opened, and whatever hides it there. A glossary term
 * shows its meaning in a small pop-up instead, where the browser knows pop-ups.
 */

import { all, element, focus, one } from "./dom.js";

/** @param {(page: string) => boolean} go opens a page; false when this one may not be left */
export function links(go) {
  const popup = one(document, "#term_popup");

  document.addEventListener("click", (event) => {
    const link = /** @type {HTMLAnchorElement | null} */ (/** @type {Element} */ (event.target).closest('a[href^="#"]'));
    const target = link && document.getElementById(link.hash.slice(1));
    if (!target) return;
    event.preventDefault();
    if (link.dataset["term"] && "showPopover" in popup) {
      const word = `${link.textContent}`;
      popup.replaceChildren(element("strong", null, word), " ", ...target.cloneNode(true).childNodes);
      popup.setAttribute("aria-label", word);
      popup.showPopover();
      return popup.focus();
    }
    const page = target.closest("[data-page]");
    if ((page && !go(page.id)) || target === page) return;
    for (let place = target.parentElement; place; place = place.parentElement) {
      if (place instanceof HTMLDetailsElement) place.open = true;
      const around = place.parentElement;
      if (!place.hidden || !around) continue;
      // the tabs of a group come in the order of its parts
      all(around, "button")[all(around, ":scope > [data-part]").indexOf(place)]?.click();
    }
    target.scrollIntoView();
    focus(target);
  });
}
