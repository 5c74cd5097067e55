"""Cells that hold a number, an amount of money or a date."""

from __future__ import annotations

import re
from datetime import date

from graph.errors import RowRejected
from graph.text import Text
from graph.values.dates import AmbiguousDate, NotADate, PartialDate, parse_date
from graph.values.numbers import LARGEST, NotANumber, Number, money_unit, parse_number
from loaders.mapping import Column
from loaders.told import Told

_NOT_A_NUMBER = Text("不是数字", "not a number")
_NOT_WHOLE = Text("人数、家数应为整数", "a count must be a whole number")
_NEGATIVE = Text("人数、家数不能小于零", "a count cannot be below zero")
_ABOUT = Text("约数，按所写数字记", "approximate, kept as the number written")
_NOT_A_DATE = Text("不是日期；请写成 2023-04-01、2023年4月 等", "not a date; write 2023-04-01, 2023年4月 or the like")
_A_MONTH = Text("应填月份，如 2026年9月", "it must be a month, such as 2026年9月")
_JANUARY = re.compile(r"(\d{4})\.1")


def read_count(raw: str | float) -> Told:
    """How many: a whole number. Raises RowRejected."""
    if isinstance(raw, int | float) and 0 <= raw < LARGEST and raw == int(raw):
        return Told(int(raw))
    number = _number(raw)
    if not number.whole.is_integer():
        raise RowRejected(_NOT_WHOLE)
    if number.whole < 0:
        raise RowRejected(_NEGATIVE)
    return Told(int(number.whole), note=_note(number))


def read_amount(raw: str | float, column: Column, heading: str) -> Told:
    """A number; money in the unit of the column (yuan, or that of its headings), whatever unit the ledger uses.

    The unit is that of the cell (1,200万元), else that of the heading as written, else the column's own. Raises
    RowRejected.
    """
    unit = 1 if column.value == "yuan" else column.money_unit
    bare = unit and (money_unit(heading) or unit)
    if isinstance(raw, int | float) and unit == bare and abs(raw) < LARGEST:
        return Told(float(raw))
    number = _number(raw)
    value = number.in_money(unit, bare) if unit and bare else number.whole
    return Told(float(value), note=_note(number))


def read_date(raw: str | date | float, epoch_1904: bool) -> Told:
    """A date with the precision it was told in. Raises RowRejected."""
    told, note = _date(raw, epoch_1904)
    return Told(str(told), note=note)


def read_month(raw: str | date | float, epoch_1904: bool) -> Told:
    """The month a date lies in: spreadsheets turn 2026年9月 into the first of September. Raises RowRejected."""
    told, note = _date(raw, epoch_1904)
    if told.precision == "year":
        raise RowRejected(_A_MONTH)
    return Told(told.day.isoformat()[:7], note=note)


def _date(raw: str | date | float, epoch_1904: bool) -> tuple[PartialDate, Text | None]:
    try:
        told = parse_date(raw, epoch_1904=epoch_1904)
    except AmbiguousDate as error:
        zh, en = error.either
        raise RowRejected(Text(f"可能是 {zh}；请写成 2023-10 等", f"either {en}; write 2023-10 or the like")) from error
    except NotADate as error:
        raise RowRejected(_NOT_A_DATE) from error
    if isinstance(raw, str) and (found := _JANUARY.fullmatch(raw)):
        return told, Text(
            f"按 {found[1]} 年 1 月记；若是 10 月请改正", f"taken as January {found[1]}; correct an October"
        )
    return told, None


def _number(raw: str | float) -> Number:
    try:
        return parse_number(raw)
    except NotANumber as error:
        raise RowRejected(_NOT_A_NUMBER) from error


def _note(number: Number) -> Text | None:
    if number.rest:
        return Text(f"“{number.rest}”没有读取", f"“{number.rest}” was not read")
    return _ABOUT if number.approximate else None
