/**
 * An LMS page around scorm-again, a run-time by other people. It takes the same address as `lms.js`, without modes.
 *
 * scorm-again leaves to the page what an LMS does between sessions: which data comes back, `entry`, and the total time.
 */

import { bind } from "../bind.js";
import { STANDARDS } from "../standards.js";
import { lastingLog, show } from "./windows.js";

/** @typedef {Record<string, any>} Cmi */

const query = new URLSearchParams(location.search);
const standard = STANDARDS[query.get("standard") ?? ""];
if (!standard) throw new Error("no such standard");
const is12 = standard.apiName === "API";
const store = query.get("store") ?? "";

/** @param {string} src @returns {Promise<unknown>} */
const script = (src) =>
  new Promise((done, failed) => {
    const element = document.createElement("script");
    element.src = src;
    element.addEventListener("load", done);
    element.addEventListener("error", failed);
    document.head.append(element);
  });

await script(is12 ? "/scorm-again/scorm12.min.js" : "/scorm-again/scorm2004.min.js");
const here = /** @type {Record<string, any>} */ (/** @type {unknown} */ (window));
const RunTime = here[is12 ? "Scorm12API" : "Scorm2004API"];
const again = new RunTime({ autocommit: false, logLevel: 5, lmsCommitUrl: store });

/** What the next session starts from. @param {Cmi} cmi @returns {Cmi} */
function next(cmi) {
  const at = is12 ? cmi["core"] : cmi;
  const resumes = at["exit"] === "suspend";
  if (!is12 && !resumes) return { entry: "ab-initio" };
  at["entry"] = resumes ? "resume" : "";
  delete at["exit"];
  delete at["session_time"];
  return cmi;
}

const saved = await (await fetch(store)).json();
if (saved) again.loadFromJSON(next(saved.cmi), "cmi");

const { calls } = standard;
/** @type {(call: string) => (...args: unknown[]) => unknown} */
const as =
  (call) =>
  (...args) =>
    again[call](...args);
const log = lastingLog();
const neutral = Object.fromEntries(Object.entries(calls).map(([name, call]) => [name, as(call)]));
const api = bind(/** @type {import("../types.js").Lms} */ (/** @type {unknown} */ (neutral)), standard, log.note, () => Date.now());
here[standard.apiName] = api;

const content = query.get("content");
const hide = content ? show(content, query.has("popup")) : () => {};
here["lms"] = { calls: log.take, complaints: [], leave: hide };
