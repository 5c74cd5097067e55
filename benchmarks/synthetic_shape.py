"""What one area of the synthetic zone is made of: how many of each, where, and since when."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from math import cos, radians

FIRMS_PER_AREA, BRANCHES_PER_AREA = 2_000, 100
WIDE, HIGH, FIRMS_PER_CELL = 10, 5, 40
"""An area is so many cells of one kilometre wide and high."""
OWN, JOINT, HOLES, OUTSIDE = 70, 100, 200, 60
"""Firms with their own branch, in one of 30 joint branches, without any though members are counted there, and with
members who belong elsewhere; of the rest some have stopped, some are not surveyed, some only registered."""
OPERATING, STOPPED, BUILDING, GONE, UNSURVEYED = 1_200, 100, 40, 30, 100
"""Of the rest, in this order; then those that only a registry names."""
FIRST, SURVEYED, LATEST = "2026-04-30", "2026-09-30", "2026-10-15"
WEST, SOUTH, DEGREE = 100.0, 28.0, 111.2
"""A corner of the zone, and the kilometres of a degree of latitude."""


@dataclass
class Firm:
    """A firm as later parts need it."""

    node: int
    key: str
    name: str
    role: str
    cell: int
    site: int | None = None
    members: list[int] = field(default_factory=list)


@dataclass
class Branch:
    """An enterprise branch and whom it covers."""

    node: int
    key: str
    covers: list[Firm]
    members: list[int] = field(default_factory=list)


@dataclass
class Top:
    """What all areas share: the two committees that branches are under."""

    committee: int
    organs: int


@dataclass
class Area:
    """One area while it is written: the numbers of its nodes, filled part by part."""

    number: int
    chance: random.Random
    across: int
    node: int = -1
    cells: list[int] = field(default_factory=list)
    townships: list[int] = field(default_factory=list)
    departments: list[int] = field(default_factory=list)
    firms: list[Firm] = field(default_factory=list)
    branches: list[Branch] = field(default_factory=list)
    organs: list[int] = field(default_factory=list)
    officers: list[int] = field(default_factory=list)
    teams: list[int] = field(default_factory=list)
    loads: dict[str, tuple[int, str]] = field(default_factory=dict)

    def point(self, across: float, up: float) -> str:
        """A point so many kilometres from the area's corner, as the importer reads it."""
        east = self.number % self.across * WIDE + across
        north = self.number // self.across * HIGH + up
        longitude = WEST + east / (DEGREE * cos(radians(SOUTH)))
        return f'"{{longitude:{longitude:.6f},latitude:{SOUTH + north / DEGREE:.6f}}}"'

    def of_role(self, *roles: str) -> list[Firm]:
        """The firms of these roles."""
        return [firm for firm in self.firms if firm.role in roles]


def roles(chance: random.Random) -> list[str]:
    """The role of each firm of an area."""
    counts = {
        "own": OWN,
        "joint": JOINT,
        "hole": HOLES,
        "outside": OUTSIDE,
        "operating": OPERATING,
        "stopped": STOPPED,
        "building": BUILDING,
        "cancelled": GONE,
        "unsurveyed": UNSURVEYED,
    }
    found = [role for role, number in counts.items() for _ in range(number)]
    found += ["registered"] * (FIRMS_PER_AREA - len(found))
    chance.shuffle(found)
    return found


def sometimes(chance: random.Random, share: float) -> bool:
    """True in that share of the cases."""
    return chance.random() < share
