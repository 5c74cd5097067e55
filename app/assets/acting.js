/* Actions: one at a time to the server, in the order the person took them; clicks and keys become actions here. */
(function () {
  "use strict";
  const page = (window.liangxin = window.liangxin || {});
  const queue = [];
  let pending = null;
  let last = null;
  let number = 0;
  const part = (id) => document.getElementById(id);

  page.version = null;
  page.form = {};
  page.set = (id, props) => window.dash_clientside.set_props(id, props);
  page.words = (name, values = {}) =>
    Object.entries(values).reduce((said, [k, v]) => said.replace(`{${k}}`, v), page.language.words[name]);

  /* This browser tab's name; a reload keeps it, a new tab has its own. */
  page.tab = () => {
    let tab = sessionStorage.getItem("tab");
    if (!tab) {
      tab = crypto.randomUUID ? crypto.randomUUID() : String(Math.random()).slice(2) + Date.now();
      sessionStorage.setItem("tab", tab);
    }
    return tab;
  };

  page.act = (action) => {
    queue.push(action);
    send();
  };

  function send() {
    if (pending || !queue.length) return;
    number = Math.max(number + 1, Date.now());
    pending = { ...queue.shift(), number, tab: page.tab(), version: page.version, selection: page.selected() };
    part("no-answer").hidden = true;
    part("busy").hidden = false;
    ask(pending).catch(askAgain).then(answered, giveUp);
  }

  async function ask(action) {
    const body = JSON.stringify(action);
    const answer = await fetch("/actions", { method: "POST", headers: { "Content-Type": "application/json" }, body });
    if (!answer.ok) throw new Failed(answer.status);
    return answer.json();
  }

  /* The server had the action and failed at it: it would again. */
  class Failed extends Error {}

  /* What never went out, or whose answer got lost on the way, goes out once more where the server is there: it does the
     same number once only. */
  async function askAgain(error) {
    if (error instanceof Failed) throw error;
    await fetch(location.pathname, { method: "HEAD" });
    return ask(pending);
  }

  /* The change is drawn first; what else of the page it alters follows when the picture is seen. */
  function answered({ change, children, data }) {
    const done = pending;
    pending = null;
    last = done;
    part("busy").hidden = true;
    if (change.lost) {
      queue.unshift({ name: "recover", scene: page.scene() }, done);
    } else {
      page.draw({ ...change, steady: done.steady });
      document.dispatchEvent(new CustomEvent("drawn", { detail: { action: done, change } }));
    }
    send();
    page.onceSeen(() => {
      Object.entries(children).forEach(([id, told]) => show(id, told));
      Object.entries(data).forEach(([id, told]) => page.set(id, { data: told }));
      if (!change.lost) page.counts("answered");
    });
  }

  /* A frame is on the screen when the next one begins. */
  page.onceSeen = (work) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(work)));

  /* How often the canvas has drawn a change, and how often the whole page has told one. */
  page.counts = (what) => {
    const { dataset } = part("canvas");
    dataset[what] = Number(dataset[what] || 0) + 1;
  };

  /* A part of the page is told anew only where it says something else. What went wrong can be dismissed, and is told by
     others too: it is asked whether it says anything. */
  const shown = {};
  function show(id, children) {
    const told = JSON.stringify(children);
    if (id === "state" ? children === null && !part(id).firstChild : shown[id] === told) return;
    shown[id] = told;
    page.set(id, { children });
  }

  /* No answer will come: say so, and let the person try again. */
  function giveUp() {
    last = pending;
    pending = null;
    queue.length = 0;
    document.dispatchEvent(new CustomEvent("gave-up"));
    part("busy").hidden = true;
    part("no-answer").hidden = false;
  }

  /* What a click on an element with `data-act` does; names not found here go to the server. */
  const here = (page.here = {
    retry: () => {
      page.set("state", { children: null });
      if (last) page.act({ ...last });
    },
    dismiss: () => page.set("state", { children: null }),
    theme: () => page.setTheme(page.theme() === "dark" ? "light" : "dark"),
    language: ({ language }) => {
      document.cookie = `language=${language};path=/;max-age=31536000;samesite=strict`;
      location.reload();
    },
    copy_link: () => navigator.clipboard.writeText(location.href).then(() => page.toast(page.words("link_copied"))),
    fit: () => page.fit(),
    zoom: ({ by }) => page.zoom(by),
    labels: () => page.toggleLabels(),
    focus: ({ node }) => page.focus(node),
    reveal: ({ node }) => page.reveal(node),
    view: ({ view }) => page.view(view),
    fold: () => page.fold(),
    export: ({ format }) => page.leave(format),
    expand: (action) => page.act({ ...action, limit: Number(document.getElementById("expand-limit").value) || null }),
    hide: () => page.hide(),
    ways: () => page.act({ name: "ways", edges: page.waysBy || [] }),
    filter_by: ({ kind, of }) => page.act({ name: "filter", kind, value: document.getElementById(of).value }),
    note_from: ({ node }) => page.act({ name: "note", node, words: document.getElementById("note").value }),
    choose: ({ what }) => page.chooseBy(what),
    choose_grade: ({ grade }) => page.choose(page.cy.nodes(`[grade = "${grade}"]:visible`).map((node) => node.id())),
    lasso: () => page.lasso(),
    rerun: () => document.getElementById("run").click(),
  });

  page.does = (action) => (here[action.name] ? here[action.name](action) : page.act(action));

  document.addEventListener("click", (event) => {
    const element = event.target.closest("[data-act]");
    if (element && !element.disabled) page.does(JSON.parse(element.dataset.act));
  });

  page.hide = () => {
    const nodes = page.selected();
    if (nodes.length) page.act({ name: "hide", nodes });
    else page.toast(page.words("select_first"));
  };

  document.addEventListener("keydown", (event) => {
    const action = page.shortcut(event);
    if (!action) return;
    page.does(action);
    event.preventDefault();
  });

  page.toast = (words) => {
    const toast = document.getElementById("toast");
    toast.textContent = words;
    toast.hidden = false;
    clearTimeout(page.toasting);
    page.toasting = setTimeout(() => (toast.hidden = true), 3500);
  };

  page.theme = () => document.documentElement.dataset.mantineColorScheme;
  page.setTheme = (theme) => {
    document.cookie = `theme=${theme};path=/;max-age=31536000;samesite=strict`;
    page.set("provider", { forceColorScheme: theme });
    document.documentElement.dataset.mantineColorScheme = theme;
    page.restyle();
    page.nameTheme();
  };
  page.nameTheme = () => {
    const name = page.words(page.theme() === "dark" ? "to_light" : "to_dark");
    document.getElementById("theme-switch").setAttribute("aria-label", name);
  };

  page.start = () => {
    page.nameTheme();
    page.firstVisit(location.search);
    page.act({ name: "open", link: location.search });
  };
})();
