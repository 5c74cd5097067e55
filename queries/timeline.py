"""What became of one node over all days: ties that began and ended, and records that changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any, Literal

from graph.connection import Database
from graph.model import model
from graph.text import Language
from graph.values.dates import OPEN
from queries.captions import shown
from queries.lookup import nodes
from queries.neighbours import Direction
from queries.results import Ref

_TIES = """
MATCH (n:Entity {key: $key})-[r]-(other:Entity)
WHERE $type IN labels(n) AND r.since IS NOT NULL
RETURN type(r) AS name, CASE WHEN startNode(r) = n THEN 'out' ELSE 'in' END AS direction,
  [label IN labels(other) WHERE label IN $types][0] AS type, other.key AS key, r.since AS since, r.until AS until
ORDER BY since DESC, name, key
LIMIT $limit
"""

_RECORDS = """
MATCH (n:Entity {key: $key})<-[d:DESCRIBES]-(record:Record)
WHERE $type IN labels(n)
RETURN d.since AS since, properties(record) AS properties
ORDER BY since
"""

_PERIOD = frozenset({"since", "until"})


@dataclass(frozen=True)
class Tie:
    """An edge of the node that began or ended on a day; `direction` is seen from the node."""

    day: date
    turn: Literal["begins", "ends", "happened"]
    name: str
    direction: Direction
    ref: Ref
    caption: str


@dataclass(frozen=True)
class Recorded:
    """A property of the node's period record that was known to be otherwise before; `new` is None where it is no longer
    known. What becomes known for the first time is no change."""

    day: date
    name: str
    old: Any
    new: Any


def timeline(db: Database, ref: Ref, limit: int = 500, language: Language = "zh") -> tuple[Tie | Recorded, ...]:
    """What became of the node, newest first; of its ties the `limit` that began last. People are masked."""
    asked = {"type": ref.type, "key": ref.key, "types": list(model().types), "limit": limit}
    found: list[Tie | Recorded] = [*_ties(db, asked, language), *_recorded(db, ref, asked)]
    return tuple(sorted(found, key=lambda one: (one.day, one.name), reverse=True))


def _ties(db: Database, asked: Mapping[str, Any], language: Language) -> list[Tie]:
    rows = db.read(_TIES, asked)
    called = nodes(db, [Ref(row["type"], row["key"]) for row in rows], language)
    found = []
    for row in rows:
        other = Ref(row["type"], row["key"])
        ends = (str(asked["type"]), other.type)
        source, target = ends if row["direction"] == "out" else ends[::-1]
        declared = model().arrow(source, row["name"], target)
        happened = declared is not None and declared.event
        told = (row["name"], row["direction"], other, called[other].caption)
        found.append(Tie(row["since"], "happened" if happened else "begins", *told))
        if not happened and row["until"] < OPEN:
            found.append(Tie(row["until"], "ends", *told))
    return found


def _recorded(db: Database, ref: Ref, asked: Mapping[str, Any]) -> list[Recorded]:
    record = model().record_type(ref.type)
    if record is None:
        return []
    records = [(row["since"], shown(record.type, row["properties"])) for row in db.read(_RECORDS, asked)]
    return [
        Recorded(day, name, before.get(name), after.get(name))
        for (_, before), (day, after) in pairwise(records)
        for name in record.properties
        if name not in _PERIOD and before.get(name) not in (None, after.get(name))
    ]
