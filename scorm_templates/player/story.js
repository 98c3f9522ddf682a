/**
 * How a branching story is played, the same as in `src/smtrain/model/story.py`: numbers begin at 0 and stay
 * between -99 and 99, a choice earns its points once, a scene whose condition does not hold gives its place to
 * the next one.
 */

/** @import { Choice, Question, Scene, Test } from "./types.js" */

/** @typedef {Readonly<Record<string, number>>} Numbers */

/** @param {readonly Test[] | undefined} tests @param {Numbers} numbers */
const hold = (tests = [], numbers) =>
  tests.every(([name, low, high, outside]) => {
    const value = numbers[name] ?? 0;
    return (value >= low && value <= high) !== outside;
  });

/**
 * Follows a path as far as it leads: where that is, what is offered there, the choices taken, the points.
 * `marks` has for each step, and the start, a text that is the same where nothing has changed.
 * @param {Question} question @param {readonly string[]} path
 */
export function walk({ scenes = [] }, path) {
  /** @type {Record<string, number>} */
  const numbers = {};
  /** @type {Set<string>} */
  const earned = new Set();
  /** @type {{ scene: Scene, choice: Choice }[]} */
  const steps = [];
  /** @type {string[]} */
  const marks = [];
  let points = 0;

  /** @param {string | undefined} id */
  function enter(id) {
    const at = scenes.findIndex((one) => one.id === id);
    const scene = /** @type {Scene} */ (scenes.slice(at).find(({ if_ }) => hold(if_, numbers)) ?? scenes[at]);
    const changed = Object.entries(numbers).filter(([, value]) => value);
    marks.push(JSON.stringify([scene.id, changed.sort(), [...earned].sort()]));
    return scene;
  }
  const offers = () => (scene.end ? [] : (scene.choices ?? []).filter(({ if_ }) => hold(if_, numbers)));

  let scene = enter(scenes[0]?.id);
  for (const id of path) {
    const choice = offers().find((one) => one.id === id);
    if (!choice) break;
    steps.push({ scene, choice });
    const name = `${scene.id}_${id}`;
    if (choice.score && !earned.has(name)) {
      earned.add(name);
      points += choice.score;
    }
    for (const [number, keeps, value] of choice.set ?? [])
      numbers[number] = Math.max(-99, Math.min(99, keeps * (numbers[number] ?? 0) + value));
    scene = enter(choice.to);
  }
  return { scene, offered: offers(), steps, points: points + (scene.points ?? 0), marks };
}

/**
 * The path after one more choice. Whoever comes back to where they were, with nothing changed, has gone round in
 * a circle: the circle is cut out, so that a path does not grow for ever.
 * @param {Question} question @param {readonly string[]} path @param {string} choice
 */
export function take(question, path, choice) {
  const longer = [...path, choice];
  const { marks } = walk(question, longer);
  return longer.slice(0, marks.indexOf(`${marks[marks.length - 1]}`));
}
