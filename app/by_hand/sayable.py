"""What can be said of a node by hand, by the schema: its fields, and its edges, whichever end's rows state them."""

from __future__ import annotations

from dataclasses import dataclass

from app.converters.edges import edge_name
from graph.model import Property, model
from graph.text import Text
from loaders.by_hand import FILLED_IN


@dataclass(frozen=True)
class Sayable:
    """A field (`declared`) or an edge to a node of type `other`. `slot`: as statements name it, `<NAME` arriving.

    `by_other`: rows of the other end state the edge, so it is said of that end.
    """

    slot: str
    label: Text
    declared: Property | None = None
    other: str = ""
    by_other: bool = False

    @property
    def id(self) -> str:
        """What it is chosen by."""
        return f"{self.slot}:{self.other}:{self.by_other}" if self.other else self.slot


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
        stating = name if edge.subject == "from" else f"<{name}"
        if source == node_type:
            edges.append(_edge(node_type, stating, name, "out", target, by_other=edge.subject == "to"))
        if target == node_type:
            edges.append(_edge(node_type, stating, name, "in", source, by_other=edge.subject == "from"))
    return {one.id: one for one in (*fields, *edges)}


def _edge(node_type: str, slot: str, name: str, direction: str, other: str, *, by_other: bool) -> Sayable:
    told, kind = edge_name(node_type, name, direction, other), model()[other].label
    zh = kind.zh if told.zh == kind.zh else f"{told.zh}：{kind.zh}"
    en = kind.en if told.en == kind.en.lower() else f"{told.en}: {kind.en}"
    return Sayable(slot, Text(zh, en), other=other, by_other=by_other)
