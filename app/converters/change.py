"""What the browser must do to get from one scene to the next: the change alone, never the whole picture."""

from __future__ import annotations

from typing import Any

from app.converters.elements import edge_data, elements, node_data, nodes_of
from app.scene.state import Scene
from graph.text import Language


def whole(scene: Scene, language: Language) -> dict[str, Any]:
    """Draw the scene on an empty canvas."""
    return {
        "reset": True,
        "add": elements(scene, language),
        "hide": [i for i in scene.nodes if not scene.visible(i)],
        "select": sorted(scene.selection),
    }


def between(before: Scene, after: Scene, language: Language) -> dict[str, Any]:
    """What to add, remove, update, move, hide and show; empty parts are left out."""
    new_nodes = [i for i in after.nodes if i not in before.nodes]
    new_edges = [edge for i, edge in after.edges.items() if i not in before.edges]
    stay = [i for i in after.nodes if i in before.nodes]
    parts = {
        "remove": [i for i in before.edges if i not in after.edges] + [i for i in before.nodes if i not in after.nodes],
        "add": nodes_of(after, new_nodes) + [{"group": "edges", "data": edge_data(e, language)} for e in new_edges],
        "update": [data for i in stay if (data := _updated(before, after, i))],
        "move": {i: after.positions[i] for i in stay if after.positions.get(i) != before.positions.get(i)},
        "hide": [i for i in after.nodes if not after.visible(i) and (i not in before.nodes or before.visible(i))],
        "show": [i for i in stay if after.visible(i) and not before.visible(i)],
    }
    return {name: part for name, part in parts.items() if part} | {"select": sorted(after.selection)}


def _updated(before: Scene, after: Scene, node_id: str) -> dict[str, Any] | None:
    old = node_data(before.nodes[node_id], node_id in before.pinned)
    new = node_data(after.nodes[node_id], node_id in after.pinned)
    return {"missing": 0, "pinned": 0, **new} if new != old else None
