/* The keyboard's place: where what held the focus goes away or can no longer be used, something near takes it over. */
(function () {
  "use strict";
  const page = (window.liangxin = window.liangxin || {});
  const REACHED = "a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex='-1'])";
  let held = null;

  const usable = (element) => element.isConnected && !element.disabled && element.getClientRects().length > 0;
  const lost = () => !document.activeElement || document.activeElement === document.body;

  document.addEventListener("focusin", ({ target }) => {
    const around = [];
    for (let part = target.parentElement; part && part !== document.body; part = part.parentElement) around.push(part);
    held = { element: target, id: target.id, act: target.dataset.act, around };
  });

  /* A person who clicks beside everything wants no place. */
  document.addEventListener("pointerdown", () => (held = null), true);

  /* The same again, drawn anew; else the first thing to use in what stood around it, from the inside outwards. */
  function standIn({ id, act, around }) {
    const again = id ? document.getElementById(id) : null;
    if (again && usable(again)) return again;
    const alike = act && [...document.querySelectorAll("[data-act]")].find((one) => one.dataset.act === act && usable(one));
    if (alike) return alike;
    for (const part of around) {
      const first = part.isConnected && [...part.querySelectorAll(REACHED)].find(usable);
      if (first) return first;
    }
    return null;
  }

  page.here.to_inspector = () => {
    const first = [...document.querySelectorAll(`#inspector :is(${REACHED})`)].find(usable);
    if (first) first.focus();
    else page.toast(page.words("select_first"));
  };

  function keep() {
    if (!held || !lost() || usable(held.element)) return;
    const taker = standIn(held);
    if (taker) taker.focus();
  }

  new MutationObserver(keep).observe(document.documentElement, {
    subtree: true,
    childList: true,
    attributeFilter: ["disabled", "hidden"],
  });
})();
