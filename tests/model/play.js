/**
 * Plays stories with the player's own code. Takes questions as JSON on standard input; for each, marks its key
 * and some paths that somebody clicks through, and writes where each leads and what it earns.
 */

import { text } from "node:stream/consumers";
import { mark } from "../../scorm_templates/player/interactions.js";
import { take, walk } from "../../scorm_templates/player/story.js";
import { generator } from "../player/support/random.js";

/** @import { Question } from "../../scorm_templates/player/types.js" */

/** @param {Question} question @param {number} seed */
function clicked(question, seed) {
  const random = generator(seed);
  /** @type {readonly string[]} */
  let path = [];
  for (let clicks = random.below(12); clicks > 0; clicks--) {
    const { offered } = walk(question, path);
    if (offered.length) path = take(question, path, random.pick(offered).id);
  }
  return path;
}

/** @param {Question} question @param {readonly string[]} path */
function played(question, path) {
  const { scene, points } = walk(question, path);
  return { path, scene: scene.id, points, score: mark(question, path).score };
}

/** @type {Question[]} */
const questions = JSON.parse(await text(process.stdin));
const seeds = Array.from({ length: 20 }, (_, i) => i);
console.log(
  JSON.stringify(
    questions.map((question) => ({
      key: played(question, question.key_ ?? []),
      paths: seeds.map((seed) => played(question, clicked(question, seed))),
    })),
  ),
);
