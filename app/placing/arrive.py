"""Placing newcomers: in rings around the node they came from, only where there is room, moving nobody."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence

from app.placing.boxes import HEIGHT, WIDTH

Position = tuple[float, float]


def place_around(
    positions: Mapping[str, Position], newcomers: Sequence[str], around: str | None = None
) -> dict[str, Position]:
    """Positions for the newcomers, nearest free places first; without a node to stand around, below the picture."""
    taken = _Taken(positions.values())
    centre, outwards = _start(positions, around)
    places = _rings(centre, outwards)
    found: dict[str, Position] = {}
    for newcomer in newcomers:
        spot = next(place for place in places if taken.free(place))
        taken.add(spot)
        found[newcomer] = (round(spot[0], 1), round(spot[1], 1))
    return found


def _start(positions: Mapping[str, Position], around: str | None) -> tuple[Position, float]:
    """Where the rings begin, and the direction away from the rest of the picture, where room is likeliest."""
    if not positions:
        return (0.0, 0.0), 0.0
    xs, ys = [x for x, _ in positions.values()], [y for _, y in positions.values()]
    middle = ((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2)
    if around is None or around not in positions:
        return (middle[0], max(ys) + 2 * HEIGHT), math.pi / 2
    centre = positions[around]
    return centre, math.atan2(centre[1] - middle[1], centre[0] - middle[0])


def _rings(centre: Position, outwards: float) -> Iterator[Position]:
    """Places from the centre outwards, on each ring beginning in the outward direction and alternating sides."""
    yield centre
    ring = 1
    while True:
        room = math.floor(2 * math.pi * ring)
        for i in range(room):
            side = (i + 1) // 2 * (1 if i % 2 else -1)
            angle = outwards + 2 * math.pi * side / room
            yield centre[0] + ring * WIDTH * 1.05 * math.cos(angle), centre[1] + ring * WIDTH * math.sin(angle)
        ring += 1


class _Taken:
    """Places taken, looked up by squares of the paper."""

    def __init__(self, places: Iterable[Position]) -> None:
        self._squares: dict[tuple[int, int], list[Position]] = {}
        for place in places:
            self.add(place)

    def add(self, place: Position) -> None:
        self._squares.setdefault(self._square(place), []).append(place)

    def free(self, place: Position) -> bool:
        column, row = self._square(place)
        near = (self._squares.get((c, r), ()) for c in range(column - 1, column + 2) for r in range(row - 1, row + 2))
        return all(abs(x - place[0]) >= WIDTH or abs(y - place[1]) >= HEIGHT for places in near for x, y in places)

    def _square(self, place: Position) -> tuple[int, int]:
        return math.floor(place[0] / WIDTH), math.floor(place[1] / HEIGHT)
