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

  /* What the component library leaves out: a choice tells whether it is open and names no item that has gone, and what
     a button unfolds is told of the button, not of the box around it. */
  const CHOICE = "input[role=combobox]";
  const BOX = "div[aria-haspopup]";
  const tell = (choice) => {
    const open = String("expanded" in choice.dataset);
    if (choice.getAttribute("aria-expanded") !== open) choice.setAttribute("aria-expanded", open);
  };
  const NAMES = "aria-activedescendant";
  const letGo = () =>
    document.querySelectorAll(`[${NAMES}]`).forEach((choice) => {
      if (!document.getElementById(choice.getAttribute(NAMES))) choice.removeAttribute(NAMES);
    });
  const hand = (box) => {
    const button = box.querySelector("button");
    ["aria-expanded", "aria-controls"].forEach((name) => {
      if (!button || !box.hasAttribute(name)) return;
      button.setAttribute(name, box.getAttribute(name));
      box.removeAttribute(name);
    });
    if (button) button.setAttribute("aria-haspopup", box.getAttribute("aria-haspopup"));
  };
  const mend = (element) => (element.matches(CHOICE) ? tell(element) : element.matches(BOX) && hand(element));
  new MutationObserver((changes) => {
    changes.forEach(({ target, addedNodes }) => {
      mend(target);
      addedNodes.forEach((node) => {
        if (node.nodeType !== Node.ELEMENT_NODE) return;
        mend(node);
        node.querySelectorAll(`${CHOICE}, ${BOX}`).forEach(mend);
      });
    });
    if (changes.some(({ removedNodes }) => removedNodes.length)) letGo();
  }).observe(document.documentElement, {
    subtree: true,
    childList: true,
    attributeFilter: ["data-expanded", "aria-expanded", "aria-controls"],
  });
})();
