/** Hotspot: puts the regions on the picture, where they show what is ticked in the list. */

/** @import { KindScript } from "../../player/types.js" */

import { all } from "../../player/view/dom.js";
import { tie } from "../../player/view/tie.js";

/** @type {KindScript} */
export const script = {
  controls: { prepare: tie },

  mount(host) {
    for (const { dataset, style } of all(host, "[data-at]")) style.cssText = `${dataset["at"]}`;
  },
};
