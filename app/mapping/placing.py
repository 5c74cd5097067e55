"""A scene on the map: each node at its spot, those at one spot spread, those without coordinates listed. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from app.mapping.projection import Plane
from app.mapping.spread import spread
from app.scene.state import Scene
from queries.points import Point

Points = Mapping[str, tuple[Point, ...]]
"""The places of nodes by id, the one each is drawn at first; empty for those that have none."""


@dataclass(frozen=True)
class Placed:
    """A node on the map: its spot in metres, by how much it stands beside it, and its other places in metres.

    `rough`: the spot is the centre of its grid cell. `hosted`: its other places are of firms that a branch covers.
    """

    x: float
    y: float
    dx: float = 0.0
    dy: float = 0.0
    rough: bool = False
    hosted: bool = False
    others: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True)
class MapScene:
    """All that the map shows: the plane, the nodes by id, and those that have no coordinates."""

    plane: Plane | None = None
    nodes: Mapping[str, Placed] = field(default_factory=dict)
    unplaced: tuple[str, ...] = ()


def placed(scene: Scene, points: Points, plane: Plane | None) -> MapScene:
    """The scene's nodes on the map; `plane` is kept as long as it serves.

    A node that is missing stands in the middle of those it is missing for.
    """
    first = {i: points[i][0] for i in scene.nodes if points.get(i)}
    around = Plane.around((point.longitude, point.latitude) for point in first.values())
    if around is None:
        return MapScene(plane, {}, tuple(scene.nodes))
    if plane is None or not plane.serves(around):
        plane = around
    known = {i: plane.metres(point.longitude, point.latitude) for i, point in first.items()}
    spots = {i: known[i] for i in scene.nodes if i in known} | _missing(scene, known)
    offsets = spread(spots)
    nodes = {i: _node(spots[i], offsets[i], points.get(i, ()), plane) for i in spots}
    return MapScene(plane, nodes, tuple(i for i in scene.nodes if i not in nodes))


def _node(spot: tuple[float, float], offset: tuple[float, float], points: tuple[Point, ...], plane: Plane) -> Placed:
    others = tuple(plane.metres(point.longitude, point.latitude) for point in points[1:])
    rough = bool(points) and points[0].rough
    return Placed(*spot, *offset, rough, any(not point.own for point in points[1:]), others)


def _missing(scene: Scene, spots: Mapping[str, tuple[float, float]]) -> dict[str, tuple[float, float]]:
    beside: dict[str, list[tuple[float, float]]] = {i: [] for i, node in scene.nodes.items() if node.missing}
    for edge in scene.edges.values() if beside else ():
        for one, other in ((edge.source.id, edge.target.id), (edge.target.id, edge.source.id)):
            if one in beside and other in spots:
                beside[one].append(spots[other])
    return {i: _middle(near) for i, near in beside.items() if near}


def _middle(spots: Iterable[tuple[float, float]]) -> tuple[float, float]:
    xs, ys = zip(*spots, strict=True)
    return round(sum(xs) / len(xs), 1), round(sum(ys) / len(ys), 1)
