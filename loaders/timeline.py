"""How statements and absences become intervals: a pure function of all that was told, in any order.

The rules (design: time, exactly), for one subject and one thing said of it:
- a statement holds from its own start date, or from its load's as-of date, until the next statement or absence;
- dates written in a row are start and end, and beat absence; a row with an early start also holds at its as-of date;
  what it says of days to come counts until the thing is said again;
- at one date a value beats an end, an end beats absence; then the authority of the kind, then the load's id decide.
  The losers are conflicts;
- of many at a time, rows of equal date unite into the whole set of that date; what is said by hand adds to it;
- equal neighbours merge.
All intervals hold from `since` until before `until`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from graph.values.dates import OPEN

V = TypeVar("V")


@dataclass(frozen=True)
class Told(Generic[V]):
    """One statement of one row. `value` None: the row says there is none. `rank`: authority of the kind, load id.

    `adds`: of what a subject has many of it names one more, and is not the whole set of its date.
    """

    day: date
    rank: tuple[int, str]
    value: V | None
    since: date | None = None
    until: date | None = None
    adds: bool = False

    @property
    def start(self) -> date:
        """From when the row says it holds."""
        return self.since or self.day

    @property
    def dated(self) -> bool:
        """Whether the row has dates of its own."""
        return self.since is not None or self.until is not None


@dataclass(frozen=True)
class Span(Generic[V]):
    """`value` holds from `since` until before `until`."""

    since: date
    until: date
    value: V


@dataclass(frozen=True)
class Lost(Generic[V]):
    """A statement that lost at its date: `shown` is what counts there, said with the rank `by`."""

    told: Told[V]
    shown: V
    by: tuple[int, str]


@dataclass(frozen=True)
class Point(Generic[V]):
    """From `day` on: `value`, or nothing, as `told` says (None: an absence). `weight`: value over end over absence."""

    day: date
    weight: int
    rank: tuple[int, str]
    value: V | None
    told: Told[V] | None = None


_ABSENCE, _END, _VALUE = 0, 1, 2


def one(
    told: Iterable[Told[V]], absent: Iterable[date] = (), replaced: Iterable[date] = ()
) -> tuple[list[Span[V]], list[Lost[V]]]:
    """The intervals of something a subject has one of at a time, and the statements that lost at their date.

    `absent`: dates at which a full load lacked the subject. `replaced`: dates at which it was said without this.
    """
    statements = list(told)
    points = deciding(statements, absent, replaced)
    at = {p.day: p for p in points}
    lost = [
        Lost(t, p.value, p.rank)
        for t in statements
        if t.value is not None and (p := at.get(t.start)) and p.value is not None and p.value != t.value
    ]
    return _spans(points), lost


def deciding(told: Iterable[Told[V]], absent: Iterable[date] = (), replaced: Iterable[date] = ()) -> list[Point[V]]:
    """What decides from each date on until the next one: a statement, an end or an absence, as `one` has them."""
    statements = list(told)
    said = sorted({*replaced, *(t.day for t in statements)})
    points = [p for t in statements for p in _points(t) if p.day <= t.day or p.day < _next(said, t.day)]
    ended = {d for d in absent if not any(t.start <= d < _reach(t, said) for t in statements if t.dated)}
    ended |= {d for d in replaced if not any(t.start <= d < t.day for t in statements if t.dated)}
    points += [Point(day, _ABSENCE, (0, ""), None) for day in ended]
    decided: dict[date, Point[V]] = {}
    for point in sorted(points, key=lambda p: (p.day, p.weight, p.rank, str(p.value))):
        decided[point.day] = point
    return list(decided.values())


def many(told: Iterable[Told[V]], absent: Iterable[date] = ()) -> list[Span[V]]:
    """The intervals of something a subject has many of at a time.

    Rows of equal date unite into the whole set of that date; what the set lacks has ended there.
    """
    absences = list(absent)
    spans = [span for mine, without in each_value(told) for span in one(mine, absences, without)[0]]
    return sorted(spans, key=lambda s: (s.since, s.until, str(s.value)))


def each_value(told: Iterable[Told[V]]) -> Iterator[tuple[list[Told[V]], set[date]]]:
    """Of each of many values: its statements, and the dates at which the set was said without it."""
    statements = list(told)
    days = {t.day for t in statements if not t.adds}
    for value in dict.fromkeys(t.value for t in statements if t.value is not None):
        mine = [t for t in statements if t.value == value]
        yield mine, days - {t.day for t in mine}


def newest(told: Iterable[Told[V]]) -> list[Told[V]]:
    """The statements that tell all that has happened: those of the latest whole set, and what was added since."""
    statements = list(told)
    latest = max((t.day for t in statements if not t.adds), default=date.min)
    return [t for t in statements if t.day == latest or (t.adds and t.day > latest)]


def events(told: Iterable[Told[V]]) -> list[Span[V]]:
    """What happened: what the latest rows say of it, from its date on and for ever."""
    statements = list(told)
    begun: dict[V, date] = {}
    for t in newest(statements):
        if t.value is not None:
            first = min(s.day for s in statements if s.value == t.value)
            begun[t.value] = min(begun.get(t.value, date.max), t.since or first)
    return [Span(since, OPEN, value) for value, since in sorted(begun.items(), key=str)]


def _next(said: list[date], day: date) -> date:
    """The first date after `day` at which the thing was said again: from there on older words no longer count."""
    return next((d for d in said if d > day), date.max)


def _reach(told: Told[V], said: list[date]) -> date:
    """Until when the dates written in a row say that it holds."""
    return min(told.until or told.day, _next(said, told.day))


def _points(told: Told[V]) -> Iterable[Point[V]]:
    if told.value is None:
        yield Point(told.day, _END, told.rank, None, told)
        return
    if told.until is not None:
        yield Point(told.until, _END, told.rank, None, told)
    if told.since is not None and (told.until is None or told.since < told.until):
        yield Point(told.since, _VALUE, told.rank, told.value, told)
    if told.since is None or told.since < told.day:
        still = told.until is None or told.until > told.day
        yield Point(told.day, _VALUE if still else _END, told.rank, told.value if still else None, told)


def _spans(points: list[Point[V]]) -> list[Span[V]]:
    spans: list[Span[V]] = []
    for point, following in zip(points, [*(p.day for p in points), OPEN][1:], strict=True):
        if point.value is None:
            continue
        if spans and spans[-1].until == point.day and spans[-1].value == point.value:
            spans[-1] = Span(spans[-1].since, following, point.value)
        else:
            spans.append(Span(point.day, following, point.value))
    return spans
