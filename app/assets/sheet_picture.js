/* The canvas's picture as it is printed: drawn in the light style, with captions as high as paper wants them. Those
   that find no room are left out, and counted. */
(function () {
  "use strict";
  const page = (window.liangxin = window.liangxin || {});
  const BYPASSED = "label text-valign text-halign text-margin-x text-margin-y text-opacity text-background-opacity";
  const LABEL = { includeNodes: false, includeEdges: false, includeLabels: true, includeOverlays: false, includeUnderlays: false };
  const BODY = { includeLabels: false, includeOverlays: false, includeUnderlays: false };
  const TIMES = 12;
  const APART = 1.25; // pixels a unit of the canvas on a map: nodes are small there, so that they cover little
  const SPARE = 2; // millimetres about the picture, into which captions may reach

  page.paperPicture = async (room) => {
    const cy = page.cy;
    const size = cy.nodes(":visible").length > page.styles.from ? "large" : "small";
    if (page.theme() !== "light") await icons(size);
    const chosen = cy.elements(":selected").unselect();
    const near = cy.edges("[?near]").data("near", 0);
    const zoom = page.map.zoom;
    const drawn = fitted(size, { width: room.width - 2 * SPARE, height: room.height - 2 * SPARE });
    const placed = captions(drawn);
    const box = cy.elements().boundingBox();
    const spots = Object.fromEntries(cy.nodes(":visible").map((node) => [node.id(), { ...node.position() }]));
    const unit = page.map.on ? page.map.scale / page.map.zoom : 0;
    const uri = cy.png({ output: "base64uri", full: true, scale: drawn.scale });
    cy.elements().removeStyle(BYPASSED);
    if (page.map.on) page.map.spread(page.map.zoom / zoom);
    near.data("near", 1);
    chosen.select();
    cy.style().fromJson(page.styles[page.theme()][size]).update();
    const image = new Image();
    image.src = uri;
    await image.decode();
    const fine = page.printed.fine;
    const [width, height] = [image.width / fine, image.height / fine];
    const [x, y] = [room.x + (room.width - width) / 2, room.y + (room.height - height) / 2];
    const dot = (left, top) => [x * fine + (left - box.x1) * drawn.scale, y * fine + (top - box.y1) * drawn.scale];
    placed.written.forEach((one) => {
      const [left, top] = dot(one.at.x1, one.at.y1);
      one.box = { x: left, y: top, w: one.at.w * drawn.scale, h: one.at.h * drawn.scale };
    });
    Object.entries(spots).forEach(([id, at]) => (spots[id] = dot(at.x, at.y)));
    return { image, x, y, origin: [box.x1, box.y1], scale: drawn.scale, unit, spots, ...placed };
  };

  /* Icons of the light style, which the canvas may never have drawn: it asks for them as it draws, and has them later. */
  async function icons(size) {
    const [cy, style] = [page.cy, page.styles.light[size]];
    cy.style().fromJson(style).update();
    cy.png({ full: true, scale: 0.1 });
    cy.style().fromJson(page.styles[page.theme()][size]).update();
    const asked = style.map((rule) => rule.style["background-image"]).filter((image) => image && image !== "none");
    await Promise.all(asked.map((source) => Object.assign(new Image(), { src: source }).decode()));
  }

  /* Larger captions want more room, which makes the rest smaller: a few rounds until it holds. */
  function fitted(size, room) {
    const cy = page.cy;
    let printed = page.printed(cy.elements().boundingBox(), room);
    if (page.map.on) printed = page.printed({ w: 0, h: 0 }, room, APART);
    marked(printed.scale);
    for (let time = 0; time < TIMES; time += 1) {
      cy.style().fromJson([...page.styles.light[size], ...paper(printed)]).update();
      const next = page.printed(cy.elements().boundingBox(), room);
      if (page.map.on && next.scale > 1.1 * APART) {
        page.map.spread(next.scale / APART);
        continue;
      }
      const settled = next.scale > printed.scale * 0.99;
      printed = { ...(settled ? printed : next), scale: Math.min(next.scale, settled ? printed.scale : next.scale) };
      if (settled) break;
    }
    return { ...printed, millimetres: (printed.caption * printed.scale) / page.printed.fine };
  }

  /* Types that neither shape nor icon tells apart have their name before the caption. */
  function marked(scale) {
    const named = page.typesNamed(scale);
    page.cy.nodes(":visible").forEach((node) => {
      const type = node.data("type");
      if (named.has(type)) node.style("label", `〔${page.language.marks[type].label}〕${node.data("label")}`);
    });
  }

  const rule = (selector, style) => ({ selector, style });

  /* Added to the light style: black words, dark lines, and patterns that are seen at that size. */
  function paper({ caption, thick }) {
    const { ink, quiet, paper: white } = page.language.colours;
    const words = { color: ink, "font-size": caption, "min-zoomed-font-size": 0 };
    const dashes = [6 * thick, 4 * thick];
    return [
      rule("node", { ...words, "text-max-width": 9 * caption, "border-color": white }),
      rule("node[share]", { "border-color": ink }),
      rule("node[?missing]", { "border-color": ink, "border-width": 2 * thick }),
      rule('node[turned = "gained"]', { "border-color": ink, "border-width": 5 * thick }),
      rule('node[turned = "lost"]', { "border-color": ink, "border-width": 2.5 * thick, "border-style": "dashed", "border-dash-pattern": [thick, 3 * thick], "background-opacity": 0.55 }),
      rule("edge", { ...words, width: 1.4 * thick, "line-color": quiet, "target-arrow-color": quiet }),
      rule("edge[?ghost]", { width: 1.8 * thick, "line-dash-pattern": dashes, "line-color": ink, "target-arrow-color": ink }),
      rule('edge[turned = "gained"]', { width: 4 * thick }),
      rule('edge[turned = "lost"]', { "line-opacity": 1, width: 2 * thick, "line-style": "dashed", "line-dash-pattern": [thick, 4 * thick] }),
    ];
  }

  const meets = (a, b) => a.x1 < b.x2 && b.x1 < a.x2 && a.y1 < b.y2 && b.y1 < a.y2;
  const boxed = (x1, y1, w, h) => ({ x1, y1, w, h, x2: x1 + w, y2: y1 + h });
  const less = (box, by) => boxed(box.x1 + by, box.y1 + by, box.w - 2 * by, box.h - 2 * by);
  const within = (box, all, by) =>
    box.x1 > all.x1 - by && box.y1 > all.y1 - by && box.x2 < all.x2 + by && box.y2 < all.y2 + by;

  /* Where a caption may stand beside its node: below it, right, left or above. */
  function places(body, { w, h }, gap) {
    const [middle, centre] = [(body.x1 + body.x2) / 2, (body.y1 + body.y2) / 2];
    return [
      [boxed(middle - w / 2, body.y2, w, h), ["bottom", "center", 0, gap]],
      [boxed(body.x2, centre - h / 2, w, h), ["center", "right", gap, 0]],
      [boxed(body.x1 - w, centre - h / 2, w, h), ["center", "left", -gap, 0]],
      [boxed(middle - w / 2, body.y1 - h, w, h), ["top", "center", 0, -gap]],
    ];
  }

  /* Each caption where it covers neither a node nor another caption; the most linked nodes choose first. Words on edges
     have but one place: captions keep off them where they can, else they give way. */
  function captions({ caption, millimetres }) {
    const cy = page.cy;
    const sheet = cy.elements().boundingBox();
    const gap = caption / 5;
    const nodes = cy.nodes(":visible").toArray();
    const bodies = new Map(nodes.map((node) => [node, node.boundingBox(BODY)]));
    const edges = cy.edges(":visible").filter((edge) => edge.pstyle("label").strValue).toArray();
    const onEdges = edges.map((edge) => [edge, less(edge.boundingBox(LABEL), gap)]);
    const taken = [];
    const written = [];
    let left = 0;
    const write = (element, at) => {
      taken.push(less(at, gap / 4));
      written.push({ words: element.pstyle("label").strValue, millimetres, at });
    };
    const leave = (element) => {
      element.style({ "text-opacity": 0, "text-background-opacity": 0 });
      left += 1;
    };
    const free = (at, node) =>
      within(at, sheet, caption) &&
      !taken.some((other) => meets(at, other)) &&
      nodes.every((other) => other === node || !meets(at, bodies.get(other)));
    nodes.sort((a, b) => b.degree() - a.degree());
    nodes.forEach((node) => {
      const every = places(bodies.get(node), node.boundingBox(LABEL), gap);
      const clear = every.filter(([at]) => free(at, node));
      const all = clear.length ? clear : every.filter(([at]) => free(less(at, 1.3 * gap), node)); // edge to edge, if it must be
      const found = all.find(([at]) => !onEdges.some(([, other]) => meets(at, other))) || all[0];
      if (!found) return leave(node);
      const [at, [valign, halign, x, y]] = found;
      node.style({ "text-valign": valign, "text-halign": halign, "text-margin-x": x, "text-margin-y": y });
      write(node, at);
    });
    onEdges.forEach(([edge, at]) => {
      const covered = nodes.some((node) => meets(at, bodies.get(node))) || taken.some((other) => meets(at, other));
      if (covered) leave(edge);
      else write(edge, at);
    });
    return { written, left };
  }
})();
