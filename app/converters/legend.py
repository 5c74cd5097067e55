"""The legend: node types of the scene with how many, as the schema names them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Literal

from app.scene.state import Scene
from app.theme.looks import LookRule, looks
from graph.model import NodeType, model
from queries.comparing import CHANGES, Change

Note = Literal["share", "missing", "ghost"]


@dataclass(frozen=True)
class Entry:
    """One line of the legend."""

    node_type: NodeType
    count: int
    shown: bool


def entries(scene: Scene) -> list[Entry]:
    """One entry per type in the scene, in the schema's order."""
    counts = Counter(node.ref.type for node in scene.nodes.values() if not node.missing)
    return [
        Entry(node_type, counts[node_type.type], node_type.type not in scene.hidden_types)
        for node_type in model().pictured
        if counts[node_type.type]
    ]


def grades(scene: Scene) -> list[tuple[LookRule, int]]:
    """The rules that colour nodes of the scene with how many, in their order."""
    colouring = looks().colours.get(scene.look)
    counts = Counter(rule.id for i, rule in scene.grades.items() if i in scene.drawn)
    return [(rule, counts[rule.id]) for rule in colouring.rules if counts[rule.id]] if colouring else []


def turned(scene: Scene) -> dict[Change, int]:
    """How many nodes are drawn at the later day only, at the earlier one only, and at both; empty for one day."""
    if scene.compared is None:
        return {}
    counts = Counter(scene.turned.get(i, "kept") for i in scene.nodes)
    return {change: counts[change] for change in CHANGES}


def notes(scene: Scene) -> list[Note]:
    """What else is drawn that wants words: shares of groups, missing nodes, missing edges."""
    nodes = scene.nodes.values()
    found: dict[Note, bool] = {
        "share": any(node.share for node in nodes),
        "missing": any(node.missing for node in nodes),
        "ghost": any(edge.ghost for edge in scene.edges.values()),
    }
    return [note for note, there in found.items() if there]
