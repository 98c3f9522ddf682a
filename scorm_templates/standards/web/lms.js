/** A plain web page: no LMS; what the learner did is kept in the browser. */

/** @import { Lms } from "../../player/types.js" */

import { keep, kept } from "../browser/keep.js";

let place = "";

/** @type {Lms} */
export const lms = {
  limit: 64000,
  onTrouble() {},
  async open(course) {
    place = `smtrain:${course.id}`;
    return {
      mode: "normal",
      kept: [kept(place)],
      completed: false,
      passed: false,
      scaled: null,
      passMark: null,
      id: "",
      learner: () => "",
    };
  },
  save: ({ suspend }) => keep(place, suspend),
  record() {},
  comment: () => false,
  finish() {},
  flush() {},
  check: () => ({ ok: false, saved: null, rows: [] }),
  close: () => "local",
};
