"""What can be said of a node by hand: its fields, and the edges that its own rows state. From the schema alone."""

from __future__ import annotations

from dataclasses import dataclass

from app.converters.edges import edge_name
from graph.model import Property, model
from graph.text import Text
from loaders.by_hand import FILLED_IN


@dataclass(frozen=True)
class Sayable:
    """A field (`declared`) or an edge to a node of type `other`. `slot`: as statements name it, `<NAME` arriving."""

    slot: str
    label: Text
    declared: Property | None = None
    other: str = ""

    @property
    def id(self) -> str:
        """What it is chosen by."""
        return f"{self.slot}:{self.other}" if self.other else self.slot


def sayable(node_type: str) -> dict[str, Sayable]:
    """All that can be said of a node of a type, by what it is chosen by: fields first, then edges."""
    fields = (
        Sayable(slot, declared.label, declared)
        for slot, declared in model().slots(node_type).items()
        if declared.type in FILLED_IN
    )
    edges: list[Sayable] = []
    for source, name, target, edge in model().arrows:
        if model()[source].bookkeeping or model()[target].bookkeeping:
            continue
        if edge.subject == "from" and source == node_type:
            edges.append(_edge(node_type, name, name, "out", target))
        elif edge.subject == "to" and target == node_type:
            edges.append(_edge(node_type, f"<{name}", name, "in", source))
    return {one.id: one for one in (*fields, *edges)}


def _edge(node_type: str, slot: str, name: str, direction: str, other: str) -> Sayable:
    told, kind = edge_name(node_type, name, direction, other), model()[other].label
    return Sayable(slot, Text(f"{told.zh}：{kind.zh}", f"{told.en}: {kind.en}"), other=other)
