/** Video: the browser's own controls play it; the script only measures how much was played. */

/** @import { KindScript } from "../../player/types.js" */

import { mount } from "../../player/view/played.js";

/** @type {KindScript} */
export const script = { mount };
