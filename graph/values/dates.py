"""Dates as people type them into ledgers, with the precision they had.

Accepted: 2023.04, 2023年4月, 202304, 20230401, 2023-4-1, 2023/4/1 0:00, 二〇二三年四月, a spreadsheet's own date, and
a serial day number of the 1900 system, or of the 1904 system where the workbook says so. All dates are civil dates
without a time zone.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from graph.text import Text

OPEN = date(9999, 12, 31)
"""`until` of what has not ended; `until` is always exclusive."""

Precision = Literal["day", "month", "year"]

_EPOCH = date(1899, 12, 30)
_EPOCH_1904 = date(1904, 1, 1)
_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")
_SEPARATED = re.compile(r"(\d{4})(?:\s*[-./年]\s*(?:(\d{1,2})\s*(?:[-./月]\s*(?:(\d{1,2})\s*日?)?)?)?)?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})?")
_CLOCK = re.compile(r"(?<=\d)[T ]+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?$")


class NotADate(ValueError):
    """The text is not a date in any form the ledgers use."""


class AmbiguousDate(NotADate):
    """The value may be either of two dates. `either`: which."""

    def __init__(self, raw: str, either: Text) -> None:
        super().__init__(raw)
        self.either = either


@dataclass(frozen=True, order=True)
class PartialDate:
    """A date with the precision it was told in; a month stands for its first day and stays a month."""

    day: date
    precision: Precision = "day"

    def __str__(self) -> str:
        return self.day.isoformat()[: {"day": 10, "month": 7, "year": 4}[self.precision]]

    @classmethod
    def of(cls, word: str) -> PartialDate:
        """The value of an ISO word: 2023, 2023-04 or 2023-04-01."""
        parts = [int(p) for p in word.split("-")]
        year, month, day = [*parts, 1, 1][:3]
        precision: tuple[Precision, ...] = ("year", "month", "day")
        return cls(date(year, month, day), precision[len(parts) - 1])


def last_of_month(day: date) -> date:
    """The last day of the month that a day lies in."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def months_before(day: date, months: int) -> date:
    """The day so many whole months earlier; the last day of a month leads to the last day of the other."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    last = last_of_month(date(year, month + 1, 1))
    return last if day == last_of_month(day) else last.replace(day=min(day.day, last.day))


def parse_date(raw: str | date | datetime | float, *, epoch_1904: bool = False) -> PartialDate:
    """The date `raw` tells; `epoch_1904`: bare day numbers count from 1904.

    Raises NotADate, and AmbiguousDate for a number 2023.1, which may have been typed as 2023.10, and for a day in 1905
    that a spreadsheet made of a bare year.
    """
    if isinstance(raw, datetime):
        raw = raw.date()
    if isinstance(raw, date):
        days = (raw - _EPOCH).days
        if 1900 <= days <= 2100:
            raise AmbiguousDate(raw.isoformat(), Text(f"{raw} 或 {days} 年", f"{raw} or the year {days}"))
        return PartialDate(raw)
    if isinstance(raw, int | float):
        return _number(float(raw), epoch_1904)
    return _text(raw, epoch_1904)


def _number(raw: float, epoch_1904: bool) -> PartialDate:
    if raw.is_integer():
        whole = int(raw)
        if 190001 <= whole <= 210012 or 19000101 <= whole <= 21001231 or 1900 <= whole <= 2100:
            return _text(str(whole), epoch_1904)
        if 10_000 <= whole <= 80_000:
            return PartialDate((_EPOCH_1904 if epoch_1904 else _EPOCH) + timedelta(days=whole))
    elif 1900 <= raw < 2101:
        year, _, month = f"{raw:.2f}".partition(".")
        if abs(raw - float(f"{year}.{month}")) < 1e-6 and month != "10":
            return _text(f"{year}.{month.rstrip('0')}", epoch_1904)
        if month == "10":
            raise AmbiguousDate(f"{raw:g}", Text(f"{year} 年 1 月或 10 月", f"January or October {year}"))
    raise NotADate(f"{raw:g}")


def _text(raw: str, epoch_1904: bool) -> PartialDate:
    text = _CLOCK.sub("", _chinese_numerals(raw.strip()))
    match = _COMPACT.fullmatch(text) or _SEPARATED.fullmatch(text.removesuffix("号"))
    if match is None:
        if text.isdigit() and len(text) == 5:
            return _number(float(text), epoch_1904)
        raise NotADate(raw)
    year, month, day = (int(g) if g else None for g in match.groups())
    try:
        told = date(year or 0, month or 1, day or 1)
    except ValueError as error:
        raise NotADate(raw) from error
    if not 1900 <= told.year <= 2100:
        raise NotADate(raw)
    return PartialDate(told, "day" if day else "month" if month else "year")


def _chinese_numerals(text: str) -> str:
    """二〇二三年十一月二十日 → 2023年11月20日; other text unchanged."""
    text = re.sub(r"([一二三]?)十([一二三四五六七八九]?)", _tens, text)
    return text.translate(_DIGITS)


def _tens(match: re.Match[str]) -> str:
    tens, ones = (part.translate(_DIGITS) for part in match.groups())
    return str(int(tens or "1") * 10 + int(ones or "0"))
