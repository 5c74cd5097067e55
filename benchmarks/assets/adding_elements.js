/* The two ways of adding that need a script, and the clock for all four. */
(function () {
  "use strict";
  /* as in app/assets/canvas.js: the component's own listeners, which nobody reads there */
  const UNUSED = "add remove dragfree mouseover mouseout tap select unselect";
  const AFTERWARDS = 1500; // ms, for what the component still does once the frame is drawn

  const merge = (arrived, elements) => elements.concat(arrived);

  function add(arrived) {
    window.cy.batch(() => window.cy.add(arrived));
    return window.dash_clientside.no_update;
  }

  function first(elements) {
    window.cy.removeListener(UNUSED);
    add(elements);
  }

  /* Click, and tell ms until the first frame drawn with all that is added, ms of long tasks, and px moved. */
  function measure(added) {
    const cy = window.cy;
    const wanted = cy.elements().length + added;
    const before = new Map(cy.nodes().map((node) => [node, { ...node.position() }]));
    let blocked = 0;
    const tasks = new PerformanceObserver((list) => list.getEntries().forEach((task) => (blocked += task.duration)));
    tasks.observe({ entryTypes: ["longtask"] });
    return new Promise((done) => {
      const clicked = performance.now();
      cy.on("render", function look() {
        if (cy.elements().length < wanted) return;
        const drawn = performance.now() - clicked;
        cy.removeListener("render", look);
        setTimeout(() => {
          tasks.disconnect();
          done({ drawn, blocked, moved: farthest(before) });
        }, AFTERWARDS);
      });
      document.getElementById("go").click();
    });
  }

  function farthest(before) {
    const moves = [...before].map(([node, { x, y }]) => Math.hypot(node.position("x") - x, node.position("y") - y));
    return Math.max(...moves);
  }

  window.dash_clientside = Object.assign({}, window.dash_clientside, { adding: { merge, add, first, measure } });
})();
