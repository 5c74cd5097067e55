"""What the inspector shows of the thing chosen: a node's card, or what is missing and by which rule."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from app.components import inspector, state, together, why
from app.components import timeline as timeline_part
from app.context import Context
from app.converters.elements import edge_label
from app.converters.traces import Word, stating, words
from app.link import read_date
from app.reasoned import edge_subject, reasoned
from app.scene.history import History
from app.scene.state import Scene
from graph.errors import LiangxinError
from graph.model import model
from graph.text import Language
from loaders.trace import trace
from queries.catalog import catalog
from queries.header import Question
from queries.neighbours import counts
from queries.node import card, find
from queries.results import Ref
from queries.rule_book import AppliedRule, rule_book
from queries.timeline import timeline
from queries.verdicts import speaking_of, verdicts


def inspect(context: Context, chosen: Mapping[str, Any], language: Language) -> Any:
    """The inspector's children. A real node is known by its id and date even when the tab's scene is lost."""
    history = context.shelf.get(str(chosen.get("tab"))) or History()
    scene, chosen_id = history.scene, str(chosen.get("id") or "")
    if several := [scene.nodes[i] for i in chosen.get("ids") or () if i in scene.nodes]:
        return together.build(several, int(chosen["count"]), language)
    if chosen_id in scene.edges:
        return _edge(context, scene, chosen_id, language)
    node = scene.nodes.get(chosen_id)
    if node and node.missing:
        return inspector.missing(node, _rules_at(context, scene, node.ref), language)
    if not chosen_id or not chosen.get("at"):
        return inspector.empty(language)
    try:
        at = read_date(str(chosen["at"]))
        ref = Ref.parse(chosen_id)
        known = card(context.database, ref, at, language=language, questions=_told(ref, first=True))
        around = counts(context.database, [known.ref], at)[known.ref]
        stated = [stating(known.ref, edge)[0] for edge in inspector.traced_edges(known)]
        traces = trace(context.database, [(known.ref.type, known.ref.key), *stated], at)
    except LiangxinError as error:
        return state.failed(error, language)
    return inspector.build(known, around, traces, scene, at, language, chosen.get("said"))


def explain(context: Context, question: str, node: str, at: str, language: Language) -> Any:
    """What one verdict on a node rests on, and since when it is so."""
    try:
        day = read_date(at)
        known = card(context.database, Ref.parse(node), day, language=language, questions=[catalog()[question]])
        asked = replace(known, edges=())
        return why.reason(reasoned(context.database, asked, day, language, edges_traced=0), language)
    except LiangxinError as error:
        return state.failed(error, language)


def became(context: Context, node: str, language: Language) -> Any:
    """What became of a node over all days."""
    try:
        ref = find(context.database, node)
        return timeline_part.build(ref, timeline(context.database, ref, language=language), language)
    except LiangxinError as error:
        return state.failed(error, language)


def judge(context: Context, node: str, at: str, told: bool, language: Language) -> Any:
    """The verdicts on a node that its card did not tell at once; `told`: whether it told some."""
    try:
        day = read_date(at)
        ref = find(context.database, node)
        found = verdicts(context.database, ref, day, _told(ref, first=False))
        return why.others(found, ref, day, told, language)
    except LiangxinError as error:
        return state.failed(error, language)


def _told(ref: Ref, first: bool) -> Sequence[Question]:
    """The questions about such a node that its card tells at once, or the others."""
    return [q for q in speaking_of(ref.type) if q.about and q.about.first == first]


def _rules_at(context: Context, scene: Scene, ref: Ref) -> Sequence[AppliedRule]:
    found = [
        edge.rule for edge in scene.edges.values() if edge.ghost and ref in (edge.source, edge.target) and edge.rule
    ]
    return _as_applied(context, scene, found)


def _as_applied(context: Context, scene: Scene, ids: Iterable[str]) -> Sequence[AppliedRule]:
    """The rules as the answer applied them, else as they stand on the scene's day."""
    answered = {rule.id: rule for rule in scene.answer.applied} if scene.answer else {}
    book = rule_book(context.database).at(scene.at) if scene.at else {}
    known = {**book, **answered}
    return [known[id_] for id_ in dict.fromkeys(ids) if id_ in known]


def _edge(context: Context, scene: Scene, edge_id: str, language: Language) -> Any:
    edge = scene.edges[edge_id]
    source, target = scene.nodes[edge.source.id].caption, scene.nodes[edge.target.id].caption
    name = model().edge_label(edge.name).say(language)
    label = edge_label(edge, language)
    line = f"{source} — {target}" + (f" · {label}" if edge.metres is not None else "")
    said: list[Word] = []
    if not edge.ghost and scene.at:
        subject, slot, other = edge_subject(edge)
        try:
            said = words(trace(context.database, [subject], scene.at).of(subject, slot, other), language)
        except LiangxinError as error:
            return state.failed(error, language)
    rules = _as_applied(context, scene, [edge.rule] if edge.rule else [])
    return inspector.edge(name, line, edge.ghost, rules, said, language)
