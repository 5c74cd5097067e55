"""Which files told what: the ledgers of drawn zones as they were sent, row by row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from functools import cached_property
from typing import NamedTuple

from tests.oracle.giving import Giving
from tests.oracle.once import once
from tests.oracle.sheets import Row, Sheet
from tests.oracle.zone_loading import files


class Line(NamedTuple):
    """A row of a file: its number there, the heading being row 1."""

    file: str
    sheet: Sheet
    number: int
    row: Row


class Filing(Giving):
    """All facts, with the files they come from."""

    @cached_property
    def files(self) -> list[tuple[str, Sheet]]:
        """All files, in the order in which they were loaded."""
        return files(self.zones)

    @cached_property
    def kept_figures(self) -> dict[date, dict[str, int]]:
        """The figures of days on which they have been counted."""
        return {}

    @once
    def lines(self, kind: str) -> Sequence[Line]:
        """All rows of a kind of ledger."""
        return [
            Line(name, sheet, number, row)
            for name, sheet in self.files
            if sheet.kind == kind
            for number, row in enumerate(sheet.rows, 2)
        ]

    @cached_property
    def uncoded(self) -> set[str]:
        """Firms that ledgers name by a name alone which is no other firm's."""
        return {line.row["企业名称"] for line in self.lines("names") if not self._bearers[line.row["企业名称"]]}

    @cached_property
    def _bearers(self) -> Counter[str]:
        return Counter(name for name in self.names_of_firms().values())

    def fate(self, kind: str, row: Row) -> str:
        """What became of a row: accepted, rejected (the register lists by code) or waiting (two have the name)."""
        if kind == "registry" and not row["统一社会信用代码"]:
            return "rejected"
        return "waiting" if kind == "names" and self._bearers[row["企业名称"]] > 1 else "accepted"

    @once
    def registered(self, day: date) -> dict[str, Line]:
        """By firm, the latest line of the register about it: by code, or by name where the code is damaged."""
        found: dict[str, Line] = {}
        for line in self.lines("registry"):
            code, name = line.row["统一社会信用代码"], line.row["企业名称"]
            if line.sheet.as_of <= day and code:
                key = name if "E+" in code else code
                found[key] = max(found.get(key, line), line, key=lambda one: one.sheet.as_of)
        return found

    def registered_name(self, firm: str) -> str:
        """What the last line of the register calls it: a name has no period, whatever the day."""
        return self.registered(date.max)[firm].row["企业名称"]
