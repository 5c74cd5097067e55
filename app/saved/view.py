"""A saved view: what of a scene is kept under a name, and a scene made of it again. Pure.

It keeps what a person chose and did, by business keys; what the graph says is asked again when it is opened.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from app.saved.rows import rows, total
from app.scene import actions
from app.scene.filters import Filter
from app.scene.opened import Opened, Since
from app.scene.state import Position, Scene
from app.theme.looks import looks
from queries.results import Picture, PictureEdge, PictureNode, Ref


@dataclass(frozen=True)
class View:
    """What is kept of a scene. `saved`: when, as ISO 8601 writes it.

    `rows` names the answer's rows by whom they speak of; None where the answer has more than are listed. `added` names
    the nodes that are drawn whatever the answer says: a person brought them in, or wrote a note on them. `edges` are
    those that a person brought in, each with its source.
    """

    name: str
    saved: str
    question: str
    at: date
    parameters: Mapping[str, str] = field(default_factory=dict)
    compared: date | None = None
    total: int = 0
    rows: Mapping[str, str] | None = None
    added: Mapping[str, str] = field(default_factory=dict)
    edges: Mapping[str, str] = field(default_factory=dict)
    positions: Mapping[str, Position] = field(default_factory=dict)
    pinned: frozenset[str] = frozenset()
    hidden: frozenset[str] = frozenset()
    hidden_types: frozenset[str] = frozenset()
    filters: tuple[Filter, ...] = ()
    notes: Mapping[str, str] = field(default_factory=dict)
    brought: Mapping[str, str] = field(default_factory=dict)
    look: str = ""
    size_by: str = ""

    def without(self, gone: Ref) -> View:
        """The view as if that node had never been in it; what notes on other nodes say stays."""
        held: dict[str, Any] = {
            name: {i: value for i, value in getattr(self, name).items() if gone.id not in (i, value)}
            for name in ("added", "positions", "notes", "brought")
        }
        edges = {i: source for i, source in self.edges.items() if gone.id not in i.split("|")}
        rows = self.rows and {key: called for key, called in self.rows.items() if json.dumps(gone.key) not in key}
        pinned, hidden = self.pinned - {gone.id}, self.hidden - {gone.id}
        return replace(self, **held, edges=edges, rows=rows, pinned=pinned, hidden=hidden)


def viewed(scene: Scene, asked: Picture, name: str, saved: str) -> View:
    """What to keep of a scene that shows an answer; `asked` is the picture its question draws by itself."""
    assert scene.question is not None
    assert scene.at is not None
    own = {node.ref.id for node in asked.nodes} - scene.notes.keys()
    drawn = {edge.id for edge in asked.edges}
    found = rows(scene)
    return View(
        name=name,
        saved=saved,
        question=scene.question,
        at=scene.at,
        parameters={name: str(value) for name, value in scene.parameters.items() if value is not None},
        compared=scene.compared,
        total=total(scene),
        rows=None if found is None else {key: row.called for key, row in found.items()},
        added={i: node.caption for i, node in scene.nodes.items() if i not in own and not node.missing},
        edges={i: edge.source.id for i, edge in scene.edges.items() if i not in drawn and not edge.ghost},
        positions={i: place for i, place in scene.positions.items() if i in scene.nodes},
        pinned=scene.pinned,
        hidden=scene.hidden,
        hidden_types=scene.hidden_types,
        filters=scene.filters,
        notes=scene.notes,
        brought=scene.brought,
        look=scene.look,
        size_by=scene.size_by,
    )


def to_ask(view: View) -> Scene:
    """What the view's question is asked upon: all that recurs takes its place again."""
    return Scene(question=view.question, positions=view.positions, pinned=view.pinned)


def to_find(view: View, asked: Scene) -> list[Ref]:
    """The nodes to draw that the answer does not draw by itself."""
    return [Ref.parse(i) for i in view.added if i not in asked.nodes]


def to_share(view: View, found: Mapping[Ref, PictureNode]) -> dict[Ref, PictureNode]:
    """The cells among what was found that an area had opened on: they are drawn with their shares."""
    return {ref: node for ref, node in found.items() if ref.type == "GridCell" and _of_area(view, ref)}


def _of_area(view: View, ref: Ref) -> bool:
    return Ref.parse(view.brought.get(ref.id, ref.id)).type == "Area"


def to_link(view: View, asked: Scene) -> list[Ref]:
    """The nodes at which the edges begin that a person had brought in."""
    return [Ref.parse(i) for i in dict.fromkeys(view.edges.values()) if i in asked.nodes or i in view.added]


def brought_back(view: View, asked: Scene, nodes: Mapping[Ref, PictureNode], edges: Iterable[PictureEdge]) -> Picture:
    """What a person had brought in, as far as it still is: `nodes` were found, and `edges` hold among all."""
    wanted = [e for e in edges if e.id in view.edges or e.source in nodes or e.target in nodes]
    return Picture.of([*nodes.values(), *asked.nodes.values()], wanted)


def restored(asked: Scene, view: View, more: Picture) -> Scene:
    """The view on the graph as it is now: `asked` shows its answer, `more` is what was brought back."""
    scene = actions.grow(asked, more)
    here = scene.nodes.keys()
    lost = tuple(called for i, called in view.added.items() if i not in here)
    return replace(
        scene,
        positions={**scene.positions, **{i: place for i, place in view.positions.items() if i in here}},
        pinned=view.pinned & here,
        hidden=view.hidden & here,
        hidden_types=view.hidden_types,
        filters=view.filters,
        notes={i: note for i, note in view.notes.items() if i in here},
        brought={i: origin for i, origin in view.brought.items() if i in here and origin in here},
        look=view.look if view.look in looks().colours else "",
        size_by=view.size_by if view.size_by in looks().sizes else "",
        opened=Opened(view.name, view.saved, since(view, scene, lost)),
    )


def since(view: View, scene: Scene, lost: tuple[str, ...] = ()) -> Since:
    """How the answer that the scene shows differs from the one that was saved."""
    totals, now = (view.total, total(scene)), rows(scene)
    if view.rows is None or now is None:
        return Since(None, None, totals, lost=lost)
    new = [row for key, row in now.items() if key not in view.rows]
    gone = tuple(called for key, called in view.rows.items() if key not in now)
    firsts = dict.fromkeys(i for row in new for i in row.nodes[:1] if i in scene.nodes)
    return Since(len(new), len(gone), totals, tuple(firsts), gone, lost)
