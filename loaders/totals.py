"""Totals that a sheet writes itself, checked against the rows they sum."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from math import isclose

from graph.values.numbers import NotANumber, money_unit, parse_number
from loaders.body import DATA, TOTAL, Body
from loaders.cells import NONE_WORDS, YES_WORDS, written
from loaders.headings import Headings
from loaders.ledger import Fault
from loaders.sheets import Cell, Row, at

_NOT_SUMMED = re.compile(r"率|占比|比例|比重|平均|人均|单价|序号|年龄|编号|代码|电话")
_ROUNDED = 0.011


@dataclass
class _Sum:
    """What the cells of one column add up to: numbers (money in `unit` yuan), how many are numbers, ticked, filled."""

    unit: int | None
    value: float = 0.0
    numbers: int = 0
    ticked: int = 0
    filled: int = 0

    def add(self, cell: Cell) -> None:
        word = written(cell)
        if not word or word in NONE_WORDS:
            return
        self.filled += 1
        self.ticked += word.upper() in YES_WORDS
        number = _number(word, self.unit)
        if number is not None:
            self.value += number
            self.numbers += 1

    def since(self, mark: _Sum) -> list[float]:
        """What a total of the cells since `mark` may rightly say; nothing where they are words."""
        filled = self.filled - mark.filled
        if filled and self.numbers - mark.numbers == filled:
            return [self.value - mark.value, filled]
        ticked = self.ticked - mark.ticked
        return [ticked] if ticked and ticked >= filled / 2 else []


def wrong_totals(sheet: str, body: Body, headings: Headings) -> list[Fault]:
    """Each cell of a total row that is not the sum of its rows, with the sum written and the sum found.

    A total may sum the rows since the total before it, those since the last 合计, all above it or, standing on top, all
    below it.
    """
    totals = set(body.skipped(TOTAL))
    if not totals:
        return []
    written_totals = [cells for index, _, cells in body.as_written() if index in totals]
    columns = [
        index
        for index, path in headings.paths.items()
        if not _NOT_SUMMED.search(path)
        and any(_number(written(at(cells, index))) is not None for cells in written_totals)
    ]
    return [
        Fault(
            headings.paths[column],
            sheet,
            f"第 {index + 1} 行的合计：“{headings.paths[column]}”写 {told}，各行相加为 {found:.10g}",
            f"the total in row {index + 1}: “{headings.paths[column]}” says {told}, its rows add up to {found:.10g}",
        )
        for index, column, told, found in _wrong(body, {c: money_unit(headings.paths[c]) for c in columns})
    ]


def _wrong(body: Body, units: dict[int, int | None]) -> Iterator[tuple[int, int, str, float]]:
    """Row, column, sum written and sum found."""
    sums = {column: _Sum(unit) for column, unit in units.items()}
    group = section = start = {column: _Sum(unit) for column, unit in units.items()}
    on_top: list[tuple[int, Row]] = []
    for index, kind, cells in body.as_written():
        if kind == DATA:
            for column, one in sums.items():
                one.add(at(cells, column))
        elif kind == TOTAL:
            if any(one.filled for one in sums.values()):
                yield from _differing(index, cells, sums, (group, section, start))
            else:
                on_top.append((index, cells))
            group = {column: replace(one) for column, one in sums.items()}
            if not any("小计" in written(cell) for cell in cells[:3]):
                section = group
    for index, cells in on_top:
        yield from _differing(index, cells, sums, (start,))


def _differing(
    index: int, cells: Row, sums: dict[int, _Sum], marks: Iterable[dict[int, _Sum]]
) -> Iterator[tuple[int, int, str, float]]:
    for column, one in sums.items():
        word = written(at(cells, column))
        told = _number(word, one.unit)
        right = [value for mark in marks for value in one.since(mark[column])]
        if told is not None and right and not any(isclose(told, value, abs_tol=_ROUNDED) for value in right):
            yield index, column, word, right[0]


@lru_cache(maxsize=4096)
def _number(word: str, unit: int | None = None) -> float | None:
    try:
        number = parse_number(word)
    except NotANumber:
        return None
    return number.in_money(unit, unit) if unit else number.whole
