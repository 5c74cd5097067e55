/* The page of one firm: prints itself, asks again, and says when the server is gone. */
(function () {
  "use strict";
  const page = (window.liangxin = window.liangxin || {});
  const WATCHED_EVERY = 2500;
  const gone = (is) => (document.getElementById("no-answer").hidden = !is);

  function watch() {
    const told = document.getElementById("no-answer");
    if (!document.querySelector(".sheet-waits") && told.hidden) return;
    fetch(location.pathname, { method: "HEAD" }).then(
      () => told.hidden || location.reload(),
      () => gone(true)
    );
  }

  window.dash_clientside = Object.assign({}, window.dash_clientside, {
    firm: {
      begin: (words) => {
        page.language = words;
        page.here.retry = () => location.reload();
        page.here.print = () => window.print();
        page.nameTheme();
        setInterval(watch, WATCHED_EVERY);
        return window.dash_clientside.no_update;
      },
    },
  });
})();
