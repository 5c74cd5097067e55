"""Layouts on demand, besides the one by links: grouped, in columns by type, in rings around one node."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Literal

import numpy as np

from app.placing.boxes import HEIGHT, WIDTH, packed
from app.placing.whole import place
from queries.results import Picture

Layout = Literal["links", "areas", "types", "rings"]
LAYOUTS: tuple[Layout, ...] = ("links", "areas", "types", "rings")
Positions = dict[str, tuple[float, float]]

COLUMN = 12
"""So many nodes stand below each other before a type takes another column."""


def by_groups(picture: Picture, groups: Mapping[str, str]) -> Positions:
    """Each group laid out by its links, then group beside group; what has none goes with most of its neighbours."""
    joined = _joined(picture, groups)
    found: list[tuple[list[str], np.ndarray]] = []
    for group in sorted(set(joined.values())):
        nodes = [n for n in picture.nodes if joined[n.ref.id] == group]
        within = place(Picture.of(nodes, picture.edges), {})
        ids = list(within)
        found.append((ids, np.array([within[i] for i in ids])))
    laid = packed([_framed(points) for _, points in found])
    return {
        i: (round(float(x), 1), round(float(y), 1))
        for (ids, _), points in zip(found, laid, strict=True)
        for i, (x, y) in zip(ids, points[: len(ids)], strict=True)
    }


def _framed(points: np.ndarray) -> np.ndarray:
    """The points and two corners a box further out, so that groups stand visibly apart."""
    room = np.array([WIDTH, HEIGHT])
    return np.vstack([points, points.min(axis=0) - room, points.max(axis=0) + room])


def _joined(picture: Picture, groups: Mapping[str, str]) -> dict[str, str]:
    """A group for every node: its own, else that of most of its neighbours, step by step; "" where none is near."""
    neighbours: dict[str, list[str]] = {node.ref.id: [] for node in picture.nodes}
    for edge in picture.edges:
        neighbours[edge.source.id].append(edge.target.id)
        neighbours[edge.target.id].append(edge.source.id)
    joined = {i: groups[i] for i in neighbours if i in groups}
    while True:
        votes = {
            i: Counter(joined[o] for o in near if o in joined) for i, near in neighbours.items() if i not in joined
        }
        found = {i: min(vote, key=lambda group: (-vote[group], group)) for i, vote in votes.items() if vote}
        if not found:
            return {i: joined.get(i, "") for i in neighbours}
        joined |= found


def by_types(picture: Picture, order: Sequence[str]) -> Positions:
    """Columns by type, in the order given; within one the nodes that are alike linked stand near each other."""
    degree = Counter(i for edge in picture.edges for i in (edge.source.id, edge.target.id))
    rank = {name: number for number, name in enumerate(order)}
    nodes = sorted(picture.nodes, key=lambda n: (rank.get(n.ref.type, len(rank)), -degree[n.ref.id], n.caption))
    found, x = {}, 0.0
    for _, alike in groupby(nodes, key=lambda n: n.ref.type):
        ids = [node.ref.id for node in alike]
        tall = max(COLUMN, math.ceil(math.sqrt(len(ids) * 2)))
        for number, i in enumerate(ids):
            found[i] = (round(x + WIDTH * (number // tall), 1), round(HEIGHT * (number % tall), 1))
        x += WIDTH * (math.ceil(len(ids) / tall) + 1)
    return found


def by_rings(picture: Picture, centres: Iterable[str]) -> Positions:
    """Rings around the centres by how many steps away; what they do not reach stands in the outermost ring."""
    neighbours: dict[str, set[str]] = {node.ref.id: set() for node in picture.nodes}
    for edge in picture.edges:
        neighbours[edge.source.id].add(edge.target.id)
        neighbours[edge.target.id].add(edge.source.id)
    known = [i for i in centres if i in neighbours]
    middle = known or sorted(neighbours, key=lambda i: (-len(neighbours[i]), i))[:1]
    rings, seen = [list(middle)], set(middle)
    while ring := list(dict.fromkeys(o for i in rings[-1] for o in sorted(neighbours[i]) if o not in seen)):
        rings.append(ring)
        seen |= set(ring)
    if rest := sorted(neighbours.keys() - seen):
        rings.append(rest)
    found: Positions = {}
    radius = 0.0
    for number, ring in enumerate(rings):
        least = len(ring) * WIDTH / (2 * math.pi)
        radius = 0.0 if number == 0 and len(ring) == 1 else max(radius + 1.6 * HEIGHT, least)
        for place_of, i in enumerate(ring):
            angle = 2 * math.pi * place_of / len(ring) - math.pi / 2
            found[i] = (round(1.15 * radius * math.cos(angle), 1), round(radius * math.sin(angle), 1))
    return found
