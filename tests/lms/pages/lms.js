/**
 * The mock LMS as a page. It reads from its address what to be:
 *
 * - `standard`: scorm12, scorm2004-3, scorm2004-4
 * - `modes`: names of files in `modes/`, separated by commas; the first is innermost
 * - `store`: where the registration is kept on the test server
 * - `content`: the package's first page; without it nothing is shown
 * - `shells`: pages around the content, by address; `popup`: shown in a window of its own
 * - `beacon=no`: an LMS that loses what is committed while the page goes away
 */

import { bind, switchable } from "../bind.js";
import { runTime } from "../runtime.js";
import { STANDARDS } from "../standards.js";
import { serverStore } from "../store.js";
import { lastingLog, show, through } from "./windows.js";

/** @typedef {import("../types.js").Context} Context */
/** @typedef {import("../types.js").Mode} Mode */

const query = new URLSearchParams(location.search);
const standardName = query.get("standard") ?? "";
const standard = STANDARDS[standardName];
if (!standard) throw new Error(`no such standard: ${standardName}`);

const list = (/** @type {string} */ name) => (query.get(name) ?? "").split(",").filter(Boolean);
/** @type {(name: string) => Promise<Mode>} */
const load = (name) => import(`../modes/${name}.js`);

const store = serverStore(query.get("store") ?? "", query.get("beacon") !== "no");
/** @type {Context} */
const context = { standard, store, dismissing: false, complaints: [] };
const log = lastingLog();
const on = new Set(list("modes"));

const modes = await Promise.all([...on].map(load));
const seed = (/** @type {Record<string, string>} */ values) =>
  modes.reduce((seeded, mode) => mode.seed?.(seeded, standard) ?? seeded, values);
/** Being offline can happen at any time, so it is always at hand. */
const wrappers = new Map([...on].map((name, at) => [name, /** @type {Mode} */ (modes[at])]));
wrappers.set("offline", wrappers.get("offline") ?? (await load("offline")));

let lms = runTime(standard, store, seed);
for (const [name, mode] of wrappers) lms = switchable(lms, mode, context, () => on.has(name));
const api = bind(lms, standard, log.note, () => Date.now());

const place = modes.map((mode) => mode.place).find(Boolean);
const here = /** @type {Record<string, unknown>} */ (/** @type {unknown} */ (window));
if (place) place(here, standard.apiName, api, context);
else here[standard.apiName] = api;

const content = query.get("content");
const hide = content ? show(through(content, list("shells")), query.has("popup")) : () => {};
window.addEventListener("pagehide", () => (context.dismissing = true));

here["lms"] = {
  calls: log.take,
  complaints: context.complaints,
  turnOn: (/** @type {string} */ name) => on.add(name),
  turnOff: (/** @type {string} */ name) => on.delete(name),
  /** Takes the content away, as an LMS does when the learner chooses something else. */
  leave() {
    context.dismissing = true;
    hide();
  },
};
