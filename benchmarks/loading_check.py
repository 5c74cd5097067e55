"""How long the command that previews a long workbook takes, from start to end.

`python -m benchmarks.loading_check [rows]` starts an engine of its own and prints a Markdown table: the workbook
against an empty graph, and against a graph that holds all of it as of the month before.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from benchmarks.loading_engine import temporary_engine
from benchmarks.loading_inputs import AS_OF, NEXT_MONTH, REGISTRY, SCOPE, as_workbook, firms
from graph.settings import Settings

ROWS, TURNS = 50_000, 3


def command(settings: Settings, name: str, path: Path, as_of: date) -> float:
    """Seconds of one command."""
    told = [name, str(path), "--as-of", as_of.isoformat(), "--scope", SCOPE, "--json"]
    chosen = {"LIANGXIN_HOME": str(settings.home), "LIANGXIN_JARS": str(settings.jars)}
    started = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "app.cli", *told], env={**os.environ, **chosen}, check=True, stdout=subprocess.DEVNULL
    )
    return time.perf_counter() - started


def main() -> None:
    """Measure and print."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    with temporary_engine() as settings, tempfile.TemporaryDirectory() as folder:
        path = as_workbook(Path(folder) / "registry-示例数据.xlsx", REGISTRY, firms(rows))
        first = [command(settings, "check", path, AS_OF) for _ in range(TURNS)]
        command(settings, "load", path, AS_OF)
        later = [command(settings, "check", path, NEXT_MONTH) for _ in range(TURNS)]
    sys.stdout.write("| `liangxin check` | rows | time |\n|---|---|---|\n")
    for what, taken in (("into an empty graph", first), ("a month after the same was loaded", later)):
        sys.stdout.write(f"| {what} | {rows:,} | {statistics.median(taken):.1f} s |\n")


if __name__ == "__main__":
    main()
