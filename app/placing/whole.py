"""Placing a whole picture: each connected part by itself, then the parts on shelves."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from app.placing.boxes import Points, packed, separated
from app.placing.clusters import clustered
from app.placing.stress import stressed
from queries.results import Picture

Neighbours = dict[str, set[str]]

LARGE = 260
"""Parts with more nodes are laid as clusters around their hubs: stress grows with the cube."""


def place(picture: Picture, fixed: Mapping[str, tuple[float, float]]) -> dict[str, tuple[float, float]]:
    """A position for every node of the picture; `fixed` ones stay where they are."""
    neighbours: Neighbours = {node.ref.id: set() for node in picture.nodes}
    for edge in picture.edges:
        if edge.source != edge.target:
            neighbours[edge.source.id].add(edge.target.id)
            neighbours[edge.target.id].add(edge.source.id)
    parts = _parts(neighbours)
    laid = packed([_laid(part, neighbours) for part in parts]) if parts else []
    points = {i: xy for part, points in zip(parts, laid, strict=True) for i, xy in zip(part, points, strict=True)}
    if fixed:
        points = _around_fixed(points, fixed)
    return {i: (round(float(x), 1), round(float(y), 1)) for i, (x, y) in points.items()}


def _parts(neighbours: Neighbours) -> list[list[str]]:
    """Connected parts, largest first; inside a part in an order that only the picture decides."""
    seen: set[str] = set()
    parts = []
    for start in sorted(neighbours):
        if start in seen:
            continue
        part, seen = [start], seen | {start}
        for node in part:
            fresh = sorted(neighbours[node] - seen)
            part += fresh
            seen.update(fresh)
        parts.append(part)
    return sorted(parts, key=lambda part: (-len(part), part[0]))


def _laid(part: list[str], neighbours: Neighbours) -> Points:
    if len(part) > LARGE:
        return clustered(part, neighbours)
    points = stressed(part, neighbours)
    return separated(points, np.zeros(len(part), dtype=bool))


def _around_fixed(points: Mapping[str, Points], fixed: Mapping[str, tuple[float, float]]) -> dict[str, Points]:
    ids = list(points)
    stay = np.array([i in fixed for i in ids])
    wanted = np.array([fixed.get(i, tuple(points[i])) for i in ids], dtype=float)
    return dict(zip(ids, separated(wanted, stay), strict=True))
