/** How much of a recording was really played, over all visits; skipping ahead does not count. */

/** @import { Stage, State } from "../types.js" */

import { keptOf } from "../result.js";
import { one, slot } from "./dom.js";

/** Enough of a recording that completion names and the author gives no share for: few wait for the credits. */
const USUAL = 0.9;

/** Seconds that two pieces may lie apart and still be one: browsers end and begin a little beside the second. */
const GAP = 1;

/** @typedef {[from: number, to: number]} Piece in seconds */

/** The pieces in order, those that touch made one. @param {readonly Piece[]} pieces @returns {Piece[]} */
export function joined(pieces) {
  /** @type {Piece[]} */
  const found = [];
  for (const [from, to] of [...pieces].sort((a, b) => a[0] - b[0])) {
    const last = found.at(-1);
    if (last && from <= last[1] + GAP) last[1] = Math.max(last[1], to);
    else found.push([from, to]);
  }
  return found;
}

/** Pieces as they are kept: whole seconds, "0-12.30-45". @param {string} text @returns {Piece[]} */
export const pieces = (text) =>
  text.split(".").flatMap((piece) => {
    const [from, to] = piece.split("-").map(Number);
    return from !== undefined && to !== undefined && from >= 0 && to > from ? [/** @type {Piece} */ ([from, to])] : [];
  });

/**
 * Watches a recording whose share somebody asks for. @param {HTMLElement} host @param {Stage} stage
 */
export function mount(host, { course, words, send, say }) {
  const media = /** @type {HTMLMediaElement} */ (one(host, "video, audio"));
  const { id } = host;
  const kind = `kind.${host.dataset["kind"]}`;
  const needed = +`${media.dataset["require"] ?? (course.completion.items.includes(id) ? USUAL : 0)}`;
  if (!id || !needed) return;
  const line = slot(host, "played");
  /** @type {Piece[] | undefined} */
  let before;
  let done = false;
  let kept = 0;

  function look() {
    const { played, duration, dataset } = media;
    const now = Array.from({ length: played.length }, (_, i) => /** @type {Piece} */ ([played.start(i), played.end(i)]));
    const all = joined([...(before ?? []), ...now]);
    const length = Number.isFinite(duration) && duration ? duration : +`${dataset["seconds"]}`;
    const seconds = all.reduce((sum, [from, to]) => sum + to - from, 0);
    return { all, share: length ? Math.min(1, seconds / length) : 0 };
  }

  /** @param {number} share */
  function tell(share) {
    line.textContent = words(`${kind}.${done ? "done" : "played"}`, { percent: Math.floor(share * 100 + 1e-7) });
  }

  /** @param {boolean} pause */
  function step(pause) {
    if (done) return;
    const { all, share } = look();
    if (share >= needed - 0.005) {
      send({ type: "done", item: id });
      say(`${line.textContent}`);
    } else {
      tell(share);
      if (share - kept < 0.05 && !pause) return;
      kept = share;
      const response = all.map(([from, to]) => `${Math.round(from)}-${Math.round(to)}`).join(".");
      send({ type: "draft", question: id, response });
    }
  }

  media.ontimeupdate = () => step(false);
  media.onpause = media.onended = () => step(true);
  return (/** @type {State} */ state) => {
    const { done: now, draft } = keptOf(state, id);
    before ??= pieces(`${draft ?? ""}`);
    done = now;
    tell(done ? 1 : look().share);
  };
}
