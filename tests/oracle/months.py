"""Days counted in months and years, as people do."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta


def add_months(day: date, months: int) -> date:
    """So many months on (or back), on the same day of the month or the last one it has."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def month_before(day: date) -> date:
    """The same day of the month before; of the last day of a month, the last day of the one before."""
    first = day.replace(day=1)
    return first - timedelta(days=1) if (day + timedelta(days=1)).day == 1 else add_months(day, -1)


def half_year(day: date) -> date:
    """The first day of the day's half-year."""
    return date(day.year, 1 if day.month < 7 else 7, 1)


def ends_month(day: date) -> bool:
    """The day is the last one of its month."""
    return (day + timedelta(days=1)).day == 1
