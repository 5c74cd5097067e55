"""What a person can do to a scene: pure functions (scene, what is needed) → scene."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from app.placing import place, place_around
from app.scene.state import Position, Scene
from queries.comparing import Change, Comparison
from queries.results import Answer, Picture


def ask(scene: Scene, answer: Answer, picture: Picture) -> Scene:
    """A question's picture replaces what was drawn; nodes a person had pinned stay where they were, if they recur."""
    return replace(_drawn(scene, answer, picture), compared=None, comparison=None, turned={})


def compare(scene: Scene, comparison: Comparison, picture: Picture, turned: Mapping[str, Change]) -> Scene:
    """A question's picture at two dates replaces what was drawn."""
    drawn = _drawn(scene, comparison.after, picture)
    return replace(drawn, compared=comparison.before.at, comparison=comparison, turned=dict(turned))


def _drawn(scene: Scene, answer: Answer, picture: Picture) -> Scene:
    nodes = {node.ref.id: node for node in picture.nodes}
    pinned = scene.pinned & nodes.keys()
    return replace(
        scene,
        question=answer.question,
        parameters=dict(answer.parameters),
        at=answer.at,
        answer=answer,
        total=picture.total,
        nodes=nodes,
        edges={edge.id: edge for edge in picture.edges},
        positions=place(picture, {i: scene.positions[i] for i in pinned}),
        hidden=frozenset(),
        pinned=pinned,
        hidden_types=frozenset(),
        selection=frozenset(),
    )


def grow(scene: Scene, more: Picture, around: str | None = None) -> Scene:
    """Neighbours arrive around a node (or beside the picture); nothing drawn moves. Hidden newcomers show again."""
    arrived = {node.ref.id: node for node in more.nodes}
    new = {i: node for i, node in arrived.items() if i not in scene.nodes}
    edges = {edge.id: edge for edge in more.edges}
    return replace(
        scene,
        nodes={**scene.nodes, **new},
        edges={**scene.edges, **{i: edge for i, edge in edges.items() if i not in scene.edges}},
        positions={**scene.positions, **place_around(scene.positions, tuple(new), around)},
        hidden=scene.hidden - arrived.keys(),
        hidden_types=scene.hidden_types - {node.ref.type for node in arrived.values()},
    )


def select(scene: Scene, ids: Iterable[str]) -> Scene:
    """These nodes are chosen; unknown ids are ignored."""
    return replace(scene, selection=frozenset(ids) & scene.nodes.keys())


def hide(scene: Scene, ids: Iterable[str]) -> Scene:
    """These nodes are no longer drawn."""
    gone = frozenset(ids) & scene.nodes.keys()
    return replace(scene, hidden=scene.hidden | gone, selection=scene.selection - gone)


def show_all(scene: Scene) -> Scene:
    """Everything hidden is drawn again."""
    return replace(scene, hidden=frozenset(), hidden_types=frozenset())


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


def lay_out(scene: Scene) -> Scene:
    """The picture is placed anew; pinned nodes stay."""
    fixed = {i: scene.positions[i] for i in scene.pinned if i in scene.positions}
    picture = Picture.of(scene.nodes.values(), scene.edges.values())
    return replace(scene, positions=place(picture, fixed))
