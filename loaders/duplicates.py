"""Two rows of one file about the same subject: they may complete each other, never contradict or merely repeat."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Any

from graph.model import model
from graph.text import Text
from loaders.identity import called
from loaders.ledger import Fault, LedgerRow, Mention, Statement
from loaders.rows_before import Earlier, Where, earlier_rows


def reject_duplicates(rows: Iterable[LedgerRow]) -> Iterator[LedgerRow]:
    """The rows, with each that repeats or contradicts an earlier one of its subject rejected.

    Rows of one subject unite where it holds many (covered firms, contacts, sites). They contradict where it holds one:
    a property, a field of the period record, or an edge without dates of its own.
    """
    with earlier_rows() as earlier:
        for row in rows:
            if row.faults:
                yield row
                continue
            telling = _Telling(row)
            said = {subject: earlier.of(subject) for subject in telling.subjects}
            if fault := telling.fault({subject: one for subject, one in said.items() if one}):
                yield replace(row, statements=(), faults=(fault,))
                continue
            for subject, one in said.items():
                earlier.keep(subject, telling.added_to(subject, one or Earlier()))
            yield row


class _Telling:
    """What one row tells of each subject, in marks that can be compared."""

    def __init__(self, row: LedgerRow) -> None:
        self._row = row
        self._where: Where = (row.sheet, row.row)
        names = [called(row.mentions, position) for position in range(len(row.mentions))]
        self._ones: dict[str, dict[str, int]] = {}
        marks = []
        for statement in row.statements:
            mark = _mark(statement, names)
            ones = self._ones.setdefault(names[statement.of], {})
            if _holds_one(statement, row.mentions):
                ones[statement.slot] = mark
            marks.append((names[statement.of], mark, statement.since, statement.until, *statement.properties.items()))
        self._subject = names[0]
        self._ones.setdefault(self._subject, {})
        self._whole = hash(frozenset(marks))

    @property
    def subjects(self) -> Iterable[str]:
        """Whom the row tells something of."""
        return self._ones

    def fault(self, earlier: dict[str, Earlier]) -> Fault | None:
        """Why the row cannot be used after what earlier ones said."""
        subject = earlier.get(self._subject)
        if subject and (where := subject.whole.get(self._whole)):
            at = self._place(where)
            return Fault("", "", f"与{at.zh}重复", f"repeats {at.en}")
        for name, said in earlier.items():
            for slot, mark in self._ones[name].items():
                known, where = said.ones.get(slot, (mark, self._where))
                if known != mark:
                    at, what = self._place(where), self._label(slot)
                    return Fault(
                        "",
                        "",
                        f"与{at.zh}是同一对象，但“{what.zh}”说法不同",
                        f"the same subject as {at.en}, which says otherwise of “{what.en}”",
                    )
        return None

    def added_to(self, subject: str, earlier: Earlier) -> Earlier:
        """What is known of a subject once this row has told its part."""
        for slot, mark in self._ones[subject].items():
            earlier.ones.setdefault(slot, (mark, self._where))
        if subject == self._subject:
            earlier.whole[self._whole] = self._where
        return earlier

    def _place(self, where: Where) -> Text:
        """Where an earlier row stands, with its sheet when that is another one."""
        sheet = "" if where[0] == self._row.sheet else where[0]
        return Text(f"{sheet}第 {where[1]} 行", f"{sheet + ' ' if sheet else ''}row {where[1]}")

    def _label(self, slot: str) -> Text:
        """What a slot is called: a property, a field of the period record, or an edge."""
        for mention in self._row.mentions:
            declared = model().slots(mention.type)
            if slot in declared:
                return declared[slot].label
        return model().edge_label(slot.lstrip("<"))


def _mark(statement: Statement, names: list[str]) -> int:
    """A number that two statements of one slot share if they say the same."""
    value: Any = statement.value if statement.to is None else names[statement.to]
    return hash((statement.slot, value if isinstance(value, str) else repr(value)))


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
