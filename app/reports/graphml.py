"""GraphML, which networkx, Gephi, yEd and Cytoscape open."""

from __future__ import annotations

from io import BytesIO

import networkx as nx

from app.reports.digraph import digraph
from app.reports.export import Export


def render(export: Export) -> bytes:
    """The file's bytes; edge ids are the keys of a MultiDiGraph (`nx.read_graphml(…, force_multigraph=True)`)."""
    file = BytesIO()
    nx.write_graphml_xml(digraph(export), file)
    return file.getvalue()
