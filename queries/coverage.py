"""Typed answers on coverage: who should have an organisation, who has none, whom nobody reaches."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from graph.connection import Database
from queries.ask import ask
from queries.typed import typed


@dataclass(frozen=True)
class QualifiedUnbuilt:
    """A firm with enough counted formal members: without an organisation, or inside a joint branch (`list`)."""

    firm: str
    name: str
    list: Literal["unbuilt", "in_joint"]
    formal: int
    probationary: int
    branch: str | None
    branch_name: str | None
    area: str | None
    cell: str | None


@dataclass(frozen=True)
class MembersUncovered:
    """A firm with counted members that no branch covers."""

    firm: str
    name: str
    formal: int
    probationary: int
    area: str | None
    cell: str | None


@dataclass(frozen=True)
class Unreached:
    """A firm nobody reaches; `department` answers for its grid cell."""

    firm: str
    name: str
    department: str | None
    area: str | None
    cell: str | None


def qualified_unbuilt(
    db: Database, at: date, which: Literal["all", "unbuilt", "in_joint"] = "all", area: str = "", limit: int = 200
) -> tuple[QualifiedUnbuilt, ...]:
    """应建未建 and 联建待转单建 at a date, most formal members first. Raises as `ask` does."""
    return typed(QualifiedUnbuilt, ask(db, "qualified-unbuilt", at, {"list": which, "area": area}, limit))


def members_uncovered(db: Database, at: date, area: str = "", limit: int = 200) -> tuple[MembersUncovered, ...]:
    """有党员未覆盖 at a date, most members first. Raises as `ask` does."""
    return typed(MembersUncovered, ask(db, "members-uncovered", at, {"area": area}, limit))


def unreached(db: Database, at: date, area: str = "", limit: int = 200) -> tuple[Unreached, ...]:
    """无挂点干部 at a date, by area and cell. Raises as `ask` does."""
    return typed(Unreached, ask(db, "unreached", at, {"area": area}, limit))
