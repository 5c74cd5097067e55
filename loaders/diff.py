"""What would change: facts as they are against facts as they follow from the rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from graph.values.dates import OPEN
from loaders.facts import EdgeFact, Facts, Key, RecordFact

ChangeKind = Literal["new", "changed", "closed", "removed"]


@dataclass(frozen=True)
class Change:
    """One change a person would want to see: of `subject`, `what` (property, field or edge) from `old` to `new`.

    `other`: the other end of an edge.
    """

    kind: ChangeKind
    subject: Key
    what: str
    old: Any = None
    new: Any = None
    since: date | None = None
    other: Key | None = None


@dataclass
class Changes:
    """All changes of a load counted, the first `most` of them kept."""

    most: int = 2000
    counts: Counter[ChangeKind] = field(default_factory=Counter)
    kept: list[Change] = field(default_factory=list)

    def add(self, changes: Iterable[Change]) -> None:
        """Count more changes."""
        for change in changes:
            self.counts[change.kind] += 1
            if len(self.kept) < self.most:
                self.kept.append(change)

    def __bool__(self) -> bool:
        return bool(self.counts)


def changes(subject: Key, old: Facts, new: Facts) -> Iterable[Change]:
    """The changes from `old` to `new`, nodes first, then properties, edges and records; of a new node no values."""
    if new.exists and not old.exists:
        yield Change("new", subject, "node")
    elif old.exists and not new.exists:
        yield Change("removed", subject, "node")
    else:
        yield from _values(subject, old.properties, new.properties, None)
    yield from _edges(subject, old.edges, new.edges)
    if old.exists:
        yield from _records(subject, old.records, new.records)


def _values(subject: Key, old: Mapping[str, Any], new: Mapping[str, Any], since: date | None) -> Iterable[Change]:
    for name in sorted({*old, *new}):
        if old.get(name) != new.get(name) and not name.endswith("_precision"):
            yield Change("changed", subject, name, old.get(name), new.get(name), since)


def _edges(subject: Key, old: Mapping[Any, EdgeFact], new: Mapping[Any, EdgeFact]) -> Iterable[Change]:
    for id_ in sorted({*old, *new}):
        before, after = old.get(id_), new.get(id_)
        other = id_.target if id_.source == subject else id_.source
        if before is None:
            yield Change("new", subject, id_.name, None, other, id_.since, other)
        elif after is None:
            yield Change("removed", subject, id_.name, other, None, id_.since, other)
        elif before.until != after.until:
            kind: ChangeKind = "closed" if before.until == OPEN else "changed"
            yield Change(kind, subject, id_.name, before.until, after.until, id_.since, other)
        elif dict(before.properties) != dict(after.properties):
            old_words, new_words = dict(before.properties), dict(after.properties)
            yield Change("changed", subject, id_.name, old_words, new_words, id_.since, other)


def _records(subject: Key, old: Mapping[str, RecordFact], new: Mapping[str, RecordFact]) -> Iterable[Change]:
    """Fields that have another value than before on some day, each from the first such day on; periods that go."""
    told: dict[str, tuple[Any, Any]] = {}
    gone = False
    last_old, last_new = (max((r.until for r in periods.values()), default=None) for periods in (old, new))
    for day in sorted({day for r in (*old.values(), *new.values()) for day in (r.since, r.until)} - {OPEN}):
        was, now = _on(old, day), _on(new, day)
        found = [] if now is None else list(_values(subject, was or {}, now, day))
        yield from (change for change in found if told.get(change.what) != (change.old, change.new))
        told = {change.what: (change.old, change.new) for change in found}
        lost = was is not None and now is None and last_new is not None and day < last_new
        if lost and not gone:
            yield Change("removed", subject, "record", since=day)
        gone = lost
    if last_old == OPEN and last_new not in (OPEN, None):
        yield Change("closed", subject, "record", last_old, last_new)
    elif old and not new:
        yield Change("removed", subject, "record")


def _on(periods: Mapping[str, RecordFact], day: date) -> Mapping[str, Any] | None:
    """What the period says that a day lies in; None where there is none."""
    return next((r.properties for r in periods.values() if r.since <= day < r.until), None)
