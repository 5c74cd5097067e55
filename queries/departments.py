"""Typed answers on departments: how even their load is, their officers' reviews, the holes they answer for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from graph.connection import Database
from queries.ask import ask
from queries.typed import typed

Hole = Literal["qualified_unbuilt", "members_uncovered", "unreached", "never_surveyed", "ungridded"]
Sort = Literal["secretary", "instructor"]


@dataclass(frozen=True)
class DepartmentLoad:
    """How evenly a department's officers look after firms; `idle` ones have none and are left out of the rest."""

    department: str
    officers: int
    idle: int
    firms: int
    average: float | None
    most: int | None
    least: int | None
    spread: int | None
    deviation: float | None
    busiest: tuple[str, ...]


@dataclass(frozen=True)
class DepartmentReviews:
    """The reviews of one year and sort of a department's officers (None: of people of no department), by grade."""

    year: int
    sort: Sort
    department: str | None
    reviewed: int
    average: float | None
    excellent: int
    good: int
    fair: int
    passed: int
    average_grade: int
    barely: int
    poor: int
    failed: int
    ungraded: int


@dataclass(frozen=True)
class DepartmentHole:
    """A hole of a firm in a cell the department answers for; it held from `since` for `days`, to `closed_on` if any."""

    department: str | None
    kind: Hole
    state: Literal["standing", "new", "closed"]
    firm: str
    firm_name: str
    since: date
    closed_on: date | None
    days: int
    area: str | None
    cell: str | None


def department_load(db: Database, at: date, limit: int = 1000) -> tuple[DepartmentLoad, ...]:
    """Firms per officer by department at a date, the most uneven first. Raises as `ask` does."""
    return typed(DepartmentLoad, ask(db, "department-load", at, limit=limit))


def reviews_by_department(
    db: Database, at: date, year: int = 0, sort: Literal["all"] | Sort = "all", limit: int = 1000
) -> tuple[DepartmentReviews, ...]:
    """Reviews up to a date by year (0: all) and department, best average first. Raises as `ask` does."""
    return typed(DepartmentReviews, ask(db, "reviews-by-department", at, {"year": year, "sort": sort}, limit))


def holes_by_department(
    db: Database, at: date, department: str = "", kind: Literal["all"] | Hole = "all", limit: int = 1000
) -> tuple[DepartmentHole, ...]:
    """Holes at a date and those closed this month, longest first within department and kind. Raises as `ask` does."""
    return typed(DepartmentHole, ask(db, "holes-by-department", at, {"department": department, "kind": kind}, limit))
