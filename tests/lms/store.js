/** Where an LMS keeps a registration: in memory, or on the test server by the synchronous request real LMSs use. */

/** @typedef {import("./types.js").Saved} Saved */
/** @typedef {import("./types.js").Store} Store */

/** @param {Saved | null} [saved] @returns {Store & { saved: Saved | null }} */
export function memoryStore(saved = null) {
  return {
    saved,
    load() {
      return structuredClone(this.saved);
    },
    save(next) {
      this.saved = structuredClone(next);
      return true;
    },
  };
}

/** While a page is being dismissed the browser refuses synchronous requests; then only a beacon gets through, and
 *  only an LMS that thought of it sends one.
 *  @param {string} url @param {boolean} beacon @returns {Store} */
export function serverStore(url, beacon) {
  /** @param {"GET" | "POST"} method @param {string | null} body */
  const request = (method, body) => {
    const call = new XMLHttpRequest();
    call.open(method, url, false);
    call.send(body);
    if (call.status !== 200) throw new Error(`${method} ${url}: ${call.status}`);
    return call.responseText;
  };
  return {
    load: () => JSON.parse(request("GET", null)),
    save(saved) {
      const body = JSON.stringify(saved);
      try {
        request("POST", body);
        return true;
      } catch {
        return beacon && navigator.sendBeacon(url, body);
      }
    },
  };
}
