"""Typed answers on members and firms short of their own branch: who is due, who could transfer, who could join up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from graph.connection import Database
from queries.ask import ask
from queries.typed import typed


@dataclass(frozen=True)
class ProbationaryOnly:
    """A firm with too few formal members and one of its probationary ones; `reaches_on` is when it has enough."""

    firm: str
    name: str
    formal: int
    probationary: int
    member: str
    member_name: str | None
    joined_on: date | None
    due_on: date | None
    state: Literal["due", "overdue", "undated"]
    reaches_on: date | None
    area: str | None
    cell: str | None


@dataclass(frozen=True)
class OneShort:
    """A firm a few formal members short of its own branch, with the `members` who work there and belong elsewhere."""

    firm: str
    name: str
    formal: int
    lacking: int
    elsewhere: int
    elsewhere_formal: int
    result: Literal["enough", "short"]
    branch: str | None
    branch_name: str | None
    members: tuple[str, ...]
    area: str | None
    cell: str | None


@dataclass(frozen=True)
class Transferable:
    """A firm that would have enough formal members if those who belong elsewhere transferred."""

    firm: str
    name: str
    formal: int
    elsewhere_formal: int
    together: int
    elsewhere: int
    from_village: int
    from_market: int
    from_others: int
    branch: str | None
    branch_name: str | None
    members: tuple[str, ...]
    area: str | None
    cell: str | None


@dataclass(frozen=True)
class NeighboursReachThree:
    """Neighbouring firms that together have enough formal members; `metres` from the first to the farthest."""

    firm: str
    name: str
    firms: tuple[str, ...]
    names: str
    count: int
    formal: int
    probationary: int
    metres: float
    approximate: bool
    area: str | None
    cell: str | None


def probationary_only(
    db: Database, at: date, settings: Mapping[str, str | object] | None = None, limit: int = 200
) -> tuple[ProbationaryOnly, ...]:
    """仅有预备党员 at a date, firms that reach the number soonest first, one row a member. Raises as `ask` does."""
    return typed(ProbationaryOnly, ask(db, "probationary-only", at, settings, limit))


def one_short(
    db: Database, at: date, settings: Mapping[str, str | object] | None = None, limit: int = 200
) -> tuple[OneShort, ...]:
    """差一名即可单建 at a date, those that lack fewest first. Raises as `ask` does."""
    return typed(OneShort, ask(db, "one-short", at, settings, limit))


def transferable(
    db: Database, at: date, settings: Mapping[str, str | object] | None = None, limit: int = 200
) -> tuple[Transferable, ...]:
    """组织关系待转入 at a date, most formal members together first. Raises as `ask` does."""
    return typed(Transferable, ask(db, "transferable", at, settings, limit))


def neighbours_reach_three(
    db: Database, at: date, settings: Mapping[str, str | object] | None = None, limit: int = 200
) -> tuple[NeighboursReachThree, ...]:
    """邻近企业合起来达三名 at a date, nearest together first. Raises as `ask` does."""
    return typed(NeighboursReachThree, ask(db, "neighbours-reach-three", at, settings, limit))
