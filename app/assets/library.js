/* The library of questions: finds, unfolds one question at a time, and keeps the addresses of its answers. */
(function () {
  "use strict";
  const page = (window.liangxin = window.liangxin || {});
  const quiet = () => window.dash_clientside.no_update;
  const EXPLORER = "/";
  let open = null;
  let known = null;
  let day = null;

  const all = (selector) => [...document.querySelectorAll(selector)];
  const head = (question) => document.querySelector(`[data-question="${CSS.escape(question)}"] > button`);

  function ask(question, search) {
    const before = open;
    open = question;
    known = null;
    all(".library-question-head").forEach((one) => one.setAttribute("aria-expanded", String(one === head(question))));
    return { question, before, search, number: Date.now() };
  }

  /* The question that is open stands in the address, with what is set in it. */
  function keep(search) {
    history.replaceState(null, "", location.pathname + (search || location.hash));
  }

  function unfold(question) {
    const wanted = question === open ? null : question;
    const search = wanted ? `?q=${wanted}${day ? `&at=${day}` : ""}` : "";
    keep(search);
    page.set("library-asked", { data: ask(wanted, search) });
  }

  function again() {
    document.getElementById("no-answer").hidden = true;
    page.set("library-asked", { data: { ...ask(open, location.search), before: null } });
  }

  /* What could not be opened because the server is gone is told, and can be tried again. */
  function watch() {
    const body = open && head(open).nextElementSibling;
    if (!body || body.childElementCount) return;
    fetch(location.pathname, { method: "HEAD" }).then(
      () => document.getElementById("no-answer").hidden || again(),
      () => (document.getElementById("no-answer").hidden = false)
    );
  }

  function settings(values, keys, valueIds, keyIds) {
    const set = {};
    valueIds.forEach((id, i) => (set[id.name] = values[i] ?? ""));
    keyIds.forEach((id, i) => (set[id.name] = keys[i] ?? ""));
    return set;
  }

  /* Values at their defaults are left out, as everywhere. */
  function address(controls, at, set) {
    const defaults = JSON.parse(controls.dataset.defaults);
    const named = Object.entries(set).filter(([name, value]) => String(value) !== String(defaults[name] ?? ""));
    const quote = (value) => encodeURIComponent(value).replace(/%3A/g, ":");
    return [`?q=${controls.dataset.of}`, `at=${at}`, ...named.map(([name, v]) => `set.${name}=${quote(v)}`)].join("&");
  }

  function lead(controls, search, set) {
    const lacking = JSON.parse(controls.dataset.needs).some((name) => set[name] === "");
    controls.parentElement.querySelectorAll("[data-way]").forEach((way) => {
      const view = way.dataset.way === "graph" ? "" : `&view=${way.dataset.way}`;
      if (lacking) way.removeAttribute("href");
      else way.href = EXPLORER + search + view;
      way.setAttribute("aria-disabled", String(lacking));
    });
  }

  function say(set) {
    all("[data-slid]").forEach((words) => {
      const number = Number(set[words.dataset.slid]).toLocaleString("en-US");
      words.textContent = words.dataset.unit.replace("{number}", number);
    });
  }

  /* What stands in the controls, once they are on the page: told to the links, and to the server where it is new. */
  function seen({ at, of, set }) {
    if (of !== open) return;
    const controls = document.querySelector(`.library-controls[data-of="${of}"]`);
    if (!controls) {
      requestAnimationFrame(() => seen({ at, of, set }));
      return;
    }
    day = at;
    const search = address(controls, at, set);
    lead(controls, search, set);
    say(set);
    // a link's own wrong values are told until something else is set
    const first = known === null;
    if (search === known) return;
    known = search;
    if (first) return;
    keep(search);
    page.set("library-set", { data: { question: of, parameters: set } });
  }

  function find(typed) {
    const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
    const fits = (one) => words.every((word) => one.dataset.found.includes(word));
    const every = all(".library-question");
    every.forEach((one) => (one.hidden = !fits(one)));
    all(".library-section").forEach((section) => {
      const count = section.querySelectorAll(".library-question:not([hidden])").length;
      section.hidden = !count;
      const way = document.querySelector(`.library-way[data-of="${section.dataset.topic}"]`);
      way.querySelector(".legend-count").textContent = count;
      way.classList.toggle("none", !count);
    });
    const count = every.filter((one) => !one.hidden).length;
    document.getElementById("library-none").hidden = count > 0;
    document.getElementById("library-count").textContent = page.words(words.length ? "library_found" : "library_all", {
      total: every.length,
      count,
    });
  }

  window.dash_clientside = Object.assign({}, window.dash_clientside, {
    library: {
      begin: (words) => {
        page.language = words;
        page.here.unfold = ({ question }) => unfold(question);
        page.here.retry = again;
        page.nameTheme();
        setInterval(watch, 2500);
        const question = new URLSearchParams(location.search).get("q");
        if (question && head(question)) {
          head(question).scrollIntoView({ block: "start" });
          return ask(question, location.search);
        }
        const topic = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
        if (topic) topic.scrollIntoView();
        return quiet();
      },
      unfolded: (done) => {
        if (done && done.question) head(done.question).scrollIntoView({ block: "nearest" });
        return quiet();
      },
      set: (days, values, keys, dayIds, valueIds, keyIds) => {
        if (days.length && days[0]) seen({ at: days[0], of: dayIds[0].of, set: settings(values, keys, valueIds, keyIds) });
        return quiet();
      },
    },
  });

  /* Found letter by letter: nobody but this page is asked. */
  document.addEventListener("input", (event) => {
    if (event.target.id === "library-find") find(event.target.value);
  });

  /* A stroke leads to the box, and Enter from the box to the first question found. */
  document.addEventListener("keydown", (event) => {
    const box = document.getElementById("library-find");
    if (!box) return;
    const first = document.querySelector(".library-question:not([hidden]) > button");
    if (event.key === "/" && !event.target.closest("input, textarea")) box.focus();
    else if (event.key === "Enter" && event.target === box && first) first.focus();
    else return;
    event.preventDefault();
  });
})();
