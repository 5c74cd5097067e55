"""How much of a firm's long lists is printed: its sheet stays one page of A4, whatever is known of the firm."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from unicodedata import east_asian_width

MOST = 5
"""Entries of one list that are printed at most, where the page has room for them."""
CLAMPED = 2
"""Lines that one entry has on paper; the style sheet cuts it there."""
PAGE = 51.0
"""Lines of text that a page has room for."""
FIXED = 13.0
"""Lines for the head, the headings below the columns, the room for notes and the sources."""
HEADING = 1.7
"""Lines of a section's heading with the space before it."""
COLUMN, WHOLE = 14.0, 54.0
"""Widths of a value in a column and of a line across the sheet, in widths of a Chinese character."""


@dataclass(frozen=True)
class Sheet:
    """What stands on a sheet, as it is written: two columns of sections of lists, verdicts, and lines across."""

    columns: Sequence[Sequence[Sequence[Sequence[str]]]]
    verdicts: Sequence[str]
    across: Sequence[str]


def printed(sheet: Sheet) -> int:
    """How many entries of each list are printed: as many as the page has room for, five at most, one at least."""
    return next((most for most in range(MOST, 1, -1) if _height(sheet, most) <= PAGE), 1)


def _height(sheet: Sheet, most: int) -> float:
    """The lines of the sheet where each list shows so many entries and says how many more there are."""
    column = max(
        sum(HEADING + sum(_list(one, most) for one in lists) for lists in sections) for sections in sheet.columns
    )
    verdicts = sum(1.4 + _lines(said, WHOLE) for said in sheet.verdicts[:most]) + (len(sheet.verdicts) > most)
    return FIXED + column + verdicts + sum(_lines(said, WHOLE) for said in sheet.across)


def _list(entries: Sequence[str], most: int) -> float:
    shown = sum(min(CLAMPED, _lines(said, COLUMN)) for said in entries[:most])
    return max(1, shown + (len(entries) > most))


def _lines(said: str, width: float) -> int:
    return max(1, ceil(sum(1 if east_asian_width(letter) in "WF" else 0.55 for letter in said) / width))
