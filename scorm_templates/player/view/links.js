/**
 * Links inside the module: the page with the target is opened, and whatever hides it there. A glossary term
 * shows its meaning in a small pop-up instead, where the browser knows pop-ups.
 */

import { element, focus, one } from "./dom.js";

/** @param {(page: string) => boolean} go opens a page; false when this one may not be left */
export function links(go) {
  const popup = element("div", { class: "term-popup", popover: "", role: "dialog", tabindex: "-1" });
  document.body.append(popup);

  /** @param {string} word @param {HTMLElement} meaning */
  function explain(word, meaning) {
    popup.innerHTML = meaning.innerHTML;
    popup.prepend(element("strong", {}, word), " ");
    popup.setAttribute("aria-label", word);
    popup.showPopover();
    popup.focus();
  }

  document.addEventListener("click", (event) => {
    const link = /** @type {Element} */ (event.target).closest("a");
    const target = document.getElementById(link?.getAttribute("href")?.split("#")[1] ?? "");
    if (!link || !target || link.origin + link.pathname !== location.origin + location.pathname) return;
    event.preventDefault();
    if (link.hasAttribute("data-term") && "showPopover" in popup) return explain(`${link.textContent}`, target);
    const page = target.closest("[data-page]");
    if ((page && !go(page.id)) || target === page) return;
    for (let place = target.parentElement; place; place = place.parentElement) {
      if (place instanceof HTMLDetailsElement) place.open = true;
      if (place.hidden) (document.getElementById(`${place.getAttribute("aria-labelledby")}`) ?? one(/** @type {Element} */ (place.parentElement), "button")).click();
    }
    target.scrollIntoView();
    focus(target);
  });
}
