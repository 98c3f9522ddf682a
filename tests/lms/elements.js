/** How the tables of the data models are written: one call an element. */

/** @typedef {import("./types.js").Element} Element */
/** @typedef {import("./types.js").Check} Check */

const anything = () => /** @type {const} */ ("");

/** `_children` and `_version`: a keyword, never set.
 *  @param {string} value @returns {Element} */
export const constant = (value) => ({ access: "constant", check: anything, initial: value, needs: [], unique: false });

/** Read only; undefined means the LMS has no value for it.
 *  @param {string} [value] @returns {Element} */
export const read = (value) => ({ access: "read", check: anything, initial: value, needs: [], unique: false });

/** Read and write.
 *  @param {Check} check @param {string} [initial] @returns {Element} */
export const both = (check, initial) => ({ access: "both", check, initial, needs: [], unique: false });

/** Write only.
 *  @param {Check} check @returns {Element} */
export const write = (check) => ({ access: "write", check, initial: undefined, needs: [], unique: false });

/** The same element, refused until these siblings are set.
 *  @param {readonly string[]} needs @param {Element} element @returns {Element} */
export const after = (needs, element) => ({ ...element, needs });

/** The same element, set once and unlike that of any other record.
 *  @param {Element} element @returns {Element} */
export const unique = (element) => ({ ...element, unique: true });
