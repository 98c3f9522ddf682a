/** Job aid: the button prints it and nothing around it. */

/** @import { KindScript } from "../../player/types.js" */

import { on } from "../../player/view/dom.js";
import { print } from "../../player/view/print.js";

/** @type {KindScript} */
export const script = { mount: (aid) => void on(aid, "print-aid", () => print(aid)) };
