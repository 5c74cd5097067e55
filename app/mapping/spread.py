"""Nodes that stand at one spot are spread around it in rings, so that each can be seen and clicked. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import cos, floor, pi, sin

Offset = tuple[float, float]

LEAST, APART = 58.0, 64.0
"""The innermost ring's least radius, and how far apart nodes and rings are: a node is some 40 of these units wide."""
RING = 12
"""As many nodes stand on the innermost ring at most."""


def spread(spots: Mapping[str, tuple[float, float]]) -> dict[str, Offset]:
    """By how much each node stands beside its spot (metres, to the nearest), in the canvas's own units."""
    together: dict[tuple[int, int], list[str]] = {}
    for node, (x, y) in spots.items():
        together.setdefault((round(x), round(y)), []).append(node)
    return {node: offset for nodes in together.values() for node, offset in around(nodes)}


def around(nodes: Sequence[str]) -> Iterator[tuple[str, Offset]]:
    """One alone stays where it is; several stand around the spot."""
    if len(nodes) == 1:
        yield nodes[0], (0.0, 0.0)
        return
    left, room = list(nodes), RING
    radius = max(LEAST, APART * min(len(left), room) / (2 * pi))
    while left:
        ring, left = left[:room], left[room:]
        for place, node in enumerate(ring):
            angle = pi + 2 * pi * place / len(ring)
            yield node, (round(radius * cos(angle), 1), round(radius * sin(angle), 1))
        radius += APART
        room = floor(2 * pi * radius / APART)
