/** A quiz: how far the learner is, handing in, and what came out. */

/** @import { Quiz, Stage, State } from "../types.js" */
/** @import { QuestionView } from "./question.js" */

import { asked, keptOf, missing, quizDone, quizPassed, reaches } from "../result.js";
import { criticalList } from "./critical.js";
import { focus, gauge, on, one, percent, slot } from "./dom.js";

/** @param {Stage} stage @param {Quiz} quiz @param {HTMLElement} section @param {readonly QuestionView[]} all */
export function quizView({ course, words, send, say, review }, quiz, section, all) {
  const { id, pass, attempts } = quiz;
  const each = quiz.feedback === "each";
  const end = one(section, ".quiz-end");
  const result = slot(section, "quiz-result");
  const score = slot(section, "quiz-score");
  const verdict = slot(section, "quiz-status");
  /** @type {State | undefined} */
  let state;
  let forms = all; // of the questions asked

  const isOpen = (/** @type {QuestionView} */ form) =>
    each && state ? !keptOf(state, form.question.id).done : !!form.lack();

  function count() {
    const open = forms.filter(isOpen);
    slot(section, "quiz-progress").textContent = words("quiz-progress", {
      done: forms.length - open.length,
      of: forms.length,
    });
    return open;
  }

  /** @param {State} next */
  function update(next) {
    const before = state && keptOf(state, id).done;
    state = next;
    forms = all.filter(({ question }) => asked(next, question));
    const kept = keptOf(state, id);
    const passed = quizPassed(course, state, quiz);
    const enough = reaches(kept.best, pass);
    const left = attempts - kept.tries;
    end.hidden = kept.done;
    result.hidden = !kept.done;
    result.dataset["state"] = passed ? "right" : "wrong";
    const again = !review && !quizDone(course, state, quiz);
    retry.hidden = !again;
    gauge(score, kept.score, words("percent", { percent: percent(kept.score) }));
    const key = pass === null ? "done" : passed ? "passed" : enough ? "nearly" : "failed";
    verdict.textContent = words(`quiz-${key}`, { percent: percent(pass) });
    slot(section, "quiz-critical").replaceChildren(...criticalList(course, words, missing(course, state, quiz)));
    if (again && left > 0) verdict.append(` ${words("attempts", { n: left })}`);
    count();
    if (before === undefined || before === kept.done) return;
    if (!kept.done) focus(one(section, "h2, h3, h4, h5, h6"));
    else if (each) say(`${score.textContent} ${verdict.textContent}`);
    else focus(result);
  }

  section.oninput = count;
  const [retry] = on(section, "retry-quiz", () => send({ type: "retry", quiz: id }));
  on(section, "submit-quiz", () => {
    const open = count();
    open[0]?.insist(open[0].lack());
    if (open.length) say(words("quiz-open", { n: open.length }));
    else
      send({
        type: "submit",
        quiz: id,
        responses: Object.fromEntries(forms.map((form) => [form.question.id, form.read()])),
        sure: Object.fromEntries(forms.map((form) => [form.question.id, form.sure()])),
      });
  });

  return update;
}
