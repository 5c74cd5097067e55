"""How statements and absences become intervals: a pure function of all that was told, in any order.

The rules (design: time, exactly), for one subject and one thing said of it:
- a statement holds from its own start date, or from its load's as-of date, until the next statement or absence;
- dates written in a row are start and end, and beat absence; a row with an early start also holds at its as-of date;
- at one date a value beats an end, an end beats absence; then the authority of the kind, then the load's id decide.
  The losers are conflicts;
- equal neighbours merge.
All intervals hold from `since` until before `until`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from graph.values.dates import OPEN

V = TypeVar("V")


@dataclass(frozen=True)
class Told(Generic[V]):
    """One statement of one row. `value` None: the row says there is none. `rank`: authority of the kind, load id."""

    day: date
    rank: tuple[int, str]
    value: V | None
    since: date | None = None
    until: date | None = None

    @property
    def start(self) -> date:
        """From when the row says it holds."""
        return self.since or self.day


@dataclass(frozen=True)
class Span(Generic[V]):
    """`value` holds from `since` until before `until`."""

    since: date
    until: date
    value: V


@dataclass(frozen=True)
class _Point(Generic[V]):
    """From `day` on: `value`, or nothing. `weight`: value over end over absence."""

    day: date
    weight: int
    rank: tuple[int, str]
    value: V | None


_ABSENCE, _END, _VALUE = 0, 1, 2


def one(told: Iterable[Told[V]], absent: Iterable[date] = ()) -> tuple[list[Span[V]], list[Told[V]]]:
    """The intervals of something a subject has one of at a time, and the statements that lost at their date."""
    statements = list(told)
    points = [point for t in statements for point in _points(t)]
    points += [_Point(day, _ABSENCE, (0, ""), None) for day in absent if not any(_dated(t, day) for t in statements)]
    deciding: dict[date, _Point[V]] = {}
    for point in sorted(points, key=lambda p: (p.day, p.weight, p.rank)):
        deciding[point.day] = point
    lost = [
        t
        for t in statements
        if (p := deciding[t.day if t.since is None else t.start]).value != t.value and p.rank != t.rank
    ]
    return _spans(list(deciding.values())), lost


def many(told: Iterable[Told[V]], absent: Iterable[date] = ()) -> list[Span[V]]:
    """The intervals of something a subject has many of at a time.

    Rows of equal date unite into the whole set of that date; what the set lacks has ended there.
    """
    statements = list(told)
    ended = {*absent, *(t.day for t in statements)}
    values = dict.fromkeys(t.value for t in statements if t.value is not None)
    spans: list[Span[V]] = []
    for value in values:
        mine = [t for t in statements if t.value == value]
        spans += one(mine, ended - {t.day for t in mine})[0]
    return sorted(spans, key=lambda s: (s.since, s.until, str(s.value)))


def _points(told: Told[V]) -> Iterable[_Point[V]]:
    if told.value is None:
        yield _Point(told.day, _END, told.rank, None)
        return
    if told.until is not None:
        if told.until <= told.start and told.since is not None:
            return
        yield _Point(told.until, _END, told.rank, None)
    if told.since is not None:
        yield _Point(told.since, _VALUE, told.rank, told.value)
    if told.since is None or told.since < told.day:
        still = told.until is None or told.until > told.day
        yield _Point(told.day, _VALUE if still else _END, told.rank, told.value if still else None)


def _dated(told: Told[V], day: date) -> bool:
    """Whether dates written in the row say that it held on `day`."""
    if told.since is None and told.until is None:
        return False
    return told.start <= day < (told.until or told.day)


def _spans(points: list[_Point[V]]) -> list[Span[V]]:
    spans: list[Span[V]] = []
    for point, following in zip(points, [*(p.day for p in points[1:]), OPEN], strict=True):
        if point.value is None:
            continue
        if spans and spans[-1].until == point.day and spans[-1].value == point.value:
            spans[-1] = Span(spans[-1].since, following, point.value)
        else:
            spans.append(Span(point.day, following, point.value))
    return spans
