/** The player starts here: finds the course in the page, opens the LMS, and keeps state, page and LMS in step. */

/** @import { Course, KindScript, Lms, Opening, PlayerEvent, State } from "./types.js" */

import { clock } from "./clock.js";
import { mark, recordsOf } from "./interactions.js";
import { latin } from "./numbers.js";
import { byId, keptOf, outcome } from "./result.js";
import { initial, reduce } from "./state.js";
import { read, write } from "./suspend.js";
import { all, banner, on, say, the } from "./view/dom.js";
import { view } from "./view/view.js";
import { speaker } from "./words.js";

/** Milliseconds between two looks at the clock. */
const LOOK = 15_000;
const DAY = 86_400_000;

/**
 * Puts the pass mark of the LMS in force. A quiz or scenario that alone decides follows it.
 * @param {Course} course @param {number | null} pass
 */
function setPassMark({ success, quizzes, questions }, pass) {
  if (pass === null || !success) return;
  const [part, more] = success.parts;
  const marked = [...quizzes, ...questions.filter((one) => one.pass)];
  for (const scored of [success, ...marked.filter(({ id }) => !more && id === part?.id)]) scored.pass = pass;
}

/**
 * The state kept longest: a copy in the browser may be newer than what the LMS has.
 * @param {Course} course @param {Opening} opening @returns {State}
 */
function resume(course, opening) {
  const [latest] = opening.kept
    .flatMap((text) => read(course, text) ?? [])
    .sort((a, b) => b.seconds - a.seconds);
  return reduce(course, latest ?? initial(course, Math.floor(Math.random() * 2 ** 32)), {
    type: "adopt",
    ...opening,
  });
}

/** @param {{ lms: Lms, kinds: Readonly<Record<string, KindScript>> }} parts */
export async function start({ lms, kinds }) {
  const { dataset, lang } = the("course");
  const words = speaker(JSON.parse(`${dataset["messages"]}`), lang || document.documentElement.lang);
  /** @type {Course} */
  const course = JSON.parse(`${dataset["course"]}`);
  document.documentElement.className = "playing";
  all(document, "[data-page]").forEach((page, i) => (page.hidden = i > 0));
  document.addEventListener("submit", (event) => event.preventDefault());

  const waiting = setTimeout(() => banner(words("lms-waiting")), 500);
  let trouble = "fine";
  const tell = () => banner(words(`lms-${trouble}`));
  lms.onTrouble((now) => {
    trouble = now;
    tell();
  });
  const opening = await lms.open(course);
  clearTimeout(waiting);
  tell();

  setPassMark(course, opening.passMark);
  const review = opening.mode === "review";
  const time = clock(
    () => performance.now(),
    () => !document.hidden,
  );
  let state = resume(course, opening);
  let counted = 0; // seconds of this session in the state
  let turned = 0; // and when the page was opened
  let over = false;

  function tick() {
    const now = time.seconds();
    const date = new Date();
    const day = Math.floor((+date - date.getTimezoneOffset() * 60_000) / DAY);
    state = reduce(course, state, { type: "tick", seconds: now - counted, day });
    counted = now;
  }

  function keep() {
    const location = byId(course.pages, state.page)?.key ?? "result";
    lms.save({ location, suspend: write(course, state, lms.limit), seconds: counted });
  }

  function persist() {
    keep();
    lms.finish(outcome(course, state));
  }

  /** Tells the LMS of the answers an event gave. @param {State} before */
  function record(before) {
    let index = before.records;
    for (const question of course.questions) {
      const { tries, response, sure } = keptOf(state, question.id);
      if (response === null || tries <= keptOf(before, question.id).tries) continue;
      const attempt = question.quiz === null ? tries : keptOf(before, question.quiz).tries + 1;
      const { verdict } = mark(question, response);
      const result = verdict === "saved" ? "neutral" : verdict === "right" ? "correct" : "incorrect";
      const seconds = counted - turned;
      for (const one of recordsOf(question, response, sure, words("sure", { text: question.text })))
        lms.record({
          ...one,
          attempt,
          result: one.question.survey ? "neutral" : result,
          seconds,
          time: new Date(),
          index: index++,
        });
    }
  }

  /** @param {PlayerEvent} event */
  function send(event) {
    if (review && event.type !== "open") return;
    const before = state;
    tick();
    if (event.type === "open") turned = counted;
    state = reduce(course, state, event);
    shown.show(state, before);
    if (over) return;
    if (event.type === "draft") return keep(); // it changes nothing that is reported
    record(before);
    persist();
  }

  /** @param {boolean} explicit whether the learner asked for it */
  function leave(explicit) {
    if (over) return;
    tick();
    persist();
    over = true;
    const ending = lms.close({ seconds: counted, explicit });
    if (explicit) shown.ended(ending);
  }

  // LMSs write names as "Last, First"
  const name = () => opening.learner().replace(/^(.+), *(.+)$/, "$2 $1");
  for (const place of all(document, "[data-variable]")) {
    const isName = place.dataset["variable"] === "learner.name";
    const text = isName
      ? name()
      : new Date().toLocaleDateString(latin(course.lang), { dateStyle: "long" });
    place.textContent = text || place.textContent;
  }
  const check = (/** @type {boolean} */ again) => lms.check(outcome(course, state), again);
  const learner = { id: opening.id, name };
  const stage = { course, words, send, say, review, check, learner, comment: lms.comment };
  const shown = view(stage, kinds, state);
  send({ type: "open", page: state.page });
  on(document, "exit", () => {
    leave(true);
    if (window.opener && window === window.top) window.close();
  });

  setInterval(() => {
    const { completed } = state;
    tick();
    shown.watch(state);
    if (!over && completed !== state.completed) persist();
  }, LOOK);
  document.addEventListener("visibilitychange", () => {
    if (over || !document.hidden) return tick();
    tick();
    persist();
    lms.flush();
  });
  addEventListener("pagehide", () => leave(false));
  // a page out of the back-forward cache has a session that is over
  addEventListener("pageshow", (event) => event.persisted && location.reload());
}
