"""GEXF 1.2, Gephi's own format."""

from __future__ import annotations

from io import BytesIO

import networkx as nx

from app.reports.digraph import digraph
from app.reports.export import Export


def render(export: Export) -> bytes:
    """The file's bytes; every edge carries its own id, so that two of one kind between two nodes stay two."""
    graph = digraph(export)
    for _, _, key, attributes in graph.edges(keys=True, data=True):
        attributes["id"] = key
    file = BytesIO()
    nx.write_gexf(graph, file)
    return file.getvalue()
