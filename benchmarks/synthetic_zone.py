"""A zone of any size, invented and marked so, written straight to the graph model for the speed of questions.

An area always has 2,000 firms in 50 grid cells of one square kilometre, 100 branches and the same share of everything
else: what grows with the zone is the number of areas, never the density. All is the same in every run. Of evidence only
what questions read is there: one ledger row a firm, without its cells.

The parts: `synthetic_shape` (numbers), `synthetic_firms` (places, firms, surveys, their ledger rows),
`synthetic_people` (branches, members, officers), `synthetic_events` (what happens to them).
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from math import ceil, sqrt
from pathlib import Path

import psutil

from benchmarks.loading_engine import start
from benchmarks.synthetic_events import EVENT_COLUMNS, write_events
from benchmarks.synthetic_firms import FIRM_COLUMNS, write_firms, write_places
from benchmarks.synthetic_people import PEOPLE_COLUMNS, write_branches, write_officers, write_people, write_top
from benchmarks.synthetic_shape import FIRMS_PER_AREA, HIGH, WIDE, Area
from benchmarks.zone_store import ZoneFiles, import_store, index_store
from graph.connection import Database
from graph.server import status
from graph.settings import Settings

MEMORY = {"heap_mb": 2_048, "pagecache_mb": 2_048}
"""Memory of the engines that questions are measured on, the same for all sizes."""


def write_zone(folder: Path, firms: int) -> ZoneFiles:
    """The files of a zone of so many firms, rounded up to whole areas."""
    areas = ceil(firms / FIRMS_PER_AREA)
    across = max(1, round(sqrt(areas * HIGH / WIDE)))
    files = ZoneFiles(folder, FIRM_COLUMNS | PEOPLE_COLUMNS | EVENT_COLUMNS)
    top = write_top(files)
    for number in range(areas):
        area = Area(number, random.Random(number), across)
        write_places(files, area)
        write_firms(files, area)
        write_branches(files, area, top)
        write_people(files, area)
        write_officers(files, area)
        write_events(files, area)
    files.close()
    return files


class Server:
    """The process of a home's running server."""

    def __init__(self, settings: Settings) -> None:
        self._process = psutil.Process(status(settings).pid)

    def used(self) -> float:
        """Seconds of processor that it has used so far."""
        times = self._process.cpu_times()
        return times.user + times.system


def make_store(settings: Settings, firms: int) -> str:
    """Make a synthetic zone the database of a new home, its server started. Returns what was made, and how fast."""
    settings.home.mkdir(parents=True, exist_ok=True)
    started = time.perf_counter()
    with tempfile.TemporaryDirectory(dir=settings.home) as folder:
        files = write_zone(Path(folder), firms)
        written = time.perf_counter()
        import_store(settings, files)
    imported = time.perf_counter()
    start(settings)
    with Database.open(settings) as database:
        indexed = index_store(database)
    counts = f"{files.counts['nodes']:,} nodes, {files.counts['edges']:,} edges"
    return f"{counts}: written {written - started:.0f} s, imported {imported - written:.0f} s, indexed {indexed:.0f} s"


def main() -> None:
    """Make a zone of so many firms in the home of the settings, which is new, to look at."""
    settings = Settings().model_copy(update=MEMORY)
    sys.stdout.write(make_store(settings, int(sys.argv[1])) + "\n")


if __name__ == "__main__":
    main()
