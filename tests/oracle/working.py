"""Who works with firms and branches on a day: officers, mass organisations, partners."""

from __future__ import annotations

from datetime import date
from functools import cached_property

from tests.oracle.cells import day_of
from tests.oracle.facts import Facts
from tests.oracle.sheets import Row
from tests.oracle.spans import OPEN, Said, Span, spans


class Working(Facts):
    """All facts, with those of officers, unions and pairs."""

    @cached_property
    def _contacts(self) -> list[Span]:
        def says(row: Row) -> Said:
            firm = row["挂点企业/统一社会信用代码"] or None
            return Said(row["工号"], firm, day_of(row["挂点企业/起始日期"]))

        return spans(self.ledgers("officers"), lambda row: row["工号"], says)

    def contacts(self, firm: str, day: date) -> list[str]:
        """The officers who contact a firm."""
        return sorted({s.subject for s in self._contacts if s.other == firm and s.at(day)})

    @cached_property
    def _instructs(self) -> list[Span]:
        def says(row: Row) -> Said | None:
            branch = row["指导党组织/党组织代码"]
            return Said(row["工号"], branch) if branch else None

        return spans(self.ledgers("officers"), lambda row: row["工号"], says)

    def instructors(self, day: date) -> set[str]:
        """The officers who instruct some branch."""
        return {s.subject for s in self._instructs if s.at(day)}

    @cached_property
    def _unions(self) -> list[Span]:
        def firm(row: Row) -> str:
            return row["统一社会信用代码"]

        return spans(self.ledgers("mass_organisations"), firm, lambda row: Said(firm(row), "union"))

    def reached(self, firm: str, day: date) -> bool:
        """Some officer contacts the firm or some mass organisation serves it."""
        return bool(self.contacts(firm, day)) or any(s.subject == firm and s.at(day) for s in self._unions)

    @cached_property
    def _pairs(self) -> list[tuple[str, str, date, date]]:
        rows = {row["协议编号"]: row for _, found in self.ledgers("pairs") for row in found}.values()
        return [
            (
                row["机关党组织/党组织代码"],
                row["企业党组织/党组织代码"],
                day_of(row["签订日期"]) or OPEN,
                day_of(row["有效期至"]) or OPEN,
            )
            for row in rows
        ]

    def paired(self, branch: str, day: date) -> bool:
        """The branch has a partner that is not dissolved, in an agreement that runs."""
        running = [(o, e) for o, e, since, until in self._pairs if branch in (o, e) and since <= day < until]
        return any(self._not_dissolved(o if branch == e else e, day) for o, e in running)

    def _not_dissolved(self, branch: str, day: date) -> bool:
        dissolved = day_of(self._dissolved.get(branch, ""))
        return dissolved is None or day < dissolved
