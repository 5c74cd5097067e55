"""Sheets of cells as files hold them: what every file is turned into before anything is known of its meaning."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cached_property
from itertools import islice

Cell = str | float | int | bool | date | datetime | time | timedelta | None
"""What one cell holds; an empty text is as blank as None."""

Row = Sequence[Cell]

LOOKED_AT = 20
"""Rows at the top of a sheet among which its headings are looked for."""


@dataclass(frozen=True)
class Merge:
    """A merged range, first and last row and column inclusive, from 0."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class Sheet:
    """One sheet. `rows` can be gone through more than once; index + 1 of a row is the number a person sees.

    `epoch_1904`: bare day numbers count from 1904, as old spreadsheets of one maker did. `shown`: what a person sees of
    the number in a row and column (from 0), where the format of the file tells.
    """

    name: str
    rows: Iterable[Row]
    merges: tuple[Merge, ...] = ()
    hidden: bool = False
    epoch_1904: bool = False
    shown: Callable[[int, int], str | None] | None = field(default=None, compare=False)

    @cached_property
    def top(self) -> tuple[Row, ...]:
        """The first rows, among which the headings are."""
        return tuple(islice(self.rows, LOOKED_AT))

    @property
    def blank(self) -> bool:
        """Whether no cell of the sheet holds anything."""
        return not any(any(not is_blank(cell) for cell in row) for row in self.rows)


def is_blank(cell: Cell) -> bool:
    """Whether a cell holds nothing that could be read."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def at(row: Row, index: int | None) -> Cell:
    """The cell of a row at `index`; rows may be shorter than their headings."""
    return row[index] if index is not None and index < len(row) else None


def letters(index: int) -> str:
    """What a spreadsheet calls the column at `index` (from 0): A, B … Z, AA."""
    word = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        word = chr(65 + rest) + word
    return word
