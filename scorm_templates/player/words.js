/**
 * What the player says: messages by name, with values filled in.
 */

/** @import { Words } from "./types.js" */

import { latin } from "./numbers.js";

/**
 * A message may come in plural forms, `tries.one` and `tries.other`; the value `n` decides which.
 * @param {Readonly<Record<string, string>>} messages named "player.…", and "kind.<kind>.…" for a kind's own
 * @param {string} lang BCP 47 tag
 * @returns {Words}
 */
export function speaker(messages, lang) {
  /** @type {Intl.PluralRules | undefined} made when first needed: it takes a slow phone a page turn's time */
  let plural;
  const words = (/** @type {string} */ key, /** @type {Record<string, string | number>} */ values = {}) => {
    const name = key.startsWith("kind.") ? key : `player.${key}`;
    const form = () => (plural ??= new Intl.PluralRules(lang)).select(+(values["n"] ?? 0));
    const text = messages[name] ?? messages[`${name}.${form()}`] ?? messages[`${name}.other`] ?? key;
    return text.replace(/\{(\w+)\}/g, (hole, value) => {
      const filled = values[value] ?? hole;
      return typeof filled === "number" && filled >= 1000 ? filled.toLocaleString(latin(lang)) : `${filled}`;
    });
  };
  return Object.assign(words, { lang });
}
