/* The help sheet, and what keys do: both read the shortcuts that the sheet carries. */
(function () {
  "use strict";
  const page = (window.liangxin = window.liangxin || {});
  const sheet = () => document.getElementById("help");
  const KEPT = "liangxin.single-keys";
  const single = () => localStorage.getItem(KEPT) !== "off";
  const typing = (element) => element.closest("input, textarea, select, [contenteditable]");

  /* A key as the shortcuts name it. Shift counts with letters only: signs have it in them. */
  function named({ key, ctrlKey, metaKey, shiftKey }) {
    const name = key.toLowerCase();
    const shifted = shiftKey && (name.length > 1 || name !== key.toUpperCase());
    return `${ctrlKey || metaKey ? "mod+" : ""}${shifted ? "shift+" : ""}${name}`;
  }

  /* What the key does here, if anything. */
  page.shortcut = (event) => {
    if (!sheet() || sheet().open || event.altKey || typing(event.target)) return null;
    const name = named(event);
    const { picture, ...does } = JSON.parse(sheet().dataset.shortcuts)[name] || {};
    if (!does.name || (picture && !page.cy) || (name.length === 1 && !single())) return null;
    return does;
  };

  const tellSingle = () => document.getElementById("single-keys").setAttribute("aria-checked", String(single()));

  Object.assign(page.here, {
    help: () => {
      tellSingle();
      sheet().showModal();
    },
    help_close: () => sheet().close(),
    single_keys: () => {
      localStorage.setItem(KEPT, single() ? "off" : "on");
      tellSingle();
    },
    search: () => {
      document.getElementById("search").focus();
    },
    unselect: () => page.choose([]),
    go: ({ number }) => {
      const link = document.querySelectorAll(".page-link")[number - 1];
      if (link) link.click();
    },
  });

  /* A click beside the sheet closes it. */
  document.addEventListener("click", ({ target }) => target === sheet() && sheet().close());
})();
