/** A data model with its values: what may be read and set, and why not. */

/** @typedef {import("./types.js").Refusal} Refusal */
/** @typedef {import("./types.js").Standard} Standard */
/** @typedef {import("./types.js").Values} Values */

const INDEX = /\.(0|[1-9]\d*)(?=\.|$)/g;

/** `cmi.interactions.12.id` → `cmi.interactions.n.id`.
 *  @param {string} name */
const patternOf = (name) => name.replace(INDEX, ".n");

/** Every collection a name passes through, outermost first: where it is, and which record.
 *  @param {string} name @returns {{ at: string, index: number }[]} */
const recordsOf = (name) =>
  [...name.matchAll(INDEX)].map((found) => ({ at: name.slice(0, found.index), index: Number(found[1]) }));

/** What an LMS carries from one session to the next: everything the SCO set, nothing the LMS offered.
 *  @param {import("./types.js").Model} model @param {Values} values @returns {Values} */
export const setByContent = (model, values) =>
  Object.fromEntries(Object.entries(values).filter(([name]) => model[patternOf(name)]?.access !== "read"));

export class Data {
  /** @param {Standard} standard @param {Values} values */
  constructor(standard, values) {
    this.standard = standard;
    this.values = { ...values };
    this.patterns = Object.keys(standard.model);
  }

  /** @param {string} name @returns {{ value: string, refusal: Refusal | "" }} */
  get(name) {
    const refused = (/** @type {Refusal} */ refusal) => ({ value: "", refusal });
    const parent = name.replace(/\.[^.]+$/, "");
    if (name.endsWith("._count") && this.#isCollection(parent)) {
      return this.#isReachable(parent) ? { value: String(this.count(parent)), refusal: "" } : refused("getIndex");
    }
    const element = this.standard.model[patternOf(name)];
    if (!element) return refused(this.#unknown(name, parent));
    if (recordsOf(name).some(({ at, index }) => index >= this.count(at))) return refused("getIndex");
    if (element.access === "write") return refused("writeOnly");
    const value = this.values[name] ?? element.initial;
    return value === undefined ? refused("unset") : { value, refusal: "" };
  }

  /** @param {string} name @param {string} value @returns {Refusal | ""} */
  set(name, value) {
    const pattern = patternOf(name);
    const element = this.standard.model[pattern];
    const parent = name.replace(/\.[^.]+$/, "");
    if (name.endsWith("._count") && this.#isCollection(parent)) return "keyword";
    if (!element) return /\._(children|count|version)$/.test(name) ? "keyword" : "undefinedElement";
    if (element.access === "constant") return "keyword";
    if (element.access === "read") return "readOnly";
    if (recordsOf(name).some(({ at, index }) => index > this.count(at))) return "setIndex";
    const record = /^.+?\.\d+(?=\.|$)/.exec(name)?.[0] ?? "";
    const sibling = (/** @type {string} */ last) => this.values[`${record}.${last}`];
    if (element.needs.some((need) => sibling(need) === undefined)) return "dependency";
    if (this.#isFull(name, sibling("type"))) return "setIndex";
    const verdict = element.check(value, sibling);
    if (verdict) return verdict;
    if (element.unique && this.#conflicts(name, value)) return "conflict";
    this.values[name] = value;
    return "";
  }

  /** Records in a collection: they are contiguous, so the highest index tells.
   *  @param {string} at  `cmi.interactions` @returns {number} */
  count(at) {
    const indexes = Object.keys(this.values)
      .filter((name) => name.startsWith(`${at}.`))
      .map((name) => Number(name.slice(at.length + 1).split(".")[0]));
    return Math.max(-1, ...indexes) + 1;
  }

  /** @param {string} at */
  #isCollection(at) {
    return this.patterns.some((pattern) => pattern.startsWith(`${patternOf(at)}.n.`));
  }

  /** @param {string} at */
  #isReachable(at) {
    return recordsOf(at).every((record) => record.index < this.count(record.at));
  }

  /** @param {string} name @param {string} parent @returns {Refusal} */
  #unknown(name, parent) {
    const isElement = this.standard.model[patternOf(parent)] !== undefined;
    const isParent = this.patterns.some((pattern) => pattern.startsWith(`${patternOf(parent)}.`));
    if (name.endsWith("._children") && (isElement || isParent)) return "noChildren";
    if (name.endsWith("._count") && (isElement || isParent)) return "noCount";
    return "undefinedElement";
  }

  /** @param {string} name @param {string | undefined} type */
  #isFull(name, type) {
    return recordsOf(name).some(({ at, index }) => {
      const pattern = patternOf(at);
      const most = this.standard.capacity[`${pattern} ${type}`] ?? this.standard.capacity[pattern];
      return most !== undefined && index >= most;
    });
  }

  /** @param {string} name @param {string} value */
  #conflicts(name, value) {
    if (this.values[name] !== undefined && this.values[name] !== value) return name.endsWith(".id");
    const mine = patternOf(name);
    const at = recordsOf(name).at(-1)?.at ?? "";
    return Object.entries(this.values).some(
      ([other, theirs]) =>
        other !== name && other.startsWith(`${at}.`) && patternOf(other) === mine && theirs === value,
    );
  }
}
