"""Edges in words, as read from either end."""

from __future__ import annotations

from graph.model import model
from graph.text import Text


def edge_name(node_type: str, name: str, direction: str, other: str) -> Text:
    """What an edge is called by the node that is looked at: `covers` from the branch, `covered by` from the firm."""
    source, target = (node_type, other) if direction == "out" else (other, node_type)
    declared = model().arrow(source, name, target)
    if declared is None:
        return model().edge_label(name)
    return declared.label if direction == "out" else declared.reverse
