/** A page with nothing but a frame, as LMSs put around their content. */

import { frameIn } from "./windows.js";

frameIn(document, new URLSearchParams(location.search).get("src") ?? "");
