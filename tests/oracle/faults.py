"""The holes of a day, and what is to be adjusted, of firms, branches and cells."""

from __future__ import annotations

from datetime import date
from functools import cached_property

from tests.oracle.working import Working


class Faults(Working):
    """All facts, with what is wrong."""

    @cached_property
    def _holes(self) -> dict[tuple[str, date], set[str]]:
        return {}

    def holes(self, firm: str, day: date) -> set[str]:
        """The holes of a firm, by kind."""
        if (firm, day) not in self._holes:
            found = self.firm_faults(firm, day) - {"joint_qualified", "stopped_with_branch"}
            if not self.in_scope(firm):
                found = set()
            if self.in_scope(firm) and self.state(firm, day) == "operating" and not self._gridded(firm, day):
                found |= {"ungridded"}
            self._holes[firm, day] = found
        return self._holes[firm, day]

    def _gridded(self, firm: str, day: date) -> bool:
        sites = self.sites(firm, day)
        return bool(sites) and all(self.cell(site, day) for site in sites)

    def firm_faults(self, firm: str, day: date) -> set[str]:
        """The holes of a firm in scope, and what is to be adjusted there."""
        formal, probationary = self.numbers(firm, day)
        covered, state = bool(self.organisations(firm, day)), self.state(firm, day)
        bare = state == "operating" and not covered
        told = {
            "qualified_unbuilt": bare and formal >= 3,
            "members_uncovered": bare and formal + probationary > 0,
            "unreached": bare and formal + probationary == 0 and not self.reached(firm, day),
            "joint_qualified": state == "operating" and covered and self.without_own(firm, day) and formal >= 3,
            "stopped_with_branch": covered and state not in (None, "operating"),
            "never_surveyed": self._never_surveyed(firm, day),
        }
        return {fault for fault, holds in told.items() if holds}

    def _never_surveyed(self, firm: str, day: date) -> bool:
        """No survey yet that says anything of a firm that has a site."""
        return bool(self.sites(firm, day)) and not any(self.surveyed(firm, at) for at in self.survey_days(day))

    def branch_faults(self, branch: str, day: date) -> set[str]:
        """What is to be adjusted of a branch that the zone counts."""
        if not self.counted_branch(branch, day):
            return set()
        kind, firms = self.kind(branch, day), len(self.covered(branch, day))
        told = {
            "joint_overfull": kind == "joint" and firms > 5,
            "below_three": kind == "own" and self.counted_in(branch, day)[0] < 3,
        }
        return {fault for fault, holds in told.items() if holds}

    def cell_faults(self, cell: str, day: date) -> set[str]:
        """Whether nobody answers for a cell."""
        return set() if self.department(cell, day) else {"cell_unassigned"}
