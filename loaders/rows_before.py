"""What the rows before said, found by subject; of a long file on disk, so that memory stays flat."""

from __future__ import annotations

import marshal
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import blake2b

IN_MEMORY = 100_000
"""Subjects that are kept in memory; those beyond go to a temporary database."""

Where = tuple[str, int]
"""Sheet and row number."""


@dataclass
class Said:
    """What rows said of one subject: slot → (a mark of the value, where); a mark of a whole row → where."""

    ones: dict[str, tuple[int, Where]] = field(default_factory=dict)
    whole: dict[int, Where] = field(default_factory=dict)


class RowsBefore:
    """What was said of each subject. Subjects on disk are known by digests: no name of a person is written there."""

    def __init__(self, disk: sqlite3.Connection) -> None:
        self._memory: dict[str, Said | Callable[[], Said]] = {}
        self._disk = disk
        self._spilled = False

    def of(self, subject: str) -> Said | None:
        """What was said of a subject; None before anything was."""
        if (known := self._memory.get(subject)) is not None:
            return known if isinstance(known, Said) else known()
        if not self._spilled:
            return None
        found = self._disk.execute("SELECT said FROM said WHERE subject = ?", (_digest(subject),)).fetchone()
        return Said(*marshal.loads(found[0])) if found else None

    def keep(self, subject: str, said: Said | Callable[[], Said]) -> None:
        """Keep what was said of a subject, or how to find it out if it is asked for, in place of what was kept."""
        if subject in self._memory or len(self._memory) < IN_MEMORY:
            self._memory[subject] = said
            return
        self._spilled = True
        said = said if isinstance(said, Said) else said()
        told = marshal.dumps((said.ones, said.whole))
        self._disk.execute("INSERT OR REPLACE INTO said VALUES (?, ?)", (_digest(subject), told))


@contextmanager
def rows_before() -> Iterator[RowsBefore]:
    """A memory of rows for as long as they are gone through."""
    disk = sqlite3.connect("", isolation_level=None)  # a file of SQLite's own, gone with the connection
    try:
        disk.executescript(
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
            "CREATE TABLE said (subject BLOB PRIMARY KEY, said BLOB) WITHOUT ROWID;"
        )
        yield RowsBefore(disk)
    finally:
        disk.close()


def _digest(subject: str) -> bytes:
    return blake2b(subject.encode(), digest_size=16).digest()
