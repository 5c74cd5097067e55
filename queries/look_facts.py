"""What pictures are coloured and sized by: a few counts of firms and branches at a date, for many nodes at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from graph.connection import Database
from queries.results import Ref

TYPES = ("Enterprise", "Branch")
"""The others have no such facts."""

_FACTS = """
UNWIND $refs AS ref
MATCH (n:Entity {key: ref.key}) WHERE ref.type IN labels(n)
RETURN ref.type AS type, ref.key AS key,
  CASE WHEN n:Enterprise THEN {
    covers: COUNT { (n)<-[r:COVERS]-(:Branch) WHERE r.since <= $at < r.until },
    officers: COUNT { (n)<-[r:CONTACTS]-(:Officer) WHERE r.since <= $at < r.until },
    workers: COUNT { (n)<-[r:WORKS_AT]-(:Member) WHERE r.since <= $at < r.until },
    staff: COLLECT {
      MATCH (n)<-[r:DESCRIBES]-(record:SurveyRecord) WHERE r.since <= $at < r.until
      RETURN record.staff
    }[0]
  } ELSE {
    members: COUNT { (n)<-[r:BELONGS_TO]-(:Member) WHERE r.since <= $at < r.until }
  } END AS facts
"""


def look_facts(db: Database, refs: Iterable[Ref], at: date) -> dict[Ref, Mapping[str, float]]:
    """The facts of each firm and branch at the date, by name, in one query; what is not known is left out."""
    asked = [ref.asked for ref in refs if ref.type in TYPES]
    rows = db.read(_FACTS, {"refs": asked, "at": at}) if asked else []
    return {
        Ref(row["type"], row["key"]): {name: value for name, value in row["facts"].items() if value is not None}
        for row in rows
    }
