/* The canvas: draws changes on the cytoscape instance, and tells what is chosen and moved. */
(function () {
  "use strict";
  const page = (window.liangxin = window.liangxin || {});
  const TOOLS = 48; // so wide are the tools that lie over the canvas at its right
  const ROOMY = 1800; // a canvas wider than this shows little things larger, pixels
  let labelsShown = false;
  let look = "";

  /* The component rewrites its whole `elements` after every add, remove and drag, and sends hovered and tapped
     nodes; the scene on the server is the truth here, so those listeners would be work for nothing. */
  const UNUSED = "add remove dragfree mouseover mouseout tap select unselect";

  page.attach = (cy) => {
    page.cy = cy;
    cy.removeListener(UNUSED);
    cy.on("select unselect", "node", () => {
      clearTimeout(page.choosing);
      page.choosing = setTimeout(page.chosen, 30);
    });
    cy.on("tap", "edge", ({ target }) => page.inspect(target.id()));
    cy.on("dbltap", "node", ({ target }) => page.act({ name: "inside", node: target.id() }));
    cy.on("dragfree", "node", () => {
      clearTimeout(page.dragging);
      page.dragging = setTimeout(sendMoved, 60);
    });
    cy.on("mouseover", "node", ({ target }) => near(target, true));
    cy.on("mouseout", "node", ({ target }) => near(target, target.selected()));
    const measure = () => cy.resize();
    new ResizeObserver(measure).observe(cy.container());
    // Where its canvas lies, Cytoscape learns a frame after scrolling, and never of a panel that unfolds above it.
    cy.container().addEventListener("pointerdown", measure, true);
    page.followAreas(cy);
    page.restyle();
  };

  function near(nodes, is) {
    nodes.connectedEdges().data("near", is ? 1 : 0);
  }

  function place(node) {
    const { x, y } = node.position();
    node.scratch("placed", `${x.toFixed(1)},${y.toFixed(1)}`);
  }

  function sendMoved() {
    const positions = {};
    page.cy.nodes().forEach((node) => {
      const { x, y } = node.position();
      if (node.scratch("placed") !== `${x.toFixed(1)},${y.toFixed(1)}`) {
        positions[node.id()] = [Number(x.toFixed(1)), Number(y.toFixed(1))];
        place(node);
      }
    });
    if (Object.keys(positions).length) page.act({ name: "move", positions });
  }

  page.draw = (change) => {
    const cy = page.cy;
    const get = (id) => cy.getElementById(id);
    let arrived = cy.collection();
    cy.batch(() => {
      if (change.reset) cy.elements().remove();
      if (change.remove) cy.collection(change.remove.map(get)).remove();
      if (change.add) arrived = cy.add(change.add);
      (change.update || []).forEach((data) => get(data.id).data(data));
      Object.entries(change.move || {}).forEach(([id, [x, y]]) => get(id).position({ x, y }));
      (change.hide || []).forEach((id) => get(id).style("display", "none"));
      (change.show || []).forEach((id) => get(id).removeStyle("display"));
      if (labelsShown) arrived.edges().data("named", 1);
      cy.nodes().forEach(place);
    });
    page.version = change.version;
    page.title = change.title;
    document.title = [change.title, change.at, page.words("product")].filter(Boolean).join(" · ");
    page.at = change.at;
    page.restyle();
    page.choose(change.select || []);
    if (change.areas) page.nameAreas(change.areas);
    name("undo", change.undo);
    name("redo", change.redo);
    page.keepAddress(change.link || "");
    page.tellSince(change.since);
    if (change.steady && change.fit) page.seesAll() || page.fit();
    else if (change.fit) page.fit();
    else if (arrived.nodes().length) keepInView(arrived.nodes());
    if (change.focus) page.focus(change.focus);
    if (change.told) page.toast(change.told);
    if (change.stale) page.onceSeen(page.inspectAgain);
    page.counts("drawn");
    page.refreshNodes();
    if (change.fit) inLayers(cy);
    noFirstPicture();
  };

  /* Cytoscape keeps what it drew in layers, which it fills bit by bit: until they are full, each frame draws every
     element anew. Only the first picture of a page it draws into layers at once; here each new picture is. */
  function inLayers(cy) {
    const layers = cy.renderer().data.lyrTxrCache; // a field of its own: without it, bit by bit as before
    if (!layers) return;
    layers.invalidateElements(cy.elements()); // a layer half filled would be shown as it is
    layers.firstGet = true;
  }

  /* What the page's first bytes showed in place of the canvas. */
  function noFirstPicture() {
    const first = document.getElementById("first-picture");
    if (first) first.remove();
  }
  document.addEventListener("gave-up", noFirstPicture);

  function name(id, step) {
    const button = document.getElementById(id);
    const words = step ? page.words(`${id}_named`, { name: step }) : page.words(id);
    button.disabled = !step;
    button.setAttribute("aria-label", words);
    button.dataset.tip = words;
  }

  page.fit = () => {
    const drawn = page.cy.elements(":visible");
    if (drawn.length) show(drawn.boundingBox(), Math.max(1, page.cy.width() / ROOMY));
  };

  /* Whether all that is drawn lies within the window, so that the view need not move. */
  page.seesAll = () => {
    const [seen, box] = [page.cy.extent(), page.cy.elements(":visible").boundingBox()];
    return box.x1 >= seen.x1 && box.x2 <= seen.x2 && box.y1 >= seen.y1 && box.y2 <= seen.y2;
  };

  page.zoom = (by) => {
    const cy = page.cy;
    cy.zoom({ level: cy.zoom() * by, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
  };

  /* Newcomers outside the window: the view moves, never a node, and no further out than they need. */
  function keepInView(nodes) {
    const cy = page.cy;
    const seen = cy.extent();
    const box = nodes.union(nodes.neighborhood().nodes()).boundingBox();
    if (box.x1 >= seen.x1 && box.x2 <= seen.x2 && box.y1 >= seen.y1 && box.y2 <= seen.y2) return;
    show(box, cy.zoom());
  }

  /* The box in the middle of the canvas, at most so large. */
  function show(box, most) {
    const cy = page.cy;
    const [width, height] = [cy.width(), cy.height()];
    const zoom = Math.max(cy.minZoom(), Math.min(most, (width - TOOLS - 48) / box.w, (height - 36) / box.h));
    cy.viewport({
      zoom,
      pan: { x: (width - TOOLS - zoom * (box.x1 + box.x2)) / 2, y: (height - zoom * (box.y1 + box.y2)) / 2 },
    });
  }

  page.focus = (id) => {
    const node = page.cy.getElementById(id);
    if (!node.length) return;
    if (page.cy.zoom() < 0.5) page.cy.zoom(0.9);
    page.cy.center(node);
  };

  /* Shows a node: the one that is drawn, or a new one. */
  page.reveal = (id) => {
    const node = page.cy.getElementById(id);
    if (node.length && node.visible()) {
      page.choose([id]);
      page.focus(id);
    } else {
      page.act({ name: "add", node: id });
    }
  };

  page.selected = () => (page.cy ? page.cy.nodes(":selected").map((node) => node.id()) : []);

  page.choose = (ids) => {
    const cy = page.cy;
    const wanted = new Set(ids);
    cy.batch(() => {
      cy.nodes(":selected").forEach((node) => wanted.has(node.id()) || node.unselect());
      ids.forEach((id) => cy.getElementById(id).select());
    });
  };

  let inspected = null;
  let told = 0;
  /* What the inspector says of the node also depends on the scene: its note, and what it brought. */
  page.inspectAgain = () => {
    inspected = null;
    page.chosen();
  };

  page.inspect = (id) => tell(id, { id });

  function tell(what, chosen) {
    if (what === inspected) return;
    inspected = what;
    told += 1; // the same node is asked for again where the scene says something else of it
    page.set("chosen", { data: { ...chosen, at: page.at, tab: page.tab(), number: told } });
  }

  /* The selection changed, wherever it was made. */
  page.chosen = () => {
    const ids = page.selected();
    const beside = page.cy.nodes(":selected").connectedEdges();
    page.cy.edges("[?near]").difference(beside).data("near", 0); // only what changes: each is styled anew
    beside.data("near", 1);
    if (ids.length > 1) tell(ids.join(), { ids: ids.slice(0, 200), count: ids.length });
    else page.inspect(ids[0] || null);
    page.selectRows(ids);
    const address = new URLSearchParams(location.search);
    address.delete("node");
    ids.slice(0, 20).forEach((id) => address.append("node", id));
    const search = address.toString().replace(/%3A/g, ":");
    history.replaceState(null, "", location.pathname + (search ? `?${search}` : ""));
  };

  page.toggleLabels = () => {
    labelsShown = !labelsShown;
    page.cy.edges().data("named", labelsShown ? 1 : 0);
    document.getElementById("labels").setAttribute("aria-pressed", String(labelsShown));
  };

  page.restyle = () => {
    if (!page.cy) return;
    const size = page.cy.nodes(":visible").length > page.styles.from ? "large" : "small";
    const wanted = `${page.theme()} ${size}`;
    if (wanted === look) return;
    look = wanted;
    page.cy.style().fromJson(page.styles[page.theme()][size]).update();
  };

  /* What the browser knows of the scene, for a server that lost it. */
  page.scene = () => ({
    form: page.form,
    nodes: page.cy.nodes().map((node) => ({ ...node.data(), ...node.position(), hidden: !node.visible() })),
    edges: page.cy.edges().map((edge) => edge.data()),
  });

  /* The page's words and styles have arrived; the canvas itself may need a moment more. */
  page.begin = (words, styles) => {
    if (!window.cy || window.cy === page.cy || !window.cy.container()) {
      setTimeout(() => page.begin(words, styles), 20);
      return;
    }
    page.language = words;
    page.turned = Object.entries(words.turned);
    page.styles = styles;
    page.attach(window.cy);
    page.start();
  };
})();
