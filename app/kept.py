"""What questions answered, kept while graph and rules are those that were asked, so that nobody waits for it twice.

Nor does anyone wait for what has just taken too long: it would only slow down all else.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from time import monotonic
from typing import Any, TypeVar
from weakref import WeakValueDictionary

from graph.connection import Database
from graph.errors import TookTooLong
from queries.ask import ask
from queries.catalog import catalog
from queries.results import Answer
from queries.rollups import revision_of
from queries.rule_book import applied
from queries.tally import tally

T = TypeVar("T")

MOST = 1_000
"""So many answers are kept, the latest ones."""
AGAIN_SECONDS = 120.0
"""What took too long is tried again after so long: it may have been a busy moment, or its first plan."""


@dataclass(frozen=True)
class _Refused:
    """What stands in the place of an answer that took too long, until a moment of the monotonic clock."""

    error: TookTooLong
    until: float


class Kept:
    """Answers of one database. All methods raise as `ask` does."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._lock = threading.Lock()
        self._revision: str | None = None
        self._kept: dict[tuple[Any, ...], Any] = {}
        self._asking: WeakValueDictionary[tuple[Any, ...], threading.Lock] = WeakValueDictionary()

    def answer(self, question: str, at: date, settings: Mapping[str, str], limit: int) -> Answer:
        """What a question answers, with at most `limit` rows."""
        return self.made(question, at, settings, limit, lambda: ask(self._database, question, at, settings, limit))

    def total(self, question: str, at: date, settings: Mapping[str, str]) -> int:
        """How many rows its answer has."""
        return self.made(question, at, settings, "total", lambda: ask(self._database, question, at, settings, 1).total)

    def tally(self, question: str, at: date, column: str, settings: Mapping[str, str]) -> Mapping[str, int]:
        """How many rows have each value of a column."""
        return self.made(question, at, settings, column, lambda: tally(self._database, question, at, column, settings))

    def made(self, question: str, at: date, settings: Mapping[str, str], what: object, make: Callable[[], T]) -> T:
        """What `make` makes of what it answers, once; `what` tells it from other things made of the same.

        Who wants it meanwhile waits for the first.
        """
        revision, key = self._key(question, at, settings, what)
        with self._lock:
            if revision != self._revision:
                self._kept.clear()
                self._asking.clear()
                self._revision = revision
            asking = self._asking.setdefault(key, threading.Lock())
        with asking:
            there: Any = self._kept.get(key)
            if there is None or _over(there):
                there = _made(make)
                self._keep(revision, key, there)
        if isinstance(there, _Refused):
            raise TookTooLong(there.error.what, there.error.next_step)
        found: T = there
        return found

    def found(self, question: str, at: date, settings: Mapping[str, str], what: object) -> Any | None:
        """What was made of it, or None where it is not kept."""
        revision, key = self._key(question, at, settings, what)
        with self._lock:
            there = self._kept.get(key) if revision == self._revision else None
        return None if isinstance(there, _Refused) else there

    def _keep(self, revision: str | None, key: tuple[Any, ...], made: Any) -> None:
        with self._lock:
            if revision is None or revision != self._revision:
                return
            self._kept[key] = made
            for old in list(self._kept)[:-MOST]:
                del self._kept[old]

    def _key(
        self, question: str, at: date, settings: Mapping[str, str], what: object
    ) -> tuple[str | None, tuple[Any, ...]]:
        # the revision is read first: what is counted meanwhile of a later graph is kept under one that never returns
        revision = revision_of(self._database)
        rules = applied(self._database, catalog()[question].rules, at)
        return revision, (question, at, *sorted(settings.items()), what, str(rules))


def _made(make: Callable[[], T]) -> T | _Refused:
    try:
        return make()
    except TookTooLong as error:
        return _Refused(error.with_traceback(None), monotonic() + AGAIN_SECONDS)


def _over(there: Any) -> bool:
    """Whether it was refused and may be tried again."""
    return isinstance(there, _Refused) and there.until < monotonic()
