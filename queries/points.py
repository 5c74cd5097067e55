"""Where nodes stand on a day: their own points, or those of what they are seated at, operate at or hold."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from graph.connection import Database
from queries.composing import PARTS
from queries.results import Ref

MOST = 30
"""So many places of one node are given; a committee covers hundreds of firms."""

_POINTS = (PARTS / "points.cypher").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Point:
    """A place in degrees of WGS-84. `rough`: the centre of its grid cell; not `own`: of a firm that a branch covers."""

    longitude: float
    latitude: float
    rough: bool = False
    own: bool = True


def points(db: Database, refs: Iterable[Ref], at: date) -> dict[Ref, tuple[Point, ...]]:
    """The places of each node that has any, the one it is drawn at first; one query for all nodes."""
    wanted = [ref.asked for ref in dict.fromkeys(refs)]
    rows = db.read(_POINTS, {"refs": wanted, "at": at, "most": MOST}) if wanted else []
    return {
        Ref(row["type"], row["key"]): tuple(Point(p["x"], p["y"], p["rough"], p["own"]) for p in row["places"])
        for row in rows
    }
