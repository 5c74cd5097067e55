"""The first time each question is asked after a start, beside the second: with its plan made ready, and without.

`python -m benchmarks.first_questions` loads the demo zone into an engine of its own and prints a Markdown table. Before
each way the engine is started anew; the questions then follow in the order of the catalog.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from datetime import date

from benchmarks.questions import NEEDED, shown_time, zone
from graph.connection import Database
from graph.server import stop
from graph.settings import Settings
from queries.ask import ask
from queries.catalog import catalog
from queries.warming import warm

AT = date(2026, 10, 31)
LATER = 4
"""Times that a question is asked after the first; their median is the second."""
LIMIT_SECONDS = 120.0
HEAD = (
    "| questions asked | first, median | first, slowest | second, median | ratio, median | ratio, most | within 1.5 |\n"
    "|---|---|---|---|---|---|---|\n"
)


def first_and_second(database: Database) -> dict[str, tuple[float, float]]:
    """Seconds of each question, asked for the first time and later."""
    needed = {name: database.read(query)[0]["key"] for name, query in NEEDED.items()}
    found = {}
    for id_, question in catalog().items():
        given = {name: needed[name] for name, p in question.parameters.items() if p.required}
        taken = []
        for _ in range(1 + LATER):
            started = time.perf_counter()
            ask(database, id_, AT, given)
            taken.append(time.perf_counter() - started)
        found[id_] = taken[0], statistics.median(taken[1:])
    return found


def measured(settings: Settings, prepare: Callable[[Database], float]) -> tuple[float, dict[str, tuple[float, float]]]:
    """Seconds of `prepare` on a server just started, then of every question."""
    stop(settings)
    with Database.open(settings.model_copy(update={"question_seconds": LIMIT_SECONDS})) as database:
        return prepare(database), first_and_second(database)


def planned(database: Database) -> float:
    """Have the questions planned, as the server of the page does at its leisure. Returns seconds."""
    started = time.perf_counter()
    warm(database, AT)
    return time.perf_counter() - started


def row(way: str, found: dict[str, tuple[float, float]]) -> str:
    """The line of one way."""
    firsts, seconds = zip(*found.values(), strict=True)
    ratios = sorted(first / second for first, second in found.values())
    within = sum(ratio <= 1.5 for ratio in ratios)
    times = (statistics.median(firsts), max(firsts), statistics.median(seconds))
    return (
        f"| {way} | {' | '.join(map(shown_time, times))} | {statistics.median(ratios):.2f} | "
        f"{ratios[-1]:.1f} | {within} of {len(ratios)} |"
    )


def main() -> None:
    """Measure and print."""
    with zone("demo") as settings:
        _, bare = measured(settings, lambda _: 0.0)
        seconds, made_ready = measured(settings, planned)
    sys.stdout.write(f"all questions planned in {seconds:.0f} s\n\n")
    sys.stdout.write(HEAD)
    sys.stdout.write(f"{row('asked at once after the start', bare)}\n")
    sys.stdout.write(f"{row('after the questions were planned', made_ready)}\n\n")
    slowest = sorted(made_ready.items(), key=lambda one: -one[1][0] / one[1][1])[:10]
    for id_, (first, second) in slowest:
        sys.stdout.write(f"- {id_}: {shown_time(first)}, then {shown_time(second)}\n")


if __name__ == "__main__":
    main()
