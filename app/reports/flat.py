"""The one flat view of a picture that every format writes: captions and labels in words, values safe to leave.

Only properties the schema declares leave; names and telephones of private persons are masked, and citizen numbers that
stand in free text too. What the database keeps for itself (search keys and the like) stays.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, NamedTuple

from graph.model import Property, model
from graph.text import Language, Text
from graph.values.masks import mask_id_numbers, mask_private
from queries import captions
from queries.results import Picture, PictureEdge, PictureNode, Ref


class Point(NamedTuple):
    """A WGS-84 position in degrees."""

    longitude: float
    latitude: float


@dataclass(frozen=True)
class FlatNode:
    """A node as it leaves. `missing`: it does not exist and was drawn because it should.

    `properties`: the declared ones with a value, masked, as str, int, float, bool, date, Point or a list of these.
    """

    ref: Ref
    label: str
    type_label: str
    missing: bool
    properties: Mapping[str, Any]


@dataclass(frozen=True)
class FlatEdge:
    """An edge as it leaves, from `since` until before `until`. `ghost`: it does not exist; `rule` says what fails."""

    id: str
    source: FlatNode
    target: FlatNode
    name: str
    label: str
    since: date | None
    until: date | None
    ghost: bool
    rule: str | None
    metres: float | None
    properties: Mapping[str, Any]

    @property
    def exists(self) -> bool:
        """Whether the graph has it: neither a ghost nor at an end that is missing."""
        return not (self.ghost or self.source.missing or self.target.missing)


@dataclass(frozen=True)
class Flat:
    """All nodes and edges of a picture, each once, in a stable order."""

    nodes: tuple[FlatNode, ...]
    edges: tuple[FlatEdge, ...]


def flatten(picture: Picture, language: Language) -> Flat:
    """`picture` as it may leave, its labels in `language`."""
    whole = Picture.of(picture.nodes, picture.edges)
    nodes = {node.ref: _node(node, language) for node in whole.nodes}
    edges = tuple(_edge(edge, nodes[edge.source], nodes[edge.target], language) for edge in whole.edges)
    return Flat(tuple(nodes.values()), edges)


def declared(node: FlatNode | FlatEdge) -> Mapping[str, Property]:
    """The properties the schema declares for it, by name; for an edge of no declared type there are none."""
    if isinstance(node, FlatNode):
        return model()[node.ref.type].properties
    return _edge_properties(node.source.ref.type, node.name, node.target.ref.type)


def words(value: Any, choices: Mapping[str, Text], language: Language) -> str:
    """A value as people read it: a choice by its label, a date as ISO, a point as `longitude, latitude`."""
    if isinstance(value, str):
        return choices[value].say(language) if value in choices else value
    if isinstance(value, bool):
        return {"zh": ("否", "是"), "en": ("no", "yes")}[language][value]
    if isinstance(value, Point):
        return f"{value.longitude}, {value.latitude}"
    if isinstance(value, (list, tuple)):
        return ("、" if language == "zh" else ", ").join(words(item, choices, language) for item in value)
    return str(value)


def masked(value: Any, private: Literal["name", "phone"] | None) -> Any:
    """A value as it may leave; masking what is masked changes nothing. Citizen numbers leave in no text at all."""
    shown = mask_private(value, private)
    return mask_id_numbers(shown) if isinstance(shown, str) else shown


def _node(node: PictureNode, language: Language) -> FlatNode:
    kind = model()[node.ref.type]
    properties = dict(_leaving(node.properties, kind.properties))
    label = _label(node, properties, language) or node.ref.key
    return FlatNode(node.ref, label, kind.label.say(language), node.missing, properties)


def _label(node: PictureNode, properties: Mapping[str, Any], language: Language) -> str:
    kind = model()[node.ref.type]
    private = kind.properties[kind.caption].private
    if private and "*" in node.caption:
        return node.caption  # masked already, and with the handle that tells namesakes apart
    if kind.caption in properties:
        return captions.caption(kind.type, node.ref.key, properties, language)
    return str(masked(_native(node.caption), private))


def _edge(edge: PictureEdge, source: FlatNode, target: FlatNode, language: Language) -> FlatEdge:
    arrow = model().arrow(source.ref.type, edge.name, target.ref.type)
    label = arrow.label if arrow else model().edge_label(edge.name)
    allowed = _edge_properties(source.ref.type, edge.name, target.ref.type)
    return FlatEdge(
        id=edge.id,
        source=source,
        target=target,
        name=edge.name,
        label=label.say(language),
        since=edge.since,
        until=edge.until,
        ghost=edge.ghost,
        rule=edge.rule,
        metres=edge.metres,
        properties=dict(_leaving(edge.properties, allowed)),
    )


def _edge_properties(source: str, name: str, target: str) -> Mapping[str, Property]:
    arrow = model().arrow(source, name, target)
    return arrow.properties if arrow else {}


def _leaving(stored: Mapping[str, Any], allowed: Mapping[str, Property]) -> Iterator[tuple[str, Any]]:
    for name, prop in allowed.items():
        if (value := _native(stored.get(name))) is not None and value != "":
            yield name, masked(value, prop.private)
        if (precision := stored.get(f"{name}_precision")) is not None:
            yield f"{name}_precision", _native(precision)


def _native(value: Any) -> Any:
    """A value of the driver as a plain Python one; text without halves of surrogate pairs, which no file can hold."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8") if not value.isascii() else value
    if hasattr(value, "to_native"):
        return value.to_native()
    if hasattr(value, "longitude"):
        return Point(value.longitude, value.latitude)
    if isinstance(value, Mapping) and value.keys() >= {"longitude", "latitude"}:
        return Point(value["longitude"], value["latitude"])
    return [_native(item) for item in value] if isinstance(value, (list, tuple)) else value
