"""Placing a whole picture: each connected part by itself, then the parts on shelves, group beside group."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np

from app.placing.boxes import HEIGHT, WIDTH, Points, packed, separated
from app.placing.clusters import clustered
from app.placing.groups import Neighbours, joined, neighbours_of
from app.placing.stress import stressed
from queries.results import Picture

LARGE = 260
"""Parts with more nodes are laid as clusters around their hubs: stress grows with the cube."""


def place(
    picture: Picture,
    fixed: Mapping[str, tuple[float, float]],
    groups: Mapping[str, str] = MappingProxyType({}),
) -> dict[str, tuple[float, float]]:
    """A position for every node of the picture; `fixed` ones stay where they are.

    `groups`: the group of nodes by id, such as their area. Each group is laid out by the links within it.
    """
    neighbours = neighbours_of(picture)
    group = joined(neighbours, groups)
    names = sorted(set(group.values()), key=lambda name: (not name, name))  # what is in none comes last
    blocks = [_block({i: neighbours[i] for i in group if group[i] == name}) for name in names]
    laid = packed([_framed(points) if len(blocks) > 1 else points for _, points in blocks])
    points = {i: xy for (ids, _), block in zip(blocks, laid, strict=True) for i, xy in zip(ids, block, strict=False)}
    if fixed:
        points = _around_fixed(points, fixed)
    return {i: (round(float(x), 1), round(float(y), 1)) for i, (x, y) in points.items()}


def _block(neighbours: Neighbours) -> tuple[list[str], Points]:
    """The nodes of a group and where they stand in it, by the links among them."""
    within = {i: others & neighbours.keys() for i, others in neighbours.items()}
    parts = _parts(within)
    return [i for part in parts for i in part], np.vstack(packed([_laid(part, within) for part in parts]))


def _framed(points: Points) -> Points:
    """The points of several and two corners half a box further out, so that groups stand visibly apart."""
    if len(points) == 1:
        return points
    room = np.array([WIDTH, HEIGHT]) / 2
    return np.vstack([points, points.min(axis=0) - room, points.max(axis=0) + room])


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
