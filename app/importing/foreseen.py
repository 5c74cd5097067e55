"""What a preview or a load of a file showed, as the page keeps it: counts, changes with their rows, rows not used."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from loaders.apply import Outcome
from loaders.closing import Closing
from loaders.declining import RowPlace
from loaders.diff import Changes
from loaders.facts import Key
from loaders.ledger import Fault, Ledger, LedgerRow, Load
from loaders.remembered import NOTHING, Remembered
from loaders.returned import ReturnedRow
from loaders.seen import Seen

MOST_ROWS = 1000
"""Rejected rows, and notes, that are listed; all are counted, and the workbook of rejected rows has them all."""


@dataclass(frozen=True)
class Told:
    """What is to be said of one cell of a row: why the row is rejected, or what was noticed."""

    place: RowPlace
    fault: Fault


@dataclass(frozen=True)
class Foreseen:
    """A preview. `rows`: how many are in each state; `captions`: what the subjects of changes are called (people
    masked); `cells`: the raw cells of the rows that are listed.

    `known`: the file was loaded before as the same thing. `earlier`: loads of the same kind, scope and date, of which
    this one may be the correction. `remembered`: what people had said of headings by then.
    """

    load: Load
    rows: Mapping[str, int]
    changes: Changes
    seen: Seen
    captions: Mapping[Key, str]
    closing: Closing
    rejected: tuple[Told, ...]
    noted: tuple[Told, ...]
    remarks: tuple[Fault, ...]
    cells: Mapping[RowPlace, Mapping[str, str]]
    notes: int
    known: bool
    earlier: tuple[Load, ...] = ()
    seconds: float = 0.0
    remembered: Remembered = NOTHING


@dataclass(frozen=True)
class Done:
    """What a load did. `rejected`: the rows that can be sent back with their reasons."""

    load: Load
    rows: Mapping[str, int]
    counts: Mapping[str, int]
    seconds: float
    known: bool
    rejected: tuple[ReturnedRow, ...] = field(default=(), repr=False)


def foreseen_of(
    ledger: Ledger,
    outcome: Outcome,
    closing: Closing,
    captions: Mapping[Key, str],
    earlier: tuple[Load, ...],
    remembered: Remembered,
) -> Foreseen:
    """The preview of a ledger, gone through once."""
    listed = {place for places in outcome.seen.places.values() for place in places}
    listed |= {waiting.place for waiting in outcome.seen.waiting[:MOST_ROWS]}
    rejected: list[Told] = []
    noted: list[Told] = []
    cells: dict[RowPlace, Mapping[str, str]] = {}
    notes = 0
    for row in outcome.used(ledger.rows):
        place = (row.sheet, row.row)
        notes += len(row.notes)
        if len(rejected) < MOST_ROWS:
            rejected += _told(row, row.faults)
        if len(noted) < MOST_ROWS:
            noted += _told(row, row.notes)
        if place in listed or ((row.faults or row.notes) and len(cells) < 4 * MOST_ROWS):
            cells[place] = row.cells
    return Foreseen(
        ledger.load,
        dict(outcome.rows),
        outcome.changes,
        outcome.seen,
        captions,
        closing,
        tuple(rejected),
        tuple(noted),
        ledger.remarks,
        cells,
        notes,
        outcome.known,
        earlier,
        outcome.seconds,
        remembered,
    )


def _told(row: LedgerRow, faults: Iterable[Fault]) -> list[Told]:
    return [Told((row.sheet, row.row), fault) for fault in faults]
