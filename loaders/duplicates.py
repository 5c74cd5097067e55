"""Two rows of one file about the same subject: they may complete each other, never contradict or merely repeat."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from graph.model import model
from graph.text import Text
from loaders.identity import called
from loaders.ledger import Fault, LedgerRow, Statement


def reject_duplicates(rows: Iterable[LedgerRow]) -> Iterator[LedgerRow]:
    """The rows, with each that repeats or contradicts an earlier one of its subject rejected.

    Rows of one subject unite where it holds many (covered firms, contacts, sites). They contradict where it holds one:
    a property, a field of the period record, or an edge without dates of its own.
    """
    said: dict[tuple[str, str], tuple[Any, LedgerRow]] = {}
    seen: dict[tuple[str, frozenset[str]], LedgerRow] = {}
    return (row if row.faults else _checked(row, said, seen) for row in rows)


def _checked(
    row: LedgerRow,
    said: dict[tuple[str, str], tuple[Any, LedgerRow]],
    seen: dict[tuple[str, frozenset[str]], LedgerRow],
) -> LedgerRow:
    told = frozenset(_told(row, s) for s in row.statements)
    subject = called(row.mentions, 0)
    if (first := seen.setdefault((subject, told), row)) is not row:
        at = _place(first, row)
        return _rejected(row, f"与{at.zh}重复", f"repeats {at.en}")
    ones = {(called(row.mentions, s.of), s.slot): _value(row, s) for s in row.statements if _holds_one(row, s)}
    for key, value in ones.items():
        if key in said and said[key][0] != value:
            at, what = _place(said[key][1], row), _label(*key)
            return _rejected(
                row,
                f"与{at.zh}是同一对象，但“{what.zh}”说法不同",
                f"the same subject as {at.en}, which says otherwise of “{what.en}”",
            )
    for key, value in ones.items():
        said.setdefault(key, (value, row))
    return row


def _holds_one(row: LedgerRow, statement: Statement) -> bool:
    if statement.since or statement.until:
        return False
    of = row.mentions[statement.of].type
    if statement.to is None:
        return statement.slot.lstrip("<") == statement.slot and not statement.slot.isupper()
    edge = model().stated(of, statement.slot, row.mentions[statement.to].type)
    return edge is not None and edge.holds == "one"


def _value(row: LedgerRow, statement: Statement) -> Any:
    return statement.value if statement.to is None else called(row.mentions, statement.to)


def _told(row: LedgerRow, s: Statement) -> str:
    return f"{called(row.mentions, s.of)} {s.slot} {_value(row, s)} {s.since} {s.until} {sorted(s.properties.items())}"


def _place(first: LedgerRow, row: LedgerRow) -> Text:
    """Where an earlier row stands, with its sheet when that is another one."""
    sheet = "" if first.sheet == row.sheet else first.sheet
    return Text(f"{sheet}第 {first.row} 行", f"{sheet + ' ' if sheet else ''}row {first.row}")


def _label(subject: str, slot: str) -> Text:
    """What a slot of a subject (`Type|…`) is called: a property, a field of the period record, or an edge."""
    declared = model().slots(subject.partition("|")[0])
    return declared[slot].label if slot in declared else model().edge_label(slot.lstrip("<"))


def _rejected(row: LedgerRow, zh: str, en: str) -> LedgerRow:
    return replace(row, statements=(), faults=(Fault("", "", zh, en),))
