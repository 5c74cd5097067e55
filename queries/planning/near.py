"""Typed answers for the planner: uncovered firms near branches, and how full the joint branches are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from graph.connection import Database
from queries.ask import ask
from queries.typed import typed

Kind = Literal["own", "joint"]


@dataclass(frozen=True)
class NearBranch:
    """An uncovered firm and one branch near it, or none (`branch` None). `metres` is the straight line.

    The distance is to `place`, the branch's seat or a covered firm's site; `approximate` where a cell's centre stood in
    for missing coordinates. `room` is how many firms the branch may still take; None flags mean not known.
    """

    firm: str
    name: str
    formal: int
    probationary: int
    located: Literal["point", "cell", "none"]
    branch: str | None
    branch_name: str | None
    metres: float | None
    place: Literal["seat", "covered"] | None
    place_name: str | None
    approximate: bool | None
    kind: Kind | None
    firms: int | None
    room: int | None
    becomes_joint: bool | None
    crosses_area: bool | None
    crosses_township: bool | None
    area: str | None
    cell: str | None


@dataclass(frozen=True)
class JointBranchLoad:
    """A joint branch, the firms it covers and the room left under the usual limit."""

    branch: str
    name: str
    firms: int
    limit_firms: int
    room: int
    state: Literal["over", "at", "below"]
    covered: tuple[str, ...]


def uncovered_near_branch(
    db: Database, at: date, settings: Mapping[str, str | object] | None = None, limit: int = 200
) -> tuple[NearBranch, ...]:
    """Uncovered firms and the branches near them, nearest first; `settings` as its parameters. Raises as `ask` does."""
    return typed(NearBranch, ask(db, "uncovered-near-branch", at, settings, limit))


def joint_branch_load(
    db: Database, at: date, least: Literal["over", "at", "below"] = "at", limit: int = 200
) -> tuple[JointBranchLoad, ...]:
    """Joint branches at least this full, fullest first. Raises as `ask` does."""
    return typed(JointBranchLoad, ask(db, "joint-branch-load", at, {"least": least}, limit))
