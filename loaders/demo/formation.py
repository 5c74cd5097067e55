"""Party organisations as they are formed one after the other, and how many members their firms will have."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from loaders.demo.draw import Draw
from loaders.demo.world import SETTLED, Branch, Firm, Site, Tie, World

ZONE_COMMITTEE = "990000000001"
HOLDING = "990000000002"


def settled_branches(world: World) -> list[Branch]:
    """The enterprise branches under the zone's committee that live when the zone is settled."""
    return [b for b in world.branches if b.upper == ZONE_COMMITTEE and b.side == "企业" and b.lives(SETTLED)]


@dataclass
class Formation:
    """The branches so far. `formal` and `probationary`: members a firm has at 2026-09-30, whom the members step enrols.

    `groups` are parent firms outside the zone (code → name); `two_plants` is the firm that has a second site.
    """

    draw: Draw
    firms: dict[str, Firm]
    sites: dict[str, Site]
    townships: dict[str, str]
    branches: list[Branch] = field(default_factory=list)
    formal: dict[str, int] = field(default_factory=dict)
    probationary: dict[str, int] = field(default_factory=dict)
    groups: dict[str, str] = field(default_factory=dict)
    two_plants: str = ""

    def free(self, least: int = 0) -> list[str]:
        """Private operating firms with at least `least` staff that no branch covers yet."""
        return [
            f.uscc
            for f in self.firms.values()
            if f.uscc not in self.formal
            and f.operates(SETTLED)
            and f.ownership != "国有控股"
            and f.surveys[0].staff >= least
        ]

    def add(
        self, name: str, formation: str, founded_on: date, coverage: tuple[Tie, ...], level: str = "党支部"
    ) -> Branch:
        """A branch of enterprises under the zone's committee."""
        branch = Branch(
            code=f"990000{200000 + len(self.branches) + 1}",
            name=name,
            side="企业",
            level=level,
            formation=formation,
            founded_on=founded_on,
            upper=ZONE_COMMITTEE,
            approval=f"岚开综党字〔{founded_on.year}〕{self.draw.random.randint(1, 60)}号",
            coverage=coverage,
        )
        self.branches.append(branch)
        return branch

    def join_group(self, name: str, firms: list[str]) -> None:
        """Give `firms` a parent of that name."""
        parent = self.draw.credit_code()
        self.groups[parent] = name
        for uscc in firms:
            self.firms[uscc] = replace(self.firms[uscc], group=parent)
