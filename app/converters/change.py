"""What the browser must do to get from one scene to the next: the change alone, never the whole picture."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from app.converters.elements import TOLD, edge_data, edges_of, elements, node_data, nodes_of
from app.scene.state import Scene
from graph.text import Language


def whole(scene: Scene, language: Language) -> dict[str, Any]:
    """Draw the scene on an empty canvas."""
    return {
        "reset": True,
        "add": elements(scene, language),
        "hide": [i for i in scene.nodes if i not in scene.drawn] + sorted(scene.sifted.edges),
        "areas": [asdict(block) for block in scene.blocks],
        "select": sorted(scene.selection),
    }


def between(before: Scene, after: Scene, language: Language) -> dict[str, Any]:
    """What to add, remove, update, move, hide and show; empty parts are left out."""
    new_nodes = [i for i in after.nodes if i not in before.nodes]
    new_edges = [i for i in after.edges if i not in before.edges]
    stay = [i for i in after.nodes if i in before.nodes]
    alike = all(getattr(before, name) == getattr(after, name) for name in TOLD)
    others = [i for i in stay if after.nodes[i] is not before.nodes[i]] if alike else stay
    nodes = ((node_data(before, i), node_data(after, i)) for i in others)
    turned = [i for i in after.edges if i in before.edges and after.turned.get(i) != before.turned.get(i)]
    edges = ((edge_data(before, i, language), edge_data(after, i, language)) for i in turned)
    parts = {
        "remove": [i for i in before.edges if i not in after.edges] + [i for i in before.nodes if i not in after.nodes],
        "add": nodes_of(after, new_nodes) + edges_of(after, new_edges, language),
        "update": [{**dict.fromkeys(old.keys() - new.keys(), 0), **new} for old, new in (*nodes, *edges) if new != old],
        "move": {i: after.positions[i] for i in stay if after.positions.get(i) != before.positions.get(i)},
        "hide": [i for i in after.nodes if i not in after.drawn and (i not in before.nodes or i in before.drawn)]
        + [i for i in after.sifted.edges if i not in before.edges or i not in before.sifted.edges],
        "show": [i for i in stay if i in after.drawn and i not in before.drawn]
        + [i for i in before.sifted.edges if i in after.edges and i not in after.sifted.edges],
    }
    always: dict[str, Any] = {"select": sorted(after.selection)}
    if after.blocks != before.blocks:
        always["areas"] = [asdict(block) for block in after.blocks]
    return {name: part for name, part in parts.items() if part} | always
