/* Actions: one at a time to the server, in the order the person took them; clicks and keys become actions here. */
(function () {
  "use strict";
  const page = (window.liangxin = window.liangxin || {});
  const queue = [];
  let pending = null;
  let last = null;
  let number = 0;

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
    document.getElementById("no-answer").hidden = true;
    page.set("action", { data: pending });
  }

  page.answered = (change) => {
    if (!change || !pending || change.number !== pending.number) return;
    const done = pending;
    pending = null;
    last = done;
    if (change.lost) {
      queue.unshift({ name: "recover", scene: page.scene() }, done);
    } else {
      page.draw({ ...change, steady: done.steady });
      document.dispatchEvent(new CustomEvent("drawn", { detail: { action: done, change } }));
    }
    send();
  };

  /* No answer will come: say so, and let the person try again. */
  function giveUp() {
    last = pending;
    pending = null;
    queue.length = 0;
    document.dispatchEvent(new CustomEvent("gave-up"));
    page.set("busy", { hidden: true });
    document.getElementById("no-answer").hidden = false;
  }

  /* A slow question is waited for as long as the server itself is there. What never went out, or whose answer got
     lost on the way, goes out again: the server does the same number once only. What was taken since the last look may
     be on its way out. */
  let looked = null;
  setInterval(() => {
    const waiting = pending;
    const before = looked;
    looked = waiting;
    if (!waiting || waiting !== before) return;
    fetch(location.pathname, { method: "HEAD" }).then(
      () => pending === waiting && document.getElementById("busy").hidden && page.set("action", { data: { ...waiting } }),
      () => pending === waiting && giveUp()
    );
  }, 2500);

  /* Dash hides the busy note when a request fails; an action still pending then gets no answer. */
  function watchBusy(busy) {
    new MutationObserver(() => {
      if (!busy.hidden) return;
      const waiting = pending; // one that is taken meanwhile has only begun
      setTimeout(() => {
        if (waiting && pending === waiting && busy.hidden) giveUp();
      }, 200);
    }).observe(busy, { attributes: true, attributeFilter: ["hidden"] });
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
    watchBusy(document.getElementById("busy"));
    page.firstVisit(location.search);
    page.act({ name: "open", link: location.search });
  };
})();
