"""From when until when a thing holds, by the ledgers that say so one after another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from tests.oracle.sheets import Row

OPEN = date(9999, 12, 31)
Ledgers = Sequence[tuple[date, Sequence[Row]]]
"""The ledgers of one kind, oldest first, each full: its day and its rows."""


class Said(NamedTuple):
    """What a row says of `subject`: that it is tied to `other` (None: to none), within written days if any."""

    subject: str
    other: str | None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True)
class Span:
    """`subject` is tied to `other` from `since` until before `until`."""

    subject: str
    other: str
    since: date
    until: date

    def at(self, day: date) -> bool:
        """Whether it holds that day."""
        return self.since <= day < self.until


class Ties:
    """All ties of a kind, looked up from either end."""

    def __init__(self, found: Iterable[Span]) -> None:
        self._of: dict[str, list[Span]] = {}
        self._to: dict[str, list[Span]] = {}
        for span in found:
            self._of.setdefault(span.subject, []).append(span)
            self._to.setdefault(span.other, []).append(span)

    def __iter__(self) -> Iterator[Span]:
        return (span for found in self._of.values() for span in found)

    def spans_of(self, subject: str) -> list[Span]:
        """All that the subject was ever tied to."""
        return self._of.get(subject, [])

    def spans_to(self, other: str) -> list[Span]:
        """All that was ever tied to it."""
        return self._to.get(other, [])

    def of(self, subject: str, day: date) -> list[str]:
        """What the subject is tied to."""
        return sorted({span.other for span in self.spans_of(subject) if span.at(day)})

    def to(self, other: str, day: date) -> list[str]:
        """What is tied to it."""
        return sorted({span.subject for span in self.spans_to(other) if span.at(day)})

    def one(self, subject: str, day: date) -> str | None:
        """What the subject is tied to, of a kind that ties to one at a time."""
        return next(iter(self.of(subject, day)), None)


def ties(
    ledgers: Ledgers, subject_of: Callable[[Row], str], says: Callable[[Row], Said | None], *, single: bool = False
) -> Ties:
    """All ties of the subjects of rows; `single`: to one at a time, so that the next ends the one before.

    What a ledger does not list, or lists with others instead, ends on its day; a day written in the row beats the
    ledger's own. A row that says nothing of the tie leaves it as it was.
    """
    found: list[Span] = []
    held: dict[str, dict[str, tuple[date, date | None]]] = {}
    for day, rows in ledgers:
        listed = set(map(subject_of, rows))
        told: dict[str, dict[str, Said]] = {}
        for said in filter(None, map(says, rows)):
            others = told.setdefault(said.subject, {})
            if said.other is not None:
                # of several starts the earliest is the start
                also = others.get(said.other, said)
                others[said.other] = min(also, said, key=lambda one: one.since or day)
        for subject in list(held):
            lasting = told.get(subject, held[subject] if subject in listed else {})
            for other in [other for other in held[subject] if other not in lasting]:
                since, until = held[subject].pop(other)
                if subject in listed:
                    following = [said.since for said in told[subject].values() if single and said.since]
                    until = min([day, *following, *([until] if until else [])])
                found.append(Span(subject, other, since, until or day))
        for subject, others in told.items():
            for other, said in others.items():
                begun = said.since or day
                since = min(begun, held.get(subject, {}).get(other, (begun, None))[0])
                held.setdefault(subject, {})[other] = (since, said.until)
    found += [Span(s, o, since, until or OPEN) for s, others in held.items() for o, (since, until) in others.items()]
    return Ties(span for span in found if span.since < span.until)


def values(ledgers: Ledgers, subject: Callable[[Row], str], value: Callable[[Row], str]) -> Mapping[str, list[Span]]:
    """By subject, from when until when each value stood: until the next one, or a ledger without the subject."""
    found: dict[str, list[Span]] = {}
    now: dict[str, tuple[str, date]] = {}

    def end(who: str, day: date) -> None:
        word, since = now.pop(who)
        found.setdefault(who, []).append(Span(who, word, since, day))

    for day, rows in ledgers:
        said: dict[str, str] = {}
        for row in rows:
            said.setdefault(subject(row), "")
            said[subject(row)] = value(row) or said[subject(row)]
        for who in [who for who in now if who not in said or said[who] not in ("", now[who][0])]:
            end(who, day)
        for who, word in said.items():
            if word and who not in now:
                now[who] = (word, day)
    for who in list(now):
        end(who, OPEN)
    return found


def latest(ledgers: Ledgers, subject: Callable[[Row], str], value: Callable[[Row], str]) -> Mapping[str, str]:
    """By subject, the last non-empty word of all ledgers: what has no period has one value, whatever the day."""
    return {subject(row): value(row) for _, rows in ledgers for row in rows if value(row)}


def value_at(found: Mapping[str, Iterable[Span]], who: str, day: date) -> str | None:
    """The value of a subject that day."""
    return next((span.other for span in found.get(who, ()) if span.at(day)), None)
