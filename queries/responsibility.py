"""Typed answers on who answers for what: cells without a department, and the way from a firm to its officers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from graph.connection import Database
from queries.ask import ask
from queries.typed import typed


@dataclass(frozen=True)
class CellUnassigned:
    """A grid cell no department answers for, with the number of firms in it."""

    cell: str
    name: str
    area: str | None
    firms: int


@dataclass(frozen=True)
class PathToOfficer:
    """One way from a firm to an officer; a way that breaks off has None from there on. The name is masked."""

    via: Literal["contact", "grid", "team"]
    firm: str
    site: str | None
    cell: str | None
    team: str | None
    department: str | None
    officer: str | None
    officer_name: str | None
    post: str | None


def cell_unassigned(db: Database, at: date, limit: int = 200) -> tuple[CellUnassigned, ...]:
    """网格无联系部门 at a date, cells with most firms first. Raises as `ask` does."""
    return typed(CellUnassigned, ask(db, "cell-unassigned", at, limit=limit))


def path_to_officer(db: Database, at: date, firm: str, limit: int = 200) -> tuple[PathToOfficer, ...]:
    """All ways from one firm to officers at a date. Raises as `ask` does, NotFound for an unknown firm."""
    return typed(PathToOfficer, ask(db, "path-to-officer", at, {"firm": firm}, limit))
