/* The overview: asks for the day of its address, keeps the day in it, and says when the server is gone. */
(function () {
  "use strict";
  const page = (window.liangxin = window.liangxin || {});
  const quiet = () => window.dash_clientside.no_update;
  const WATCHED_EVERY = 2500;

  let opening = true;

  const asked = () => ({ search: location.search, number: Date.now() });
  const gone = (is) => (document.getElementById("no-answer").hidden = !is);

  function again() {
    gone(false);
    opening = true;
    page.set("overview-asked", { data: asked() });
  }

  /* A slow part is waited for as long as the server itself is there; what got lost with it is asked again. */
  function watch() {
    if (!opening && !document.querySelector("[data-waiting]")) return;
    fetch(location.pathname, { method: "HEAD" }).then(
      () => document.getElementById("no-answer").hidden || again(),
      () => gone(true)
    );
  }

  window.dash_clientside = Object.assign({}, window.dash_clientside, {
    overview: {
      begin: (words) => {
        page.language = words;
        page.here.retry = again;
        page.nameTheme();
        setInterval(watch, WATCHED_EVERY);
        return asked();
      },
      arrived: (day) => {
        if (!day) return quiet();
        opening = false;
        history.replaceState(null, "", `${location.pathname}?at=${day.at}`);
        return quiet();
      },
      turn: (chosen, day) => {
        if (chosen && day && chosen !== day.at) location.search = `?at=${chosen}`;
        return quiet();
      },
    },
  });
})();
