"""Filters: what of a scene is drawn, by a sentence a person can read; each sees what the ones before it left."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from graph.values.names import normalise
from queries.results import PictureEdge, PictureNode

Kind = Literal["within", "holes", "linked", "named"]
KINDS: tuple[Kind, ...] = ("within", "holes", "linked", "named")
"""`within`: missing links of at most so many metres. `holes`: what a missing link or node touches. `linked`: nodes with
an edge. `named`: nodes whose name has these words, with what they are linked to."""


@dataclass(frozen=True)
class Filter:
    """One filter; `value` is metres for `within`, words for `named`, else empty."""

    kind: Kind
    value: str = ""

    @property
    def metres(self) -> float:
        """The limit of `within`."""
        return float(self.value)


@dataclass(frozen=True)
class Sifted:
    """What filters hide: nodes and edges by id; `by` counts the nodes that each of them took."""

    nodes: frozenset[str] = frozenset()
    edges: frozenset[str] = frozenset()
    by: tuple[int, ...] = ()


def sift(nodes: Mapping[str, PictureNode], edges: Mapping[str, PictureEdge], filters: Iterable[Filter]) -> Sifted:
    """What all filters hide together, in their order."""
    left, links = dict(nodes), dict(edges)
    counts = []
    for one in filters:
        kept = _kept(one, left, links)
        counts.append(len(left) - len(kept))
        left = {i: node for i, node in left.items() if i in kept}
        links = {
            i: edge
            for i, edge in links.items()
            if edge.source.id in left and edge.target.id in left and not _too_far(one, edge)
        }
    return Sifted(frozenset(nodes) - left.keys(), frozenset(edges) - links.keys(), tuple(counts))


def _kept(one: Filter, nodes: Mapping[str, PictureNode], edges: Mapping[str, PictureEdge]) -> set[str]:
    if one.kind == "within":
        # What only links that are too far hold in the picture goes with them; what has no link at all stays.
        near = _ends(edge for edge in edges.values() if not _too_far(one, edge))
        return (nodes.keys() - _ends(edges.values())) | near
    if one.kind == "holes":
        absent = {i for i, node in nodes.items() if node.missing}
        return absent | _ends(e for e in edges.values() if e.ghost or {e.source.id, e.target.id} & absent)
    if one.kind == "linked":
        return _ends(edges.values())
    words = normalise(one.value)
    named = {i for i, node in nodes.items() if words in normalise(node.caption)}
    return named | _ends(e for e in edges.values() if {e.source.id, e.target.id} & named)


def _too_far(one: Filter, edge: PictureEdge) -> bool:
    return one.kind == "within" and edge.metres is not None and edge.metres > one.metres


def _ends(edges: Iterable[PictureEdge]) -> set[str]:
    return {i for edge in edges for i in (edge.source.id, edge.target.id)}
