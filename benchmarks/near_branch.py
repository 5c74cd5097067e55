"""The planner's question against the same question without point indexes, in one run on one database.

`python -m benchmarks.near_branch` asks the database of the settings (demo zone and registry loaded) and prints a
Markdown table for docs/measurements.md. Ratios count; the seconds are this machine's.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from datetime import date

from graph.connection import Database
from graph.settings import read_settings
from queries.ask import ask

AT = date(2026, 10, 31)
RUNS = 15

# every uncovered member firm against every place of every branch: what one writes without thinking of indexes
NAIVE = """
MATCH (m:Member)-[w:WORKS_AT]->(firm:Enterprise)<-[o:OF]-(site:Site)
WHERE w.since <= $at < w.until AND o.since <= $at < o.until
  AND NOT EXISTS { MATCH (:Branch)-[c:COVERS]->(firm) WHERE c.since <= $at < c.until }
WITH DISTINCT firm, site
MATCH (branch:Branch)-[c:COVERS]->(host:Enterprise)<-[h:OF]-(place:Site)
WHERE c.since <= $at < c.until AND h.since <= $at < h.until
WITH firm, branch, min(point.distance(site.location, place.location)) AS metres
WHERE metres <= $radius
RETURN firm.key, branch.key, metres ORDER BY metres
"""


def median(work: Callable[[], object]) -> float:
    """Seconds, the median of RUNS after two runs that plan and warm."""
    taken = []
    for run in range(RUNS + 2):
        started = time.perf_counter()
        work()
        if run >= 2:
            taken.append(time.perf_counter() - started)
    return statistics.median(taken)


def main() -> None:
    """Measure and print."""
    with Database.open(read_settings()) as database:
        firms = database.read("MATCH (e:Enterprise) RETURN count(e) AS number")[0]["number"]
        asked = median(lambda: ask(database, "uncovered-near-branch", AT))
        naive = median(lambda: database.read(NAIVE, {"at": AT, "radius": 1000}))
    sys.stdout.write(
        "| firms in the graph | question, rows and total | naive Cypher, distances alone | ratio |\n|---|---|---|---|\n"
        f"| {firms:,} | {asked * 1000:.0f} ms | {naive * 1000:.0f} ms | {naive / asked:.1f} |\n"
    )


if __name__ == "__main__":
    main()
