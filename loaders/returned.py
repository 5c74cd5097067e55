"""Rejected rows go back as the workbook they came in, with the reasons in a last column, to be corrected and sent on.

The file holds what its sender wrote, ID numbers included: it is made for the sender, from the sender's own file, and is
not kept. Sent again it is a partial load: rows that were used are not in it, and are not meant to have ended.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from contextlib import suppress
from copy import copy
from dataclasses import dataclass
from functools import cached_property
from typing import Any, BinaryIO

import openpyxl
import xlsxwriter
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment
from openpyxl.utils import range_boundaries
from xlsxwriter.exceptions import OverlappingRange

from graph.text import Language, Text
from graph.values.masks import mask_numbers
from loaders.body import Body
from loaders.heading_words import RETURNED
from loaders.headings import Headings, find_headings
from loaders.ledger import Fault, LedgerRow
from loaders.mapping import Mapping
from loaders.sheets import Cell, Sheet, is_blank
from loaders.sources import Source
from loaders.workbook_facts import UNZIPPING

REASONS = f"{RETURNED} / reason"
_WIDE = 48
_MOST_MERGED, _MOST_BYTES = 1_000_000, 32 << 20
_UNSTYLED = (*UNZIPPING, KeyError, TypeError, AttributeError, IndexError, SyntaxError)
"""What openpyxl raises for workbooks that it cannot follow and that others could."""


@dataclass(frozen=True)
class ReturnedRow:
    """A row to be sent back: where it stands, and why, one sentence a reason."""

    sheet: str
    row: int
    reasons: tuple[Text, ...]

    @classmethod
    def of(cls, row: LedgerRow) -> ReturnedRow:
        """A rejected row with its faults."""
        return cls(row.sheet, row.row, tuple(map(reason_of, row.faults)))


def write_returned(
    source: Source, mapping: Mapping, rows: Iterable[ReturnedRow], out: BinaryIO, language: Language
) -> None:
    """Write an xlsx with the headings of `source` and the given rows, each with its reasons in a last column.

    An xlsx keeps its look: widths, formats, merged headings. Other files, and very large ones, become a plain one with
    the same cells.
    """
    by_sheet: dict[str, dict[int, str]] = {}
    for row in rows:
        by_sheet.setdefault(row.sheet, {})[row.row - 1] = "\n".join(reason.say(language) for reason in row.reasons)
    kept = [_Kept(sheet, mapping, by_sheet[sheet.name]) for sheet in source.sheets if sheet.name in by_sheet]
    try:
        written = _styled(source, kept) if _small(source) else _plain(kept)
    except _UNSTYLED:
        written = _plain(kept)
    out.write(written)


def _small(source: Source) -> bool:
    """Whether the workbook can be changed in memory: openpyxl makes an object of each cell, merged ones included."""
    merged = sum((m.bottom - m.top + 1) * (m.right - m.left + 1) for sheet in source.sheets for m in sheet.merges)
    try:
        with zipfile.ZipFile(source.file.path) as packed:
            return merged <= _MOST_MERGED and sum(part.file_size for part in packed.infolist()) <= _MOST_BYTES
    except zipfile.BadZipFile:
        return False


class _Kept:
    """What stays of one sheet: all above its body, and the rows that go back."""

    def __init__(self, sheet: Sheet, mapping: Mapping, reasons: dict[int, str]) -> None:
        self.sheet, self.reasons = sheet, reasons
        self.headings: Headings = find_headings(sheet, mapping)
        body = Body(sheet, self.headings)
        self.rows = {index: cells for index, cells in body.rows() if index in reasons}

    @property
    def first(self) -> int:
        """Index of the first row below the headings."""
        return self.headings.first_row

    @cached_property
    def column(self) -> int:
        """Index of the column for the reasons: the one they stood in before, else the first free one."""
        if self.headings.rows.ignored:
            return min(self.headings.rows.ignored)
        filled = (i for cells in self.rows.values() for i, cell in enumerate(cells) if not is_blank(cell))
        return max(*self.headings.rows.paths, *filled) + 1


def _styled(source: Source, kept: Sequence[_Kept]) -> bytes:
    """The workbook itself, without the rows that were used."""
    book = openpyxl.load_workbook(io.BytesIO(source.file.path.read_bytes()), data_only=True)
    stays = {one.sheet.name: one for one in kept}
    for page in list(book.worksheets):
        one = stays.get(mask_numbers(page.title))
        if one is None:
            book.remove(page)
        else:
            _keep_rows(page, one)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _keep_rows(page: Any, kept: _Kept) -> None:
    """Move the rows that stay up below the headings, drop the others, and add the reasons."""
    merged = [range_boundaries(str(area)) for area in page.merged_cells.ranges]
    for left, top, right, bottom in merged:
        if bottom > kept.first:
            page.unmerge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)
    last = page.max_row
    for to, (index, filled) in enumerate(sorted(kept.rows.items()), start=kept.first + 1):
        _copy_row(page, index + 1, to, filled, kept.column)
        _write_reasons(page, to, kept.column + 1, kept.reasons[index])
        for left, top, right, bottom in merged:
            if top == bottom == index + 1 and right > left:
                page.merge_cells(start_row=to, start_column=left, end_row=to, end_column=right)
    first_dropped = kept.first + len(kept.rows) + 1
    if last >= first_dropped:
        page.delete_rows(first_dropped, last - first_dropped + 1)
    heading = page.cell(max(kept.first, 1), kept.column + 1, REASONS)
    beside = page.cell(heading.row, max(1, kept.column))
    heading._style = copy(beside._style)
    page.column_dimensions[heading.column_letter].width = _WIDE


def _copy_row(page: Any, index: int, to: int, filled: Sequence[Cell], width: int) -> None:
    """The cells of a row with their look; what was merged into it from above stands in it."""
    page.row_dimensions[to].height = page.row_dimensions[index].height
    for column in range(1, width + 1):
        source, target = page.cell(index, column), page.cell(to, column)
        target.value, target._style = source.value, copy(source._style)
        if target.value is None and column <= len(filled) and filled[column - 1] not in (None, ""):
            target.value = _clean(filled[column - 1])


def _write_reasons(page: Any, row: int, column: int, reasons: str) -> None:
    cell = page.cell(row, column, _clean(reasons))
    cell.alignment = Alignment(wrap_text=True, vertical="top")


def _plain(kept: Sequence[_Kept]) -> bytes:
    """A new workbook with the cells that stay."""
    written = io.BytesIO()
    with xlsxwriter.Workbook(written, {"in_memory": True, "default_date_format": "yyyy-mm-dd"}) as book:
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        for number, one in enumerate(kept, 1):
            page = book.add_worksheet(_title(one.sheet.name, number))
            above = list(one.sheet.top[: one.first])
            for index, cells in enumerate([*above, *(cells for _, cells in sorted(one.rows.items()))]):
                for column, cell in enumerate(cells):
                    _write_plain(page, index, column, cell)
            for merge in one.sheet.merges:
                if merge.bottom < one.first and (merge.top, merge.left) != (merge.bottom, merge.right):
                    word = one.sheet.top[merge.top][merge.left]
                    with suppress(OverlappingRange):  # a damaged file may merge a cell twice; ours may not
                        page.merge_range(merge.top, merge.left, merge.bottom, merge.right, _clean(word))
            page.write_string(max(one.first - 1, 0), one.column, REASONS)
            for index, at in enumerate(sorted(one.rows), start=one.first):
                page.write_string(index, one.column, _clean(one.reasons[at]), wrapped)
            page.set_column(one.column, one.column, _WIDE)
    return written.getvalue()


def _write_plain(page: Any, row: int, column: int, cell: Cell) -> None:
    if isinstance(cell, str):
        page.write_string(row, column, _clean(cell))
    elif cell is not None:
        page.write(row, column, cell)


def _title(name: str, number: int) -> str:
    """A name that a sheet may have."""
    plain = "".join(letter for letter in name if letter not in "[]:*?/\\'")[:31]
    return plain or f"台账{number}"


def _clean(cell: Cell) -> Any:
    """A text without what a workbook cannot hold."""
    return ILLEGAL_CHARACTERS_RE.sub("", cell) if isinstance(cell, str) else cell


def reason_of(fault: Fault) -> Text:
    """A fault as one sentence: the heading, what is wrong, and what the cell may have meant."""
    zh, en = (f"{fault.column}：", f"{fault.column}: ") if fault.column else ("", "")
    offered = fault.suggestion
    return Text(
        f"{zh}{fault.zh}" + (f"(是否应为 {offered}？)" if offered else ""),
        f"{en}{fault.en}" + (f" (perhaps {offered}?)" if offered else ""),
    )
