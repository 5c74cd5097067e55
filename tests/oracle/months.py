"""Days counted in months and years, as people do."""

from __future__ import annotations

from calendar import monthrange
from datetime import date


def add_months(day: date, months: int) -> date:
    """So many months on (or back), on the same day of the month or the last one it has."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def half_year(day: date) -> date:
    """The first day of the day's half-year."""
    return date(day.year, 1 if day.month < 7 else 7, 1)
