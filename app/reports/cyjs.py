"""Cytoscape JSON, which Cytoscape and Cytoscape.js open."""

from __future__ import annotations

import json

from app.reports.attributes import edge_row, node_row
from app.reports.export import Export


def render(export: Export) -> bytes:
    """`{"data": {"name"}, "elements": {"nodes": [{"data": …}], "edges": [{"data": …}]}}`, UTF-8."""
    language = export.language
    nodes = [{"data": node_row(node, language)} for node in export.flat.nodes]
    edges = [{"data": edge_row(edge, language)} for edge in export.flat.edges]
    network = {"data": {"name": export.heading}, "elements": {"nodes": nodes, "edges": edges}}
    return json.dumps(network, ensure_ascii=False, allow_nan=False, indent=1).encode("utf-8")
