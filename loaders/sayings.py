"""What was said of a subject, word by word, and how each word of it stands at a day.

The rules of time and authority are those of `derive` and `timeline`; this only keeps who said what on the way. What is
`shown` at a day is what the graph holds then.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from graph.model import Model
from loaders.derive import (
    Evidence,
    FullLoad,
    Said,
    absences,
    by_other_type,
    edges_told,
    ending,
    held,
    latest,
    said_of,
    values_told,
)
from loaders.facts import Key
from loaders.ledger import Statement
from loaders.timeline import Point, Told, deciding, each_value, events, newest

Standing = Literal["shown", "agrees", "earlier", "later", "lost", "ended"]
"""shown: the graph holds it (or, where it says none, holds nothing). agrees: says the same at the same date.
earlier: held before. later: holds from a later day. lost: another ledger is the authority at that date.
ended: held until a full load lacked the subject, a newer row left it out, or a date written in its row."""


@dataclass(frozen=True)
class Saying:
    """One statement of one row. `by`: the row that won, or what ended it (None: a date written in its own row)."""

    row: Evidence
    statement: Statement
    standing: Standing
    by: Said | FullLoad | None = None


@dataclass(frozen=True)
class History:
    """All that was said of one thing, newest first. `other`: the other end, for an edge of many."""

    subject: Key
    slot: str
    other: Key | None
    sayings: tuple[Saying, ...]


@dataclass(frozen=True)
class _Asked:
    """What every history of a subject needs."""

    subject: Key
    full: Sequence[FullLoad]
    absent: Mapping[str, list[date]]
    at: date


def histories(
    subject: Key, evidence: Sequence[Evidence], full: Sequence[FullLoad], schema: Model, at: date
) -> list[History]:
    """The history of each thing said of `subject`, as it stands at the day `at`."""
    lacking = [f for f in full if absences(evidence, [f])]
    asked = _Asked(subject, lacking, absences(evidence, full), at)
    found: list[History] = []
    for slot, said in said_of(subject, evidence).items():
        if slot in schema[subject[0]].properties:
            found.append(History(subject, slot, None, _ordered(_latest(said))))
            continue
        holds = held(subject, slot, said, schema)
        if holds == "event":
            found += _many(asked, slot, said, event=True)
        elif holds == "many":
            found += [h for group in by_other_type(said) for h in _many(asked, slot, group, event=False)]
        else:
            told = values_told(said) if holds is None else edges_told(said)
            sayings = _one(asked, said, said, told, ending(said, asked.absent), set())
            found.append(History(subject, slot, None, _ordered(sayings)))
    return found


def _ordered(sayings: Iterable[Saying]) -> tuple[Saying, ...]:
    """Newest first; of one date what counts first."""
    places = ("shown", "agrees", "later", "earlier", "ended", "lost")
    return tuple(
        sorted(sayings, key=lambda s: (-s.row.as_of.toordinal(), places.index(s.standing), s.row.kind, s.row.load))
    )


def _latest(said: Sequence[Said]) -> Iterable[Saying]:
    """A property: the latest word counts, whatever the day asked about."""
    shown = latest(said)
    for one in said:
        best = latest([other for other in said if other[0].as_of == one[0].as_of])
        if one is shown:
            yield Saying(*one, "shown")
        elif one[1].value != best[1].value:
            yield Saying(*one, "lost", best)
        else:
            yield Saying(*one, "agrees" if best is shown else "earlier")


def _many(asked: _Asked, slot: str, said: Sequence[Said], *, event: bool) -> Iterable[History]:
    """An edge of many: each other end has a history of its own; of events the latest rows tell all there are."""
    told = edges_told(said)
    whose = {id(t): s for t, s in zip(told, said, strict=True)}
    happened = _happened(asked, told, whose) if event else {}
    by_other: dict[Key, list[Saying]] = {}
    for mine, without in each_value(told):
        value: Any = mine[0].value
        rows = [whose[id(t)] for t in mine]
        sayings = (
            [happened[id(t)] for t in mine]
            if event
            else _one(asked, said, rows, mine, ending(said, asked.absent), without)
        )
        by_other.setdefault(value[0], []).extend(sayings)
    for other, found in by_other.items():
        yield History(asked.subject, slot, other, _ordered(found))


def _happened(asked: _Asked, told: Sequence[Told[Any]], whose: Mapping[int, Said]) -> dict[int, Saying]:
    """How each statement of an event stands, by the statement: those of an earlier set give way to the latest."""
    begun, counting = {span.value: span.since for span in events(told)}, {id(t) for t in newest(told)}
    whole = max((whose[id(t)] for t in told if not t.adds), key=lambda s: s[0].as_of, default=None)
    found: dict[int, Saying] = {}
    for t in told:
        one, since = whose[id(t)], begun.get(t.value)
        if id(t) in counting or whole is None:
            found[id(t)] = Saying(*one, "shown" if since and since <= asked.at else "later")
        else:
            found[id(t)] = Saying(*one, "earlier") if since else Saying(*one, "ended", whole)
    return found


def _one(
    asked: _Asked,
    said: Sequence[Said],
    mine: Sequence[Said],
    told: Sequence[Told[Any]],
    absent: set[date],
    without: set[date],
) -> Iterable[Saying]:
    """How each of `mine` stands, told to the timeline as `told`; `said` is all that was said of the slot."""
    points = deciding(told, absent, without)
    whose = {id(t): s for t, s in zip(told, mine, strict=True)}
    for t, one in zip(told, mine, strict=True):
        standing, point = _standing(t, points, asked.at)
        if point is None:
            yield Saying(*one, standing)
        elif point.told is not None:
            yield Saying(*one, standing, whose[id(point.told)])
        else:
            yield _absent(asked, one, point.day, said)


def _standing(t: Told[Any], points: Sequence[Point[Any]], at: date) -> tuple[Standing, Point[Any] | None]:
    """How a statement stands among what decides, and the point that beat or ended it."""
    mine = [i for i, point in enumerate(points) if point.told is t]
    if not mine:
        winner = next((p for p in points if p.day == t.start), None)
        if winner is None or winner.told is None:
            return ("earlier" if t.day <= at else "later"), None  # days to come of which newer rows spoke anew
        if winner.value != t.value:
            return "lost", winner
        standing, by = _standing(winner.told, points, at)
        return ("agrees" if standing == "shown" else standing), by
    now = sum(point.day <= at for point in points) - 1
    last = max((i for i in mine if i <= now), default=None)
    if last is None:
        return "later", None
    if points[last].value is None and t.value is not None:
        return "ended", None
    if last == now:
        return "shown", None
    following = points[last + 1]
    return ("ended", following) if following.told is None else ("earlier", None)


def _absent(asked: _Asked, one: Said, day: date, said: Sequence[Said]) -> Saying:
    """What a full load ended that lacks the subject, or newer rows of the subject that leave it out."""
    other = one[0].nodes.get(one[1].to) if one[1].to is not None else None
    newer = [s for s in said if s[0].as_of == day]
    if any(row.nodes.get(s.to) == other for row, s in newer if s.to is not None):
        return Saying(*one, "earlier")  # the same other end, in other words
    if newer:
        return Saying(*one, "ended", newer[0])
    kinds = {row.kind for row, _ in said}
    return Saying(*one, "ended", next((f for f in asked.full if f.as_of == day and f.kind in kinds), None))
