"""A flat node or edge as named plain values (text, number, true or false), for tools that know no dates or points.

Our own names come first; a property whose name is one of them, or one a format keeps for itself, gets a `_` at its end.
"""

from __future__ import annotations

import json
from datetime import date
from math import isfinite
from typing import Any

from app.reports.flat import FlatEdge, FlatNode, Point, declared, words
from graph.text import Language

Plain = str | int | float | bool

# fmt: off
OURS = frozenset({
    "id", "source", "target", "label", "type", "type_label", "business_key", "missing", "since", "until", "ghost",
    "rule", "metres",
})
FORMATS_OWN = frozenset({
    "key", "networkx_key", "pid", "parents", "start", "end", "spells", "slices", "viz", "weight",
})
# fmt: on
TAKEN = OURS | FORMATS_OWN
"""Names a property may not take in a file: ours, and those GEXF, GraphML or Cytoscape read as their own."""


def node_attributes(node: FlatNode, language: Language) -> dict[str, Plain]:
    """`label` (caption), `type`, `type_label`, `business_key`, `missing`, then the properties that have a value."""
    own: dict[str, Plain] = {
        "label": node.label,
        "type": node.ref.type,
        "type_label": node.type_label,
        "business_key": node.ref.key,
        "missing": node.missing,
    }
    return own | _plain(node, language, TAKEN)


def edge_attributes(edge: FlatEdge, language: Language) -> dict[str, Plain]:
    """`label`, `name` (edge type), `ghost`; `since`, `until` as ISO dates, `rule`, `metres` where known; properties."""
    own: dict[str, Any] = {
        "label": edge.label,
        "name": edge.name,
        "ghost": edge.ghost,
        "since": edge.since and edge.since.isoformat(),
        "until": edge.until and edge.until.isoformat(),
        "rule": edge.rule,
        "metres": edge.metres,
    }
    return {name: value for name, value in own.items() if value is not None} | _plain(edge, language, TAKEN | {"name"})


def node_row(node: FlatNode, language: Language) -> dict[str, Plain]:
    """`node_attributes` with the node's `id` before them, for formats that keep no identity elsewhere."""
    return {"id": node.ref.id, **node_attributes(node, language)}


def edge_row(edge: FlatEdge, language: Language) -> dict[str, Plain]:
    """`edge_attributes` with `id`, `source` and `target` (ids of nodes) before them."""
    ends: dict[str, Plain] = {"id": edge.id, "source": edge.source.ref.id, "target": edge.target.ref.id}
    return ends | edge_attributes(edge, language)


def _plain(thing: FlatNode | FlatEdge, language: Language, taken: frozenset[str]) -> dict[str, Plain]:
    plain: dict[str, Plain] = {}
    known = declared(thing)
    for name, value in thing.properties.items():
        safe = f"{name}_" if name in taken else name
        if isinstance(value, Point):
            plain[f"{safe}_longitude"], plain[f"{safe}_latitude"] = value
        elif isinstance(value, (bool, int)):
            plain[safe] = value
        elif isinstance(value, float):
            plain[safe] = value if isfinite(value) else str(value)
        elif isinstance(value, list):
            plain[safe] = json.dumps(value, ensure_ascii=False, default=_iso)
        else:
            plain[safe] = words(value, known[name].values if name in known else {}, language)
    return plain


def _iso(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} is no property value of the graph")
