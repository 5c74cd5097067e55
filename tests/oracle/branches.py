"""What the ledgers of drawn zones say of branches on a day."""

from __future__ import annotations

from datetime import date
from functools import cached_property

from tests.oracle.cells import branch_of, day_of
from tests.oracle.once import once
from tests.oracle.sheets import Row
from tests.oracle.spans import Said, Span, Ties, latest, ties, value_at, values
from tests.oracle.surveys import Surveys

LEVELS = {"党支部": "branch", "党总支": "general_branch", "党委": "committee"}


class Branches(Surveys):
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

    @once
    def formation(self, branch: str, day: date) -> str | None:
        """The formation that the ledger declares."""
        return value_at(self._formations, branch, day)

    @cached_property
    def covers(self) -> Ties:
        def says(row: Row) -> Said:
            firm = row["覆盖企业/统一社会信用代码"] or None
            return Said(branch_of(row), firm, day_of(row["覆盖企业/纳入日期"]), day_of(row["撤销日期"]))

        return ties(self.ledgers("branches"), branch_of, says)

    def covered(self, branch: str, day: date) -> list[str]:
        """The firms a branch covers."""
        return self.covers.of(branch, day)

    def covering(self, firm: str, day: date) -> list[str]:
        """The branches that cover a firm."""
        return self.covers.to(firm, day)

    def lasting(self, branch: str, day: date) -> bool:
        """A living branch that is neither temporary nor mobile nor holding."""
        return self.living(branch, day) and self.formation(branch, day) not in ("临时", "流动", "代管")

    @once
    def organisations(self, firm: str, day: date) -> list[str]:
        """The branches that are the firm's organisation, own ones first."""
        found = [b for b in self.covering(firm, day) if self.side(b) == "企业" and self.lasting(b, day)]
        return sorted(found, key=lambda branch: (self.kind(branch, day) != "own", branch))

    def without_own(self, firm: str, day: date) -> bool:
        """The firm has no organisation, or shares all of them."""
        return all(self.kind(branch, day) == "joint" for branch in self.organisations(firm, day))

    def side(self, branch: str) -> str:
        """企业 or 机关."""
        return self.branches[branch]["党组织类别"]

    @once
    def kind(self, branch: str, day: date) -> str:
        """Own or joint, by what it covers; only one that covers none by its ledger."""
        covered = self.covered(branch, day)
        if not covered:
            return "joint" if self.formation(branch, day) == "联合建立" else "own"
        return "joint" if len({self.group(firm, day) for firm in covered}) > 1 else "own"

    @once
    def zone_branches(self, day: date) -> list[str]:
        """The enterprise branches that the zone counts as its own."""
        return [b for b in sorted(self.branches) if self.counted_branch(b, day)]

    def counted_branch(self, branch: str, day: date) -> bool:
        """An enterprise branch that lasts and covers a firm in scope, or none without having branches below it."""
        if self.side(branch) != "企业" or not self.lasting(branch, day):
            return False
        covered = self.covered(branch, day)
        return any(map(self.in_scope, covered)) if covered else not self._below(branch, day)

    @cached_property
    def _under(self) -> Ties:
        def says(row: Row) -> Said | None:
            upper = row["上级党组织/代码"]
            return Said(branch_of(row), upper, day_of(row["成立日期"]), day_of(row["撤销日期"])) if upper else None

        return ties(self.ledgers("branches"), branch_of, says, single=True)

    def _below(self, branch: str, day: date) -> list[str]:
        return self._under.to(branch, day)

    def down_from(self, branch: str, day: date) -> set[str]:
        """The branch and all below it."""
        return {branch}.union(*(self.down_from(lower, day) for lower in self._below(branch, day)))

    @once
    def under_zone(self, branch: str, day: date) -> bool:
        """Under a committee that has a firm-covering enterprise branch right below it."""
        upper = self._under.one(branch, day)
        return upper is not None and (self._is_zone_committee(upper, day) or self.under_zone(upper, day))

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

    def level(self, branch: str, day: date) -> str:
        """The level that the ledger declares; one not stated is a branch."""
        return LEVELS[value_at(self._levels, branch, day) or "党支部"]

    @cached_property
    def _set_in(self) -> Ties:
        def says(row: Row) -> Said | None:
            department = row["设在部门"]
            dated = day_of(row["成立日期"]), day_of(row["撤销日期"])
            return Said(branch_of(row), department, *dated) if department else None

        return ties(self.ledgers("branches"), branch_of, says, single=True)

    def department_of(self, branch: str, day: date) -> str | None:
        """The department that an organ branch is set in."""
        return self._set_in.one(branch, day)
