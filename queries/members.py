"""Typed answers on members: membership elsewhere, members who may be double, probation that ends."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from graph.connection import Database
from queries.ask import ask
from queries.typed import typed

Where = Literal["village", "talent_market", "branch", "unknown"]


@dataclass(frozen=True)
class MemberElsewhere:
    """A member who works at a firm though the membership is elsewhere; the name is masked.

    `since`: since when the membership is there. `target`: the firm's organisation, which it should move to.
    """

    firm: str
    firm_name: str
    member: str
    name: str
    standing: Literal["formal", "probationary", "unknown"]
    works_since: date
    where: Where
    branch: str | None
    branch_name: str | None
    since: date | None
    target: str | None
    target_name: str | None
    transfer: Literal["asked", "under_way", "moved", "returned"] | None


@dataclass(frozen=True)
class DuplicateMember:
    """A member in two branches (`other` is None), or two members who share what `why` says. Names are masked."""

    member: str
    name: str
    why: Literal["two_branches", "name_mask", "name_born", "mask_born", "name_joined", "mask_joined"]
    other: str | None
    other_name: str | None
    branch: str | None
    branch_name: str | None
    other_branch: str | None
    other_branch_name: str | None


@dataclass(frozen=True)
class ProbationDue:
    """A probationary member whose probation ended or ends soon.

    `days` left, below zero when it is past; `over`: past any extension.
    """

    member: str
    name: str
    state: Literal["ended", "soon", "unknown"]
    joined_on: date | None
    ends_on: date | None
    days: int | None
    over: bool | None
    branch: str | None
    branch_name: str | None
    firm: str | None
    firm_name: str | None


def members_elsewhere(
    db: Database, at: date, where: Literal["all"] | Where = "all", area: str = "", limit: int = 200
) -> tuple[MemberElsewhere, ...]:
    """未转入 at a date, by firm. Raises as `ask` does."""
    return typed(MemberElsewhere, ask(db, "members-elsewhere", at, {"where": where, "area": area}, limit))


def duplicate_members(db: Database, at: date, limit: int = 200) -> tuple[DuplicateMember, ...]:
    """Members to be checked at a date, the surest first. Raises as `ask` does."""
    return typed(DuplicateMember, ask(db, "duplicate-members", at, limit=limit))


def probation_due(db: Database, at: date, months: int = 2, limit: int = 200) -> tuple[ProbationDue, ...]:
    """Probation that ended or ends within so many months of a date, longest past first. Raises as `ask` does."""
    return typed(ProbationDue, ask(db, "probation-due", at, {"months": months}, limit))
