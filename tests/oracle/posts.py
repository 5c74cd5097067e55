"""Who leads the branches of drawn zones on a day."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import NamedTuple

from tests.oracle.cells import branch_of, day_of, member_of
from tests.oracle.facts import Facts
from tests.oracle.sheets import NONE, Row
from tests.oracle.spans import Said, Ties, ties

SOURCES = {"出资人": "investor", "中层": "manager", "其他": "other", "上级选派": "assigned"}


class Secretary(NamedTuple):
    """Who leads a branch, since when; `officer`: sent by an office, and not known as a member."""

    who: str
    officer: bool
    source: str | None
    since: date


def _holder(row: Row) -> str | None:
    if row["姓名"] == NONE:
        return None
    return row["工号"] or member_of(row)


def _post(row: Row, holder: str | None) -> Said:
    return Said(branch_of(row), holder, day_of(row["任职日期"]))


class Posts(Facts):
    """All facts, with those of secretaries and committees."""

    @cached_property
    def _secretaries(self) -> Ties:
        def says(row: Row) -> Said | None:
            return _post(row, _holder(row)) if row["党内职务"] == "书记" else None

        return ties(self.ledgers("committees"), branch_of, says, single=True)

    @cached_property
    def _seats(self) -> Ties:
        def says(row: Row) -> Said | None:
            return _post(row, f"{_holder(row)} {row['党内职务']}") if row["党内职务"] != "书记" else None

        return ties(self.ledgers("committees"), branch_of, says)

    @cached_property
    def _sources(self) -> dict[tuple[str, str], str]:
        rows = [row for _, found in self.ledgers("committees") for row in found if row["党内职务"] == "书记"]
        return {(branch_of(row), who): row["书记来源"] for row in rows if (who := _holder(row))}

    @cached_property
    def _staff_ids(self) -> set[str]:
        return {row["工号"] for _, rows in self.ledgers("committees") for row in rows} - {""}

    def secretary(self, branch: str, day: date) -> Secretary | None:
        """Who leads the branch."""
        span = next((s for s in self._secretaries.spans_of(branch) if s.at(day)), None)
        if span is None:
            return None
        source = SOURCES.get(self._sources[branch, span.other])
        return Secretary(span.other, span.other in self._staff_ids, source, span.since)

    def vacant_since(self, branch: str, day: date) -> date | None:
        """When the last secretary left."""
        return max((s.until for s in self._secretaries.spans_of(branch) if s.until <= day), default=None)

    def committee(self, branch: str, day: date) -> int:
        """How many sit on the committee, the secretary and deputies with them; a secretary with deputies is none."""
        seats = [seat.split() for seat in self._seats.of(branch, day)]
        people = {who for who, _ in seats} | {*self._secretaries.of(branch, day)}
        return len(people) if any(duty != "副书记" for _, duty in seats) else 0
