"""Two rows of one file about the same subject: they may complete each other, never contradict or merely repeat."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property, lru_cache, partial
from typing import Any

from graph.model import model
from graph.text import Text
from loaders.identity import called
from loaders.ledger import Fault, LedgerRow, Mention, Statement
from loaders.rows_before import RowsBefore, Said, Where, rows_before


def reject_duplicates(rows: Iterable[LedgerRow], *, many: bool = False) -> Iterator[LedgerRow]:
    """The rows, with each that repeats or contradicts an earlier one of its subject rejected.

    Rows of one subject unite where it holds many (covered firms, contacts, sites). They contradict where it holds one:
    a property, a field of the period record, or an edge without dates of its own. `many`: too many rows to be held on
    to; only marks of what they said are kept.
    """
    with rows_before() as before:
        for row in rows:
            fault = None if row.faults else _compared(_Telling(row), before, many)
            yield replace(row, statements=(), faults=(fault,)) if fault else row


def _compared(telling: _Telling, before: RowsBefore, many: bool) -> Fault | None:
    """Why a row cannot be used after those before it; what it says is remembered if it can."""
    known = {subject: before.of(subject) for subject in telling.subjects}
    if fault := telling.fault({subject: said for subject, said in known.items() if said}):
        return fault
    for subject, said in known.items():
        if said or many:
            before.keep(subject, telling.added_to(subject, said or Said()))
        else:
            before.keep(subject, partial(telling.added_to, subject, Said()))
    return None


class _Telling:
    """What one row tells of each subject; in marks that can be compared once there is something to compare."""

    def __init__(self, row: LedgerRow) -> None:
        self._row = row
        self._names: dict[int, str] = {}
        self.subjects = {self._name(of) for of in {0, *(statement.of for statement in row.statements)}}

    def _name(self, position: int) -> str:
        if position not in self._names:
            self._names[position] = called(self._row.mentions, position)
        return self._names[position]

    @cached_property
    def _ones(self) -> dict[str, dict[str, int]]:
        """Subject → what of it can be said one way only → a mark of how it is: a slot, or a property of one edge."""
        ones: dict[str, dict[str, int]] = {subject: {} for subject in self.subjects}
        for statement in self._row.statements:
            said = ones[self._name(statement.of)]
            if _holds_one(statement, self._row.mentions):
                said[statement.slot] = self._mark(statement)
            if statement.to is not None and statement.properties:
                edge = f"{statement.slot} {self._name(statement.to)} {statement.since} {statement.until}"
                said |= {f"{edge} {name}": hash(value) for name, value in statement.properties.items()}
        return ones

    @cached_property
    def _whole(self) -> int:
        """A mark that rows share which say the same, in whatever order."""
        return hash(
            frozenset(
                (self._name(s.of), self._mark(s), s.since, s.until, *s.properties.items()) for s in self._row.statements
            )
        )

    def _mark(self, statement: Statement) -> int:
        """A number that two statements of one slot share if they say the same."""
        value: Any = statement.value if statement.to is None else self._name(statement.to)
        return hash((statement.slot, value if isinstance(value, str) else repr(value)))

    @property
    def _where(self) -> Where:
        return self._row.sheet, self._row.row

    def fault(self, before: dict[str, Said]) -> Fault | None:
        """Why the row cannot be used after what was said before."""
        subject = before.get(self._name(0))
        if subject and (where := subject.whole.get(self._whole)):
            at = self._place(where)
            return Fault("", "", f"与{at.zh}重复", f"repeats {at.en}")
        for name, said in before.items():
            for slot, mark in self._ones[name].items():
                known, where = said.ones.get(slot, (mark, self._where))
                if known != mark:
                    at, what = self._place(where), _label(name, slot.partition(" ")[0])
                    return Fault(
                        "",
                        "",
                        f"与{at.zh}是同一对象，但“{what.zh}”说法不同",
                        f"the same subject as {at.en}, which says otherwise of “{what.en}”",
                    )
        return None

    def added_to(self, subject: str, said: Said) -> Said:
        """What is known of a subject once this row has told its part."""
        for slot, mark in self._ones[subject].items():
            said.ones.setdefault(slot, (mark, self._where))
        if subject == self._name(0):
            said.whole[self._whole] = self._where
        return said

    def _place(self, where: Where) -> Text:
        """Where an earlier row stands, with its sheet when that is another one."""
        sheet = "" if where[0] == self._row.sheet else where[0]
        return Text(f"{sheet}第 {where[1]} 行", f"{sheet + ' ' if sheet else ''}row {where[1]}")


def _label(subject: str, slot: str) -> Text:
    """What a slot of a subject (`Type|…`) is called: a property, a field of the period record, or an edge."""
    declared = model().slots(subject.partition("|")[0])
    return declared[slot].label if slot in declared else model().edge_label(slot.lstrip("<"))


def _holds_one(statement: Statement, mentions: tuple[Mention, ...]) -> bool:
    if statement.since or statement.until:
        return False
    to = None if statement.to is None else mentions[statement.to].type
    return _slot_holds_one(mentions[statement.of].type, statement.slot, to)


@lru_cache(maxsize=4096)
def _slot_holds_one(of: str, slot: str, to: str | None) -> bool:
    if to is None:
        return not slot.startswith("<") and not slot.isupper()
    edge = model().stated(of, slot, to)
    return edge is not None and edge.holds == "one"
