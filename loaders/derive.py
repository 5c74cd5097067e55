"""Rows → facts: what the graph holds of one subject follows from all rows that name it, and from nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any, Literal

from graph.model import Model
from graph.values.codes import credit_code_state
from graph.values.dates import PartialDate
from graph.values.masks import mask_private
from graph.values.names import normalise
from loaders.authority import Authority
from loaders.facts import ConflictFact, EdgeFact, EdgeId, Facts, Key, RecordFact
from loaders.kinds import BY_HAND
from loaders.ledger import Statement
from loaders.timeline import Span, Told, events, many, one
from loaders.unsaid import Words, completed


@dataclass(frozen=True)
class Evidence:
    """A row that states something of the subject, in any state, with whom its mentions turned out to be."""

    load: str
    kind: str
    scope: str
    as_of: date
    authority: Authority
    accepted: bool
    statements: tuple[Statement, ...]
    nodes: Mapping[int, Key]

    def rank(self, statement: Statement) -> tuple[int, str]:
        """Decides between equals of one date: how far the kind is trusted for this, then the load's id."""
        node_type = self.nodes[statement.of][0]
        return self.authority.of(self.kind, node_type, statement.slot), self.load


Said = tuple[Evidence, Statement]
"""A statement and the row that makes it."""


@dataclass(frozen=True)
class FullLoad:
    """A full load: who has no row in it is absent from `as_of` on."""

    id: str
    kind: str
    scope: str
    as_of: date


def within(scope: str, wider: str) -> bool:
    """Whether a scope path lies in (or is) a wider one."""
    return scope == wider or scope.startswith(f"{wider}/")


def derive(subject: Key, evidence: Sequence[Evidence], full: Sequence[FullLoad], called: str, schema: Model) -> Facts:
    """The facts of `subject` by all rows that state it.

    `called`: what rows that merely name it call it, for a subject whose own ledger has not come yet; empty when no
    accepted row names it.
    """
    accepted = [e for e in evidence if e.accepted]
    if not accepted and not called:
        return Facts()
    slots = said_of(subject, accepted)
    absent = absences(evidence, full)
    properties = schema[subject[0]].properties
    linked = {name: said for name, said in slots.items() if name not in properties}
    return Facts(
        True,
        _properties(subject, slots, called, schema),
        {edge.id: edge for name, said in linked.items() for edge in _edges(subject, name, said, absent, schema)},
        {record.key: record for record in _records(subject, slots, absent, schema)},
        {c.key: c for slot, said in slots.items() for c in _conflicts(subject, slot, said, absent, schema)},
    )


def said_of(subject: Key, evidence: Iterable[Evidence]) -> dict[str, list[Said]]:
    """What accepted rows say of the subject, by slot."""
    slots: dict[str, list[Said]] = {}
    for row in evidence:
        for statement in row.statements if row.accepted else ():
            if row.nodes.get(statement.of) == subject:
                slots.setdefault(statement.slot, []).append((row, statement))
    return slots


def absences(evidence: Sequence[Evidence], full: Sequence[FullLoad]) -> dict[str, list[date]]:
    """For each kind, the dates at which a full load of it lacks the subject that its scope had."""
    in_load = {e.load for e in evidence}
    absent: dict[str, list[date]] = {}
    for load in full:
        if load.id in in_load:
            continue
        earlier = [e for e in evidence if e.kind == load.kind and e.accepted and e.as_of < load.as_of]
        if earlier and within(max(earlier, key=lambda e: (e.as_of, e.load)).scope, load.scope):
            absent.setdefault(load.kind, []).append(load.as_of)
    return absent


def values_told(said: Iterable[Said]) -> list[Told[Any]]:
    """Statements of a field of the period record, one by one, for the timeline."""
    return _told(said, lambda _, s: s.value)


def edges_told(said: Iterable[Said]) -> list[Told[Any]]:
    """Statements of an edge, one by one, for the timeline: (other end, properties), or that there is none."""
    statements = list(said)
    words = [Words(r.as_of, r.rank(s), None if s.to is None else r.nodes[s.to], s.properties) for r, s in statements]
    told = iter(completed(words))

    def value(_: Evidence, statement: Statement) -> tuple[Any, tuple[tuple[str, Any], ...]] | None:
        word = next(told)
        return None if statement.to is None else (word.other, tuple(sorted(word.properties.items())))

    return _told(statements, value)


def _told(said: Iterable[Said], of: Callable[[Evidence, Statement], Any]) -> list[Told[Any]]:
    return [
        Told(row.as_of, row.rank(s), of(row, s), _day(s.since), _day(s.until), row.kind == BY_HAND and s.to is not None)
        for row, s in said
    ]


def by_other_type(said: Sequence[Said]) -> list[list[Said]]:
    """What is said of an edge of many, apart for each type of other end: which firms a team serves tells nothing of its
    areas. That there is none is said of each type."""
    types = {row.nodes[s.to][0] for row, s in said if s.to is not None}
    return [[(r, s) for r, s in said if s.to is None or r.nodes[s.to][0] == one] for one in sorted(types)]


def ending(said: Iterable[Said], absent: Mapping[str, list[date]]) -> set[date]:
    """Absences that end this thing: of the kinds that state it."""
    return {day for kind in {row.kind for row, _ in said} for day in absent.get(kind, ())}


def latest(said: Iterable[Said]) -> Said:
    """The statement of a property that counts: the latest word on it, whatever the date asked about."""
    first, *others = said
    if not others:  # as of most things in most ledgers
        return first
    return max(said, key=lambda rs: (rs[0].as_of, rs[0].rank(rs[1]), str(rs[1].value)))


def _properties(subject: Key, slots: Mapping[str, list[Said]], called: str, schema: Model) -> dict[str, Any]:
    node_type = schema[subject[0]]
    properties: dict[str, Any] = {}
    for name, declared in node_type.properties.items():
        said = slots.get(name)
        if said:
            properties |= stored(name, declared.type, latest(said)[1].value)
        # rows that merely name it tell its code as they tell its name
        if declared.is_key and called and name not in properties and credit_code_state(subject[1]) == "valid":
            properties[name] = subject[1]
    # only a text may stand for the name: a review without a grade is not graded by its year
    if called and properties.get(node_type.caption) is None and node_type.properties[node_type.caption].type == "text":
        properties[node_type.caption] = called
    return properties


def stored(name: str, kind: str, value: Any) -> dict[str, Any]:
    """A value as the database keeps it; a date told as a month keeps its first day and says so."""
    if value is None:
        return {}
    if kind == "date":
        told = PartialDate.of(value)
        return {name: told.day} | ({f"{name}_precision": told.precision} if told.precision != "day" else {})
    return {name: tuple(value) if kind == "point" else value}


def held(subject: Key, slot: str, said: Iterable[Said], schema: Model) -> Literal["one", "many", "event"] | None:
    """How many of an edge the subject holds at a time; None: the slot is no edge, or no row names its other end."""
    others = {row.nodes[s.to] for row, s in said if s.to is not None and s.to in row.nodes}
    if not others:
        return None
    arrows = [arrow for other in others if (arrow := schema.stated(subject[0], slot, other[0]))]
    if any(arrow.event for arrow in arrows):
        return "event"
    return "one" if any(arrow.holds == "one" for arrow in arrows) else "many"


def _edges(
    subject: Key, slot: str, said: list[Said], absent: Mapping[str, list[date]], schema: Model
) -> Iterable[EdgeFact]:
    holds = held(subject, slot, said, schema)
    if holds is None:
        return
    if holds == "many":
        groups = by_other_type(said)
        spans = [span for group in groups for span in many(edges_told(group), ending(group, absent))]
    else:
        told = edges_told(said)
        spans = events(told) if holds == "event" else one(told, ending(said, absent))[0]
    for span in spans:
        other, properties = span.value
        ends = (other, subject) if slot.startswith("<") else (subject, other)
        yield EdgeFact(EdgeId(ends[0], slot.lstrip("<"), ends[1], span.since), span.until, dict(properties))


def _records(
    subject: Key, slots: Mapping[str, list[Said]], absent: Mapping[str, list[date]], schema: Model
) -> Iterable[RecordFact]:
    """The periods of the subject, cut where any of its fields changes."""
    record = schema.record_type(subject[0])
    if record is None:
        return
    fields: dict[str, list[Span[Any]]] = {}
    for name in record.properties:
        if said := slots.get(name):
            fields[name] = one(values_told(said), ending(said, absent))[0]
    cuts = sorted({day for spans in fields.values() for s in spans for day in (s.since, s.until)})
    number = 0
    for since, until in pairwise(cuts):
        values = {n: s.value for n, spans in fields.items() for s in spans if s.since <= since < s.until}
        if values:
            number += 1
            kept: dict[str, Any] = {}
            for name, value in values.items():
                kept |= stored(name, record.properties[name].type, value)
            yield RecordFact(f"{subject[1]}#{number}", since, until, kept)


def _conflicts(
    subject: Key, slot: str, said: list[Said], absent: Mapping[str, list[date]], schema: Model
) -> Iterable[ConflictFact]:
    """What ledgers say otherwise of something there is one of, at the date at which another is shown; masked."""
    if len(said) < 2 or len({row.load for row, _ in said}) < 2:
        return
    if slot in schema[subject[0]].properties:
        row, shown = latest(said)
        lost = [(row.as_of, shown.value, row.load, s.value, r.load) for r, s in said if r.as_of == row.as_of]
    elif held(subject, slot, said, schema) in ("many", "event"):
        return
    else:
        told = values_told(said) if held(subject, slot, said, schema) is None else edges_told(said)
        lost = [
            (one_lost.told.start, one_lost.shown, one_lost.by[1], one_lost.told.value, one_lost.told.rank[1])
            for one_lost in one(told, ending(said, absent))[1]
        ]
    found = {(day, _word(v), load, _word(o), by) for day, v, load, o, by in lost if None not in (v, o)}
    otherwise = sorted(f for f in found if normalise(f[1]) != normalise(f[3]))
    private = declared.private if (declared := schema.slots(subject[0]).get(slot)) else None
    for number, (day, value, load, other, by) in enumerate(otherwise):
        key = f"{'|'.join(subject)}|{slot}|{day.isoformat()}|{number}"
        yield ConflictFact(key, slot, day, mask_private(value, private), mask_private(other, private), load, by)


def _word(value: Any) -> str:
    """A value of a conflict in a word: the other end of an edge by its key."""
    return str(value[0][1]) if isinstance(value, tuple) and isinstance(value[0], tuple) else str(value)


def _day(word: str | None) -> date | None:
    return date.fromisoformat(word) if word else None
