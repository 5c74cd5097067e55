"""A zone as the ledgers its offices would send: rows of cells by heading, before anything has read them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

DATES = (date(2026, 4, 30), date(2026, 9, 30), date(2026, 10, 31))
"""When the offices send their ledgers."""

Row = Mapping[str, str]
NONE = "无"
"""Says that there is none; an empty cell says nothing."""


@dataclass(frozen=True)
class Sheet:
    """One ledger. `full`: what an earlier one of the kind had and this lacks has ended on `as_of`."""

    kind: str
    as_of: date
    rows: tuple[Row, ...]
    full: bool = True
    scope: str = "测试园区"


@dataclass(frozen=True)
class Zone:
    """A zone drawn at random from `seed`: its ledgers, and the days on which something may change."""

    seed: int
    sheets: tuple[Sheet, ...]

    def days(self) -> list[date]:
        """Dates worth asking at: those written anywhere in the rows and those of the ledgers, the day before each."""
        written = {day for sheet in self.sheets for row in sheet.rows for day in _dates(row)}
        edges = {day for day in written if date(2026, 1, 1) <= day <= DATES[-1]} | set(DATES)
        return sorted(edges | {day - timedelta(days=1) for day in edges})


def _dates(row: Row) -> Iterator[date]:
    for cell in row.values():
        if len(cell) == 10 and cell[4] == cell[7] == "-":
            yield date.fromisoformat(cell)
