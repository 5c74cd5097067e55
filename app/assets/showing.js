/* The explorer's views: the picture over its table, the table alone, or the map. The address keeps which. */
(function () {
  "use strict";
  const page = (window.liangxin = window.liangxin || {});
  const [ADDRESS, MAP] = ["/", "/map"];
  let fitOwed = false;

  page.shown = "graph";

  /* What the address asks for; the page of the map says it itself. */
  function wanted() {
    const asked = new URLSearchParams(location.search).get("view");
    const known = [...document.querySelectorAll("[data-view]")].map((button) => button.dataset.view);
    return known.includes(asked) ? asked : document.querySelector("main").dataset.opens || "graph";
  }

  page.show = (view) => {
    page.shown = view;
    document.querySelector(".middle").dataset.shows = view;
    document
      .querySelectorAll(".view-choice")
      .forEach((button) => button.setAttribute("aria-pressed", String(button.dataset.view === view)));
    const here = view === "map" ? MAP : ADDRESS;
    document.querySelectorAll(`.page-link[href="${ADDRESS}"], .page-link[href="${MAP}"]`).forEach((link) => {
      link.setAttribute("aria-current", link.getAttribute("href") === here ? "page" : "false");
    });
    const address = new URLSearchParams(location.search);
    address.delete("view");
    const search = address.toString().replace(/%3A/g, ":");
    page.keepAddress(search ? `?${search}` : "");
    if (view !== "table") page.cy.resize();
    page.map.turn(view === "map");
    if (view !== "table" && fitOwed) page.fit();
  };

  /* The scene's address, and how it is shown. */
  page.keepAddress = (search) => {
    const view = page.shown === "graph" ? "" : `${search ? "&" : "?"}view=${page.shown}`;
    history.replaceState(null, "", ADDRESS + search + view + location.hash);
  };

  /* Behind the table alone there is no canvas to fit anything into: it is done when the canvas shows again. */
  const fit = page.fit;
  page.fit = () => {
    fitOwed = page.shown === "table";
    if (!fitOwed) fit();
  };

  page.here.show_as = ({ view }) => page.show(view);

  const start = page.start;
  page.start = () => {
    page.show(wanted());
    start();
  };
})();
