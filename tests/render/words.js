/** Says with the player's own words what it is asked to: `[{ messages, lang, key, values }]` in, texts out. */

import { readFileSync } from "node:fs";
import { speaker } from "../../scorm_templates/player/words.js";

/** @type {{ messages: Record<string, string>, lang: string, key: string, values: Record<string, number> }[]} */
const asked = JSON.parse(readFileSync(0, "utf8"));
const said = asked.map(({ messages, lang, key, values }) => speaker(messages, lang)(key, values));
process.stdout.write(JSON.stringify(said));
