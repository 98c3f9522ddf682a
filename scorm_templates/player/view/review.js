/** The answers that counted, one by one, on the result page, and a way to walk through them. */

/** @import { Question, Stage, State } from "../types.js" */

import { asked, byId, keptOf, standing } from "../result.js";
import { element, one, slot, the } from "./dom.js";

/** What is said of an answer, and which sign goes with it. */
const SAID = {
  right: ["mark-right", "right"],
  partial: ["review-partial", "missed"],
  wrong: ["mark-wrong", "wrong"],
  saved: ["answered", ""],
  missed: ["review-missed", ""],
};

/** @param {Stage} stage @returns {(state: State) => void} */
export function reviewView({ course, words, review }) {
  const section = slot(document, "review");
  const walk = element("nav", { className: "walk" });
  walk.setAttribute("aria-label", `${section.firstElementChild?.textContent}`);

  /** The ids of all questions listed. @type {string[]} */
  let ids = [];

  /** @param {number} at @param {string} text */
  function step(at, text) {
    const link = element("a", { href: `#${ids[at] ?? "result"}` }, text);
    link.onclick = () => place(at);
    return link;
  }

  /** Puts the way on behind a question. @param {number} at */
  function place(at) {
    const steps = [step(-1, `${the("result-title").textContent}`)];
    if (at > 0) steps.unshift(step(at - 1, words("review-previous")));
    if (at < ids.length - 1) steps.push(step(at + 1, words("review-next")));
    walk.replaceChildren(...steps);
    if (ids[at]) the(ids[at]).after(walk);
    else walk.remove();
  }

  /** @param {State} state @param {Question} question */
  function row(state, question) {
    const [said = "", mark] = SAID[standing(course, state, question)];
    const sign = element("span", { className: "mark", lang: words.lang }, words(said));
    sign.dataset["mark"] = mark;
    const link = step(ids.push(question.id) - 1, question.text || `${one(the(question.id), ".label span").textContent}`);
    return element("li", null, link, " ", sign);
  }

  return (state) => {
    walk.remove();
    ids = [];
    const counted = course.success?.parts ?? [];
    const groups = [...course.quizzes, null].flatMap((quiz) => {
      const questions = course.questions.filter(
        (one) =>
          asked(state, one) && !one.survey && (quiz ? one.quiz === quiz.id : !!byId(counted, one.id)),
      );
      const begun = [quiz, ...questions].some((part) => keptOf(state, part?.id ?? null).tries);
      if (!questions.length || !(begun || review)) return [];
      const title = quiz && element("p", { className: "block-title" }, quiz.title || words("untitled"));
      return [title ?? "", element("ol", null, ...questions.map((question) => row(state, question)))];
    });
    section.hidden = !groups.length;
    slot(section, "review-list").replaceChildren(...groups);
  };
}
