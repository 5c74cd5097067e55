/* The linked table: the answer's rows or the nodes drawn, with one selection for canvas and table. */
(function () {
  "use strict";
  const page = (window.liangxin = window.liangxin || {});
  /* Rows also change their selection when they arrive anew, or because the canvas says so. */
  const BY_PERSON = new Set(["rowClicked", "spaceKey", "checkboxSelected", "keyboardSelectAll", "uiSelectAll"]);
  let answer = { columns: [], rows: [] };
  let view = "answer";
  let grid = null;
  let filled = "";
  let meant = null; // the nodes that rows chosen by a person last chose

  page.rowsArrived = (data) => {
    if (!data) return;
    answer = data;
    if (view === "answer") fill(answer.columns, answer.rows);
    listen();
  };

  page.view = (wanted) => {
    view = wanted;
    ["answer", "nodes"].forEach((name) =>
      document.getElementById(`view-${name}`).setAttribute("aria-selected", String(name === view))
    );
    if (view === "answer") fill(answer.columns, answer.rows);
    else page.refreshNodes();
  };

  page.refreshNodes = () => {
    if (view !== "nodes") return;
    const columns = [
      { field: "type", headerName: page.words("column_type"), flex: 1, minWidth: 110 },
      { field: "name", headerName: page.words("column_name"), flex: 3, minWidth: 200 },
      { field: "links", headerName: page.words("column_links"), flex: 1, minWidth: 100, type: "number" },
      { field: "key", headerName: page.words("column_key"), flex: 2, minWidth: 160 },
    ];
    const rows = page.cy.nodes(":visible").map((node) => ({
      _id: node.id(),
      _nodes: [node.id()],
      type: page.language.marks[node.data("type")].label,
      name: node.data("name"),
      links: node.connectedEdges(":visible").length,
      key: node.data("missing") ? "" : node.id().slice(node.data("type").length + 1),
    }));
    fill(columns, rows);
  };

  /* The table's filters stay as long as its columns do. Of new rows those are selected whose nodes are; left to itself
     the component selects again what it remembers. */
  function fill(columns, rows) {
    const named = columns.map(({ field }) => field).join();
    const others = named === filled ? {} : { filterModel: {} };
    filled = named;
    const chosen = speakOf(page.selected());
    page.set("table", { columnDefs: columns, rowData: rows, selectedRows: rows.filter(chosen), ...others });
  }

  /* Rows chosen by a person choose the nodes they speak of, the first of each. The grid tells of both events later
     than they happen: rows that arrive in between must not take back what the person chose. */
  async function listen() {
    if (grid) return;
    grid = await window.dash_ag_grid.getApiAsync("table");
    grid.setGridOption("tabToNextCell", () => false); // arrows walk the cells, Tab leads out of them
    grid.addEventListener("modelUpdated", tellLeft);
    grid.addEventListener("rowDataUpdated", () => mark(page.selected()));
    grid.addEventListener("selectionChanged", (event) => {
      if (!BY_PERSON.has(event.source)) return;
      const ids = [...new Set(event.selectedNodes.map(({ data }) => data._nodes[0]).filter(Boolean))];
      page.choose(ids);
      meant = page.selected().join();
      show(ids);
    });
    mark(page.selected());
  }

  /* How many rows the table's own filters leave; they change neither the picture nor what is selected. */
  function tellLeft() {
    const filtered = grid.isAnyFilterPresent();
    let all = 0;
    grid.forEachNode(() => (all += 1));
    const told = filtered ? page.words("table_left", { all, left: grid.getDisplayedRowCount() }) : "";
    document.getElementById("table-left").textContent = told;
    document.getElementById("table-unfilter").hidden = !filtered;
  }

  page.here.table_unfilter = () => {
    grid.setFilterModel(null);
    page.here.to_table();
  };

  /* The keyboard's way into the rows, or to what leads to them where there are none. */
  page.here.to_table = () => {
    const column = grid && grid.getAllDisplayedColumns()[0];
    if (!column) return document.getElementById(`view-${view}`).focus();
    if (document.querySelector(".below").classList.contains("folded")) page.fold();
    if (grid.getDisplayedRowCount()) grid.setFocusedCell(0, column);
    else grid.setFocusedHeader(column);
  };

  /* The view follows, if what was chosen lies outside it. */
  function show(ids) {
    const seen = page.cy.extent();
    const nodes = page.cy.nodes(":selected").filter(":visible");
    const outside = nodes.some((node) => {
      const { x, y } = node.position();
      return x < seen.x1 || x > seen.x2 || y < seen.y1 || y > seen.y2;
    });
    if (nodes.length && outside) page.cy.center(nodes);
  }

  /* Nodes chosen on the canvas choose the rows that speak of them. */
  page.selectRows = (ids) => {
    if (!grid || ids.join() === meant) return;
    meant = null;
    mark(ids);
  };

  function speakOf(ids) {
    const wanted = new Set(ids);
    return (row) => (row._nodes || []).some((id) => wanted.has(id));
  }

  function mark(ids) {
    const chosen = speakOf(ids);
    let first = null;
    grid.forEachNode((row) => {
      const is = chosen(row.data);
      if (is && row.displayed && !first) first = row;
      if (row.isSelected() !== is) row.setSelected(is, false, "api");
    });
    if (first) grid.ensureNodeVisible(first);
  }

  page.fold = () => {
    const below = document.querySelector(".below");
    const folded = below.classList.toggle("folded");
    document.getElementById("fold-table").setAttribute("aria-expanded", String(!folded));
  };
})();
