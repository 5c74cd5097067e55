/* Saved views: the panel that saves and opens them, and the line that says what changed since one was saved. */
(function () {
  "use strict";
  const page = (window.liangxin = window.liangxin || {});
  const get = (id) => document.getElementById(id);
  let told = null;

  const list = () => page.set("views-asked", { data: Date.now() });
  /* The panel's own parts are there only while it is unfolded. */
  const fold = () => get("view-name") && get("views").click();
  const typed = () => get("view-name").value.trim().split(/\s+/).join(" ");
  const save = (replace) => {
    get("view-exists").hidden = true;
    page.act({ name: "save_view", view: typed(), replace });
  };

  Object.assign(page.here, {
    save_view_from: () => {
      const name = typed();
      const known = [...document.querySelectorAll(".view-line")].some((line) => line.dataset.view === name);
      if (!name) return get("view-name").focus();
      if (!known) return save(false);
      get("view-exists-words").textContent = page.words("view_exists", { name });
      get("view-exists").hidden = false;
    },
    replace_view: () => save(true),
    open_saved: ({ view }) => {
      fold();
      page.act({ name: "open_view", view });
    },
    choose_new: () => {
      page.choose(told.nodes);
      page.cy.center(page.cy.nodes(":selected"));
    },
    since_close: () => (get("since").hidden = true),
  });

  /* A line that was put away stays away until it says something else. */
  page.tellSince = (since) => {
    const same = JSON.stringify(since) === JSON.stringify(told);
    told = since || null;
    if (since && same) return;
    const line = get("since");
    line.hidden = !since;
    if (since) {
      get("since-title").textContent = since.title;
      get("since-words").textContent = since.words;
      get("since-choose").hidden = !since.nodes.length;
    }
    page.cy.resize();
  };

  document.addEventListener("click", (event) => {
    if (event.target.closest("#views")) list();
  });
  document.addEventListener("input", (event) => {
    if (event.target.id === "view-name") get("view-exists").hidden = true;
  });
  document.addEventListener("drawn", ({ detail }) => {
    if (["save_view", "delete_view"].includes(detail.action.name)) list();
  });
})();
