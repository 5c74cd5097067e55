"""Nodes to choose from: all of a type that a zone has few of, or those a text finds."""

from __future__ import annotations

from collections.abc import Iterable

from graph.connection import Database
from graph.text import Language
from queries.search import search

Choice = dict[str, str]

LISTED = frozenset({"Area", "Township", "Department"})
"""Types a zone has few enough of to choose from a list."""

_ALL = "MATCH (n:Entity) WHERE $type IN labels(n) RETURN n.key AS key, n.name AS name ORDER BY name"


def listed(database: Database, node_type: str) -> list[Choice]:
    """Every node of a listed type; empty for other types, which are searched."""
    if node_type not in LISTED:
        return []
    rows = database.read(_ALL, {"type": node_type})
    return [{"value": row["key"], "label": row["name"] or row["key"]} for row in rows]


def suggested(
    database: Database, typed: str | None, node_type: str | None, offered: Iterable[Choice] | None, language: Language
) -> list[Choice] | None:
    """What a text typed into a control finds. None, and what is offered stays: nothing is typed, or a choice was made,
    whose name the control then writes (that of a person is masked, and would find nobody; other choices that arrive
    before the control has told what was chosen would take it back)."""
    if not typed or any(choice["label"] == typed for choice in offered or ()):
        return None
    return found(database, typed, node_type, language)


def found(database: Database, text: str, node_type: str | None, language: Language) -> list[Choice]:
    """What a text finds, best first: the value is the key where the type is given, else `Type:key`."""
    hits = search(database, text, 30 if node_type else 12, language)
    return [
        {
            "value": hit.ref.key if node_type else hit.ref.id,
            "label": hit.caption,
            "type": hit.ref.type,
            "detail": hit.detail,
        }
        for hit in hits
        if node_type in (None, hit.ref.type)
    ]
