/** Small verbs for the page. What the templates always write is taken to be there. */

/** @param {ParentNode} root @param {string} selector @returns {HTMLElement[]} */
export const all = (root, selector) => [...root.querySelectorAll(/** @type {"div"} */ (selector))];

/** @param {ParentNode} root @param {string} selector @returns {HTMLElement} */
export const one = (root, selector) => /** @type {HTMLElement} */ (root.querySelector(selector));

/** The element with an id; an id may begin with a digit, which a selector may not. @param {string} id */
export const the = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** The place for a text of the player. @param {ParentNode} root @param {string} name */
export const slot = (root, name) => one(root, `[data-slot="${name}"]`);

/**
 * Does something when a button is pressed; returns the buttons.
 * @param {ParentNode} root @param {string} action @param {(button: HTMLElement) => void} act
 */
export function on(root, action, act) {
  const buttons = /** @type {[HTMLButtonElement, ...HTMLButtonElement[]]} */ (
    all(root, `[data-action="${action}"]`)
  );
  for (const button of buttons) button.onclick = () => act(button);
  return buttons;
}

/**
 * @param {keyof HTMLElementTagNameMap} tag @param {{ className?: string, href?: string, lang?: string } | null} properties
 * @param {(Node | string)[]} children
 */
export function element(tag, properties, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

/** Moves the focus, also to what is no control. @param {HTMLElement} target */
export function focus(target) {
  if (target.tabIndex < 0) target.tabIndex = -1;
  target.focus();
}

/** @param {string} text */
export const say = (text) => (slot(document, "announce").textContent = text);

/** The line about the LMS. @param {string} text "" takes it away */
export function banner(text) {
  const line = slot(document, "banner");
  line.hidden = !text;
  line.textContent = text;
}

/**
 * A fraction in percent, as people write it; never rounded up to a mark that was not reached.
 * @param {number | null | undefined} fraction
 */
export const percent = (fraction) => Math.floor((fraction ?? 0) * 100 + 1e-7);

/**
 * Writes a score, and hands it to the style for its ring.
 * @param {HTMLElement} place @param {number | null} fraction @param {string} text
 */
export function gauge(place, fraction, text) {
  place.style.setProperty("--score", `${percent(fraction)}`);
  place.textContent = fraction === null ? "" : text;
}
