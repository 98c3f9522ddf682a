/**
 * Sends what a learner asks, only when they say so: to the LMS as a comment, to the address of the settings, and
 * where neither takes it, into a mail.
 */

/** @import { KindScript, Stage } from "../../player/types.js" */

import { focus, one, slot } from "../../player/view/dom.js";

/** Posts a form to an address that need not answer; nothing but the text says who asks. @param {string} url @param {Record<string, string>} fields */
const post = (url, fields) =>
  fetch(url, {
    method: "POST",
    mode: "no-cors",
    credentials: "omit",
    referrerPolicy: "no-referrer",
    body: new URLSearchParams(fields),
  }).then(
    () => true,
    () => false,
  );

/** @param {HTMLElement} host @param {Stage} stage */
function mount(host, { course, words, send, review, comment }) {
  const form = /** @type {HTMLFormElement} */ (host);
  const { url, email, reader = "" } = form.dataset;
  const field = /** @type {HTMLTextAreaElement} */ (one(form, "textarea"));
  const said = slot(form, "said");
  field.disabled = review;

  /** @param {string} key */
  function tell(key) {
    said.textContent = words(`kind.ask-us.${key}`, { reader });
    focus(said);
  }

  form.onsubmit = async () => {
    const text = field.value.trim();
    if (review) return;
    if (!text) return tell("empty");
    const kept = comment(text, form.id);
    const sent = !!url && (await post(url, { module: course.id, version: course.version, question: form.id, text }));
    if (!sent && !kept && !email) return tell("failed");
    if (!sent && !kept)
      location.href = `mailto:${email}?subject=${encodeURIComponent(course.title)}&body=${encodeURIComponent(text)}`;
    else field.value = "";
    tell(sent ? "sent" : kept ? "kept" : "mail");
    send({ type: "done", item: form.id });
  };
}

/** @type {KindScript} */
export const script = { mount };
