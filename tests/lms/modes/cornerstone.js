/** Cornerstone: Commit is null while the page goes away, and a status before its score loses the score. */

const STATUS = /^cmi\.(core\.lesson_status|success_status)$/;
const SCORE = /^cmi\.(core\.)?score\.(raw|scaled)$/;

/** @type {import("../types.js").Wrap} */
export function wrap(lms, context) {
  let hasDecided = false;
  return {
    commit: (argument) => (context.dismissing ? null : lms.commit(argument)),
    setValue(name, value) {
      if (STATUS.test(name) && (value === "passed" || value === "failed")) hasDecided = true;
      if (SCORE.test(name) && hasDecided) context.complaints.push(`${name} after the status it belongs to`);
      if (SCORE.test(name)) hasDecided = false;
      return lms.setValue(name, value);
    },
  };
}
