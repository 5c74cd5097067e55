"""Groups of nodes, such as areas: with which each node is laid out, and where one begins that stands apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.placing.boxes import HEIGHT, WIDTH
from queries.results import Picture, PictureEdge

Neighbours = dict[str, set[str]]


def neighbours_of(picture: Picture) -> Neighbours:
    """By id of each node those of its neighbours in the picture."""
    return _neighbours((node.ref.id for node in picture.nodes), picture.edges)


def joined(neighbours: Neighbours, groups: Mapping[str, str]) -> dict[str, str]:
    """A group for every node: its own, else that of most of its neighbours, step by step; "" where none is near."""
    found = {i: groups[i] for i in neighbours if i in groups}
    while True:
        votes = {i: Counter(found[o] for o in near if o in found) for i, near in neighbours.items() if i not in found}
        more = {i: min(vote, key=lambda group: (-vote[group], group)) for i, vote in votes.items() if vote}
        if not more:
            return {i: found.get(i, "") for i in neighbours}
        found |= more


@dataclass(frozen=True)
class Block:
    """A group that stands apart from all others: its name, and the upper left corner of its nodes' boxes."""

    name: str
    x: float
    y: float


def blocks(
    positions: Mapping[str, tuple[float, float]], edges: Iterable[PictureEdge], groups: Mapping[str, str]
) -> tuple[Block, ...]:
    """The groups of several nodes that overlap no other; `positions` are of the nodes that are seen."""
    group = joined(_neighbours(positions, edges), groups)
    places: dict[str, list[tuple[float, float]]] = {}
    for i, name in group.items():
        places.setdefault(name, []).append(positions[i])
    boxes = {
        name: (
            min(x for x, _ in at) - WIDTH / 2,
            min(y for _, y in at) - HEIGHT / 2,
            max(x for x, _ in at) + WIDTH / 2,
            max(y for _, y in at) + HEIGHT / 2,
        )
        for name, at in places.items()
    }
    apart = [
        name
        for name, (left, top, right, bottom) in boxes.items()
        if all(
            name == other or left >= r or right <= x or top >= b or bottom <= y for other, (x, y, r, b) in boxes.items()
        )
    ]
    return tuple(Block(name, *boxes[name][:2]) for name in sorted(apart) if name and len(places[name]) > 1)


def _neighbours(ids: Iterable[str], edges: Iterable[PictureEdge]) -> Neighbours:
    found: Neighbours = {i: set() for i in ids}
    for edge in edges:
        source, target = edge.source.id, edge.target.id
        if source != target and source in found and target in found:
            found[source].add(target)
            found[target].add(source)
    return found
