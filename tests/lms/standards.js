/** The run-times by the names the packages use. */

import { SCORM_12 } from "./scorm12.js";
import { scorm2004 } from "./scorm2004.js";

/** @type {Readonly<Record<string, import("./types.js").Standard>>} */
export const STANDARDS = {
  scorm12: SCORM_12,
  "scorm2004-3": scorm2004(3),
  "scorm2004-4": scorm2004(4),
};
