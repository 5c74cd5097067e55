"""What the page's map asks: where the nodes of the tab's scene stand. The change alone is answered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from app.mapping.outlines import read_outlines
from app.mapping.placing import MapScene, Placed, Points, placed
from app.mapping.projection import Plane
from app.scene.shelf import Shelf
from app.scene.state import Scene
from app.tabs import Tabs
from graph.connection import Database
from graph.errors import SettingsError
from queries.points import points
from queries.results import Ref


@dataclass(frozen=True)
class Mapped:
    """What a tab's map shows: the day, where the nodes asked for so far stand, and the whole as it was told last."""

    at: date | None = None
    points: Points = field(default_factory=dict)
    scene: MapScene = field(default_factory=MapScene)


@dataclass(frozen=True)
class Maps:
    """One per application; `home` may have a file of outlines."""

    database: Database
    shelf: Shelf
    home: Path
    tabs: Tabs[Mapped] = field(default_factory=lambda: Tabs(Mapped()))


@dataclass(frozen=True)
class Answer:
    """`reply` is for the page's script; the nodes without coordinates, and how many stand at their cell's centre."""

    reply: Mapping[str, Any]
    scene: Scene
    unplaced: tuple[str, ...]
    rough: int
    wrong_outlines: SettingsError | None


def answer(maps: Maps, asked: Mapping[str, Any]) -> Answer:
    """Place the tab's scene. `asked`: tab, number, whether all is to be told (`fresh`), and the plane that the page
    has the outlines on. Raises as the database does."""
    tab = str(asked["tab"])
    history = maps.shelf.get(tab)
    scene = history.scene if history else Scene()
    before = maps.tabs.get(tab)
    after = _mapped(maps.database, scene, before)
    maps.tabs.change(tab, lambda _: after)
    told = {} if asked.get("fresh") else before.scene.nodes
    nodes = {i: _node(node) for i, node in after.scene.nodes.items() if told.get(i) != node}
    plane = after.scene.plane
    reply: dict[str, Any] = {"number": asked["number"], "nodes": nodes, "unplaced": after.scene.unplaced}
    wrong = None
    if plane is not None and asked.get("plane") != _degrees(plane):
        reply["plane"] = _degrees(plane)
        try:
            reply["outlines"] = _outlines(maps.home, plane)
        except SettingsError as error:
            reply["outlines"], wrong = {"closed": [], "open": []}, error
    shown = [i for i in scene.nodes if i in scene.drawn]
    unplaced = tuple(i for i in shown if i not in after.scene.nodes)
    rough = sum(after.scene.nodes[i].rough for i in shown if i in after.scene.nodes)
    return Answer(reply, scene, unplaced, rough, wrong)


def _mapped(database: Database, scene: Scene, before: Mapped) -> Mapped:
    """Only those are asked for that have come since."""
    if scene.at is None:
        return replace(before, scene=MapScene(before.scene.plane))
    known = {i: place for i, place in before.points.items() if i in scene.nodes} if before.at == scene.at else {}
    refs = [node.ref for i, node in scene.nodes.items() if i not in known and not node.missing]
    found: Mapping[Ref, Any] = points(database, refs, scene.at) if refs else {}
    known |= {ref.id: found.get(ref, ()) for ref in refs}
    return Mapped(scene.at, known, placed(scene, known, before.scene.plane))


def _node(node: Placed) -> dict[str, Any]:
    """As short as can be: most nodes stand alone at a point of their own."""
    told: dict[str, Any] = {"x": node.x, "y": node.y}
    if node.dx or node.dy:
        told |= {"dx": node.dx, "dy": node.dy}
    if node.rough:
        told["rough"] = 1
    if node.others:
        told |= {"others": node.others, "hosted": int(node.hosted)}
    return told


def _degrees(plane: Plane) -> list[float]:
    return [plane.longitude, plane.latitude]


def _outlines(home: Path, plane: Plane) -> dict[str, Any]:
    found = read_outlines(home)
    if found is None:
        return {"closed": [], "open": []}
    return {
        kind: [[plane.metres(*point) for point in line] for line in lines]
        for kind, lines in (("closed", found.closed), ("open", found.open))
    }
