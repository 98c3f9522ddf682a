/** The ways an LMS shows content: in a frame, in frames within frames, in a window of its own. */

/** @param {Document} document @param {string} src */
export function frameIn(document, src) {
  const frame = document.createElement("iframe");
  frame.title = "Content";
  frame.src = src;
  document.body.append(frame);
  return frame;
}

/** Wraps the address in shells, the last one innermost.
 *  @param {string} content  the address of the package's first page
 *  @param {readonly string[]} shells  addresses of `shell.html`, of this origin or another */
export const through = (content, shells) =>
  shells.reduceRight((src, shell) => `${shell}?src=${encodeURIComponent(src)}`, content);

/** Shows the content and returns how to take it away again.
 *  @param {string} src @param {boolean} popup @returns {() => void} */
export function show(src, popup) {
  if (popup) {
    const opened = window.open(src, "content", "width=1000,height=700");
    return () => opened?.close();
  }
  const frame = frameIn(document, src);
  return () => frame.remove();
}

/** A log that outlives a reload of the page: what the content says while it is dismissed is noted too.
 *  @returns {{ note: (call: import("../types.js").Call) => void, take: () => import("../types.js").Call[] }} */
export function lastingLog() {
  /** @type {import("../types.js").Call[]} */
  const log = JSON.parse(sessionStorage.getItem("log") ?? "[]");
  const keep = () => sessionStorage.setItem("log", JSON.stringify(log));
  return {
    note(call) {
      log.push(call);
      keep();
    },
    take() {
      const taken = log.splice(0);
      keep();
      return taken;
    },
  };
}
