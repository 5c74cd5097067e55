"""What the process does that opens workbooks: paths come in, sheets go out.

A workbook of a few bytes can ask for more memory than there is, or bring its reader down; what dies then is this
process and not the one that loads. Paths come pickled by standard input; for each there goes, pickled, to standard
output: for each sheet a `SheetHead`, lists of rows and None, and `End` after the last; or an `Unopened`.
"""

from __future__ import annotations

import pickle
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any, BinaryIO, Literal

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

MOST_COLUMNS = 1_000
MOST_CELLS = 10_000_000
"""Limits of one workbook, blank cells between filled ones included; a sheet with more is no ledger."""

_AT_A_TIME = 1_000


@dataclass(frozen=True)
class Unopened:
    """Why a workbook is not read; of an absurd one, the sheet and how many rows and columns it has."""

    why: Literal["locked", "damaged", "absurd"]
    sheet: str = ""
    rows: int = 0
    columns: int = 0


@dataclass(frozen=True)
class SheetHead:
    """What comes before the rows of a sheet. `merges`: top, left, bottom, right; None where the reader cannot tell."""

    name: str
    hidden: bool
    merges: tuple[tuple[int, int, int, int], ...] | None


@dataclass(frozen=True)
class End:
    """What comes after the last sheet."""


def main() -> None:
    """Write what each workbook holds that is asked for, until nothing more is asked."""
    while True:
        try:
            path = pickle.load(sys.stdin.buffer)
        except EOFError:
            return
        _write(path, sys.stdout.buffer)
        sys.stdout.buffer.flush()


def _write(path: str, out: BinaryIO) -> None:
    pickler = pickle.Pickler(out, protocol=pickle.HIGHEST_PROTOCOL)
    pickler.fast = True  # the cells are all different objects: nothing is gained by looking for equal ones
    try:
        for part in _parts(path):
            pickler.dump(part)
    except PasswordError:
        pickler.dump(Unopened("locked"))
    except (CalamineError, OSError, ValueError):
        pickler.dump(Unopened("damaged"))


def _parts(path: str) -> Iterator[Any]:
    book = _opened(path)
    left = MOST_CELLS
    for told in book.sheets_metadata:
        if told.typ != SheetTypeEnum.WorkSheet:
            continue
        sheet = book.get_sheet_by_name(told.name)
        height, width = (last + 1 for last in sheet.end or (-1, -1))
        left -= width * height
        if width > MOST_COLUMNS or left < 0:
            yield Unopened("absurd", told.name, height, width)
            return
        ranges = sheet.merged_cell_ranges
        merges = None if ranges is None else tuple((*first, *last) for first, last in ranges)
        yield SheetHead(told.name, told.visible != SheetVisibleEnum.Visible, merges)
        rows = _rows(sheet)
        while some := list(islice(rows, _AT_A_TIME)):
            yield some
        yield None
    yield End()


def _opened(path: str) -> CalamineWorkbook:
    """The workbook by what its name says it is, else by what it turns out to be."""
    try:
        return CalamineWorkbook.from_path(path)
    except PasswordError:
        raise
    except CalamineError:
        with open(path, "rb") as file:  # noqa: PTH123 (a process that is to start fast imports little)
            return CalamineWorkbook.from_filelike(file)


def _rows(sheet: CalamineSheet) -> Iterator[list[Any]]:
    """All rows from the first row and column on."""
    if sheet.start is not None:
        margin = [""] * sheet.start[1]
        for row in sheet.iter_rows():
            yield margin + row if margin else row
