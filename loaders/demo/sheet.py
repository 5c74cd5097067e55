"""A ledger sheet as a value: heading paths and rows, before it becomes a workbook."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

Cell = str | int | float | date | None

NONE = "无"
"""A cell that says there is none; a blank one says nothing."""

L = TypeVar("L")


@dataclass(frozen=True)
class Column(Generic[L]):
    """A column: its heading path `widest/…/narrowest` and its cell for a line of type L."""

    heading: str
    cell: Callable[[L], Cell]


@dataclass(frozen=True)
class LedgerSheet:
    """One sheet. The first `merged` columns are merged over neighbouring rows of one subject (equal first cells).

    `total` is the 合计 row, where the ledger has one.
    """

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    merged: int = 0
    total: tuple[Cell, ...] = ()


def ledger_sheet(
    title: str, columns: Sequence[Column[L]], lines: Iterable[L], merged: int = 0, total: tuple[Cell, ...] = ()
) -> LedgerSheet:
    """The sheet of `lines` under `columns`."""
    rows = tuple(tuple(column.cell(line) for column in columns) for line in lines)
    return LedgerSheet(title, tuple(c.heading for c in columns), rows, merged, total)


def yes_no(word: bool) -> str:
    """是 or 否."""
    return "是" if word else "否"


def tick(word: bool) -> str | None:
    """The mark of a tick column, or a blank cell."""
    return "√" if word else None


def told(day: date, at: date) -> date | None:
    """A day that a ledger of the date `at` can know of."""
    return day if day <= at else None
