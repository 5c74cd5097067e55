"""What the earlier rows of a file said, found by subject; of a long file on disk, so that memory stays flat."""

from __future__ import annotations

import marshal
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import blake2b

IN_MEMORY = 100_000
"""Subjects that are kept in memory; those beyond go to a temporary database."""

Where = tuple[str, int]
"""Sheet and row number."""


@dataclass
class Earlier:
    """What rows said of one subject: slot → (a mark of the value, where); a mark of a whole row → where."""

    ones: dict[str, tuple[int, Where]] = field(default_factory=dict)
    whole: dict[int, Where] = field(default_factory=dict)


class EarlierRows:
    """What was said of each subject. Subjects on disk are known by digests: no name of a person is written there."""

    def __init__(self, disk: sqlite3.Connection) -> None:
        self._memory: dict[str, Earlier] = {}
        self._disk = disk
        self._spilled = False

    def of(self, subject: str) -> Earlier | None:
        """What was said of a subject; None before anything was."""
        if (known := self._memory.get(subject)) is not None or not self._spilled:
            return known
        found = self._disk.execute("SELECT said FROM earlier WHERE subject = ?", (_digest(subject),)).fetchone()
        return Earlier(*marshal.loads(found[0])) if found else None

    def keep(self, subject: str, said: Earlier) -> None:
        """Keep what was said of a subject, in place of what was kept before."""
        if subject in self._memory or len(self._memory) < IN_MEMORY:
            self._memory[subject] = said
            return
        self._spilled = True
        self._disk.execute(
            "INSERT OR REPLACE INTO earlier VALUES (?, ?)", (_digest(subject), marshal.dumps((said.ones, said.whole)))
        )


@contextmanager
def earlier_rows() -> Iterator[EarlierRows]:
    """A memory of rows for as long as they are gone through."""
    disk = sqlite3.connect("", isolation_level=None)  # a file of SQLite's own, gone with the connection
    try:
        disk.executescript(
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
            "CREATE TABLE earlier (subject BLOB PRIMARY KEY, said BLOB) WITHOUT ROWID;"
        )
        yield EarlierRows(disk)
    finally:
        disk.close()


def _digest(subject: str) -> bytes:
    return blake2b(subject.encode(), digest_size=16).digest()
