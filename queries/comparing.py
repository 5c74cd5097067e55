"""One question at two dates: which rows are still there, which are new and which are gone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType
from typing import Any, Literal

from graph.connection import Database
from graph.errors import WrongQuestion
from graph.text import Text
from queries.ask import ask
from queries.catalog import catalog
from queries.header import Question
from queries.results import Answer
from queries.typed import frozen

Change = Literal["gained", "lost", "kept"]
Row = Mapping[str, Any]

CHANGES: Mapping[Change, Text] = MappingProxyType(
    {"gained": Text("新增", "New"), "lost": Text("不再有", "Gone"), "kept": Text("仍有", "Still there")}
)
"""What each change is called, in the order in which they are listed."""

ALL = 2**31 - 1
"""Rows asked for: what is cut off at either date would seem to be new or gone."""


@dataclass(frozen=True)
class ComparedRow:
    """A row as it is at the later date, or of what is gone as it was. `was`: earlier values of columns that differ."""

    change: Change
    row: Row
    was: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Comparison:
    """The answers at the two dates and their rows, told apart; new ones first, then those gone, then the rest.

    `totals` says how many rows of each change there are, `rows` may be fewer.
    """

    before: Answer
    after: Answer
    rows: tuple[ComparedRow, ...]
    totals: Mapping[Change, int]

    @property
    def total(self) -> int:
        """How many rows there are."""
        return sum(self.totals.values())

    def cut(self, most: int) -> Comparison:
        """The same with so many rows at most."""
        before, after = (replace(answer, rows=answer.rows[:most]) for answer in (self.before, self.after))
        return replace(self, before=before, after=after, rows=self.rows[:most])


def compared(
    db: Database, id_: str, before: date, after: date, settings: Mapping[str, str | object] | None = None
) -> Comparison:
    """A question asked at an earlier date and a later one, with the same settings.

    Raises as `ask` does, and WrongQuestion when `before` is not the earlier date.
    """
    if before >= after:
        raise WrongQuestion(
            Text(f"对比日期 {before} 不早于 {after}", f"the date to compare with, {before}, is not before {after}"),
            Text("请选更早的一天", "choose an earlier day"),
        )
    return told_apart(catalog()[id_], ask(db, id_, before, settings, ALL), ask(db, id_, after, settings, ALL))


def told_apart(question: Question, before: Answer, after: Answer) -> Comparison:
    """Two answers of a question compared, by whom their rows speak of."""
    columns = identifying(question)
    then, now = _by_key(before.rows, columns), _by_key(after.rows, columns)
    rows = [
        ComparedRow("kept", row, _differing(then[key], rows, row)) if key in then else ComparedRow("gained", row)
        for key, rows in now.items()
        for row in rows
    ]
    rows += [ComparedRow("lost", row) for key, rows_then in then.items() if key not in now for row in rows_then]
    order = list(CHANGES)
    counted = Counter(row.change for row in rows)
    totals = {change: counted[change] for change in CHANGES}
    return Comparison(before, after, tuple(sorted(rows, key=lambda row: order.index(row.change))), totals)


def identifying(question: Question) -> tuple[str, ...]:
    """The columns that tell whom a row speaks of: that of `about`, else all keys, else its choices, else all."""
    if question.about:
        return (question.about.column,)
    keys = tuple(name for name, column in question.columns.items() if column.node)
    choices = tuple(name for name, column in question.columns.items() if column.type == "choice")
    return keys or choices or tuple(question.columns)


def _by_key(rows: Iterable[Row], columns: tuple[str, ...]) -> dict[tuple[Any, ...], list[Row]]:
    found: dict[tuple[Any, ...], list[Row]] = {}
    for row in rows:
        key = tuple(frozen(row[name]) for name in columns)
        if key == (None,):  # a row about something else than the question is about
            key = tuple(frozen(value) for value in row.values())
        found.setdefault(key, []).append(row)
    return found


def _differing(then: list[Row], now: list[Row], row: Row) -> dict[str, Any]:
    """What was otherwise of the one row there was; of several it cannot be told which became which."""
    if len(then) != 1 or len(now) != 1:
        return {}
    return {name: then[0][name] for name in row if then[0][name] != row[name]}
