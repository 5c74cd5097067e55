"""The near-branch question of one area of 2,000 firms, beside what one writes without an index and beside peers.

In the same run on the same points: PostGIS, nearest neighbours by its index on geography (a cluster of its own, from
Debian's packages postgresql and postgresql-15-postgis-3), and scipy's cKDTree in memory. The peers are given the
uncovered firms and the places of branches ready made and tell distances alone; the question finds out who is uncovered,
who is counted, room and borders as well.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from datetime import date
from typing import Any

from benchmarks.near_peers import Places, kd_tree, postgis
from benchmarks.synthetic_zone import Server
from graph.connection import Database
from graph.errors import DatabaseError
from queries.ask import ask

AT, RADIUS, NEAREST = date(2026, 10, 31), 1_000, 3
QUESTION = "uncovered-near-branch"
AREAS, ROUNDS = 5, 6
"""The areas take turns, so that a run does not find what the run before it left in memory."""
NAIVE_SECONDS = 120.0
HEAD = "| one area of 2,000 firms | median | least | processor | ratio |\n|---|---|---|---|---|"

# every uncovered firm of the area in which a member works, against every place of every branch
NAIVE = """
MATCH (:Area {key: $area})<-[:PART_OF]-(:GridCell)<-[g:IN_GRID]-(site:Site)-[o:OF]->(firm:Enterprise)
WHERE g.since <= $at < g.until AND o.since <= $at < o.until
  AND EXISTS { MATCH (:Member)-[w:WORKS_AT]->(firm) WHERE w.since <= $at < w.until }
  AND NOT EXISTS { MATCH (:Branch)-[c:COVERS]->(firm) WHERE c.since <= $at < c.until }
WITH DISTINCT firm, site
MATCH (branch:Branch)-[c:COVERS]->(host:Enterprise)<-[h:OF]-(place:Site)
WHERE c.since <= $at < c.until AND h.since <= $at < h.until
WITH firm, branch, min(point.distance(site.location, place.location)) AS metres
WHERE metres <= $radius
RETURN firm.key, branch.key, metres ORDER BY metres
"""

# distances alone, as the peers tell them, by the point index
ALONE = """
UNWIND $holes AS hole
CALL (hole) {
  MATCH (spot:BranchPlace) WHERE point.distance(spot.location, hole.here) <= $radius
    AND (EXISTS { MATCH (spot)-[o:OF]->(:Enterprise)<-[c:COVERS]-(:Branch)
                  WHERE o.since <= $at < o.until AND c.since <= $at < c.until }
      OR EXISTS { MATCH (spot)<-[s:SEATED_AT]-(:Branch) WHERE s.since <= $at < s.until })
  RETURN spot.key AS place, point.distance(spot.location, hole.here) AS metres
}
WITH hole, place, metres ORDER BY metres
WITH hole, collect({place: place, metres: metres})[..$nearest] AS found
RETURN hole.key AS hole, found
"""

PLACES = """
CALL () {
  MATCH (:Branch)-[c:COVERS]->(:Enterprise)<-[o:OF]-(spot:Site)
  WHERE c.since <= $at < c.until AND o.since <= $at < o.until AND spot.location IS NOT NULL
  RETURN spot
  UNION
  MATCH (:Branch)-[s:SEATED_AT]->(spot:Venue) WHERE s.since <= $at < s.until AND spot.location IS NOT NULL
  RETURN spot
}
RETURN DISTINCT spot.key AS key, spot.location.longitude AS longitude, spot.location.latitude AS latitude
"""

HOLES = """
UNWIND $firms AS firm
MATCH (:Enterprise {key: firm})<-[o:OF]-(site:Site) WHERE o.since <= $at < o.until AND site.location IS NOT NULL
RETURN site.key AS key, site.location AS here, site.location.longitude AS longitude, site.location.latitude AS latitude
"""


def near_table(database: Database, server: Server, size: str) -> str:
    """The Markdown table of one zone."""
    areas = some_areas(database)
    rows = {area: ask(database, QUESTION, AT, {"area": area}, limit=100_000).rows for area in areas}
    holes = {area: _holes(database, found) for area, found in rows.items()}
    places = _places(database.read(PLACES, {"at": AT}, timeout=NAIVE_SECONDS))
    asked = _turns(server, areas, lambda area: ask(database, QUESTION, AT, {"area": area}))
    alone = _turns(server, areas, lambda area: _alone(database, holes[area]))
    told = {area: {row["hole"]: row["found"] for row in _alone(database, holes[area])} for area in areas}
    ways = {"the question, rows and total": asked, "Cypher with the point index, distances alone": alone}
    naive, over = _naive(database, areas[0])
    lines = [_row(way, taken, asked[0], processor) for way, (taken, processor) in ways.items()]
    slower = f"{over}{_shown(naive)} | | | {over}{naive / statistics.median(asked[0]):.0f}"
    lines.append(f"| naive Cypher without an index, distances alone | {slower} |")
    near = {area: _places(found) for area, found in holes.items()}
    for way, peer in (("PostGIS KNN, distances alone", postgis), ("scipy cKDTree, distances alone", kd_tree)):
        try:
            taken, made, nearest = peer(places, near, NEAREST, RADIUS, ROUNDS)
        except (ImportError, OSError) as error:
            lines.append(f"| {way} | not measured: {str(error)[:80]} | – | – | – |")
            continue
        lines.append(_row(f"{way} (made ready in {_shown(made)}; {_agreed(told, nearest)})", taken, asked[0]))
    firms, listed = (statistics.mean(n) for n in zip(*map(_counts, rows.values()), strict=True))
    head = (
        f"{size} firms, {len(places.keys):,} places of branches; an area has {firms:.0f} such firms, {listed:.0f} rows"
    )
    return "\n".join((f"{head}:\n", HEAD, *lines, ""))


def some_areas(database: Database) -> list[str]:
    """Areas from all over the zone."""
    keys = [row["key"] for row in database.read("MATCH (a:Area) RETURN a.key AS key ORDER BY key")]
    return keys[:: max(1, len(keys) // AREAS)][:AREAS]


def _counts(rows: Any) -> tuple[int, int]:
    return len({row["firm"] for row in rows}), len(rows)


def _holes(database: Database, rows: Any) -> list[dict[str, Any]]:
    return database.read(HOLES, {"at": AT, "firms": sorted({row["firm"] for row in rows})})


def _places(rows: list[dict[str, Any]]) -> Places:
    return Places([r["key"] for r in rows], [r["longitude"] for r in rows], [r["latitude"] for r in rows])


def _alone(database: Database, holes: list[dict[str, Any]]) -> list[dict[str, Any]]:
    given = [{"key": hole["key"], "here": hole["here"]} for hole in holes]
    return database.read(ALONE, {"at": AT, "radius": RADIUS, "nearest": NEAREST, "holes": given})


def _turns(server: Server, areas: list[str], work: Callable[[str], object]) -> tuple[list[float], float]:
    """Seconds for an area in each run after each area had its turn once, and what a run took of the processor."""
    taken: list[float] = []
    used = 0.0
    for turn in range(ROUNDS):
        if turn == 1:
            used = server.used()
        for area in areas:
            started = time.perf_counter()
            work(area)
            if turn:
                taken.append(time.perf_counter() - started)
    return taken, (server.used() - used) / len(taken)


def _naive(database: Database, area: str) -> tuple[float, str]:
    """Seconds of the better of two runs, or of one that is long; `over` where the time limit ended it."""
    taken: list[float] = []
    while len(taken) < 2 and sum(taken) < 20:
        started = time.perf_counter()
        try:
            database.read(NAIVE, {"at": AT, "radius": RADIUS, "area": area}, timeout=NAIVE_SECONDS)
        except DatabaseError:
            return time.perf_counter() - started, "over "
        taken.append(time.perf_counter() - started)
    return min(taken), ""


def _agreed(told: dict[str, dict[str, Any]], nearest: dict[str, dict[str, str]]) -> str:
    """For how many firms a peer finds the same nearest place."""
    pairs = [
        (found[0]["place"] if found else None, nearest[area].get(hole))
        for area, holes in told.items()
        for hole, found in holes.items()
    ]
    return f"same nearest place for {sum(ours == theirs for ours, theirs in pairs)} of {len(pairs)}"


def _row(way: str, taken: list[float], asked: list[float], processor: float | None = None) -> str:
    middle = statistics.median(taken)
    used = "" if processor is None else _shown(processor)
    return f"| {way} | {_shown(middle)} | {_shown(min(taken))} | {used} | {middle / statistics.median(asked):.3f} |"


def _shown(seconds: float) -> str:
    return f"{seconds:.1f} s" if seconds >= 10 else f"{seconds * 1000:.1f} ms"


if __name__ == "__main__":
    sys.exit("run: python -m benchmarks.questions")
