"""Loads made before, as far as a person about to make another one wants to know."""

from __future__ import annotations

from graph.connection import Database
from loaders.ledger import Load

_OF_KIND = (
    "MATCH (l:Load {kind: $kind, state: 'done'}) RETURN l.key AS id, l.file AS file, l.kind AS kind, "
    "l.scope AS scope, l.as_of AS as_of, l.full AS full, l.replaces AS replaces "
    "ORDER BY l.as_of DESC, l.loaded_at DESC, id"
)


def former_loads(database: Database, kind: str) -> list[Load]:
    """The loads of a kind, the latest as-of date first."""
    return [Load(**row) for row in database.read(_OF_KIND, {"kind": kind})]


def known_scopes(database: Database) -> list[str]:
    """The scopes of all loads, in order."""
    return [row["scope"] for row in database.read("MATCH (l:Load) RETURN DISTINCT l.scope AS scope ORDER BY scope")]
