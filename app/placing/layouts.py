"""Layouts on demand, besides the one by areas or by links alone: in columns by type, in rings around one node."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Literal

from app.placing.boxes import HEIGHT, WIDTH
from app.placing.groups import neighbours_of
from queries.results import Picture

Layout = Literal["areas", "links", "types", "rings"]
LAYOUTS: tuple[Layout, ...] = ("areas", "links", "types", "rings")
"""The first is how a picture is laid out that a question draws."""
Positions = dict[str, tuple[float, float]]

COLUMN = 12
"""So many nodes stand below each other before a type takes another column."""


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
    neighbours = neighbours_of(picture)
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
