"""File → graph: the loaders against peers that end in the same graph, and against themselves when nothing is new.

`python -m benchmarks.loading [rows]` starts an engine of its own and prints Markdown tables for docs/measurements.md.
Before anything is timed, each peer's graph is compared whole with the loaders'. The ways then take turns; ratios of
medians count, the seconds are this machine's. Processor seconds are those of this process and the server together:
they tell the work apart from what else the machine does. neomodel is needed here alone (`make bench-loading`).
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

import neo4j
import psutil
from py2neo import Graph

from benchmarks import loading_neomodel, loading_py2neo, loading_raw
from benchmarks.loading_engine import empty, temporary_engine
from benchmarks.loading_inputs import AS_OF, MEMBERS, NEXT_MONTH, REGISTRY, SCOPE, as_csv, firms, members
from graph.connection import Database
from graph.server import status
from graph.values.digest import Digester
from loaders import apply
from loaders.ledger import Load, load_id
from loaders.reading import read_ledger
from loaders.sources import read_source
from tests.ledgers import whole_graph

ROWS, COMPARED, BY_OBJECT = 20_000, 300, 500
"""Rows of a ledger; of one whose graphs are compared; of one for neomodel, whose time is scaled."""
TURNS = 3
DIGESTER = Digester(b"for measuring only, never for people")
OURS, RAW, PY2NEO, NEOMODEL = "`loaders`", "raw driver, one `UNWIND` a batch", "`py2neo.bulk`", "neomodel"
AGAIN, LATER = "the same ledger again", "the same content a month later"

Way = Callable[[], object]


class Took(NamedTuple):
    """Seconds by the clock, and seconds of processor in this process and the server."""

    seconds: float
    processor: float


class Bench:
    """What the ways write through, and what is measured of them."""

    def __init__(self, database: Database, driver: neo4j.Driver, graph: Graph, server: psutil.Process) -> None:
        self.database, self.driver, self.graph, self.server = database, driver, graph, server

    def load(self, path: Path, as_of: date = AS_OF) -> None:
        """File → graph as the command does it."""
        source = read_source(path)
        apply.load(self.database, read_ledger(source, DIGESTER, kind=None, scope=SCOPE, as_of=as_of, full=False))

    def first_loads(self, kind: str, path: Path) -> dict[str, Way]:
        """The ways from this file to the same graph."""
        load = Load(load_id([path.read_bytes()], kind, SCOPE, AS_OF, False), path.name, kind, SCOPE, AS_OF, False)
        own: tuple[Digester, ...] = (DIGESTER,) if kind == "members" else ()
        raw, bulk = (getattr(peer, f"load_{kind}") for peer in (loading_raw, loading_py2neo))
        name = self.database.endpoint.database
        ways: dict[str, Way] = {
            OURS: partial(self.load, path),
            RAW: partial(raw, self.driver, name, path, load, *own),
            PY2NEO: partial(bulk, self.graph, path, load, *own),
        }
        if kind == "registry":
            ways[NEOMODEL] = partial(loading_neomodel.load_registry, self.driver, path, load)
        return ways

    def compare(self, kind: str, path: Path) -> None:
        """Exit with the first difference when a way ends in another graph than the loaders."""
        graphs = {}
        for name, way in self.first_loads(kind, path).items():
            empty(self.database)
            way()
            graphs[name] = whole_graph(self.database)
        for name, graph in graphs.items():
            for ours, theirs in zip(graphs[OURS], graph, strict=True):
                if ours != theirs:
                    lacks, has = min(ours - theirs, default="—"), min(theirs - ours, default="—")
                    sys.exit(f"{kind}: {name} ends in another graph; lacking: {lacks}\nhaving: {has}")

    def take(self, way: Way) -> Took:
        """Measure one way, as the database is."""
        processor, started = self._processor(), time.perf_counter()
        way()
        return Took(time.perf_counter() - started, self._processor() - processor)

    def _processor(self) -> float:
        return time.process_time() + sum(self.server.cpu_times()[:2])

    def turns(self, ways: Mapping[str, Way]) -> dict[str, Took]:
        """Medians of each way into an empty database; they take turns."""
        taken: dict[str, list[Took]] = {name: [] for name in ways}
        for _ in range(TURNS):
            for name, way in ways.items():
                empty(self.database)
                taken[name].append(self.take(way))
        return {name: _median(took) for name, took in taken.items()}

    def repeated(self, path: Path) -> dict[str, Took]:
        """Medians of a first load, the same again, and the same content as of the next month."""
        again = partial(self.load, path)
        ways: dict[str, Way] = {OURS: again, AGAIN: again, LATER: partial(self.load, path, NEXT_MONTH)}
        taken: dict[str, list[Took]] = {name: [] for name in ways}
        for _ in range(TURNS):
            empty(self.database)
            for name, way in ways.items():
                taken[name].append(self.take(way))
        return {name: _median(took) for name, took in taken.items()}


def _median(took: list[Took]) -> Took:
    return Took(*map(statistics.median, zip(*took, strict=True)))


def table(taken: Mapping[str, Took], rows: int) -> str:
    """A Markdown table; a ratio is the time of this way divided by that of the loaders, so above 1 they are faster."""
    ours = taken[OURS]
    lines = [
        f"| {name} | {took.seconds:.2f} s | {rows / took.seconds:,.0f} | {took.seconds / ours.seconds:.2f} "
        f"| {took.processor:.1f} s | {took.processor / ours.processor:.2f} |\n"
        for name, took in taken.items()
    ]
    return "| way | time | rows/s | ratio | processor | ratio |\n|---|---|---|---|---|---|\n" + "".join(lines)


def main() -> None:
    """Measure and print."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    kinds = {"registry": (REGISTRY, firms), "members": (MEMBERS, members)}
    with temporary_engine() as settings, Database.open(settings) as database, tempfile.TemporaryDirectory() as folder:
        at, pid = database.endpoint, status(settings).pid
        graph = Graph(at.uri, auth=(at.username, at.password), name=at.database)
        with neo4j.GraphDatabase.driver(at.uri, auth=(at.username, at.password)) as driver:
            bench = Bench(database, driver, graph, psutil.Process(pid))
            packages = ", ".join(f"{p} {version(p)}" for p in ("neo4j", "py2neo", "neomodel"))
            sys.stdout.write(f"Neo4j {database.version}, {packages}\n")
            paths = {}
            for kind, (headings, invented) in kinds.items():
                for number in (COMPARED, BY_OBJECT, rows):
                    path = Path(folder) / f"{kind}-{number}-示例数据.csv"
                    paths[kind, number] = as_csv(path, headings, invented(number))
                bench.compare(kind, paths[kind, COMPARED])
            for kind in kinds:
                ways = bench.first_loads(kind, paths[kind, rows])
                ways.pop(NEOMODEL, None)
                sys.stdout.write(f"\n{kind}, {rows:,} rows, median of {TURNS}:\n\n{table(bench.turns(ways), rows)}")
            few = bench.first_loads("registry", paths["registry", BY_OBJECT])
            taken = bench.turns({name: few[name] for name in (OURS, NEOMODEL)})
            sys.stdout.write(f"\nregistry, {BY_OBJECT:,} rows:\n\n{table(taken, BY_OBJECT)}")
            for kind in kinds:
                taken = bench.repeated(paths[kind, rows])
                sys.stdout.write(f"\n{kind}, {rows:,} rows, again:\n\n{table(taken, rows)}")


if __name__ == "__main__":
    main()
