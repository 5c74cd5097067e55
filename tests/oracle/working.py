"""Who works with firms on a day: officers who contact, instruct or visit them, mass organisations."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cached_property

from tests.oracle.cells import day_of, firm_of
from tests.oracle.facts import Facts
from tests.oracle.months import add_months
from tests.oracle.once import once
from tests.oracle.sheets import Row
from tests.oracle.spans import Said, Ties, latest, ties


def _officer(row: Row) -> str:
    return row["工号"]


class Working(Facts):
    """All facts, with those of officers, visits and unions."""

    def _charges(self, sort: str) -> Ties:
        def says(row: Row) -> Said:
            firm = row[f"{sort}企业/统一社会信用代码"] or None
            return Said(_officer(row), firm, day_of(row[f"{sort}企业/起始日期"]))

        return ties(self.ledgers("officers"), _officer, says)

    @cached_property
    def contacting(self) -> Ties:
        """Which officer contacts which firm."""
        return self._charges("挂点")

    @cached_property
    def guiding(self) -> Ties:
        """Which officer instructs which firm, named itself."""
        return self._charges("指导")

    @cached_property
    def instructing(self) -> Ties:
        """Which officer instructs which branch."""

        def says(row: Row) -> Said | None:
            branch = row["指导党组织/党组织代码"]
            return Said(_officer(row), branch) if branch else None

        return ties(self.ledgers("officers"), _officer, says)

    @cached_property
    def officers(self) -> dict[str, str]:
        """All officers, each with the latest department."""
        return dict(latest(self.ledgers("officers"), _officer, lambda row: row["所在部门"]))

    @cached_property
    def serving(self) -> Ties:
        """Which officer serves in which department."""
        return ties(self.ledgers("officers"), _officer, lambda row: Said(_officer(row), row["所在部门"]), single=True)

    def serves_in(self, officer: str, day: date) -> str | None:
        """The department an officer serves in."""
        return self.serving.one(officer, day)

    def contacts(self, officer: str, day: date) -> set[str]:
        """The firms an officer contacts."""
        return set(self.contacting.of(officer, day))

    def instructs(self, officer: str, day: date) -> set[str]:
        """The firms an officer instructs: named ones, and those that an instructed branch covers."""
        living = [branch for branch in self.instructing.of(officer, day) if self.living(branch, day)]
        return {*self.guiding.of(officer, day)} | {firm for branch in living for firm in self.covered(branch, day)}

    def instructors(self, day: date) -> set[str]:
        """The officers who instruct some branch or firm."""
        return {s.subject for s in [*self.instructing, *self.guiding] if s.at(day)}

    @cached_property
    def _unions(self) -> Ties:
        def firm(row: Row) -> str:
            return row["统一社会信用代码"]

        return ties(self.ledgers("mass_organisations"), firm, lambda row: Said(firm(row), "union"))

    def has_union(self, firm: str, day: date) -> bool:
        """A trade union serves the firm."""
        return bool(self._unions.of(firm, day))

    def reached(self, firm: str, day: date) -> bool:
        """Some officer contacts or instructs the firm or some mass organisation serves it."""
        by_officer = self.contacting.to(firm, day) + self.guiding.to(firm, day)
        return bool(by_officer or self._unions.of(firm, day))

    @cached_property
    def visits(self) -> list[tuple[str, str, date]]:
        """Who was at which firm on which day."""
        return [
            (row["走访人/工号"], row["走访企业/统一社会信用代码"], date.fromisoformat(row["走访日期"]))
            for _, rows in self.ledgers("visits")
            for row in rows
        ]

    def last_visited(self, firm: str, day: date) -> tuple[date, str] | None:
        """When the firm was last visited, and by whom; of two visits of a day the one with the higher number."""
        rows = [row for _, found in self.ledgers("visits") for row in found]
        told = [
            (row["走访日期"], row["走访编号"], row["走访人/工号"])
            for row in rows
            if row["走访企业/统一社会信用代码"] == firm and row["走访日期"] <= day.isoformat()
        ]
        if not told:
            return None
        at, _, who = max(told)
        return date.fromisoformat(at), who

    @once
    def visited(self, firm: str, day: date) -> bool:
        """An officer of the firm was there in the time set: a month for contacts, a quarter for instructors.

        The month that runs is not over, so the time goes back over the last ones that are.
        """
        running = (day + timedelta(days=1)).replace(day=1)
        for charges, months in ((self.contacting, 1), (self.guiding, 3)):
            theirs = charges.to(firm, day)
            since = add_months(running, -months)
            if any(who in theirs and where == firm and since <= at <= day for who, where, at in self.visits):
                return True
        return False

    @cached_property
    def started(self) -> dict[str, list[date]]:
        """When firms started production, by the ledger of changes."""
        found: dict[str, list[date]] = {}
        for row in (row for _, rows in self.ledgers("changes") for row in rows if row["变动类型"] == "投产"):
            found.setdefault(row["变动企业/统一社会信用代码"], []).append(date.fromisoformat(row["变动日期"]))
        return found

    @cached_property
    def _producing(self) -> dict[str, str]:
        return dict(latest(self.ledgers("enterprises"), firm_of, lambda row: row["投产日期"]))

    def producing(self, firm: str) -> date | None:
        """Since when the firm produces, by the survey."""
        return day_of(self._producing.get(firm, ""))
