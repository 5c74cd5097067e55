/* Lists that open. Menus: one is open at a time; arrows walk it, Escape and a click elsewhere close it. */
(function () {
  "use strict";
  const page = (window.liangxin = window.liangxin || {});
  const list = () => document.querySelector(".menu-items:not([hidden])");

  function close(back) {
    const open = list();
    if (!open) return;
    const button = document.getElementById(open.dataset.menu);
    open.hidden = true;
    button.setAttribute("aria-expanded", "false");
    if (back) button.focus();
  }

  page.here.menu = ({ menu }) => {
    const again = list() && list().dataset.menu === menu;
    close(again);
    if (again) return;
    const button = document.getElementById(menu);
    const open = document.getElementById(button.getAttribute("aria-controls"));
    open.hidden = false;
    button.setAttribute("aria-expanded", "true");
    open.querySelector("[role=menuitem]").focus();
  };

  /* after the click itself was heard, so that what it chose is done */
  document.addEventListener("click", ({ target }) => target.closest("[aria-haspopup=menu]") || close(false));

  const STEPS = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity };
  document.addEventListener(
    "keydown",
    (event) => {
      const open = list();
      if (!open) return;
      if (event.key === "Tab") return close(true);
      if (event.key === "Escape") close(true);
      else if (event.key in STEPS) {
        const items = [...open.querySelectorAll("[role=menuitem]")];
        const at = items.indexOf(document.activeElement) + STEPS[event.key];
        items[Math.abs(at) === Infinity ? (at > 0 ? items.length - 1 : 0) : (at + items.length) % items.length].focus();
      } else return;
      event.preventDefault();
      event.stopPropagation();
    },
    true
  );

  /* A choice tells whether it is open; the component library leaves it out. */
  const CHOICE = "input[role=combobox]";
  const tell = (choice) => choice.setAttribute("aria-expanded", String("expanded" in choice.dataset));
  new MutationObserver((changes) =>
    changes.forEach(({ type, target, addedNodes }) => {
      if (type === "attributes") return target.matches(CHOICE) && tell(target);
      addedNodes.forEach((node) => {
        if (node.nodeType !== Node.ELEMENT_NODE) return;
        if (node.matches(CHOICE)) tell(node);
        else node.querySelectorAll(CHOICE).forEach(tell);
      });
    })
  ).observe(document, { subtree: true, childList: true, attributeFilter: ["data-expanded"] });
})();
