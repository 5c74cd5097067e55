/* The slider over the days: moving it asks the question drawn again, of another day; playing goes through them all. */
(function () {
  "use strict";
  const page = (window.liangxin = window.liangxin || {});
  const get = (id) => document.getElementById(id);
  /* How long a day stays to be looked at once it is drawn, in milliseconds. */
  const LOOK = 1400;
  let days = [];
  let slider = null;
  let asked = null;
  let wanted = null;
  let run = null;
  let next = null;
  let against = null;

  /* The controls' values have arrived: the days there are, and the one that is drawn. */
  page.days = ({ dates, at, question }) => {
    days = [...new Set([...(dates || []), at].filter(Boolean))].sort();
    const line = get("days");
    const hidden = days.length < 2 || !question;
    if (line.hidden !== hidden) {
      line.hidden = hidden;
      if (page.cy) page.cy.resize();
    }
    if (hidden) return;
    build();
    if (!asked) show(at);
  };

  function build() {
    const place = get("days-slider");
    if (!slider || !slider.isConnected) {
      slider = document.createElement("input");
      slider.type = "range";
      slider.min = 0;
      slider.step = 1;
      slider.setAttribute("aria-label", place.dataset.label);
      slider.addEventListener("input", () => tell(days[slider.value]));
      slider.addEventListener("change", () => {
        stop();
        ask(days[slider.value]);
      });
      place.replaceChildren(slider, document.createElement("div"));
      place.lastChild.className = "days-marks";
      place.lastChild.setAttribute("aria-hidden", "true");
    }
    slider.max = days.length - 1;
    place.lastChild.replaceChildren(...days.map(mark));
  }

  /* All days are written where there is room for them, else the first and the last. */
  function mark(day, i) {
    const at = document.createElement("span");
    const written = days.length <= 7 || i === 0 || i === days.length - 1;
    at.textContent = written ? day : "";
    at.style.left = `${(100 * i) / (days.length - 1)}%`;
    return at;
  }

  function show(day) {
    slider.value = days.indexOf(day);
    tell(day);
  }

  function tell(day) {
    slider.setAttribute("aria-valuetext", day);
    get("days-day").textContent = day;
  }

  /* One day at a time: where the slider goes on meanwhile, only the day where it ends is asked next. */
  function ask(day) {
    if (!run) against = page.form.compared;
    wanted = day;
    if (asked || (!run && day === page.at)) return;
    asked = day;
    wanted = null;
    const { question, parameters } = page.form;
    const compared = against && against < day ? against : null;
    page.act({ name: "ask", question, parameters, at: day, compared, steady: true, run });
  }

  page.here.play = () => (run ? stop() : play());

  function play() {
    run = String(Date.now());
    against = page.form.compared;
    get("days").classList.add("playing");
    get("days-play").setAttribute("aria-label", page.words("days_pause"));
    const here = days.indexOf(page.at);
    step(here === days.length - 1 ? 0 : here + 1);
  }

  function step(i) {
    show(days[i]);
    ask(days[i]);
  }

  function stop() {
    clearTimeout(next);
    run = null;
    get("days").classList.remove("playing");
    get("days-play").setAttribute("aria-label", page.words("days_play"));
    get("played").hidden = true;
  }

  /* The next day waits until this one is drawn, and then as long as a person needs to look. */
  document.addEventListener("drawn", ({ detail: { action, change } }) => {
    const ours = asked && action.name === "ask" && action.steady && action.at === asked;
    if (!ours) {
      if (run && ["ask", "open", "open_view", "undo", "redo"].includes(action.name)) stop();
      return;
    }
    const drawn = change.at === asked;
    asked = null;
    if (!drawn) {
      stop();
      show(change.at);
    } else if (wanted && wanted !== change.at) {
      ask(wanted);
    } else if (run && action.run === run) {
      get("played").textContent = change.at;
      get("played").hidden = false;
      const i = days.indexOf(change.at) + 1;
      if (i < days.length) next = setTimeout(() => step(i), LOOK);
      else next = setTimeout(stop, LOOK);
    }
  });

  document.addEventListener("gave-up", () => {
    asked = wanted = null;
    if (slider) {
      stop();
      show(page.at);
    }
  });
})();
