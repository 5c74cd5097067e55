"""The date a ledger speaks for, as its name or its title tells it. A proposal: a person confirms or corrects it."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from datetime import date

from graph.values.dates import NotADate, parse_date

_DATES = re.compile(
    r"(?<!\d)20\d{2}\s*[-./年_]\s*\d{1,2}(?:\s*[-./月_]\s*\d{1,2}(?!\d)日?|\s*月)?(?!\d)"
    r"|(?<!\d)20\d{2}[01]\d(?:[0-3]\d)?(?!\d)"
    r"|二[〇零○][〇零○一二三四五六七八九]{2}年[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}日)?"
)


def as_of_told(words: str) -> date | None:
    """The last date that words tell; of a month its last day. None where they tell none."""
    for found in reversed(_DATES.findall(words)):
        word = re.sub(r"\s|(?<=[月])$", "", found).replace("_", "-")
        try:
            told = parse_date(word)
        except NotADate:
            continue
        if told.precision == "day":
            return told.day
        if told.precision == "month":
            return told.day.replace(day=calendar.monthrange(told.day.year, told.day.month)[1])
    return None


def as_of_of_titles(titles: Iterable[str]) -> date | None:
    """The date that the first title tells which tells any."""
    return next((told for title in titles if (told := as_of_told(title))), None)
