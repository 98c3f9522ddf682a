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

/** The window and its ancestors, nearest first. @param {Frame | null} frame @param {Frame[]} found @returns {Frame[]} */
const line = (frame, found = []) =>
  !frame || found.length === MOST || found.includes(frame)
    ? found
    : line(
        peek(() => frame["parent"]),
        [...found, frame],
      );

/**
 * The API of this name that has this function: in the page's own window and its ancestors, then in the windows
 * that opened one of them, at last in the opener's document (SuccessFactors).
 * @param {Frame} start
 * @param {string} name
 * @param {string} first the function an API of this standard must have
 */
export function find(start, name, first) {
  const own = line(start);
  const openers = own.flatMap((frame) => line(peek(() => frame["opener"])));
  const places = [...own, ...openers, peek(() => start["top"].opener.document)];
  const place = places.find((frame) => peek(() => frame[name][first]));
  return place?.[name];
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
