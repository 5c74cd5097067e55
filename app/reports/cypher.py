"""A Cypher script that recreates a picture in any Neo4j; run twice it leaves the same graph as once."""

from __future__ import annotations

from app.reports.export import Export
from app.reports.flat import FlatEdge, FlatNode
from app.reports.literals import literal, map_literal, quoted
from graph.model import model
from graph.text import Text
from queries.results import Ref


def render(export: Export) -> bytes:
    """The script's bytes, UTF-8, one statement a line. What does not exist is not written, and a comment says so."""
    flat = export.flat
    nodes = [node for node in flat.nodes if not node.missing]
    edges = [edge for edge in flat.edges if edge.exists]
    lines = [f"// {line}" for line in _comments(export, len(nodes), len(edges))]
    lines += [_node(node) for node in nodes]
    lines += [_edge(edge) for edge in edges]
    return ("\n".join(lines) + "\n").encode("utf-8")


def labels(kind: str) -> tuple[str, ...]:
    """The labels of a node type's nodes in the graph: its own, then Entity or Record; bookkeeping has its own only."""
    node_type = model()[kind]
    if node_type.bookkeeping:
        return (kind,)
    return (kind, "Record" if node_type.record_of else "Entity")


def _comments(export: Export, nodes: int, edges: int) -> list[str]:
    flat = export.flat
    told = [
        # Cypher reads \u000A in a comment as the end of its line, so no backslash may stand here
        " ".join(export.heading.replace("\\", "/").split()),
        export.say(
            Text("节点 {nodes} 个，联系 {edges} 条", "{nodes} nodes, {edges} edges").fill(nodes=nodes, edges=edges)
        ),
    ]
    left_nodes, left_edges = len(flat.nodes) - nodes, len(flat.edges) - edges
    if left_nodes or left_edges:
        left = Text(
            "未写入：尚不存在的节点 {nodes} 个、待建联系 {edges} 条",
            "not written, as they do not exist: {nodes} nodes, {edges} missing links",
        )
        told.append(export.say(left.fill(nodes=left_nodes, edges=left_edges)))
    return told


def _node(node: FlatNode) -> str:
    extra = "".join(f":{quoted(label)}" for label in labels(node.ref.type)[1:])
    added = f" SET n{extra}" if extra else ""
    values = f"{',' if extra else ' SET'} n += {map_literal(node.properties)}" if node.properties else ""
    return f"MERGE {_pattern('n', node.ref)}{added}{values};"


def _edge(edge: FlatEdge) -> str:
    # an edge is its ends, name and start; what else it carries may change
    start = f" {{since: {literal(edge.since)}}}" if edge.since else ""
    values = dict(edge.properties) | ({"until": edge.until} if edge.until else {})
    added = f" SET r += {map_literal(values)}" if values else ""
    ends = f"MATCH {_pattern('a', edge.source.ref)} MATCH {_pattern('b', edge.target.ref)}"
    return f"{ends} MERGE (a)-[r:{quoted(edge.name)}{start}]->(b){added};"


def _pattern(variable: str, ref: Ref) -> str:
    return f"({variable}:{quoted(ref.type)} {{key: {literal(ref.key)}}})"
