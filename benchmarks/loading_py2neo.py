"""The same graph by py2neo.bulk, which writes nodes of one kind, then edges of one kind, by its own UNWIND."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from py2neo import Graph
from py2neo.bulk import create_nodes, create_relationships

from benchmarks import loading_rows
from benchmarks.loading_raw import batches, load_properties
from benchmarks.loading_rows import Values
from graph.values.digest import Digester
from loaders.ledger import Load

BATCH = 5000


def load_registry(graph: Graph, path: Path, load: Load) -> None:
    """File → graph, a registry."""
    common, number = loading_rows.common(load), 0
    _nodes(graph, ["Load"], [{"key": load.id}])
    for rows in batches(loading_rows.registry(path, load), BATCH):
        _ledger_rows(graph, load, common, rows)
        _nodes(graph, ["Enterprise", "Entity"], [row["firm"] for row in rows])
        _edges(graph, "STATES", "LedgerRow", "Enterprise", (_link(r, "states", r["firm"]["key"]) for r in rows))
        number += len(rows)
    _end(graph, load, number)


def load_members(graph: Graph, path: Path, load: Load, digester: Digester) -> None:
    """File → graph, a member ledger."""
    common, every = loading_rows.common(load), list(loading_rows.members(path, load, digester))
    _nodes(graph, ["Load"], [{"key": load.id}])
    for node_type, to, link in (("Enterprise", "to_firm", "names_firm"), ("Branch", "to_branch", "names_branch")):
        _nodes(graph, [node_type, "Entity"], loading_rows.named((row[to], row[link]["called"]) for row in every))
    for rows in batches(every, BATCH):
        _ledger_rows(graph, load, common, rows)
        _nodes(graph, ["Member", "Entity"], [row["member"] for row in rows])
        _nodes(graph, ["MemberRecord", "Record"], [row["record"] for row in rows])
        _edges(graph, "STATES", "LedgerRow", "Member", (_link(r, "states", r["member"]["key"]) for r in rows))
        _edges(graph, "NAMES", "LedgerRow", "Enterprise", (_link(r, "names_firm", r["to_firm"]) for r in rows))
        _edges(graph, "NAMES", "LedgerRow", "Branch", (_link(r, "names_branch", r["to_branch"]) for r in rows))
        _edges(graph, "WORKS_AT", "Member", "Enterprise", (_edge(r, "works_at", "to_firm") for r in rows))
        _edges(graph, "BELONGS_TO", "Member", "Branch", (_edge(r, "belongs_to", "to_branch") for r in rows))
        told = ((r["record"]["key"], r["period"], r["member"]["key"]) for r in rows)
        _edges(graph, "DESCRIBES", "MemberRecord", "Member", told)
    _end(graph, load, len(every))


def _ledger_rows(graph: Graph, load: Load, common: Values, rows: list[Values]) -> None:
    _nodes(graph, ["LedgerRow"], [{**row["row"], **common} for row in rows])
    _edges(graph, "IN_LOAD", "LedgerRow", "Load", ((row["row"]["key"], {}, load.id) for row in rows))


def _link(row: Values, name: str, key: str) -> tuple[str, Values, str]:
    return row["row"]["key"], row[name], key


def _edge(row: Values, name: str, to: str) -> tuple[str, Values, str]:
    return row["member"]["key"], row[name], row[to]


def _nodes(graph: Graph, labels: list[str], values: list[Values]) -> None:
    create_nodes(graph.auto(), values, labels=set(labels))


def _edges(graph: Graph, name: str, source: str, target: str, edges: Iterable[tuple[str, Any, str]]) -> None:
    create_relationships(graph.auto(), list(edges), name, start_node_key=(source, "key"), end_node_key=(target, "key"))


def _end(graph: Graph, load: Load, number: int) -> None:
    told = load_properties(load, number)
    graph.update(
        "MATCH (l:Load {key: $key}) SET l += $told, l.loaded_at = datetime(), l.loaded_by = 'peer'",
        {"key": load.id, "told": told},
    )
