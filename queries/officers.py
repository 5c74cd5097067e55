"""Typed answers on officers: the way from a firm to them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from graph.connection import Database
from queries.ask import ask
from queries.typed import typed


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


def path_to_officer(db: Database, at: date, firm: str, limit: int = 200) -> tuple[PathToOfficer, ...]:
    """All ways from one firm to officers at a date. Raises as `ask` does, NotFound for an unknown firm."""
    return typed(PathToOfficer, ask(db, "path-to-officer", at, {"firm": firm}, limit))
