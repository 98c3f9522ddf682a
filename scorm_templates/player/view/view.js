/** The page as the learner sees it, made from the state. */

/** @import { Ending, KindScript, Stage, State } from "../types.js" */

import { asked, keptOf } from "../result.js";
import { certificateView } from "./certificate.js";
import { changed } from "./changed.js";
import { controlsOf } from "./controls.js";
import { all, element, focus, on, slot, the } from "./dom.js";
import { frame } from "./frame.js";
import { links } from "./links.js";
import { outcomeView } from "./outcome.js";
import { print } from "./print.js";
import { questionView } from "./question.js";
import { quizView } from "./quiz.js";
import { recordedView } from "./recorded.js";
import { reviewView } from "./review.js";
import { searchView } from "./search.js";

/**
 * Makes the page ready for a state, and returns what shows the next one.
 * @param {Stage} stage
 * @param {Readonly<Record<string, KindScript>>} kinds
 * @param {State} state
 */
export function view(stage, kinds, state) {
  const { course, words, send, say, review } = stage;
  const forms = course.questions.map((question) =>
    questionView(
      stage,
      question,
      /** @type {HTMLFormElement} */ (the(question.id)),
      controlsOf(question, kinds, course.lang),
    ),
  );
  const quizzes = course.quizzes.map((quiz) =>
    quizView(
      stage,
      quiz,
      the(quiz.id),
      forms.filter(({ question }) => question.quiz === quiz.id),
    ),
  );

  /** Opens a page, unless a question on this one must be answered first. @param {string} page */
  function go(page) {
    const due = forms.find(
      ({ question }) =>
        question.required &&
        question.page === state.page &&
        asked(state, question) &&
        !keptOf(state, question.id).tries,
    );
    const stays = !!due && !review && pages.isAhead(page);
    pages.toggle(false);
    if (stays) due.insist("required");
    else send({ type: "open", page });
    return !stays;
  }

  const pages = frame(course, words, go);
  const results = [
    outcomeView(course, words),
    reviewView(stage),
    certificateView(stage),
    recordedView(stage),
  ];
  links(words, go);
  searchView(course, words, go);
  on(document, "print", () => print(the(state.page)));
  if (state.seen.length)
    slot(document, "welcome").textContent = words("welcome", {
      page: `${the(`${state.page}-title`).textContent}`,
    });
  if (!review) changed(stage, state);
  const watchers = all(document, "[data-kind]").flatMap(
    (host) => kinds[`${host.dataset["kind"]}`]?.mount?.(host, stage) ?? [],
  );
  for (const { mix } of forms) mix(state);

  /** Tells the kinds' scripts of a state. @param {State} next */
  function watch(next) {
    for (const watcher of watchers) watcher(next);
  }

  /** @param {State} next @param {State} [before] */
  function show(next, before) {
    state = next;
    pages.update(next);
    if (next.kept !== before?.kept) {
      for (const { question, update } of forms) {
        const changed = [question.id, question.quiz ?? ""].some((id) => next.kept[id] !== before?.kept[id]);
        if (changed || !before) update(next);
      }
      for (const update of quizzes) update(next);
    }
    watch(next);
    if (next.page === "result") for (const result of results) result(next);
    if (before && !before.completed && next.completed) say(words("complete"));
  }

  show(state);
  return {
    show,
    watch,

    /** Only the result page and a last word are left. @param {Ending} ending */
    ended(ending) {
      send({ type: "open", page: "result" });
      for (const button of all(document, "[data-action]:not([data-stays])")) button.hidden = true;
      const note = slot(document, "exit-note");
      note.append(element("strong", null, words(`ended-${ending}`)));
      focus(note);
    },
  };
}
