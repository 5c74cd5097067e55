"""Typed answers on the branches themselves: which there are, and which no longer fit their members or firms."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from graph.connection import Database
from queries.ask import ask
from queries.typed import typed

Kind = Literal["own", "joint"]
Level = Literal["branch", "general_branch", "committee"]
BranchList = Literal["standing", "founded_this_year", "dissolved_this_year"]


@dataclass(frozen=True)
class BranchListed:
    """A branch of the zone; one dissolved by the date as it was on its last day."""

    branch: str
    name: str
    kind: Kind
    level: Level
    founded_on: date | None
    dissolved_on: date | None
    dissolved_why: str | None
    firms: int
    formal: int
    probationary: int
    covered: tuple[str, ...]


@dataclass(frozen=True)
class BelowThree:
    """An own branch with too few counted formal members since a day, with how many `before`; None: never enough."""

    branch: str
    name: str
    firms: int
    formal: int
    probationary: int
    state: Literal["fell", "never"]
    since: date | None
    before: int | None
    covered: tuple[str, ...]


@dataclass(frozen=True)
class JointTotalBelow:
    """A joint branch whose firms together have too few counted formal members: a hint, no breach."""

    branch: str
    name: str
    formal: int
    probationary: int
    firms: int
    covered: tuple[str, ...]


@dataclass(frozen=True)
class StoppedWithBranch:
    """A branch that covers firms which are `stopped` or cancelled (their keys), the earliest since a day."""

    branch: str
    name: str
    kind: Kind
    state: Literal["all", "some"]
    firms: int
    stopped_firms: int
    cancelled_firms: int
    stopped_names: str
    since: date
    formal: int
    probationary: int
    stopped: tuple[str, ...]


@dataclass(frozen=True)
class LevelDue:
    """A branch whose `members`, counted as the zone's rule says, are enough for the level `due`."""

    branch: str
    name: str
    level: Level
    due: Literal["general_branch", "committee"]
    members: int
    formal: int
    probationary: int
    firms: int


Body = Literal["has", "missing", "not_asked"]


@dataclass(frozen=True)
class BranchWithoutMass:
    """A firm with an organisation that lacks `missing` of the mass bodies asked for."""

    firm: str
    name: str
    missing: int
    union: Body
    youth: Body
    women: Body
    branch: str
    branch_name: str
    area: str | None
    cell: str | None


def branches_listed(
    db: Database, at: date, which: BranchList = "standing", limit: int = 1000
) -> tuple[BranchListed, ...]:
    """党组织名单 at a date, own ones before joint ones. Raises as `ask` does."""
    return typed(BranchListed, ask(db, "branches-listed", at, {"list": which}, limit))


def below_three(db: Database, at: date, limit: int = 200) -> tuple[BelowThree, ...]:
    """不足3名待调整 at a date, fewest members first. Raises as `ask` does."""
    return typed(BelowThree, ask(db, "below-three", at, limit=limit))


def joint_total_below(db: Database, at: date, limit: int = 200) -> tuple[JointTotalBelow, ...]:
    """联合党支部人数偏少 at a date, fewest members first. Raises as `ask` does."""
    return typed(JointTotalBelow, ask(db, "joint-total-below", at, limit=limit))


def stopped_with_branch(db: Database, at: date, limit: int = 200) -> tuple[StoppedWithBranch, ...]:
    """停产企业仍有支部 at a date, branches all of whose firms stopped first. Raises as `ask` does."""
    return typed(StoppedWithBranch, ask(db, "stopped-with-branch", at, limit=limit))


def level_due(db: Database, at: date, limit: int = 200) -> tuple[LevelDue, ...]:
    """Branches large enough for a higher level at a date, largest first. Raises as `ask` does."""
    return typed(LevelDue, ask(db, "level-due", at, limit=limit))


def branch_without_mass(db: Database, at: date, area: str = "", limit: int = 200) -> tuple[BranchWithoutMass, ...]:
    """有党组织缺群团 at a date, those that lack most first. Raises as `ask` does."""
    return typed(BranchWithoutMass, ask(db, "branch-without-mass", at, {"area": area}, limit))
