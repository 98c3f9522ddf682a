/**
 * What the player says: messages by name, with values filled in.
 */

/** @typedef {(key: string, values?: Readonly<Record<string, string | number>>) => string} Words */

/**
 * A message may come in plural forms, `tries.one` and `tries.other`; `{n}` decides which.
 * @param {Readonly<Record<string, string>>} messages without the "player." in front
 * @param {string} lang BCP 47 tag
 * @returns {Words}
 */
export function speaker(messages, lang) {
  const plural = new Intl.PluralRules(lang);
  return (key, values = {}) => {
    const form = "n" in values ? `${key}.${plural.select(Number(values["n"]))}` : key;
    const text = messages[form] ?? messages[key] ?? messages[`${key}.other`] ?? key;
    return text.replace(/\{(\w+)\}/g, (hole, name) => String(values[name] ?? hole));
  };
}
