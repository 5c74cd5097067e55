"""How fast every question answers, and how that grows with the zone.

`python -m benchmarks.questions [demo | firms]...` (by default demo, 18,000 and 1,000,000 firms) makes each zone on an
engine of its own, asks every question of the catalog with its defaults and prints Markdown tables for
docs/measurements.md; on zones that are made up also the near-branch question of one area beside its peers
(benchmarks.near_area). `firms=HOME` takes a zone that synthetic_zone has made before.

Asked as people ask: rules, rows (200 at most) and, where there are more, how many. `first` is the first time after a
start, not planned in the background, while the questions before it have read what they share. Processor time is the
server's, for a later run: it suffers less than the others where the machine has more to do. Shapes and ratios count;
the seconds are this machine's.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from benchmarks.loading_engine import start, temporary_home
from benchmarks.near_area import near_table
from benchmarks.synthetic_zone import MEMORY, Server, make_store
from graph.connection import Database
from graph.constraints import apply_schema
from graph.errors import DatabaseError
from graph.server import stop
from graph.settings import Settings
from graph.values.digest import Digester
from loaders import apply
from loaders.demo import write_demo_zone
from loaders.reading import read_ledger
from loaders.sources import read_source
from queries.ask import ask
from queries.catalog import catalog

AT = date(2026, 10, 31)
SIZES = ("demo", "18000", "1000000")
LIMIT_SECONDS, NEAR_SECONDS = 20.0, 240.0
"""The time limit of one statement here, of the questions and of near-branch; the product's is 30 s."""
WARM_SECONDS, MOST_RUNS = 1.5, 30
"""A question is asked again and again for so long or so often, but at least once more."""
NEEDED = {
    "firm": "MATCH (n:Enterprise)<-[:CONTACTS]-(:Officer) RETURN n.key AS key LIMIT 1",
    "officer": "MATCH (n:Officer)-[:CONTACTS]->(:Enterprise) RETURN n.key AS key LIMIT 1",
}
"""Whom the questions are asked about that need somebody."""


@dataclass
class Taken:
    """Seconds that one question took; `over` says why it has no answer.

    `processor` is what the server used for a later run on average, or for the one that had no answer.
    """

    first: float = 0.0
    runs: list[float] = field(default_factory=list)
    processor: float = 0.0
    total: int = 0
    over: str = ""

    def p50(self) -> float | None:
        """The median of the later runs."""
        return statistics.median(self.runs) if self.runs else None

    def p95(self) -> float | None:
        """What nineteen of twenty later runs keep to; the slowest where there are fewer than twenty."""
        if len(self.runs) < 20:
            return max(self.runs, default=None)
        return statistics.quantiles(self.runs, n=20, method="inclusive")[-1]


def timed(database: Database, server: Server, id_: str, needed: dict[str, str]) -> Taken:
    """One question asked for a bounded time."""
    taken = Taken()
    given = {name: needed[name] for name, p in catalog()[id_].parameters.items() if p.required}
    begun, used = time.perf_counter(), server.used()
    while len(taken.runs) < MOST_RUNS and (len(taken.runs) < 1 or time.perf_counter() - begun < WARM_SECONDS):
        started = time.perf_counter()
        try:
            answer = ask(database, id_, AT, given)
        except DatabaseError as error:
            seconds = time.perf_counter() - started
            taken.over = f"over {LIMIT_SECONDS:.0f} s" if seconds >= LIMIT_SECONDS else f"refused: {error.what.en[:60]}"
            taken.processor = server.used() - used
            return taken
        seconds, taken.total = time.perf_counter() - started, answer.total
        if taken.first:
            taken.runs.append(seconds)
        else:
            taken.first, begun, used = seconds, time.perf_counter(), server.used()
    taken.processor = (server.used() - used) / len(taken.runs)
    return taken


def all_timed(database: Database, server: Server) -> dict[str, Taken]:
    """Every question, told one by one on stderr."""
    needed = {name: database.read(query)[0]["key"] for name, query in NEEDED.items()}
    found = {}
    for id_ in catalog():
        found[id_] = taken = timed(database, server, id_, needed)
        sys.stderr.write(f"{id_}: {cells(taken)}\n")
    return found


@contextmanager
def zone(size: str) -> Iterator[Settings]:
    """Settings of an engine that has just been started with the zone of that size."""
    if "=" in size:
        settings = Settings(home=Path(size.partition("=")[2]), neo4j_uri=None).model_copy(update=MEMORY)
        stop(settings)
        start(settings)
        yield settings
        stop(settings)
        return
    with temporary_home(**MEMORY) as settings:
        if size == "demo":
            start(settings)
            _load_demo(settings)
        else:
            sys.stdout.write(f"{int(size):,} firms: {make_store(settings, int(size))}\n")
        stop(settings)
        start(settings)
        yield settings


def _load_demo(settings: Settings) -> None:
    with Database.open(settings) as database, tempfile.TemporaryDirectory() as folder:
        apply_schema(database)
        digester = Digester(b"for measuring only, never for people")
        for one in write_demo_zone(Path(folder)):
            source = read_source(one.path)
            ledger = read_ledger(source, digester, kind=None, scope=one.scope, as_of=one.as_of, full=one.full)
            apply.load(database, ledger)


def shown_time(seconds: float | None) -> str:
    """A time in the unit that it is read in."""
    if seconds is None:
        return "–"
    return f"{seconds:.1f} s" if seconds >= 1 else f"{seconds * 1000:.0f} ms"


def cells(taken: Taken) -> str:
    """First, p50, p95, processor and rows of one question."""
    if taken.over:
        first = f"{shown_time(taken.first)}, then " if taken.first else ""
        return f"{first}{taken.over} (processor {shown_time(taken.processor)})"
    times = (taken.first, taken.p50(), taken.p95(), taken.processor)
    return " / ".join((*map(shown_time, times), f"{taken.total:,}"))


def growth(found: dict[str, dict[str, Taken]], id_: str) -> str:
    """How many times the processor time of the largest zone is that of the one before."""
    small, large = (found[size][id_] for size in list(found)[-2:])
    if small.over or not small.processor:
        return "–"
    return f"{'over ' if large.over else ''}{large.processor / small.processor:.1f}"


def table(found: dict[str, dict[str, Taken]]) -> str:
    """All questions, one a row, slowest at the largest size first."""
    sizes, largest = list(found), list(found)[-1]
    heads = [f"{size}: first / p50 / p95 / processor / rows" for size in sizes]
    grown = [f"processor × {sizes[-2]}"] if len(sizes) > 1 else []
    lines = [f"| question | {' | '.join((*heads, *grown))} |", "|---" * (1 + len(sizes) + len(grown)) + "|"]
    slowest = sorted(catalog(), key=lambda id_: (not found[largest][id_].over, -found[largest][id_].processor))
    for id_ in slowest:
        row = [cells(found[size][id_]) for size in sizes] + ([growth(found, id_)] if grown else [])
        lines.append(f"| {id_} | {' | '.join(row)} |")
    return "\n".join(lines) + "\n"


def name_of(size: str) -> str:
    """What a table calls a zone."""
    firms = size.partition("=")[0]
    return firms if firms == "demo" else f"{int(firms):,}"


def main() -> None:
    """Measure and print."""
    found, near = {}, []
    for size in sys.argv[1:] or SIZES:
        with zone(size) as settings:
            if name_of(size) != "demo":
                with Database.open(settings.model_copy(update={"question_seconds": NEAR_SECONDS})) as database:
                    near.append(near_table(database, Server(settings), name_of(size)))
                sys.stderr.write(near[-1])
            with Database.open(settings.model_copy(update={"question_seconds": LIMIT_SECONDS})) as database:
                found[name_of(size)] = all_timed(database, Server(settings))
    load = ", ".join(f"{n:.1f}" for n in os.getloadavg())
    sys.stdout.write(f"\n{os.cpu_count()} cores, load at the end {load}\n\n{table(found)}\n" + "\n".join(near))


if __name__ == "__main__":
    main()
