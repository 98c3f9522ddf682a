/** One session of a learner with one SCO: the eight functions, strict, over a data model and a store. */

import { MESSAGES } from "./codes.js";
import { Data } from "./data.js";

/** @typedef {import("./types.js").Refusal} Refusal */
/** @typedef {import("./types.js").Standard} Standard */
/** @typedef {import("./types.js").Store} Store */
/** @typedef {import("./types.js").Values} Values */
/** @typedef {import("./types.js").Lms} Lms */

/**
 * @param {Standard} standard
 * @param {Store} store
 * @param {(values: Values) => Values} [seed]  changes what is offered at launch: mode, mastery score, ...
 * @returns {Lms}
 */
export function runTime(standard, store, seed = (values) => values) {
  const { values, history } = standard.launch(store.load());
  const data = new Data(standard, seed(values));
  /** @type {"before" | "running" | "after"} */
  let phase = "before";
  let error = 0;

  const refuse = (/** @type {Refusal} */ refusal) => {
    error = standard.codes[refusal];
    return "false";
  };
  const take = () => {
    error = 0;
    return "true";
  };
  /** @param {"terminate" | "get" | "set" | "commit"} call @returns {Refusal | ""} */
  const outOfTurn = (call) =>
    phase === "running" ? "" : /** @type {Refusal} */ (`${call}${phase === "before" ? "Before" : "After"}`);

  return {
    initialize(argument) {
      if (argument !== "") return refuse("argument");
      if (phase !== "before") return refuse(phase === "running" ? "initialiseRunning" : "initialiseAfter");
      phase = "running";
      return take();
    },
    terminate(argument) {
      const refusal = outOfTurn("terminate") || (argument === "" ? "" : "argument");
      if (refusal) return refuse(refusal);
      phase = "after";
      const kept = store.save({ values: standard.finish(data.values), finished: true, history });
      return kept ? take() : refuse("commitFailed");
    },
    getValue(name) {
      const turn = outOfTurn("get");
      const answer = turn ? { value: "", refusal: turn } : data.get(String(name));
      error = answer.refusal ? standard.codes[answer.refusal] : 0;
      return answer.value;
    },
    setValue(name, value) {
      const isText = typeof name === "string" && typeof value === "string";
      const refusal = outOfTurn("set") || (isText ? data.set(name, value) : "type");
      return refusal ? refuse(refusal) : take();
    },
    commit(argument) {
      const refusal = outOfTurn("commit") || (argument === "" ? "" : "argument");
      if (refusal) return refuse(refusal);
      return store.save({ values: { ...data.values }, finished: false, history }) ? take() : refuse("commitFailed");
    },
    getLastError: () => String(error),
    getErrorString: (code) => MESSAGES[Number(code)] ?? "",
    getDiagnostic: (code) => MESSAGES[Number(code === "" ? error : code)] ?? "",
  };
}
