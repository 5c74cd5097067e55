"""Which rows below the headings are data: not blank, no totals, no footers, no repeated headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from loaders.cells import written
from loaders.headings import Headings
from loaders.sheets import Cell, Merge, Row, Sheet

BLANK, DATA, TOTAL, FOOTER, HEADING = range(5)
"""Kinds of rows below the headings."""

_SUMMED = "合计|小计|总计|共计|累计"
_TOTAL = re.compile(rf"[^,，。;；:：]{{0,12}}?({_SUMMED})([:：(（\d].*)?")
_SIGNED = "填表|制表|审核|填报|复核|经办|负责|分管|单位负责|联系"
_FOOTER = re.compile(rf"(({_SIGNED})(人|单位|日期|时间|领导|电话)?|备注|注|说明|填表说明|日期)([:：].*|\d*[.、].*)")
_SIGNATURE = re.compile(rf"({_SIGNED})(人|单位|日期|时间|领导)")
_CODE = re.compile(r"[(（]?(\d{1,2}|[甲乙丙丁戊己庚辛壬癸]|[A-Z]{1,2})[)）]?")


class Body:
    """The rows of a sheet below its headings, gone through once to tell their kinds apart."""

    def __init__(self, sheet: Sheet, headings: Headings) -> None:
        self._sheet, self._first = sheet, headings.first_row
        kinds = _RowKinds(headings)
        self._kinds = bytearray(kinds.of(cells) for cells in islice(sheet.rows, self._first, None))

    @property
    def total(self) -> int:
        """How many rows are data."""
        return self._kinds.count(DATA)

    def skipped(self, kind: int) -> list[int]:
        """Index of each row of a kind that is not data."""
        return [self._first + at for at, found in enumerate(self._kinds) if found == kind]

    def rows(self) -> Iterator[tuple[int, Row]]:
        """(index, cells) of each data row; a vertically merged cell counts for each of its rows."""
        fill = _Filling(self._sheet.merges, self._first)
        for index, cells in enumerate(islice(self._sheet.rows, self._first, None), self._first):
            filled = fill.filled(index, cells)
            if self._kinds[index - self._first] == DATA:
                yield index, filled

    def as_written(self) -> Iterator[tuple[int, int, Row]]:
        """(index, kind, cells) of each row that is not blank, merged cells counted once."""
        for index, cells in enumerate(islice(self._sheet.rows, self._first, None), self._first):
            if kind := self._kinds[index - self._first]:
                yield index, kind, cells


class _Filling:
    """Carries the value of a vertically merged cell down to its last row."""

    def __init__(self, merges: tuple[Merge, ...], first_row: int) -> None:
        self._starting: dict[int, list[Merge]] = {}
        for merge in merges:
            if merge.top >= first_row and merge.bottom > merge.top:
                self._starting.setdefault(merge.top, []).append(merge)
        self._running: dict[int, tuple[int, Cell]] = {}

    def filled(self, index: int, cells: Row) -> Row:
        """The row at `index` with what was merged into it from above."""
        if not self._starting:
            return cells
        self._running = {left: (bottom, value) for left, (bottom, value) in self._running.items() if bottom >= index}
        row = cells
        if self._running:
            row = list(cells) + [None] * (max(self._running) + 1 - len(cells))
            for left, (_, value) in self._running.items():
                row[left] = value
        for merge in self._starting.get(index, ()):
            if merge.left < len(cells):
                self._running[merge.left] = (merge.bottom, cells[merge.left])
        return row


class _RowKinds:
    """Tells the kinds of rows apart, from the first below the headings on."""

    def __init__(self, headings: Headings) -> None:
        self._words = {word for path in headings.rows.paths.values() for word in path}
        self._before = HEADING

    def of(self, cells: Row) -> int:
        """The kind of the next row."""
        told: list[Cell] = [cell for cell in cells if cell is not None and cell != ""]
        kind = self._of(told) if told else BLANK
        if kind:
            self._before = kind
        return kind

    def _of(self, told: list[Cell]) -> int:
        first = written(told[0])
        if len(told) == 1 and (not first or first.isdigit()):
            return BLANK  # numbered and left empty
        if _is_total(first) or (len(told) > 1 and isinstance(told[1], str) and _is_total(told[1])):
            return TOTAL
        if self._is_footer(first, told):
            return FOOTER
        if self._before == HEADING and len(told) > 2 and all(_CODE.fullmatch(written(cell)) for cell in told):
            return HEADING  # 甲 乙 1 2 3 below the headings
        return HEADING if self._repeats_headings(told) else DATA

    def _is_footer(self, first: str, told: list[Cell]) -> bool:
        plain = first.replace(" ", "")
        if _FOOTER.fullmatch(plain) or (len(told) <= 4 and _SIGNATURE.fullmatch(plain)):
            return True
        return self._before == FOOTER and len(told) == 1  # a note that goes on

    def _repeats_headings(self, told: list[Cell]) -> bool:
        if not any(cell in self._words for cell in told[:3]):
            return False
        known = sum(re.sub(r"\s+", "", written(cell)) in self._words for cell in told)
        return known >= max(2, len(told) // 2)


def _is_total(word: str) -> bool:
    return "计" in word and _TOTAL.fullmatch(re.sub(r"\s", "", word)) is not None
