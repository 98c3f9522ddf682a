/**
 * The types the mock LMS is built from; no code.
 *
 * @typedef {"" | "type" | "range"} Verdict  what a format check says: taken, wrong type, out of range
 *
 * @callback Check
 * @param {string} value  what the SCO wants to set
 * @param {(sibling: string) => string | undefined} sibling  a value of the same record, by its last name
 * @returns {Verdict}
 *
 * @typedef {object} Element  one leaf of a data model
 * @property {"constant" | "read" | "write" | "both"} access
 * @property {Check} check
 * @property {string | undefined} initial  what GetValue answers before anything was set
 * @property {readonly string[]} needs  siblings that must have been set before
 * @property {boolean} unique  no other record of the collection may hold the same value, and it is set once
 *
 * @typedef {Readonly<Record<string, Element>>} Model  by name, with `n` for an index: `cmi.interactions.n.id`
 *
 * @typedef {Readonly<Record<Refusal, number>>} Codes
 * @typedef {"initialiseRunning" | "initialiseAfter" | "terminateBefore" | "terminateAfter" | "getBefore"
 *   | "getAfter" | "setBefore" | "setAfter" | "commitBefore" | "commitAfter" | "argument" | "noChildren"
 *   | "noCount" | "undefinedElement" | "keyword" | "readOnly" | "writeOnly" | "type" | "range" | "unset"
 *   | "getIndex" | "setIndex" | "dependency" | "conflict" | "commitFailed"} Refusal
 *
 * @typedef {Record<string, string>} Values  a data model's values by full name: `cmi.interactions.0.id`
 *
 * @typedef {object} Saved  what an LMS keeps of a learner's registration
 * @property {Values} values  as they were at the last commit
 * @property {boolean} finished  the last session ended with LMSFinish or Terminate
 * @property {Values[]} history  earlier attempts, which the SCO does not see
 *
 * @typedef {object} Store
 * @property {() => Saved | null} load
 * @property {(saved: Saved) => boolean} save  false when it could not be kept
 *
 * @typedef {object} Standard  what one SCORM run-time refuses and keeps
 * @property {"API" | "API_1484_11"} apiName
 * @property {Codes} codes
 * @property {Model} model
 * @property {Readonly<Record<string, number>>} capacity  the most records of a collection, by its pattern
 * @property {(saved: Saved | null) => { values: Values, history: Values[] }} launch  what a new session starts from
 * @property {(values: Values) => Values} finish  what the LMS itself changes when a session ends
 * @property {Readonly<Record<keyof Lms, string>>} calls  what this standard calls each function
 *
 * @typedef {object} Lms  the eight functions under neutral names; results as the SCO gets them
 * @property {(argument: any) => any} initialize
 * @property {(argument: any) => any} terminate
 * @property {(name: any) => any} getValue
 * @property {(name: any, value: any) => any} setValue
 * @property {(argument: any) => any} commit
 * @property {() => any} getLastError
 * @property {(code: any) => any} getErrorString
 * @property {(code: any) => any} getDiagnostic
 *
 * @typedef {object} Call  one line of the log
 * @property {string} call  the standard's own name: `LMSSetValue`
 * @property {unknown[]} args
 * @property {unknown} returned
 * @property {unknown} error  what GetLastError answered right after
 * @property {string} [thrown]
 * @property {number} at  milliseconds since the epoch
 *
 * @typedef {object} Context  what a mode may know of the LMS page
 * @property {Standard} standard
 * @property {Store} store
 * @property {boolean} dismissing  the content is being unloaded
 * @property {string[]} complaints  what a real LMS would get wrong because of the SCO; a test wants none
 *
 * @callback Seed  changes what the LMS offers at launch
 * @param {Values} values
 * @param {Standard} standard
 * @returns {Values}
 *
 * @callback Wrap  replaces some of the functions
 * @param {Lms} lms
 * @param {Context} context
 * @returns {Partial<Lms>}
 *
 * @callback Place  puts the API in its window
 * @param {Record<string, unknown>} target
 * @param {string} name
 * @param {object} api
 * @param {Context} context
 * @returns {void}
 *
 * @typedef {object} Mode  one LMS's way of being different; a file in `modes/`
 * @property {Seed} [seed]
 * @property {Wrap} [wrap]
 * @property {Place} [place]
 */

export {};
