"""What stands around a node: counts by edge type before anything is expanded, then the neighbours themselves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from graph.connection import Database
from graph.errors import WrongQuestion
from graph.model import model
from graph.text import Language, Text
from queries.finding import find
from queries.lookup import DRAWN, drawn, kinds, nodes
from queries.picture import edges, edges_with
from queries.results import Picture, Ref

Direction = Literal["out", "in"]
AT_ONCE = 50
"""So many neighbours arrive at once where nobody says how many."""

_COUNTS = """
UNWIND $refs AS ref
MATCH (n:Entity {key: ref.key}) WHERE ref.type IN labels(n)
MATCH (n)-[r]-(other:Entity) WHERE r.since IS NULL OR r.since <= $at < r.until
WITH ref, type(r) AS edge, CASE WHEN startNode(r) = n THEN 'out' ELSE 'in' END AS direction,
  [label IN labels(other) WHERE label IN $types][0] AS type, count(DISTINCT other) AS number
RETURN ref.type AS ref_type, ref.key AS ref_key, edge, direction, type, number
ORDER BY ref_type, ref_key, edge, direction, type
"""

_NEIGHBOURS = """
UNWIND $refs AS ref
MATCH (n:Entity {key: ref.key}) WHERE ref.type IN labels(n)
MATCH (n)-[r]-(other:Entity)
WHERE (r.since IS NULL OR r.since <= $at < r.until)
  AND ($edge IS NULL OR type(r) = $edge)
  AND ($direction IS NULL OR (startNode(r) = n) = ($direction = 'out'))
  AND ($other IS NULL OR $other IN labels(other))
RETURN DISTINCT [label IN labels(other) WHERE label IN $types][0] AS type, other.key AS key
ORDER BY type, key
"""

# Firms that no branch covers come first: of many neighbours those are what a person looks for.
_EXPANDED = """
MATCH (centre:Entity {key: $key}) WHERE $type IN labels(centre)
CALL (centre) {
  MATCH (centre)-[r]-(other:Entity)
  WHERE (r.since IS NULL OR r.since <= $at < r.until)
    AND ($edge IS NULL OR type(r) = $edge)
    AND ($direction IS NULL OR (startNode(r) = centre) = ($direction = 'out'))
    AND ($other IS NULL OR $other IN labels(other))
  WITH DISTINCT other
  WITH other, other:Enterprise AND NOT EXISTS {
    MATCH (other)<-[covers:COVERS]-(:Branch) WHERE covers.since <= $at < covers.until
  } AS uncovered
  ORDER BY uncovered DESC, other.key
  RETURN collect(other) AS found
}
UNWIND [centre] + found[..$limit] AS n
WITH DISTINCT n, size(found) + 1 AS total
"""


@dataclass(frozen=True)
class Count:
    """How many neighbours of type `other` a node has by one edge type; `direction` is seen from the node."""

    edge: str
    direction: Direction
    other: str
    number: int


def counts(db: Database, refs: Iterable[Ref], at: date) -> dict[Ref, list[Count]]:
    """The neighbours of each node at the date, counted by edge type, direction and type; one query for all nodes."""
    found: dict[Ref, list[Count]] = {ref: [] for ref in refs}
    for row in db.read(_COUNTS, {"refs": [ref.asked for ref in found], "at": at, "types": list(model().types)}):
        count = Count(row["edge"], row["direction"], row["type"], row["number"])
        found[Ref(row["ref_type"], row["ref_key"])].append(count)
    return found


def expand(
    db: Database,
    ref: Ref,
    at: date,
    edge: str | None = None,
    direction: Direction | None = None,
    other: str | None = None,
    limit: int = AT_ONCE,
    language: Language = "zh",
    known: Iterable[Ref] = (),
) -> Picture:
    """The node and at most `limit` of its neighbours by edge type, direction and type (None: any) at the date.

    Firms that no branch covers come first. With their edges among each other and to the nodes already `known`, in two
    queries. `total` counts the node and all such neighbours. Raises NotFound when the node does not exist.
    """
    asked = {"key": ref.key, "type": ref.type, "at": at, "edge": edge, "direction": direction, "other": other}
    rows = db.read(_EXPANDED + DRAWN, {**asked, "limit": limit, **kinds()})
    if not rows:
        current = find(db, ref.id)
        return expand(db, current, at, edge, direction, other, limit, language, known)
    found = {node.ref: node for node in (drawn(row, language) for row in rows)}
    return Picture.of(found.values(), edges_with(db, found, known, at), rows[0]["total"])


def around(db: Database, ref: Ref, at: date, hops: int, limit: int = 2000, language: Language = "zh") -> Picture:
    """All that stands within so many hops of the node at the date; the nearest `limit` nodes, `total` counts all.

    Raises NotFound when the node does not exist, WrongQuestion when `hops` is negative.
    """
    if hops < 0:
        raise WrongQuestion(
            Text(f"步数 {hops} 不能使用", f"{hops} hops cannot be used"), Text("应为 0 或更大", "it must be 0 or more")
        )
    reached = {find(db, ref.id): None}
    frontier = list(reached)
    for _ in range(hops):
        frontier = [other for other in _neighbours(db, frontier, at) if other not in reached]
        reached.update(dict.fromkeys(frontier))
    kept = nodes(db, list(reached)[:limit], language)
    return Picture.of(kept.values(), edges(db, kept, at), len(reached))


def _neighbours(
    db: Database,
    refs: list[Ref],
    at: date,
    edge: str | None = None,
    direction: Direction | None = None,
    other: str | None = None,
) -> list[Ref]:
    asked = {
        "refs": [ref.asked for ref in refs],
        "at": at,
        "edge": edge,
        "direction": direction,
        "other": other,
        "types": list(model().types),
    }
    return [Ref(row["type"], row["key"]) for row in db.read(_NEIGHBOURS, asked)]
