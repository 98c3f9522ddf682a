/**
 * Keeps text in the browser's localStorage. Where that is blocked (a third-party frame, a sandbox) or full,
 * nothing is kept, and the state lives as long as the page.
 */

/** @param {string} key @param {string} text "" forgets it */
export function keep(key, text) {
  try {
    localStorage.setItem(key, text);
  } catch {
    // blocked or full
  }
}

/** @param {string} key @returns {string} "" when there is nothing */
export function kept(key) {
  try {
    return localStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}
