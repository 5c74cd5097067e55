"""What a person sees, as one frozen value, and the difference between two such values.

Every action is a pure function scene → scene; `difference` of the two is the change, `Change.inverse` its undo.
Language and theme are not here: they belong to the person, not to the picture, and no undo touches them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Any

from app.placing.groups import Block, blocks
from app.scene.filters import Filter, Sifted, sift
from app.scene.looks import graded, sized
from app.scene.opened import Opened
from app.theme.looks import Facts, LookRule
from queries.comparing import Change as Turned
from queries.comparing import Comparison
from queries.results import Answer, Picture, PictureEdge, PictureNode, Ref

Position = tuple[float, float]
MARKS: Mapping[Turned | None, str] = MappingProxyType({"gained": "＋ ", "lost": "－ "})
"""What stands before the name of what is drawn at one of two dates only: on paper colours do not tell it."""


@dataclass(frozen=True)
class Scene:
    """What a person sees: a question's answer and the nodes and edges drawn, by their ids (`Type:key`).

    `hidden` nodes and `hidden_types` are kept but not drawn. `pinned` nodes stay where a person put them. `total`
    counts the nodes the question's picture would have, so that fewer are never shown silently. Compared with an earlier
    day, `comparison` has the rows, and `turned` tells of nodes and edges by id that they are `gained` or `lost`.
    `filters` hide more, in their order. `notes` are a person's words on nodes, by id. `brought` tells for nodes that an
    expand brought the node they came from. `look` is the colouring and `size_by` the measure (empty: by type), `facts`
    what they go by at the day `facts_at`. `areas` names the area in which nodes lie, by id. `opened` is the saved view
    that this is, until something else is asked.
    """

    question: str | None = None
    parameters: Mapping[str, Any] = field(default_factory=dict)
    at: date | None = None
    answer: Answer | None = None
    compared: date | None = None
    comparison: Comparison | None = None
    turned: Mapping[str, Turned] = field(default_factory=dict)
    total: int = 0
    nodes: Mapping[str, PictureNode] = field(default_factory=dict)
    edges: Mapping[str, PictureEdge] = field(default_factory=dict)
    positions: Mapping[str, Position] = field(default_factory=dict)
    hidden: frozenset[str] = frozenset()
    pinned: frozenset[str] = frozenset()
    hidden_types: frozenset[str] = frozenset()
    filters: tuple[Filter, ...] = ()
    notes: Mapping[str, str] = field(default_factory=dict)
    brought: Mapping[str, str] = field(default_factory=dict)
    look: str = ""
    size_by: str = ""
    facts: Mapping[str, Facts] = field(default_factory=dict)
    facts_at: date | None = None
    areas: Mapping[str, str] = field(default_factory=dict)
    selection: frozenset[str] = frozenset()
    opened: Opened | None = None

    def __getstate__(self) -> dict[str, Any]:
        """Its fields alone: what is derived from them is derived anew."""
        return {one.name: getattr(self, one.name) for one in fields(self)}

    @cached_property
    def sifted(self) -> Sifted:
        """What the filters hide."""
        return sift(self.nodes, self.edges, self.filters)

    @cached_property
    def grades(self) -> Mapping[str, LookRule]:
        """The rule by which nodes are coloured, by id."""
        return graded(self.nodes, self.facts if self.facts_at == self.at else {}, self.look)

    @cached_property
    def sizes(self) -> Mapping[str, float]:
        """The diameters of nodes that a measure sizes, by id."""
        facts = self.facts if self.facts_at == self.at else {}
        return sized(self.nodes, self.edges.values(), facts, self.size_by) if self.size_by else {}

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The areas that stand apart from each other in the picture, and where."""
        if not self.areas:
            return ()
        seen = {i: place for i, place in self.positions.items() if i in self.drawn}
        return blocks(seen, self.edges.values(), self.areas)

    @property
    def refs(self) -> list[Ref]:
        """Its nodes as the database knows them: all but those that are missing."""
        return [node.ref for node in self.nodes.values() if not node.missing]

    @cached_property
    def drawn(self) -> frozenset[str]:
        """The nodes that are drawn, by id: neither hidden nor filtered out."""
        gone = self.hidden | self.sifted.nodes
        return frozenset(i for i, n in self.nodes.items() if i not in gone and n.ref.type not in self.hidden_types)

    @cached_property
    def drawn_edges(self) -> tuple[PictureEdge, ...]:
        """The edges that are drawn: those between nodes that are, but for what the filters hide."""
        return tuple(
            edge
            for i, edge in self.edges.items()
            if i not in self.sifted.edges and edge.source.id in self.drawn and edge.target.id in self.drawn
        )

    def caption(self, node_id: str) -> str:
        """What is written under a node."""
        grade = self.grades.get(node_id)
        return MARKS.get(self.turned.get(node_id), "") + (grade.mark if grade else "") + self.nodes[node_id].caption

    def picture(self) -> Picture:
        """What is drawn now: hidden nodes and their edges left out."""
        drawn = [replace(n, caption=self.caption(i)) for i, n in self.nodes.items() if i in self.drawn]
        return Picture.of(drawn, self.drawn_edges, max(self.total, len(self.nodes)))

    def leaving(self) -> Picture:
        """What leaves in a file: what is drawn, but for edges that were missing once and are no longer."""
        drawn = self.picture()
        edges = tuple(e for e in drawn.edges if not (e.ghost and self.turned.get(e.id) == "lost"))
        return replace(drawn, edges=edges)


BY_ID = ("nodes", "edges", "positions", "notes", "brought")
WHOLE = (
    *("question", "parameters", "at", "answer", "compared", "comparison", "turned", "total"),
    *("hidden", "pinned", "hidden_types", "filters", "look", "size_by", "areas", "opened"),
)
"""The selection is in neither: choosing a node is not a step a person wants to take back. Nor are facts: they stand for
what the database says, not for what was done."""


@dataclass(frozen=True)
class Change:
    """What differs between two scenes: (before, after) by field, and by id within what is held by id.

    None stands for absent.
    """

    fields: Mapping[str, tuple[Any, Any]] = field(default_factory=dict)
    by_id: Mapping[str, Mapping[str, tuple[Any, Any]]] = field(default_factory=dict)

    @property
    def inverse(self) -> Change:
        """The change back: the undo."""
        return Change(
            {name: (after, before) for name, (before, after) in self.fields.items()},
            {name: {i: (after, before) for i, (before, after) in ids.items()} for name, ids in self.by_id.items()},
        )

    def __bool__(self) -> bool:
        return bool(self.fields or self.by_id)


def difference(before: Scene, after: Scene) -> Change:
    """The change that leads from one scene to the other; empty when nothing but the selection differs."""
    whole = {n: (getattr(before, n), getattr(after, n)) for n in WHOLE if getattr(before, n) != getattr(after, n)}
    by_id = {name: _by_id(getattr(before, name), getattr(after, name)) for name in BY_ID}
    return Change(whole, {name: ids for name, ids in by_id.items() if ids})


def _by_id(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, tuple[Any, Any]]:
    changed = {i: (old, after.get(i)) for i, old in before.items() if after.get(i) != old}
    return changed | {i: (None, new) for i, new in after.items() if i not in before}


def changed(scene: Scene, change: Change) -> Scene:
    """The scene after a change; the selection keeps what is still there."""
    values: dict[str, Any] = {name: after for name, (_, after) in change.fields.items()}
    for name, ids in change.by_id.items():
        kept = {i: value for i, value in getattr(scene, name).items() if i not in ids}
        values[name] = kept | {i: after for i, (_, after) in ids.items() if after is not None}
    after = replace(scene, **values)
    return replace(after, selection=scene.selection & after.nodes.keys())
