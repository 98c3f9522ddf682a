/**
 * Keeps text in the browser: in localStorage, or in memory where that is blocked (a third-party frame, a
 * sandbox, a full store).
 */

/** @type {Map<string, string>} */
const memory = new Map();

/** @param {string} key @param {string | null} text null forgets it */
export function keep(key, text) {
  if (text === null) memory.delete(key);
  else memory.set(key, text);
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    // blocked: memory has it
  }
}

/** @param {string} key @returns {string | null} */
export function kept(key) {
  try {
    return localStorage.getItem(key) ?? memory.get(key) ?? null;
  } catch {
    return memory.get(key) ?? null;
  }
}
