/** Session time and total time, in hundredths of a second. */

/** @param {string} span  `HHHH:MM:SS.SS` @returns {number} */
export function fromTimespan(span) {
  const [hours = "0", minutes = "0", seconds = "0"] = span.split(":");
  return Math.round((Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 100);
}

/** @param {number} hundredths @returns {string} */
export function toTimespan(hundredths) {
  const seconds = Math.floor(hundredths / 100);
  const two = (/** @type {number} */ part) => String(part).padStart(2, "0");
  const hours = String(Math.min(9999, Math.floor(seconds / 3600))).padStart(4, "0");
  return `${hours}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}.${two(hundredths % 100)}`;
}

/** Days and smaller; a session has no months.
 *  @param {string} interval  `P1DT2H3M4.50S` @returns {number} */
export function fromInterval(interval) {
  const part = (/** @type {RegExp} */ unit) => Number(unit.exec(interval)?.[1] ?? 0);
  const time = part(/(\d+)D/) * 86400 + part(/(\d+)H/) * 3600 + part(/T(?:\d+H)?(\d+)M/) * 60 + part(/([\d.]+)S/);
  return Math.round(time * 100);
}

/** @param {number} hundredths @returns {string} */
export function toInterval(hundredths) {
  const seconds = Math.floor(hundredths / 100);
  const rest = `${seconds % 60}.${String(hundredths % 100).padStart(2, "0")}`;
  return `PT${Math.floor(seconds / 3600)}H${Math.floor(seconds / 60) % 60}M${rest}S`;
}
