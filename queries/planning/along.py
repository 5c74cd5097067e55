"""Typed answers for the planner: with which firms a firm builds along, and which joint branch fits it best."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from graph.connection import Database
from queries.ask import ask
from queries.planning.near import Kind
from queries.typed import typed


@dataclass(frozen=True)
class JointCandidate:
    """An uncovered firm and one branch with room that could take it in, or none (`branch` None).

    `score` counts which of `near`, `same_trade`, `same_chain` and `no_border` hold. `metres` is the straight line.
    """

    firm: str
    name: str
    formal: int
    probationary: int
    branch: str | None
    branch_name: str | None
    kind: Kind | None
    becomes_joint: bool | None
    score: int | None
    near: bool | None
    metres: float | None
    same_trade: bool | None
    same_chain: bool | None
    no_border: bool | None
    firms: int | None
    room: int | None
    place_name: str | None
    approximate: bool | None
    trade: str | None
    area: str | None
    cell: str | None


@dataclass(frozen=True)
class BuildAlong:
    """A firm with members that an uncovered `firm`, or a `branch`, could build along with, and the principles it meets.

    `principles` counts the five flags after it. `metres` is told within the radius only; `room` is that of the
    candidate's own branch, None where it has none.
    """

    firm: str | None
    branch: str | None
    name: str
    candidate: str
    candidate_name: str
    step: Literal["found", "join", "take_in"]
    principles: int
    same_chain: bool
    same_cell: bool
    near: bool
    same_trade: bool
    similar_size: bool
    metres: float | None
    products: str | None
    trade: str | None
    staff: int | None
    formal: int
    probationary: int
    candidate_branch: str | None
    candidate_branch_name: str | None
    room: int | None


def joint_candidates(
    db: Database, at: date, settings: Mapping[str, str | object] | None = None, limit: int = 200
) -> tuple[JointCandidate, ...]:
    """Uncovered firms and the branches that fit them, best first. Raises as `ask` does."""
    return typed(JointCandidate, ask(db, "joint-candidates", at, settings, limit))


def build_along(
    db: Database, at: date, settings: Mapping[str, str | object] | None = None, limit: int = 200
) -> tuple[BuildAlong, ...]:
    """可联建企业 for each uncovered firm, or for one branch, best first. Raises as `ask` does."""
    return typed(BuildAlong, ask(db, "build-along", at, settings, limit))
