/* The tour: once, on a first visit that no link asked anything of; after that from the help sheet. */
(function () {
  "use strict";
  const page = (window.liangxin = window.liangxin || {});
  const KEPT = "liangxin.tour";
  const GAP = 12;
  const WIDE = 760;
  const get = (id) => document.getElementById(id);
  const steps = () => [...document.querySelectorAll(".tour-step")];
  let at = 0;

  page.firstVisit = (search) => {
    if (location.hash === "#tour" || (!search && !localStorage.getItem(KEPT))) begin();
  };

  function begin() {
    at = 0;
    get("tour").hidden = false;
    show();
  }

  function show() {
    steps().forEach((step, i) => (step.hidden = i !== at));
    get("tour-back").hidden = at === 0;
    const next = get("tour-next");
    next.textContent = at === steps().length - 1 ? next.dataset.last : next.dataset.next;
    place();
  }

  /* Beside what it speaks of, where there is room; at the foot of a narrow screen. */
  function place() {
    const card = get("tour");
    if (!card || card.hidden) return;
    const told = document.querySelector(steps()[at].dataset.where).getBoundingClientRect();
    const ring = get("tour-ring");
    ring.hidden = !told.width || innerWidth < WIDE;
    Object.assign(ring.style, { left: `${told.left - 4}px`, top: `${told.top - 4}px`, width: `${told.width + 8}px`, height: `${told.height + 8}px` });
    if (innerWidth < WIDE) return Object.assign(card.style, { left: "", top: "" });
    const { width, height } = card.getBoundingClientRect();
    const fits = told.right + GAP + width < innerWidth ? told.right + GAP : told.left - GAP - width;
    const within = (wanted, size, room) => Math.max(GAP, Math.min(wanted, room - size - GAP));
    const left = fits > 0 && told.width < innerWidth / 2 ? fits : told.left + GAP * 2;
    const top = fits > 0 && told.width < innerWidth / 2 ? told.top : told.height < 200 ? told.bottom + GAP : told.top + GAP * 2;
    Object.assign(card.style, { left: `${within(left, width, innerWidth)}px`, top: `${within(top, height, innerHeight)}px` });
  }

  function end() {
    localStorage.setItem(KEPT, "seen");
    get("tour").hidden = true;
    get("tour-ring").hidden = true;
  }

  Object.assign(page.here, {
    tour: () => {
      get("help").close();
      if (!get("tour")) return location.assign("/#tour");
      begin();
      get("tour-next").focus();
    },
    tour_end: end,
    tour_step: ({ by }) => {
      at += by;
      if (at >= steps().length) end();
      else show();
    },
  });

  addEventListener("resize", place);
  document.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape" || !get("tour") || get("tour").hidden || get("help").open) return;
      end();
      event.stopPropagation();
    },
    true
  );
})();
