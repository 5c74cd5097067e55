"""Counted ahead: coverage rates briefly after a command that changed the graph, at leisure while the page is open; then
what the overview shows.

Nothing here can fail what it follows: what is not counted ahead is counted when somebody asks.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from app.asked_ahead import ask_ahead
from app.kept import Kept
from app.loads import as_of_dates
from graph.connection import Database
from graph.errors import LiangxinError
from queries.rollups import refresh, revision_of

SHARE, MOST_SECONDS = 0.5, 5.0
"""A command may go on for this share of the time its work took, and never longer than this."""

PAUSE_SECONDS = 10.0
"""How often the served page looks whether the graph is another."""


@contextmanager
def counting_after(database: Database) -> Iterator[None]:
    """Count what there is time for after the block, which changes the graph; the latest day comes first."""
    began = time.monotonic()
    yield
    with suppress(LiangxinError):
        count_ahead(database, seconds=min(MOST_SECONDS, SHARE * (time.monotonic() - began)))


def count_ahead(database: Database, pause: Callable[[], None] = lambda: None, seconds: float | None = None) -> None:
    """Count what is missing for the days that the ledgers speak of. Raises as `refresh` does."""
    if days := as_of_dates(database):
        refresh(database, days[-1], days[0], pause, seconds)


def keep_counting(database: Database, kept: Kept, pause: Callable[[], None]) -> None:
    """Count ahead for ever, each time the graph has become another and has rested: in mid-load it would be in vain."""
    last: str | None = None
    shown: str | None = None
    while True:
        time.sleep(PAUSE_SECONDS)
        with suppress(LiangxinError):
            revision = revision_of(database)
            if revision == last:
                count_ahead(database, pause)
                if revision != shown:
                    ask_ahead(database, kept, pause)
                    shown = revision
            last = revision
