/**
 * What the player says: messages by name, with values filled in.
 */

/** @import { Words } from "./types.js" */

/**
 * A message may come in plural forms, `tries.one` and `tries.other`; the value `n` decides which.
 * @param {Readonly<Record<string, string>>} messages named "player.…", and "kind.<kind>.…" for a kind's own
 * @param {string} lang BCP 47 tag
 * @returns {Words}
 */
export function speaker(messages, lang) {
  /** @type {Intl.PluralRules | undefined} made when first needed: it takes a slow phone a page turn's time */
  let plural;
  return (key, values = {}) => {
    const name = key.startsWith("kind.") ? key : `player.${key}`;
    const form = () => (plural ??= new Intl.PluralRules(lang)).select(+(values["n"] ?? 0));
    const text = messages[name] ?? messages[`${name}.${form()}`] ?? messages[`${name}.other`] ?? key;
    return text.replace(/\{(\w+)\}/g, (hole, value) => `${values[value] ?? hole}`);
  };
}
