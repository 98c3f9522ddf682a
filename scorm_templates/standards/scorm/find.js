/**
 * Finds the LMS's API object among the windows around the page.
 *
 * Windows of another origin throw at every property but `parent`, `opener` and `top`, so the search goes on
 * past them. IEEE 1484.11.2 and ADL's sample code stop after 500 windows.
 */

const MOST = 500;

/** @typedef {{ readonly [name: string]: any }} Frame a window, as far as it lets itself be looked into */

/**
 * @template T
 * @param {() => T} look
 * @returns {T | null} null when the window refuses
 */
function peek(look) {
  try {
    return look();
  } catch {
    return null;
  }
}

/** The window and its ancestors, nearest first. @param {Frame | null} start */
function* line(start) {
  for (let frame = start, n = 0; frame && n < MOST; n++) {
    const here = frame;
    yield here;
    const parent = peek(() => here["parent"]);
    frame = parent === here ? null : parent;
  }
}

/**
 * The API of this name that has this function: in the page's own window and its ancestors, then in the windows
 * that opened one of them, at last in the opener's document (SuccessFactors).
 * @param {Frame} start
 * @param {string} name
 * @param {string} first the function an API of this standard must have
 */
export function find(start, name, first) {
  const usable = (/** @type {() => any} */ look) => peek(() => (look()[first] ? look() : null));
  for (const root of [start, ...[...line(start)].map((frame) => peek(() => frame["opener"]))])
    for (const frame of line(root)) {
      const api = usable(() => frame[name]);
      if (api) return api;
    }
  return usable(() => start["top"].opener.document[name]);
}

/**
 * The same, again and again: some LMSs are ready only after the content.
 * @param {Frame} start
 * @param {string} name
 * @param {string} first
 */
export async function search(start, name, first, tries = 20, pause = 250) {
  for (; ; tries--) {
    const api = find(start, name, first);
    if (api || !tries) return api;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}
