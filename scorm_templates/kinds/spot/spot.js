/** Spot: the passages show what is ticked in the list. */

/** @import { KindScript } from "../../player/types.js" */

import { tie } from "../../player/view/tie.js";

/** @type {KindScript} */
export const script = { controls: { prepare: tie } };
