"""What leaves as a networkx graph: the common ground of GraphML and GEXF."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import networkx as nx

from app.reports.attributes import Plain, edge_attributes, node_attributes
from app.reports.export import Export
from app.reports.xml_text import xml_text


def digraph(export: Export) -> nx.MultiDiGraph[str]:
    """One node for each node (`Type:key`), one edge for each edge with its id as key; attribute values plain.

    Every attribute has one type throughout, as both formats declare types once: whole and decimal numbers become
    decimal, any other mixture becomes text.
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(name=xml_text(export.heading))
    nodes = [(xml_text(n.ref.id), node_attributes(n, export.language)) for n in export.flat.nodes]
    edges = [(e, edge_attributes(e, export.language)) for e in export.flat.edges]
    _unify([attributes for _, attributes in nodes])
    _unify([attributes for _, attributes in edges])
    graph.add_nodes_from(nodes)
    for e, attributes in edges:
        graph.add_edge(xml_text(e.source.ref.id), xml_text(e.target.ref.id), xml_text(e.id), **attributes)
    return graph


def _unify(rows: Iterable[dict[str, Plain]]) -> None:
    kinds: dict[str, set[type]] = defaultdict(set)
    rows = list(rows)
    for row in rows:
        for name, value in row.items():
            kinds[name].add(type(value))
    for row in rows:
        for name, value in row.items():
            if kinds[name] == {int, float}:
                row[name] = float(value)
            elif len(kinds[name]) > 1 or isinstance(value, str):
                row[name] = xml_text(str(value))
