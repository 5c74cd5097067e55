/* The legend of the printed picture: what each shape, pattern and mark means, in words too, for paper without colour.
   Marks are drawn in a square of 24. */
(function () {
  "use strict";
  const page = (window.liangxin = window.liangxin || {});
  const ink = () => page.language.colours.ink;
  const SEEN = 3.2; // from so many millimetres on an icon in a node is told from another
  const OWN = 34; // a node's width in the canvas's units

  const visible = (selector) => page.cy.elements(selector).filter(":visible");
  const named = (words, by) => page.words("paper_named", { words, by });

  /* The types drawn that share their shape with another and cannot be told from it by an icon; at `scale` pixels a
     unit. */
  page.typesNamed = (scale) => {
    const marks = page.language.marks;
    const drawn = new Set(visible("node").map((node) => node.data("type")));
    const seen = (scale * OWN) / page.printed.fine >= SEEN;
    const discs = new Set(visible("node[share]").map((node) => node.data("type")));
    const look = (type) => (discs.has(type) ? { shape: "disc" } : marks[type]);
    const alike = (one, other) => one !== other && look(one).shape === look(other).shape;
    const same = (one, other) => alike(one, other) && !(seen && look(one).icon && look(one).icon !== look(other).icon);
    return new Set([...drawn].filter((one) => [...drawn].some((other) => same(one, other))));
  };

  page.paperLegend = () => [...types(), ...grades(), ...turned(), ...notes()];

  function types() {
    return Object.entries(page.language.marks)
      .map(([type, mark]) => [mark, visible("node").filter((n) => n.data("type") === type && !n.data("missing"))])
      .filter(([, nodes]) => nodes.length)
      .map(([mark, nodes]) => {
        const discs = nodes.every((node) => node.data("share"));
        const words = named(`${mark.label} ${nodes.length}`, discs ? page.words("shape_disc") : mark.words);
        return { words, mark: (pen) => (discs ? disc(pen) : shape(pen, mark)) };
      });
  }

  function grades() {
    return page.language.grades
      .map((grade) => [grade, visible("node").filter((node) => node.data("grade") === grade.id).length])
      .filter(([, count]) => count)
      .map(([grade, count]) => ({
        words: named(`${grade.label} ${count}`, grade.mark ? page.words("paper_mark", grade) : page.words("paper_unmarked")),
        mark: (pen) => sample(pen, grade),
      }));
  }

  function turned() {
    if (!visible("[?turned]").length) return [];
    return page.turned.map(([change, words]) => {
      const count = visible("node").filter((node) => (node.data("turned") || "kept") === change).length;
      return { words: named(`${words} ${count}`, page.words(`paper_${change}`)), mark: (pen) => ring(pen, change) };
    });
  }

  function notes() {
    const lines = [];
    const add = (word, mark) => lines.push({ words: page.words(word), mark });
    if (visible("node[share]").length) add("paper_share", (pen) => disc(pen));
    if (visible("node[?missing]").length) add("paper_missing", (pen) => dashed(pen, true));
    if (visible("edge[!ghost]").length) add("paper_edge", (pen) => line(pen, page.language.colours.quiet, []));
    if (visible("edge[?ghost]").length) add("ghost_edge", (pen) => dashed(pen, false));
    return lines;
  }

  function shape(pen, mark) {
    pen.fillStyle = mark.colour;
    pen.fill(new Path2D(mark.shape));
    pen.translate(6, 6);
    pen.scale(0.5, 0.5);
    pen.fillStyle = page.language.colours.paper;
    pen.fill(new Path2D(mark.icon), "evenodd");
  }

  function sample(pen, grade) {
    pen.fillStyle = grade.colour;
    pen.fillRect(4, 4, 16, 16);
  }

  function disc(pen) {
    pen.fillStyle = page.language.colours.officer;
    pen.strokeStyle = ink();
    pen.lineWidth = 1.5;
    pen.beginPath();
    pen.arc(12, 12, 11, 0, 7);
    pen.stroke();
    pen.beginPath();
    pen.moveTo(12, 12);
    pen.arc(12, 12, 11, -Math.PI / 2, Math.PI / 2);
    pen.fill();
  }

  function ring(pen, change) {
    pen.strokeStyle = ink();
    pen.lineWidth = { gained: 5, lost: 2.5, kept: 1 }[change];
    if (change === "lost") pen.setLineDash([2.5, 3]);
    pen.beginPath();
    pen.arc(12, 12, 9, 0, 7);
    pen.stroke();
  }

  function line(pen, colour, dashes) {
    pen.strokeStyle = colour;
    pen.lineWidth = 2;
    pen.setLineDash(dashes);
    pen.beginPath();
    pen.moveTo(0, 12);
    pen.lineTo(28, 12);
    pen.stroke();
  }

  function dashed(pen, round) {
    if (!round) return line(pen, ink(), [6, 4]);
    pen.strokeStyle = ink();
    pen.lineWidth = 2;
    pen.setLineDash([5, 4]);
    pen.beginPath();
    pen.arc(12, 12, 10, 0, 7);
    pen.stroke();
  }
})();
