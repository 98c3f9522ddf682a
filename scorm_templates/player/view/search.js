/** The search field in the menu: finds text on any page, and moves to it. */

/** @import { Course, Words } from "../types.js" */

import { excerpt, find } from "../search.js";
import { all, element, slot, the } from "./dom.js";
import { reveal } from "./links.js";

/**
 * What is not text to be found: controls, hints, and whatever a learner may not see yet. Parts that are only
 * folded away, such as tabs, can be found.
 */
const SKIPPED = "button,select,textarea,.hint,.mark,.visually-hidden,[hidden]:not([data-page],[data-part])";

/** The text of a page, and where each of its pieces begins. @param {HTMLElement} page */
function textOf(page) {
  /** @type {{ node: Text, at: number }[]} */
  const pieces = [];
  let text = "";
  const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = /** @type {Text} */ (walker.currentNode);
    if (node.parentElement?.closest(SKIPPED)) continue;
    pieces.push({ node, at: text.length });
    text += node.data;
  }
  return { page, text, pieces };
}

/** @param {Course} course @param {Words} words @param {(page: string) => boolean} go opens a page, if it may be left */
export function searchView(course, words, go) {
  const field = /** @type {HTMLInputElement} */ (the("search_field"));
  const list = slot(document, "found");
  /** @type {ReturnType<typeof textOf>[]} */
  let pages = [];

  /** @param {ReturnType<typeof textOf>} found @param {{ at: number, length: number }} place */
  function open({ page, pieces }, { at, length }) {
    if (!go(page.id)) return;
    const piece = pieces.filter((one) => one.at <= at).pop();
    if (!piece?.node.parentElement) return;
    reveal(piece.node.parentElement);
    const range = new Range();
    range.setStart(piece.node, at - piece.at);
    range.setEnd(piece.node, Math.min(at - piece.at + length, piece.node.length));
    if ("highlights" in CSS) CSS.highlights.set("found", new Highlight(range));
  }

  function show() {
    const query = field.value.trim();
    const hits = pages.flatMap((one) => {
      const place = query.length > 1 && find(one.text, query);
      if (!place) return [];
      const [before, there = "", after] = excerpt(one.text, place);
      const title = course.pages.find(({ id }) => id === one.page.id)?.title ?? "";
      const link = element(
        "a",
        { href: `#${one.page.id}` },
        element("strong", null, title),
        element("span", null, ` ${before}`, element("mark", null, there), `${after}`),
      );
      link.onclick = (event) => {
        event.preventDefault();
        event.stopPropagation();
        open(one, place);
      };
      return element("li", null, link);
    });
    list.replaceChildren(...hits);
    slot(document, "found-count").textContent = query.length > 1 ? words("found", { n: hits.length }) : "";
  }

  // what a learner may see changes with each answer
  field.onfocus = () => (pages = all(document, "[data-page]:not(.result)").map(textOf));
  field.oninput = show;
}
