"""Nodes and edges of a scene as the canvas takes them: by ids and plain data, styled by data alone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from app.i18n import say
from app.scene.state import MARKS, Scene
from graph.model import model
from graph.text import Language
from queries.results import PictureEdge

Element = dict[str, Any]
NOTE_SHOWN = 24
"""So many characters of a note stand in the picture."""

TOLD = ("turned", "grades", "sizes", "notes", "pinned")
"""What of the scene is told of its nodes beside what they are."""


def node_data(scene: Scene, node_id: str) -> Element:
    """What the canvas knows of a node: `label` is what is written under it, `name` what it is called."""
    node, turned = scene.nodes[node_id], scene.turned.get(node_id)
    data: Element = {"id": node_id, "type": node.ref.type, "name": node.caption}
    data["label"] = scene.caption(node_id)
    if grade := scene.grades.get(node_id):
        data["grade"] = grade.id
    if node_id in scene.sizes:
        data["size"] = scene.sizes[node_id]
    if node.share:
        reached, base = node.share
        data["label"] += f"\n{reached}/{base}"
        data |= {"share": [reached, base], "percent": round(100 * reached / base) if base else 0}
    if note := scene.notes.get(node_id):
        data["label"] += f"\n✎ {_short(note)}"
        data["note"] = note
    if node.missing:
        data["missing"] = 1
    if node_id in scene.pinned:
        data["pinned"] = 1
    if turned:
        data["turned"] = turned
    return data


def _short(note: str) -> str:
    """As much of a note as fits under a node; the inspector has all of it."""
    return note if len(note) <= NOTE_SHOWN else note[:NOTE_SHOWN] + "…"


def edge_data(scene: Scene, edge_id: str, language: Language) -> Element:
    """What the canvas knows of an edge; a ghost edge is named by its distance."""
    edge, turned = scene.edges[edge_id], scene.turned.get(edge_id)
    data: Element = {"id": edge_id, "source": edge.source.id, "target": edge.target.id, "name": edge.name}
    data["label"] = MARKS.get(turned, "") + edge_label(edge, language)
    if edge.ghost:
        data |= {"ghost": 1, "rule": edge.rule, "metres": edge.metres}
    if turned:
        data["turned"] = turned
    return data


def edge_label(edge: PictureEdge, language: Language) -> str:
    """The words on an edge: metres on a ghost where they are known, else the edge type's label."""
    if edge.ghost and edge.metres is not None:
        return say("metres", language, number=f"{edge.metres:,.0f}")
    return model().edge_label(edge.name).say(language)


def elements(scene: Scene, language: Language) -> list[Element]:
    """The whole scene, hidden elements included."""
    return nodes_of(scene, scene.nodes) + edges_of(scene, scene.edges, language)


def nodes_of(scene: Scene, ids: Iterable[str]) -> list[Element]:
    """Some nodes of the scene, with their places."""
    return [
        {
            "group": "nodes",
            "data": node_data(scene, i),
            "position": dict(zip("xy", scene.positions.get(i, (0.0, 0.0)), strict=True)),
        }
        for i in ids
    ]


def edges_of(scene: Scene, ids: Iterable[str], language: Language) -> list[Element]:
    """Some edges of the scene."""
    return [{"group": "edges", "data": edge_data(scene, i, language)} for i in ids]
