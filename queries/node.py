"""What is known of one node at a date: its properties, record, edges, sources and what the questions say of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph.connection import Database
from graph.model import model
from graph.text import Language
from queries.captions import shown
from queries.finding import find
from queries.header import Question
from queries.lookup import nodes
from queries.neighbours import Direction
from queries.results import Ref
from queries.verdicts import Verdict, verdicts

__all__ = ["Card", "CardEdge", "Source", "card", "find"]

_RECORD = """
MATCH (n:Entity {key: $key})<-[d:DESCRIBES]-(record:Record)
WHERE $type IN labels(n) AND d.since <= $at < d.until
RETURN properties(record) AS properties
"""

_EDGES = """
MATCH (n:Entity {key: $key})-[r]-(other:Entity)
WHERE $type IN labels(n) AND (r.since IS NULL OR r.since <= $at < r.until)
RETURN type(r) AS name, CASE WHEN startNode(r) = n THEN 'out' ELSE 'in' END AS direction,
  [label IN labels(other) WHERE label IN $types][0] AS type, other.key AS key,
  r.since AS since, r.until AS until
ORDER BY name, direction, type, key, since
LIMIT $limit
"""

_SOURCES = """
MATCH (n:Entity {key: $key})<-[said:STATES|NAMES]-(row:LedgerRow)
WHERE $type IN labels(n)
RETURN DISTINCT row.file AS file, row.sheet AS sheet, row.row AS row, row.as_of AS as_of, row.kind AS kind,
  row.state AS state, type(said) = 'STATES' AS states
ORDER BY states DESC, as_of DESC, file, sheet, row
LIMIT $limit
"""


@dataclass(frozen=True)
class CardEdge:
    """One edge of a node at a date; `direction` is seen from the node, `ref` and `caption` are the other end's."""

    name: str
    direction: Direction
    ref: Ref
    caption: str
    since: date | None
    until: date | None


@dataclass(frozen=True)
class Source:
    """A ledger row that states the node, or only names it (`states` False)."""

    file: str
    sheet: str | None
    row: int
    as_of: date
    kind: str
    state: str
    states: bool


@dataclass(frozen=True)
class Card:
    """All that is known of one node at a date. `properties` and `record` are as stored, private values masked.

    `record` is its period record (survey, standing, formation) at the date. `edges` and `sources` hold at most as many
    as asked for, sources newest first.
    """

    ref: Ref
    caption: str
    properties: Mapping[str, Any]
    record: Mapping[str, Any] | None
    edges: tuple[CardEdge, ...]
    sources: tuple[Source, ...]
    verdicts: tuple[Verdict, ...]


def card(
    db: Database,
    ref: Ref,
    at: date,
    limit: int = 500,
    language: Language = "zh",
    questions: Iterable[Question] | None = None,
) -> Card:
    """What is known of the node at the date, with the verdicts of some `questions` or of all.

    Raises NotFound when it does not exist.
    """
    ref = find(db, ref.id)
    node = nodes(db, [ref], language)[ref]
    asked = {"type": ref.type, "key": ref.key, "at": at, "limit": limit, "types": list(model().types)}
    record_type = model().record_type(ref.type)
    records = db.read(_RECORD, asked) if record_type else []
    return Card(
        ref,
        node.caption,
        node.properties,
        shown(record_type.type, records[0]["properties"]) if record_type and records else None,
        _edges(db, asked, language),
        tuple(Source(**row) for row in db.read(_SOURCES, asked)),
        verdicts(db, ref, at, questions),
    )


def _edges(db: Database, asked: Mapping[str, Any], language: Language) -> tuple[CardEdge, ...]:
    rows = db.read(_EDGES, asked)
    others = [Ref(row["type"], row["key"]) for row in rows]
    called = nodes(db, others, language)
    return tuple(
        CardEdge(row["name"], row["direction"], other, called[other].caption, row["since"], row["until"])
        for row, other in zip(rows, others, strict=True)
    )
