/** SCORM 2004 3rd edition: at run time both editions are the same. */
export { lms } from "../scorm2004/lms.js";
