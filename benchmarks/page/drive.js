// Works a module as a learner would, through its own controls; the same for smtrain and the floor.
window.drive = (() => {
  const one = (what, where = document) => where.querySelector(what);
  const all = (what, where = document) => [...where.querySelectorAll(what)];
  const shown = (element) => element && element.getClientRects().length > 0;
  const course = () => JSON.parse(one("[data-course]")?.dataset.course ?? "null");
  const changed = (control) => {
    control.dispatchEvent(new Event("input", { bubbles: true }));
    control.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const put = (control, value) => {
    control.value = value;
    changed(control);
  };
  const tick = (control) => control.click();
  const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));

  /** Give the right answer, as far as native controls can: steps stay in the order in which they stand. */
  const fill = (form) => {
    const question = course()?.questions.find((entry) => entry.id === form.dataset.question);
    if (!question) return fillFloor(form);
    for (const id of question.key_ ?? []) {
      const control = one(`input[value="${id}"]`, form);
      if (control) tick(control);
    }
    (question.gaps ?? []).forEach((gap, n) => {
      const key = gap.find((answer) => answer.right);
      if (key) put(one(`[data-gap="${n}"]`, form), key.text ?? key.low ?? key.high);
    });
    for (const [source, target] of question.pairs ?? []) {
      const control = one(`[data-source="${source}"]`, form);
      if (control) put(control, target);
    }
  };
  const fillFloor = (form) => {
    for (const pair of JSON.parse(form.dataset.key)) {
      const [name, value] = [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)];
      const box = one(`input[name="${name}"][value="${value}"]`, form);
      if (box) tick(box);
      else put(form.elements[name], value);
    }
  };
  const forms = () => all("form[data-question]").filter(shown);
  const timed = async (act) => {
    const before = performance.now();
    act();
    await painted();
    return performance.now() - before;
  };
  const heading = () => all("[data-page] h2").find(shown)?.textContent;

  const links = () => all("[data-menu]").map((link) => link.dataset.menu);
  return {
    /** Open every page from the contents, and check an answer in each form that takes one: times of both. */
    all: async () => {
      const turns = [];
      const checks = [];
      for (const id of links()) {
        turns.push(await timed(() => one(`[data-menu="${id}"]`).click()));
        for (const form of forms()) {
          fill(form);
          await painted();
          const check = one("[data-action=check]", form);
          if (shown(check)) checks.push(await timed(() => check.click()));
        }
      }
      return [turns, checks];
    },
    pages: () => all("[data-page]:not([data-result])").length,
    heading,
    next: () => timed(() => one("[data-action=next]").click()),
    exit: () => one("[data-action=exit]").click(),
    /** Answer what is on the page; how long each answer took to be told from right or wrong, in milliseconds. */
    answer: async () => {
      const times = [];
      for (const form of forms()) {
        fill(form);
        await painted();
        const check = one("[data-action=check]", form);
        if (check) times.push(await timed(() => check.click()));
      }
      const submit = all("[data-action=submit-quiz]").find(shown);
      if (submit) submit.click();
      return times;
    },
  };
})();
