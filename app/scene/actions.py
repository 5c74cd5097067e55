"""What a person can do to a scene: pure functions (scene, what is needed) → scene."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from app.placing import place, place_around
from app.placing.layouts import Layout, by_rings, by_types
from app.scene.filters import Filter
from app.scene.state import Position, Scene
from graph.model import model
from queries.comparing import Change, Comparison
from queries.results import Answer, Picture

Areas = Mapping[str, str]
"""The name of the area in which nodes lie, by id of the node; what lies in none is left out."""
UNKNOWN: Areas = MappingProxyType({})


def ask(scene: Scene, answer: Answer, picture: Picture, areas: Areas = UNKNOWN) -> Scene:
    """A question's picture replaces what was drawn; nodes a person had pinned stay where they were, if they recur."""
    return replace(_drawn(scene, answer, picture, areas), compared=None, comparison=None, turned={})


def compare(
    scene: Scene, comparison: Comparison, picture: Picture, turned: Mapping[str, Change], areas: Areas = UNKNOWN
) -> Scene:
    """A question's picture at two dates replaces what was drawn."""
    drawn = _drawn(scene, comparison.after, picture, areas)
    return replace(drawn, compared=comparison.before.at, comparison=comparison, turned=dict(turned))


def _drawn(scene: Scene, answer: Answer, picture: Picture, areas: Areas) -> Scene:
    """The same question, of another day or with other parameters, leaves where it stands all that recurs."""
    nodes = {node.ref.id: node for node in picture.nodes}
    pinned = scene.pinned & nodes.keys()
    same = scene.question == answer.question
    fixed = {i: scene.positions[i] for i in (nodes.keys() & scene.positions.keys() if same else pinned)}
    return replace(
        scene,
        question=answer.question,
        parameters=dict(answer.parameters),
        at=answer.at,
        answer=answer,
        total=picture.total,
        nodes=nodes,
        edges={edge.id: edge for edge in picture.edges},
        positions=place(picture, fixed, areas),
        areas=dict(areas),
        hidden=frozenset(),
        pinned=pinned,
        hidden_types=frozenset(),
        filters=scene.filters if same else (),
        notes={i: note for i, note in scene.notes.items() if i in nodes},
        brought={},
        selection=frozenset(),
        opened=None,
    )


def grow(scene: Scene, more: Picture, around: str | None = None) -> Scene:
    """Neighbours arrive around a node (or beside the picture); nothing drawn moves. Hidden newcomers show again."""
    arrived = {node.ref.id: node for node in more.nodes}
    new = {i: node for i, node in arrived.items() if i not in scene.nodes}
    edges = {edge.id: edge for edge in more.edges}
    brought = dict.fromkeys(new, around) if around else {}
    return replace(
        scene,
        nodes={**scene.nodes, **new},
        edges={**scene.edges, **{i: edge for i, edge in edges.items() if i not in scene.edges}},
        positions={**scene.positions, **place_around(scene.positions, tuple(new), around)},
        brought={**scene.brought, **{i: origin for i, origin in brought.items() if origin is not None}},
        hidden=scene.hidden - arrived.keys(),
        hidden_types=scene.hidden_types - {node.ref.type for node in arrived.values()},
    )


def brought_by(scene: Scene, around: str) -> frozenset[str]:
    """What expanding a node brought, and what that brought in turn, but for what a person pinned or noted."""
    found: set[str] = set()
    frontier = {around}
    while frontier:
        came = {i for i, origin in scene.brought.items() if origin in frontier}
        frontier = came - scene.pinned - scene.notes.keys() - found - {around}
        found |= frontier
    return frozenset(found)


def collapse(scene: Scene, around: str) -> Scene:
    """What expanding a node brought leaves again."""
    gone = brought_by(scene, around)
    edges = {i: e for i, e in scene.edges.items() if not {e.source.id, e.target.id} & gone}
    return replace(
        scene,
        nodes={i: node for i, node in scene.nodes.items() if i not in gone},
        edges=edges,
        positions={i: xy for i, xy in scene.positions.items() if i not in gone},
        brought={i: origin for i, origin in scene.brought.items() if i not in gone},
        selection=scene.selection - gone,
    )


def filtered(scene: Scene, one: Filter) -> Scene:
    """One more filter; another of its kind makes room for it."""
    return replace(scene, filters=(*(f for f in scene.filters if f.kind != one.kind), one))


def unfiltered(scene: Scene, kind: str) -> Scene:
    """Without the filter of that kind."""
    return replace(scene, filters=tuple(f for f in scene.filters if f.kind != kind))


def look(scene: Scene, colouring: str | None = None, measure: str | None = None) -> Scene:
    """Coloured or sized otherwise; the empty string is by type, None as before."""
    return replace(
        scene,
        look=scene.look if colouring is None else colouring,
        size_by=scene.size_by if measure is None else measure,
    )


def note(scene: Scene, node_id: str, words: str) -> Scene:
    """A person's words on a node; empty ones take the note away."""
    others = {i: note for i, note in scene.notes.items() if i != node_id}
    known = words.strip() and node_id in scene.nodes
    return replace(scene, notes={**others, node_id: words.strip()} if known else others)


def select(scene: Scene, ids: Iterable[str]) -> Scene:
    """These nodes are chosen; unknown ids are ignored."""
    chosen = frozenset(ids) & scene.nodes.keys()
    return scene if chosen == scene.selection else replace(scene, selection=chosen)


def hide(scene: Scene, ids: Iterable[str]) -> Scene:
    """These nodes are no longer drawn."""
    gone = frozenset(ids) & scene.nodes.keys()
    return replace(scene, hidden=scene.hidden | gone, selection=scene.selection - gone)


def show_all(scene: Scene) -> Scene:
    """Everything hidden is drawn again."""
    return replace(scene, hidden=frozenset(), hidden_types=frozenset(), filters=())


def toggle_type(scene: Scene, node_type: str) -> Scene:
    """Nodes of one type are hidden, or drawn again."""
    return replace(scene, hidden_types=scene.hidden_types ^ {node_type})


def move(scene: Scene, positions: Mapping[str, Position]) -> Scene:
    """Nodes a person dragged are where they were put, and stay there: they are pinned."""
    known = {i: position for i, position in positions.items() if i in scene.nodes}
    return replace(scene, positions={**scene.positions, **known}, pinned=scene.pinned | known.keys())


def toggle_pin(scene: Scene, ids: Iterable[str]) -> Scene:
    """Unpin these nodes when all are pinned, else pin them."""
    chosen = frozenset(ids) & scene.nodes.keys()
    all_pinned = chosen <= scene.pinned
    return replace(scene, pinned=scene.pinned - chosen if all_pinned else scene.pinned | chosen)


def lay_out(scene: Scene, how: Layout, areas: Areas = UNKNOWN) -> Scene:
    """The picture is placed anew; pinned nodes stay."""
    fixed = {i: scene.positions[i] for i in scene.pinned if i in scene.positions}
    picture = Picture.of(scene.nodes.values(), scene.edges.values())
    if how == "areas":
        return replace(scene, positions=place(picture, fixed, areas), areas=dict(areas))
    if how == "links":
        return replace(scene, positions=place(picture, fixed))
    if how == "types":
        found = by_types(picture, [t.type for t in model().pictured])
    else:
        found = by_rings(picture, sorted(scene.selection))
    return replace(scene, positions={**found, **fixed})
