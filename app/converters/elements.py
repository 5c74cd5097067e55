"""Nodes and edges of a scene as the canvas takes them: by ids and plain data, styled by data alone."""

from __future__ import annotations

from typing import Any

from app.i18n import say
from app.scene.state import Scene
from graph.model import model
from graph.text import Language
from queries.results import PictureEdge, PictureNode

Element = dict[str, Any]


def node_data(node: PictureNode, pinned: bool) -> Element:
    """What the canvas knows of a node."""
    data: Element = {"id": node.ref.id, "type": node.ref.type, "label": node.caption}
    if node.missing:
        data["missing"] = 1
    if pinned:
        data["pinned"] = 1
    return data


def edge_data(edge: PictureEdge, language: Language) -> Element:
    """What the canvas knows of an edge; a ghost edge is named by its distance."""
    data: Element = {"id": edge.id, "source": edge.source.id, "target": edge.target.id, "name": edge.name}
    data["label"] = edge_label(edge, language)
    if edge.ghost:
        data |= {"ghost": 1, "rule": edge.rule, "metres": edge.metres}
    return data


def edge_label(edge: PictureEdge, language: Language) -> str:
    """The words on an edge: metres on a ghost where they are known, else the edge type's label."""
    if edge.ghost and edge.metres is not None:
        return say("metres", language, number=f"{edge.metres:,.0f}")
    return model().edge_label(edge.name).say(language)


def elements(scene: Scene, language: Language) -> list[Element]:
    """The whole scene, hidden elements included."""
    return nodes_of(scene, scene.nodes) + [
        {"group": "edges", "data": edge_data(e, language)} for e in scene.edges.values()
    ]


def nodes_of(scene: Scene, ids: Any) -> list[Element]:
    """Some nodes of the scene, with their places."""
    return [
        {
            "group": "nodes",
            "data": node_data(scene.nodes[i], i in scene.pinned),
            "position": dict(zip("xy", scene.positions.get(i, (0.0, 0.0)), strict=True)),
        }
        for i in ids
    ]
