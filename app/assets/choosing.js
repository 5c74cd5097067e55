/* Choosing many nodes at once: by what they are to those chosen, by type, or by a line drawn around them. */
(function () {
  "use strict";
  const page = (window.liangxin = window.liangxin || {});
  const ids = (nodes) => nodes.map((node) => node.id());

  const ways = {
    all: (drawn) => drawn,
    inverse: (drawn) => drawn.not(":selected"),
    alike: (drawn) => {
      const types = new Set(drawn.filter(":selected").map((node) => node.data("type")));
      return drawn.filter((node) => types.has(node.data("type")));
    },
    next: (drawn) => {
      const chosen = drawn.filter(":selected");
      return chosen.union(chosen.neighborhood("node:visible"));
    },
    part: (drawn) => {
      const all = page.cy.elements(":visible");
      return drawn.filter(":selected").reduce((found, node) => found.union(all.bfs({ roots: node }).path.nodes()), page.cy.collection());
    },
    holes: (drawn) => drawn.filter("[?missing]").union(page.cy.edges("[?ghost]").filter(":visible").connectedNodes()),
  };

  page.chooseBy = (what) => page.choose(ids(ways[what](page.cy.nodes(":visible"))));

  let drawing = null;

  /* Turns drawing a line around nodes on, or off again. */
  page.lasso = () => (drawing ? end() : begin());

  function begin() {
    const box = page.cy.container();
    const paper = document.createElement("canvas");
    paper.className = "lasso-paper";
    paper.width = box.clientWidth;
    paper.height = box.clientHeight;
    box.parentElement.appendChild(paper);
    drawing = { paper, pen: paper.getContext("2d"), line: [] };
    paper.addEventListener("pointerdown", down);
    paper.addEventListener("pointermove", on);
    paper.addEventListener("pointerup", up);
    press(true);
    page.toast(page.words("lasso_hint"));
  }

  function end() {
    drawing.paper.remove();
    drawing = null;
    press(false);
  }

  const press = (is) => document.getElementById("lasso").setAttribute("aria-pressed", String(is));

  function down(event) {
    drawing.paper.setPointerCapture(event.pointerId);
    drawing.line = [[event.offsetX, event.offsetY]];
  }

  function on(event) {
    if (!drawing.line.length) return;
    drawing.line.push([event.offsetX, event.offsetY]);
    const { pen, paper, line } = drawing;
    pen.clearRect(0, 0, paper.width, paper.height);
    pen.strokeStyle = getComputedStyle(document.documentElement).getPropertyValue("--focus");
    pen.lineWidth = 2;
    pen.setLineDash([6, 4]);
    pen.stroke(new Path2D(`M${line.map((spot) => spot.join(" ")).join("L")}Z`));
  }

  function up(event) {
    const line = drawing.line;
    const inside = page.cy.nodes(":visible").filter((node) => within(node.renderedPosition(), line));
    const before = event.shiftKey ? page.selected() : [];
    end();
    page.choose([...before, ...ids(inside)]);
  }

  /* Whether a spot lies inside a closed line: a ray from it crosses the line an odd number of times. */
  function within({ x, y }, line) {
    return line.reduce((is, [x1, y1], i) => {
      const [x2, y2] = line[(i + 1) % line.length];
      return y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1 ? !is : is;
    }, false);
  }

  document.addEventListener("keydown", (event) => {
    const line = event.key === "Enter" && event.target.closest(".filter-line");
    if (line) line.querySelector("[data-act]").click();
    if (drawing && event.key === "Escape") end();
  });
})();
