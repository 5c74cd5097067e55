"""Which area things lie in: cells as parts of it, firms by their sites, branches by where they sit."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from graph.connection import Database
from queries.results import Ref

# One area for each: where a firm has sites in two, the first by name.
_AREAS = """
UNWIND $refs AS ref
MATCH (n:Entity {key: ref.key}) WHERE ref.type IN labels(n)
CALL (n) {
  MATCH (n) WHERE n:Area
  RETURN n AS area
  UNION
  MATCH (n:GridCell)-[part:PART_OF]->(area:Area) WHERE part.since <= $at < part.until
  RETURN area
  UNION
  MATCH (n:Site|Venue)-[lies:IN_GRID]->(:GridCell)-[part:PART_OF]->(area:Area)
  WHERE lies.since <= $at < lies.until AND part.since <= $at < part.until
  RETURN area
  UNION
  MATCH (n:Enterprise)<-[of:OF]-(:Site)-[lies:IN_GRID]->(:GridCell)-[part:PART_OF]->(area:Area)
  WHERE of.since <= $at < of.until AND lies.since <= $at < lies.until AND part.since <= $at < part.until
  RETURN area
  UNION
  MATCH (n:Branch)-[seat:SEATED_AT]->(:Site|Venue)-[lies:IN_GRID]->(:GridCell)-[part:PART_OF]->(area:Area)
  WHERE seat.since <= $at < seat.until AND lies.since <= $at < lies.until AND part.since <= $at < part.until
  RETURN area
}
RETURN ref.type AS type, ref.key AS key, min(coalesce(area.name, area.key)) AS area
"""


def areas(db: Database, refs: Iterable[Ref], at: date) -> dict[str, str]:
    """The name of the area in which each lies at the date, by id; what lies in none, or never lies, is left out."""
    asked = [ref.asked for ref in refs]
    rows = db.read(_AREAS, {"refs": asked, "at": at}) if asked else []
    return {Ref(row["type"], row["key"]).id: row["area"] for row in rows if row["area"] is not None}
