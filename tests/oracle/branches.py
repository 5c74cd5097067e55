"""What the ledgers of drawn zones say of branches on a day."""

from __future__ import annotations

from datetime import date
from functools import cached_property

from tests.oracle.cells import branch_of, day_of
from tests.oracle.firms import Firms
from tests.oracle.sheets import Row
from tests.oracle.spans import Said, Span, latest, spans, value_at, values


class Branches(Firms):
    """Branches of the zones, beside their firms."""

    @cached_property
    def branches(self) -> dict[str, Row]:
        """The last row of each branch."""
        return {branch_of(row): row for _, rows in self.ledgers("branches") for row in rows}

    @cached_property
    def _founded(self) -> dict[str, str]:
        return dict(latest(self.ledgers("branches"), branch_of, lambda row: row["成立日期"]))

    @cached_property
    def _dissolved(self) -> dict[str, str]:
        return dict(latest(self.ledgers("branches"), branch_of, lambda row: row["撤销日期"]))

    def living(self, branch: str, day: date) -> bool:
        """Founded, as far as told, and not dissolved."""
        founded, dissolved = day_of(self._founded.get(branch, "")), day_of(self._dissolved.get(branch, ""))
        return (founded is None or founded <= day) and (dissolved is None or day < dissolved)

    @cached_property
    def _formations(self) -> dict[str, list[Span]]:
        return dict(values(self.ledgers("branches"), branch_of, lambda row: row["组建形式"]))

    def formation(self, branch: str, day: date) -> str | None:
        """The formation that the ledger declares."""
        return value_at(self._formations, branch, day)

    @cached_property
    def _covers(self) -> list[Span]:
        def says(row: Row) -> Said:
            firm = row["覆盖企业/统一社会信用代码"] or None
            return Said(branch_of(row), firm, day_of(row["覆盖企业/纳入日期"]), day_of(row["撤销日期"]))

        return spans(self.ledgers("branches"), branch_of, says)

    def covered(self, branch: str, day: date) -> list[str]:
        """The firms a branch covers."""
        return sorted({s.other for s in self._covers if s.subject == branch and s.at(day)})

    def covering(self, firm: str, day: date) -> list[str]:
        """The branches that cover a firm."""
        return sorted({s.subject for s in self._covers if s.other == firm and s.at(day)})

    def lasting(self, branch: str, day: date) -> bool:
        """A living branch that is neither temporary nor mobile nor holding."""
        return self.living(branch, day) and self.formation(branch, day) not in ("临时", "流动", "代管")

    def organisations(self, firm: str, day: date) -> list[str]:
        """The branches that are the firm's organisation."""
        return [b for b in self.covering(firm, day) if self.side(b) == "企业" and self.lasting(b, day)]

    def side(self, branch: str) -> str:
        """企业 or 机关."""
        return self.branches[branch]["党组织类别"]

    def kind(self, branch: str, day: date) -> str:
        """Own or joint, by what it covers; only one that covers none by its ledger."""
        covered = self.covered(branch, day)
        if not covered:
            return "joint" if self.formation(branch, day) == "联合建立" else "own"
        return "joint" if len({self.group(firm, day) for firm in covered}) > 1 else "own"

    def zone_branches(self, day: date) -> list[str]:
        """The enterprise branches that the zone counts as its own."""
        return [b for b in sorted(self.branches) if self._counted_branch(b, day)]

    def _counted_branch(self, branch: str, day: date) -> bool:
        if self.side(branch) != "企业" or not self.lasting(branch, day):
            return False
        covered = self.covered(branch, day)
        return any(map(self.in_scope, covered)) if covered else not self._below(branch, day)

    @cached_property
    def _under(self) -> list[Span]:
        def says(row: Row) -> Said | None:
            upper = row["上级党组织/代码"]
            return Said(branch_of(row), upper, day_of(row["成立日期"]), day_of(row["撤销日期"])) if upper else None

        return spans(self.ledgers("branches"), branch_of, says)

    def _below(self, branch: str, day: date) -> list[str]:
        return [s.subject for s in self._under if s.other == branch and s.at(day)]

    def under_zone(self, branch: str, day: date) -> bool:
        """Under a committee that has a firm-covering enterprise branch right below it."""
        above = [s.other for s in self._under if s.subject == branch and s.at(day)]
        return any(self._is_zone_committee(upper, day) or self.under_zone(upper, day) for upper in above)

    def _is_zone_committee(self, committee: str, day: date) -> bool:
        below = self._below(committee, day)
        return any(self.side(b) == "企业" and self.covered(b, day) for b in below)

    def founded(self, branch: str) -> str:
        """The founding date, as written."""
        return self._founded.get(branch, "")

    def dissolved(self, branch: str) -> str:
        """The date of dissolving, as written."""
        return self._dissolved.get(branch, "")

    @cached_property
    def _levels(self) -> dict[str, list[Span]]:
        return dict(values(self.ledgers("branches"), branch_of, lambda row: row["级别"]))

    def level(self, branch: str, day: date) -> str | None:
        """The level that the ledger declares."""
        return value_at(self._levels, branch, day)
