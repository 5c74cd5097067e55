/* The map's ground: a grid of kilometres, outlines, lines from nodes to their true spots, and the scale bar. */
(function () {
  "use strict";
  const page = (window.liangxin = window.liangxin || {});
  const LENGTHS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000, 50000, 100000];
  const GRID = [100, 200, 500, 1000, 2000, 5000, 10000, 50000];
  const APART = 70;
  const BAR = 120;

  page.ground = (map) => {
    const ground = document.getElementById("map-ground");
    if (!ground) return;
    ground.hidden = !map.on;
    document.querySelector(".canvas").classList.toggle("as-map", map.on);
    if (!map.on || !map.scale) return;
    const cy = page.cy;
    const where = (node) => [node.renderedPosition("x"), node.renderedPosition("y")];
    const size = { width: cy.width(), height: cy.height() };
    const view = { scale: (map.scale / map.zoom) * cy.zoom(), ...cy.pan(), ...size, where };
    const pen = clean(ground, view);
    const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`);
    page.drawGround(pen, view, map, colour);
    bar(view.scale);
  };

  /* `view`: `scale` in pixels a metre, where the plane's middle lies, and `where` a node does. The grid's metres are
     returned. */
  page.drawGround = (pen, view, map, colour) => {
    const at = ([x, y]) => [x * view.scale + view.x, y * view.scale + view.y];
    const step = GRID.find((metres) => metres * view.scale >= APART) || GRID[GRID.length - 1];
    grid(pen, view, step * view.scale, colour("line"));
    outlines(pen, at, map.outlines, colour);
    spots(pen, view, map.leading, colour("edge"));
    return step;
  };

  /* A round length that is drawn no longer than `most`, and its words. */
  page.scaleBar = (scale, most) => {
    const metres = [...LENGTHS].reverse().find((length) => length * scale <= most) || LENGTHS[0];
    return { length: metres * scale, words: page.metres(metres) };
  };

  page.metres = (metres) =>
    metres >= 1000 ? page.words("scale_kilometres", { number: metres / 1000 }) : page.words("scale_metres", { number: metres });

  function clean(ground, { width, height }) {
    const fine = window.devicePixelRatio || 1;
    if (ground.width !== Math.round(width * fine) || ground.height !== Math.round(height * fine)) {
      ground.width = Math.round(width * fine);
      ground.height = Math.round(height * fine);
    }
    const pen = ground.getContext("2d");
    pen.setTransform(fine, 0, 0, fine, 0, 0);
    pen.clearRect(0, 0, width, height);
    return pen;
  }

  function grid(pen, view, step, colour) {
    pen.strokeStyle = colour;
    pen.lineWidth = 1;
    pen.beginPath();
    for (let x = ((view.x % step) + step) % step; x < view.width; x += step) {
      pen.moveTo(Math.round(x) + 0.5, 0);
      pen.lineTo(Math.round(x) + 0.5, view.height);
    }
    for (let y = ((view.y % step) + step) % step; y < view.height; y += step) {
      pen.moveTo(0, Math.round(y) + 0.5);
      pen.lineTo(view.width, Math.round(y) + 0.5);
    }
    pen.stroke();
  }

  function outlines(pen, at, found, colour) {
    if (!found) return;
    const trace = (line) =>
      line.forEach((point, i) => (i ? pen.lineTo(...at(point)) : pen.moveTo(...at(point))));
    pen.strokeStyle = colour("quiet");
    pen.fillStyle = colour("wash");
    pen.lineWidth = 1.2;
    pen.beginPath();
    found.closed.forEach(trace);
    pen.globalAlpha = 0.5;
    pen.fill("evenodd");
    pen.globalAlpha = 0.55;
    pen.stroke();
    pen.strokeStyle = colour("place");
    pen.globalAlpha = 0.45;
    pen.lineWidth = 2;
    pen.beginPath();
    found.open.forEach(trace);
    pen.stroke();
    pen.globalAlpha = 1;
  }

  /* A thin line from each node that is spread to its spot, and from those chosen to all the places they have. */
  function spots(pen, view, leading, colour) {
    const near = (x, y) => x > -200 && y > -200 && x < view.width + 200 && y < view.height + 200;
    const dots = new Map();
    pen.strokeStyle = pen.fillStyle = colour;
    pen.lineWidth = 1;
    pen.beginPath();
    leading.forEach(([node, place]) => {
      if (!node.visible()) return;
      const [left, top] = view.where(node);
      const places = place.others && (!place.hosted || node.selected()) ? [...place.others] : [];
      if (place.dx || place.dy) places.push([place.x, place.y]);
      if (!places.length || (places.length === 1 && !near(left, top))) return;
      places.forEach((spot) => {
        const at = [spot[0] * view.scale + view.x, spot[1] * view.scale + view.y];
        pen.moveTo(left, top);
        pen.lineTo(...at);
        dots.set(`${at[0].toFixed(0)},${at[1].toFixed(0)}`, at);
      });
    });
    pen.stroke();
    pen.beginPath();
    dots.forEach(([left, top]) => {
      pen.moveTo(left + 3, top);
      pen.arc(left, top, 3, 0, 7);
    });
    pen.fill();
  }

  function bar(scale) {
    const { length, words } = page.scaleBar(scale, BAR);
    const told = document.getElementById("map-scale-words");
    if (told.textContent !== words) told.textContent = words;
    document.getElementById("map-scale-bar").style.width = `${length.toFixed(1)}px`;
  }
})();
