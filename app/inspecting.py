"""What the inspector shows of the thing chosen: a node's card, or what is missing and by which rule."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.components import inspector, state
from app.context import Context
from app.converters.elements import edge_label
from app.link import read_date
from app.scene.history import History
from app.scene.state import Scene
from graph.errors import LiangxinError
from graph.model import model
from graph.text import Language
from queries.neighbours import counts
from queries.node import card
from queries.results import Ref


def inspect(context: Context, chosen: Mapping[str, Any], language: Language) -> Any:
    """The inspector's children. A real node is known by its id and date even when the tab's scene is lost."""
    history = context.shelf.get(str(chosen.get("tab"))) or History()
    scene, chosen_id = history.scene, str(chosen.get("id") or "")
    if chosen_id in scene.edges:
        return _edge(scene, chosen_id, language)
    node = scene.nodes.get(chosen_id)
    if node and node.missing:
        return inspector.missing(node, _rules_at(scene, node.ref), language)
    if not chosen_id or not chosen.get("at"):
        return inspector.empty(language)
    try:
        at = read_date(str(chosen["at"]))
        known = card(context.database, Ref.parse(chosen_id), at, language=language)
        around = counts(context.database, [known.ref], at)[known.ref]
    except LiangxinError as error:
        return state.failed(error, language)
    return inspector.build(known, around, at, language)


def _rules_at(scene: Scene, ref: Ref) -> list[str]:
    found = (
        edge.rule for edge in scene.edges.values() if edge.ghost and ref in (edge.source, edge.target) and edge.rule
    )
    return list(dict.fromkeys(found))


def _edge(scene: Scene, edge_id: str, language: Language) -> Any:
    edge = scene.edges[edge_id]
    source, target = scene.nodes[edge.source.id].caption, scene.nodes[edge.target.id].caption
    name = model().edge_label(edge.name).say(language)
    words = edge_label(edge, language)
    line = f"{source} — {target}" + (f" · {words}" if edge.metres is not None else "")
    return inspector.edge(name, line, edge.ghost, [edge.rule] if edge.rule else [], language)
