"""Working days of 2026, on which visits are made and requests raised."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from random import Random

_HOLIDAYS = (
    (date(2026, 4, 4), date(2026, 4, 6)),
    (date(2026, 5, 1), date(2026, 5, 5)),
    (date(2026, 6, 19), date(2026, 6, 21)),
    (date(2026, 9, 25), date(2026, 9, 27)),
    (date(2026, 10, 1), date(2026, 10, 7)),
)
"""First and last days."""


@cache
def workdays(first: date, last: date) -> tuple[date, ...]:
    """The working days from `first` to `last`, both included."""
    days = (first + timedelta(days=number) for number in range((last - first).days + 1))
    return tuple(d for d in days if d.weekday() < 5 and not any(a <= d <= b for a, b in _HOLIDAYS))


def workday(random: Random, first: date, last: date) -> date:
    """A working day from `first` to `last`; `first` where there is none between."""
    return random.choice(workdays(first, last) or (first,))
