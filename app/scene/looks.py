"""How a scene is coloured and sized, beyond node types."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping

from app.theme.looks import Facts, LookRule, looks
from queries.results import PictureEdge, PictureNode

SMALLEST, LARGEST = 26.0, 78.0
"""Diameters of the least and the largest node that a measure sizes, in the canvas's units; areas follow the measure."""


def graded(nodes: Mapping[str, PictureNode], facts: Mapping[str, Facts], look: str) -> dict[str, LookRule]:
    """The rule that colours each node; nothing where nodes are coloured by type."""
    colouring = looks().colours.get(look)
    if colouring is None:
        return {}
    found = {i: colouring.of(node.ref.type, facts.get(i, {})) for i, node in nodes.items() if not node.missing}
    return {i: rule for i, rule in found.items() if rule is not None}


def sized(
    nodes: Mapping[str, PictureNode], edges: Iterable[PictureEdge], facts: Mapping[str, Facts], measure: str
) -> dict[str, float]:
    """The diameter of each node whose measure is known; nothing where nodes are sized by type."""
    if measure == "links":
        degree = Counter(i for edge in edges for i in (edge.source.id, edge.target.id))
        values: dict[str, float] = {i: degree[i] for i in nodes}
    else:
        values = {i: facts[i][measure] for i in nodes if measure in facts.get(i, {})}
    most = max(values.values(), default=0)
    if most <= 0:
        return {}
    return {i: round(SMALLEST + (LARGEST - SMALLEST) * math.sqrt(value / most), 1) for i, value in values.items()}
