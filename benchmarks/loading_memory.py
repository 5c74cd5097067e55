"""Memory of a load of a long CSV, by the number of rows done.

`python -m benchmarks.loading_memory [rows]` starts an engine of its own, loads a registry in this process and prints a
Markdown table: the peak resident memory of this process when each further 100,000 rows of a stage were done. The
table's first line is what the process held before the load.
"""

from __future__ import annotations

import resource
import sys
import tempfile
from pathlib import Path

from benchmarks.loading_engine import empty, temporary_engine
from benchmarks.loading_inputs import AS_OF, REGISTRY, SCOPE, as_csv, firms
from graph.connection import Database
from graph.progress import Step
from graph.values.digest import Digester
from loaders import apply
from loaders.reading import read_ledger
from loaders.sources import read_source

ROWS, EVERY = 1_000_000, 100_000


class Told:
    """Writes a line of the table at every further EVERY rows of a stage."""

    def __init__(self) -> None:
        self.stage, self.next = "", EVERY

    def __call__(self, step: Step) -> None:
        """Take a progress step."""
        if step.what.en != self.stage:
            self.stage, self.next = step.what.en, EVERY
        if step.done >= self.next:
            line(f"{self.stage} {self.next:,}")
            self.next = step.done // EVERY * EVERY + EVERY


def line(what: str) -> None:
    """Tell the peak so far, in megabytes."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    sys.stdout.write(f"| {what} | {peak / 1024:.0f} MB |\n")
    sys.stdout.flush()


def main() -> None:
    """Measure and print."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    with temporary_engine() as settings, Database.open(settings) as database, tempfile.TemporaryDirectory() as folder:
        empty(database)
        path = as_csv(Path(folder) / "registry-示例数据.csv", REGISTRY, firms(rows))
        sys.stdout.write("| rows done | peak memory |\n|---|---|\n")
        line("before the load")
        source, digester = read_source(path), Digester(b"for measuring only, never for people")
        ledger = read_ledger(source, digester, kind=None, scope=SCOPE, as_of=AS_OF, full=False)
        line("ledger opened")
        apply.load(database, ledger, Told())
        line("done")


if __name__ == "__main__":
    main()
