/**
 * Links inside the module: the page with the target is opened, and whatever hides it there. A glossary term
 * shows its meaning in a small pop-up instead, where the browser knows pop-ups.
 */

/** @import { Words } from "../types.js" */

import { all, element, focus, the } from "./dom.js";

/** Opens whatever hides an element on its page, and moves there. @param {HTMLElement} target */
export function reveal(target) {
  for (let place = /** @type {HTMLElement | null} */ (target); place; place = place.parentElement) {
    if (place instanceof HTMLDetailsElement) place.open = true;
    if (place.hidden) place.dispatchEvent(new Event("reveal"));
  }
  target.scrollIntoView();
  focus(target);
}

/** @param {Words} words @param {(page: string) => boolean} go opens a page; false when this one may not be left */
export function links(words, go) {
  const popup = the("term_popup");
  const pops = "showPopover" in popup;
  if (pops) for (const term of all(document, "[data-term]")) term.setAttribute("aria-haspopup", "dialog");

  document.addEventListener("click", (event) => {
    const link = /** @type {HTMLAnchorElement | null} */ (
      /** @type {Element} */ (event.target).closest('a[href^="#"]')
    );
    const target = link && the(link.hash.slice(1));
    if (!target) return;
    event.preventDefault();
    if (pops) popup.hidePopover();
    if (link.dataset["term"] && pops) {
      const word = `${target.previousElementSibling?.textContent}`;
      const list = element("a", { href: link.hash, lang: words.lang }, words("glossary"));
      const meaning = target.cloneNode(true).childNodes;
      popup.replaceChildren(element("strong", null, word), " ", ...meaning, element("p", null, list));
      popup.setAttribute("aria-label", word);
      popup.showPopover();
      return popup.focus();
    }
    const page = target.closest("[data-page]");
    if (page && !go(page.id)) return;
    if (target === page) focus(the(`${page.id}-title`));
    else reveal(target);
  });

  // The browser gives the focus back to the term, but Tab would lead out of the pop-up and to the end of the page.
  popup.onkeydown = (event) => {
    const edge = event.shiftKey ? popup : popup.lastElementChild?.firstElementChild;
    if (event.key !== "Tab" || event.target !== edge) return;
    event.preventDefault();
    popup.hidePopover();
  };
}
