/* The map: the same scene on its coordinates. The graph's own positions are kept and come back untouched. */
(function () {
  "use strict";
  const page = (window.liangxin = window.liangxin || {});
  const quiet = () => window.dash_clientside.no_update;
  const [LEAST, MOST, CLOSE] = [0.002, 12, 1];
  const LOST_AFTER = 8000;
  const LARGE = 800;
  const IN_GRAPH_ONLY = ["layouts", "pin"];

  const map = (page.map = { on: false, nodes: new Map(), unplaced: new Set(), leading: [], plane: null, outlines: null, scale: null, zoom: 1 });
  const graph = { draw: page.draw, fit: page.fit, focus: page.focus, scene: page.scene, attach: page.attach };
  let graphView = null;
  let mapView = null;
  let owed = { graphFit: false, fit: true, focus: null };
  let waiting = null;
  let again = false;
  let settling = false;
  let asIs = false;
  let coming = null;
  let asking = null;

  const clamp = (value, least, most) => Math.max(least, Math.min(most, value));

  /* How large nodes are drawn: the more there are in the window, the smaller; at a quarter no words are drawn. */
  const size = (count) => (count <= 40 ? 0.72 : count <= 150 ? 0.6 : count <= 500 ? 0.5 : 0.25);

  const stands = (node) => map.nodes.get(node.id());
  const drawn = () => page.cy.nodes(":visible").filter((node) => map.nodes.has(node.id()));

  /* Each node at its spot: metres by the scale, and beside it by as much as it is spread. What has none is not drawn;
     nor is a newcomer until it is known where it stands. */
  function apply() {
    const unit = (map.scale || CLOSE) / map.zoom;
    const nodes = page.cy.nodes();
    map.leading = [];
    page.cy.batch(() => {
      nodes.positions((node) => {
        const at = stands(node);
        if (at && (at.dx || at.dy || at.others)) map.leading.push([node, at]);
        return at ? { x: at.x * unit + (at.dx || 0), y: at.y * unit + (at.dy || 0) } : node.position();
      });
      nodes.forEach((node) => {
        const flag = stands(node) || (owed.fit && !map.unplaced.has(node.id())) ? 0 : 1;
        if ((node.data("unplaced") || 0) !== flag) node.data("unplaced", flag);
      });
    });
    page.cy.container().classList.toggle("not-placed", owed.fit);
  }

  const keepGraph = () => page.cy.nodes().forEach((node) => void node.scratch("graph", { ...node.position() }));

  function toGraph() {
    const nodes = page.cy.nodes();
    page.cy.batch(() => {
      nodes.positions((node) => ({ ...(node.scratch("graph") || node.position()) }));
      nodes.filter("[?unplaced]").data("unplaced", 0);
    });
  }

  /* What belongs to the graph is done to the graph: its positions are there while it is done. */
  function asGraph(doing) {
    if (!map.on || asIs) return doing();
    asIs = true;
    const [zoom, pan] = [page.cy.zoom(), { ...page.cy.pan() }];
    settling = true;
    toGraph();
    const done = doing();
    keepGraph();
    apply();
    page.cy.viewport({ zoom, pan });
    asIs = settling = false;
    return done;
  }

  function outside(node) {
    const { x, y } = node.renderedPosition();
    return x < 20 || y < 20 || x > page.cy.width() - 20 || y > page.cy.height() - 20;
  }

  function look(scale, zoom, pan) {
    settling = true;
    map.scale = scale;
    map.zoom = zoom;
    apply();
    page.cy.viewport({ zoom, pan });
    settling = false;
  }

  /* These nodes in the middle, no closer than `most` pixels a metre. */
  function frame(nodes, most) {
    const spots = nodes.map(stands).filter(Boolean);
    if (!spots.length) return;
    const cy = page.cy;
    const [xs, ys] = [spots.map((at) => at.x), spots.map((at) => at.y)];
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const room = [Math.max(80, cy.width() - 170), Math.max(80, cy.height() - 130)];
    const scale = clamp(Math.min(most, room[0] / (right - left || 1), room[1] / (bottom - top || 1)), LEAST, MOST);
    const middle = { x: ((left + right) / 2) * scale, y: ((top + bottom) / 2) * scale };
    look(scale, size(spots.length), { x: cy.width() / 2 - middle.x, y: cy.height() / 2 - middle.y });
  }

  /* How many spots lie in the window. */
  function within(scale, pan) {
    const [width, height] = [page.cy.width(), page.cy.height()];
    const inside = (at) => {
      const [x, y] = [at.x * scale + pan.x, at.y * scale + pan.y];
      return x > 0 && y > 0 && x < width && y < height;
    };
    return [...map.nodes.values()].filter(inside).length;
  }

  /* Zooming brings spots apart; nodes and words keep their size, so that they come apart, too. */
  function settle() {
    coming = null;
    if (!map.on || !map.scale) return;
    const cy = page.cy;
    const by = cy.zoom() / map.zoom;
    if (by === 1) return;
    const scale = clamp(map.scale * by, LEAST, MOST);
    const less = scale / (map.scale * by);
    const middle = { x: cy.width() / 2, y: cy.height() / 2 };
    const pan = { x: middle.x + (cy.pan().x - middle.x) * less, y: middle.y + (cy.pan().y - middle.y) * less };
    look(scale, size(within(scale, pan)), pan);
  }

  function zoomed() {
    if (!map.on || settling) return;
    if (page.cy.nodes().length > LARGE) {
      clearTimeout(coming);
      coming = setTimeout(settle, 90);
    } else if (coming === null) {
      coming = requestAnimationFrame(settle);
    }
  }

  /* One question at a time, for each answer tells only what is new since the one before. */
  function ask() {
    if (!map.on) return;
    if (waiting && Date.now() - waiting.since < LOST_AFTER) {
      again = true;
      return;
    }
    const fresh = Boolean(waiting) || !map.nodes.size;
    waiting = { since: Date.now() };
    page.set("map-asked", { data: { tab: page.tab(), number: waiting.since, fresh, plane: map.plane } });
    clearTimeout(asking);
    asking = setTimeout(() => waiting && ask(), LOST_AFTER + 100);
  }

  function arrived(reply) {
    waiting = null;
    if (reply.nodes) {
      const here = new Set(map.nodes.keys());
      Object.entries(reply.nodes).forEach(([id, at]) => map.nodes.set(id, at));
      reply.unplaced.forEach((id) => map.nodes.delete(id));
      map.unplaced = new Set(reply.unplaced);
      if (reply.plane) [map.plane, map.outlines] = [reply.plane, reply.outlines];
      if (map.on) show(Object.keys(reply.nodes).filter((id) => !here.has(id)));
    }
    if (again) {
      again = false;
      ask();
    }
  }

  function show(news) {
    const cy = page.cy;
    const fit = owed.fit;
    owed.fit = false;
    apply();
    if (fit) {
      page.fit();
      owed.fit = !drawn().length;
    } else if (news.length && news.length < map.nodes.size) {
      const newcomers = drawn().filter((node) => news.includes(node.id()));
      if (newcomers.some(outside)) frame(newcomers.union(newcomers.neighborhood().nodes()).toArray(), map.scale);
    }
    if (owed.focus) page.focus(owed.focus);
    owed.focus = null;
    cy.container().dataset.mapped = Number(cy.container().dataset.mapped || 0) + 1;
  }

  function enter() {
    const cy = page.cy;
    graphView = { zoom: cy.zoom(), pan: { ...cy.pan() } };
    keepGraph();
    map.on = true;
    cy.autoungrabify(true);
    if (mapView && !owed.fit) look(mapView.scale, mapView.zoom, mapView.pan);
    else apply();
    if (cy.nodes().length) ask();
  }

  function leave() {
    const cy = page.cy;
    if (map.scale) mapView = { scale: map.scale, zoom: map.zoom, pan: { ...cy.pan() } };
    settling = true;
    toGraph();
    map.on = false;
    cy.container().classList.remove("not-placed");
    cy.autoungrabify(false);
    if (owed.graphFit) page.fit();
    else cy.viewport(graphView);
    owed.graphFit = false;
    settling = false;
  }

  /* The map is shown, or the graph again. */
  map.turn = (on) => {
    if (on === map.on) return;
    if (on) enter();
    else leave();
    IN_GRAPH_ONLY.forEach((id) => {
      const button = document.getElementById(id);
      if (button) button.disabled = on;
    });
  };

  /* Spots stand so many times as far apart, nodes and words as large as they are: for paper, which has more room. */
  map.spread = (by) => {
    map.zoom /= by;
    apply();
  };

  page.fit = () => {
    if (!map.on) graph.fit();
    else frame(drawn().toArray(), CLOSE);
  };

  /* The view moves only for a node that lies outside it. */
  function bring(node) {
    if (outside(node)) page.cy.center(node);
  }

  page.focus = (id) => {
    if (!map.on) graph.focus(id);
    else if (map.nodes.has(id)) bring(page.cy.getElementById(id));
    else page.toast(page.words("map_no_place"));
  };

  page.draw = (change) => {
    if (change.fit) {
      map.nodes.clear();
      owed.fit = true;
    }
    if (!map.on) return graph.draw(change);
    owed.graphFit = owed.graphFit || Boolean(change.fit);
    owed.focus = change.focus;
    asGraph(() => graph.draw({ ...change, fit: false, focus: null }));
    ask();
  };

  page.scene = () => asGraph(graph.scene);
  page.here.choose_node = ({ node }) => page.choose([node]);

  page.attach = (cy) => {
    graph.attach(cy);
    cy.on("zoom", zoomed);
    cy.on("render", () => page.ground(map));
    if (graph.refreshNodes) return;
    graph.refreshNodes = page.refreshNodes;
    page.refreshNodes = () => asGraph(graph.refreshNodes);
  };

  window.dash_clientside = Object.assign({}, window.dash_clientside, {
    map: {
      placed: (reply) => {
        if (reply) arrived(reply);
        return quiet();
      },
    },
  });
})();
