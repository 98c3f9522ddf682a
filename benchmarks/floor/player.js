// The least a player can do: one page at a time, an answer checked, everything told to the LMS.
(() => {
  const all = (what, where = document) => [...where.querySelectorAll(what)];
  const find = (frame) => {
    for (let n = 0; n < 500; n++) {
      if (frame.API) return frame.API;
      if (frame.parent === frame) return frame.opener && frame.opener.API;
      frame = frame.parent;
    }
  };
  const api = find(window);
  const set = (name, value) => api && api.LMSSetValue(name, String(value));
  const commit = () => api && api.LMSCommit("");
  const pages = all("[data-page]");
  const forms = all("form");
  const began = Date.now();
  let state = { page: 0, right: {} };
  let count = 0;
  if (api) {
    api.LMSInitialize("");
    const status = api.LMSGetValue("cmi.core.lesson_status");
    try {
      state = JSON.parse(api.LMSGetValue("cmi.suspend_data"));
    } catch {
      if (!/passed|completed/.test(status)) set("cmi.core.lesson_status", "incomplete");
    }
    set("cmi.core.exit", "suspend");
  }
  const save = () => {
    set("cmi.suspend_data", JSON.stringify(state));
    commit();
  };
  const turn = (to) => {
    state.page = Math.min(Math.max(to, 0), pages.length - 1);
    pages.forEach((page, n) => (page.hidden = n !== state.page));
    scrollTo(0, 0);
  };
  turn(state.page);
  const click = (action, then) => all(`[data-action=${action}]`).forEach((b) => b.addEventListener("click", then));
  click("next", () => (turn(state.page + 1), save()));
  click("previous", () => (turn(state.page - 1), save()));
  forms.forEach((form) =>
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const given = [...new FormData(form)].map((pair) => pair.join("=")).sort();
      const right = given.join() === JSON.parse(form.dataset.key).sort().join();
      state.right[form.dataset.question] = right;
      form.querySelector("output").textContent = right ? "Right." : "Not quite.";
      all("[data-reply]", form).forEach(
        (reply) => (reply.hidden = !given.includes(`${form.dataset.question}=${reply.dataset.reply}`)),
      );
      const record = `cmi.interactions.${count++}.`;
      set(record + "id", form.dataset.question);
      set(record + "type", "fill-in");
      set(record + "student_response", given.join(",").slice(0, 255));
      set(record + "result", right ? "correct" : "wrong");
      save();
    }),
  );
  let open = true;
  const end = () => {
    if (!open) return;
    open = false;
    const score = Math.round((100 * Object.values(state.right).filter(Boolean).length) / forms.length);
    set("cmi.core.score.raw", score);
    set("cmi.core.lesson_status", score < 80 ? "failed" : "passed");
    const seconds = Math.round((Date.now() - began) / 1000);
    const two = (number) => String(number).padStart(2, "0");
    set("cmi.core.session_time", [seconds / 3600, (seconds / 60) % 60, seconds % 60].map((n) => two(n | 0)).join(":"));
    save();
    if (api) api.LMSFinish("");
  };
  click("exit", end);
  addEventListener("pagehide", end);
})();
