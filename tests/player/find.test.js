import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { find } from "../../scorm_templates/standards/scorm/find.js";

const api = { LMSInitialize: () => "true" };
const look = (/** @type {any} */ start) => find(start, "API", "LMSInitialize");

/** A window without relatives. @param {Record<string, unknown>} [values] @returns {any} */
function frame(values = {}) {
  const made = /** @type {Record<string, unknown>} */ ({ opener: null, ...values });
  made["parent"] ??= made;
  made["top"] ??= made;
  return made;
}

/** A window of another origin: all but the way on is forbidden. @param {Record<string, unknown>} values @returns {any} */
const foreign = (values) =>
  new Proxy(frame(values), {
    get(target, name) {
      if (["parent", "opener", "top"].includes(String(name))) return target[String(name)];
      throw new Error("SecurityError");
    },
  });

describe("the search for the LMS", () => {
  it("looks at the page itself, its ancestors, and who opened them", () => {
    const lms = frame({ API: api });
    assert.equal(look(frame({ API: api })), api);
    assert.equal(look(frame({ parent: lms })), api);
    assert.equal(look(frame({ parent: frame({ parent: lms }) })), api);
    assert.equal(look(frame({ opener: lms })), api);
    assert.equal(look(frame({ opener: frame({ parent: lms }) })), api);
    assert.equal(look(frame({ parent: frame({ opener: lms }) })), api);
    assert.equal(look(frame({ top: { opener: { document: { API: api } } } })), api);
  });

  it("goes on past windows of another origin", () => {
    assert.equal(look(frame({ parent: foreign({ parent: frame({ API: api }) }) })), api);
    assert.equal(look(foreign({ opener: foreign({ opener: null }) })), undefined);
  });

  it("takes the nearest, and nothing that is no API", () => {
    assert.equal(look(frame({ API: null, parent: frame({ API: api }) })), api);
    assert.equal(look(frame({ API: {}, parent: frame({ API: api }) })), api);
    assert.equal(look(frame({ API_1484_11: { Initialize: () => "true" } })), undefined);
  });

  it("stops after 500 windows", () => {
    const line = (/** @type {number} */ n) => {
      let at = frame({ API: api });
      for (let i = 1; i < n; i++) at = frame({ parent: at });
      return at;
    };
    assert.equal(look(line(500)), api);
    assert.equal(look(line(501)), undefined);
  });
});
