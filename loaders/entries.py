"""Entries: what was said of a thing, each word with its cell, its standing, and what was said before and beside it.

Private values are masked here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from typing import Any

from graph.model import model
from graph.values.masks import mask_private
from graph.values.names import normalise
from loaders.derive import Evidence, FullLoad
from loaders.facts import Key
from loaders.ledger import Mention, Statement
from loaders.sayings import History, Saying, Standing
from loaders.stated_in import heading_of

Loads = Mapping[str, Mapping[str, Any]]
"""What is kept of loads, by their ids."""


@dataclass(frozen=True)
class Source:
    """Where something was said and who brought it: a cell, a row, or (row None) a whole load.

    `cell` as a spreadsheet names it (F12) and `heading` as the file writes it; empty where only the row is known.
    """

    load: str
    kind: str
    as_of: date
    file: str
    loaded_by: str
    loaded_at: datetime | None
    sheet: str = ""
    row: int | None = None
    cell: str = ""
    heading: str = ""


@dataclass(frozen=True)
class Entry:
    """One word on a thing. `value`: as stored, a date in the precision told, for an edge what the row calls the
    `other` end; None says that there is none. `since` and `until` are dates written in the row (ISO).

    `wording`: entries of one number say the same, also where masks make different values look alike. `contests`: it
    says otherwise at the very date of what is shown.
    """

    value: Any
    other: Key | None
    properties: Mapping[str, Any]
    since: str | None
    until: str | None
    standing: Standing
    source: Source
    by: Source | None = None
    wording: int = 0
    contests: bool = False


@dataclass(frozen=True)
class Trace:
    """All words on one thing said of `subject`, newest first. `other`: the other end, for an edge of many."""

    subject: Key
    slot: str
    other: Key | None
    entries: tuple[Entry, ...]

    @cached_property
    def shown(self) -> Entry | None:
        """The word that the graph goes by."""
        return next((e for e in self.entries if e.standing == "shown"), None)

    @cached_property
    def contested(self) -> tuple[Entry, ...]:
        """What other ledgers say otherwise at the date of the shown word."""
        return tuple(e for e in self.entries if e.contests)


@dataclass(frozen=True)
class Traces:
    """All that was said of some subjects."""

    all: tuple[Trace, ...]

    @cached_property
    def _by_thing(self) -> Mapping[tuple[Key, str, Key | None], Trace]:
        return {(t.subject, t.slot, t.other): t for t in self.all}

    def of(self, subject: Key, slot: str, other: Key | None = None) -> Trace | None:
        """The words on a property or field, or on the edge to `other`; None where no row says any."""
        return self._by_thing.get((subject, slot, other)) or self._by_thing.get((subject, slot, None))


@dataclass(frozen=True, kw_only=True)
class PlacedRow(Evidence):
    """A row as it stands in its file."""

    file: str
    sheet: str
    row: int
    mentions: tuple[Mention, ...]
    cells: dict[str, str]


def entries_of(history: History, loads: Loads) -> Trace:
    """The history of a thing as it may be shown."""
    wordings: dict[str, int] = {}
    entries: list[Entry] = []
    for saying in history.sayings:
        number = wordings.setdefault(
            repr((_said(saying.row, saying.statement), saying.statement.properties)), len(wordings)
        )
        entries.append(replace(_entry(history, saying, loads), wording=number, contests=_contests(saying, history)))
    return Trace(history.subject, history.slot, history.other, tuple(entries))


def _said(row: Evidence, statement: Statement) -> Any:
    return statement.value if statement.to is None else row.nodes.get(statement.to)


def _contests(saying: Saying, history: History) -> bool:
    """Whether it says otherwise than what is shown, at its date; other brackets or spaces are no other words."""
    shown = next((s for s in history.sayings if s.standing == "shown"), None)
    if saying.standing != "lost" or shown is None or not isinstance(saying.by, tuple):
        return False
    words = [_said(saying.row, saying.statement), _said(shown.row, shown.statement)]
    return saying.by[1] is shown.statement and None not in words and len({normalise(str(w)) for w in words}) > 1


def _entry(history: History, saying: Saying, loads: Loads) -> Entry:
    row, statement = _placed(saying.row), saying.statement
    declared = model().slots(history.subject[0]).get(history.slot)
    value = statement.value if declared is None else mask_private(statement.value, declared.private)
    other = None
    if statement.to is not None:
        other, value = row.nodes.get(statement.to), _called(row.mentions[statement.to])
    by = saying.by
    return Entry(
        value,
        other,
        statement.properties,
        statement.since,
        statement.until,
        saying.standing,
        _source(row, statement, loads),
        _load_source(by.id, loads) if isinstance(by, FullLoad) else _source(*by, loads) if by else None,
    )


def named(subject: Key, caption: str, row: PlacedRow, mention: int, loads: Loads) -> Trace:
    """What a subject is called that no row states: as the row that names it does."""
    edge = next((s for s in row.statements if s.to == mention), Statement(0, caption))
    source = _source(row, edge, loads)
    entry = Entry(_called(row.mentions[mention]) or subject[1], None, {}, None, None, "shown", source)
    return Trace(subject, caption, None, (entry,))


def _called(mention: Mention) -> str:
    """Whom a row means, as it says it; a private person's name masked."""
    return model()[mention.type].masked(mention.name.partition("|")[0]) or mention.code or ""


def _source(row: Evidence, statement: Statement, loads: Loads) -> Source:
    placed = _placed(row)
    other = placed.mentions[statement.to] if statement.to is not None else None
    called = [word for word in (*other.name.split("|"), other.code) if word] if other else []
    return replace(
        _load_source(row.load, loads),
        sheet=placed.sheet,
        row=placed.row,
        cell=statement.cell,
        heading=heading_of(row.kind, statement, placed.cells, called),
    )


def _load_source(load_id: str, loads: Loads) -> Source:
    """The load as a whole."""
    load = loads[load_id]
    return Source(load_id, load["kind"], load["as_of"], load["file"], load["loaded_by"] or "", load["loaded_at"])


def _placed(row: Evidence) -> PlacedRow:
    assert isinstance(row, PlacedRow), "every row of a trace is read with its place"
    return row
