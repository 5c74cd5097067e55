"""Pictures as py2neo values and pandas frames, for analysts' scripts; the only module that knows py2neo.

py2neo has reached its end of life. What it does well is used, what it does badly is kept out:
- one thread only, as its threaded merges lose rows;
- never its schema calls, which speak a language Neo4j no longer knows;
- a pushed subgraph stays unbound: py2neo holds a bound node of internal id 0 twice, so writing goes by key.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import pandas as pd
from interchange.geo import WGS84Point
from py2neo import Graph, Node, Relationship, Subgraph
from py2neo.bulk import merge_nodes, merge_relationships
from py2neo.errors import ConnectionBroken, ConnectionUnavailable, Neo4jError, ServiceUnavailable

from app.reports.attributes import edge_row, node_row
from app.reports.cypher import labels
from app.reports.flat import Point, flatten
from graph.errors import DatabaseError
from graph.text import Language, Text
from queries.results import Picture, Ref

BATCH = 5_000


def subgraph(picture: Picture) -> Subgraph:
    """What exists of `picture`: nodes with their labels, `key` and properties (masked), edges with their dates."""
    flat = flatten(picture, "zh")
    nodes: dict[Ref, Any] = {}
    for node in flat.nodes:
        if not node.missing:
            made = Node(*labels(node.ref.type), key=node.ref.key, **_stored(node.properties))
            made.__primarylabel__, made.__primarykey__ = node.ref.type, "key"
            nodes[node.ref] = made
    edges = [
        Relationship(
            nodes[e.source.ref], e.name, nodes[e.target.ref], **_dates(e.since, e.until), **_stored(e.properties)
        )
        for e in flat.edges
        if e.exists
    ]
    return Subgraph(nodes.values(), edges)


def frames(picture: Picture, language: Language = "zh") -> tuple[pd.DataFrame, pd.DataFrame]:
    """(nodes, edges) with the columns of the other exports, ghosts included; both indexed by `id`."""
    flat = flatten(picture, language)
    nodes = pd.DataFrame([node_row(n, language) for n in flat.nodes])
    edges = pd.DataFrame([edge_row(e, language) for e in flat.edges])
    return tuple(f.set_index("id") if len(f) else f for f in (nodes, edges))  # type: ignore[return-value]


def push(graph: Subgraph, uri: str, user: str, password: str, database: str | None = None) -> None:
    """Write a subgraph of ours into another Neo4j; twice is as once. Raises DatabaseError, and then nothing is written.

    Nodes are found there by label and `key`, edges by their ends, type and `since`.
    """
    try:
        target = Graph(uri, auth=(user, password), name=database)
        transaction = target.begin()
        _merge(transaction, graph)
        target.commit(transaction)
    except (ConnectionUnavailable, ConnectionBroken, ServiceUnavailable, Neo4jError, OSError) as error:
        raise _told(uri, error) from error


def _told(uri: str, error: Exception) -> DatabaseError:
    # py2neo hides a refused password behind a closed connection; what the server said is the context of that
    refusal = next((e for e in (error, error.__context__) if isinstance(e, Neo4jError)), None)
    if refusal is None:
        return DatabaseError(
            Text("连接不上数据库 {uri}", "the database at {uri} cannot be reached").fill(uri=uri),
            Text("请确认地址正确且它正在运行", "check the address and that it is running"),
        )
    return DatabaseError(
        Text("数据库 {uri} 拒绝写入：{reason}", "the database at {uri} refused: {reason}").fill(
            uri=uri, reason=str(refusal).splitlines()[0]
        ),
        Text("请检查用户名、密码和写入权限", "check user, password and the right to write"),
    )


def _merge(transaction: Any, graph: Subgraph) -> None:
    by_label: dict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
    for node in graph.nodes:
        by_label[(node.__primarylabel__, *sorted(node.labels))].append(dict(node))
    for (primary, *every), rows in by_label.items():
        for start in range(0, len(rows), BATCH):
            merge_nodes(transaction, rows[start : start + BATCH], (primary, "key"), labels=set(every))
    by_type: dict[tuple[str, str, str, bool], list[tuple[str, dict[str, Any], str]]] = defaultdict(list)
    for edge in graph.relationships:
        source, target = edge.start_node, edge.end_node
        name = type(edge).__name__
        kind = (name, source.__primarylabel__, target.__primarylabel__, "since" in edge)
        by_type[kind].append((source["key"], dict(edge), target["key"]))
    for (name, source_label, target_label, dated), triples in by_type.items():
        for start in range(0, len(triples), BATCH):
            merge_relationships(
                transaction,
                triples[start : start + BATCH],
                (name, "since") if dated else (name,),
                start_node_key=(source_label, "key"),
                end_node_key=(target_label, "key"),
            )


def _stored(properties: Any) -> dict[str, Any]:
    return {k: WGS84Point((v.longitude, v.latitude)) if isinstance(v, Point) else v for k, v in properties.items()}


def _dates(since: Any, until: Any) -> dict[str, Any]:
    return {name: value for name, value in (("since", since), ("until", until)) if value is not None}
