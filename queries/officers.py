"""Typed answers on officers: the way to them, their visits, what they carry and what they leave behind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from graph.connection import Database
from queries.ask import ask
from queries.departments import Hole
from queries.typed import typed

Who = Literal["contact", "instructor"]
Source = Literal["investor", "manager", "assigned", "other"]


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


@dataclass(frozen=True)
class VisitMissing:
    """An officer who has not visited a firm in charge (an instructor: any firm of a branch); `missed` periods running.

    `state` is a breach only when it is `missed`.
    """

    officer: str
    officer_name: str | None
    department: str | None
    who: Who
    firm: str | None
    firm_name: str | None
    branch: str | None
    branch_name: str | None
    state: Literal["missed", "not_yet", "unknown"]
    missed: int
    last_visit: date | None
    since: date


@dataclass(frozen=True)
class OfficerLoad:
    """How many firms an officer contacts, instructs, and looks after in all; `limit_firms` 0 gives no verdict."""

    officer: str
    officer_name: str | None
    post: str | None
    department: str | None
    contacts: int
    instructs: int
    total: int
    limit_firms: int
    state: Literal["none", "within", "over"]
    firms: tuple[str, ...]


@dataclass(frozen=True)
class OfficerLeaves:
    """One thing an officer carries, and how many `others` carry it too; `remaining` are the officers among them."""

    role: Literal["contact", "instructor", "secretary", "committee", "team", "team_lead", "cell"]
    state: Literal["nobody", "shared"]
    name: str
    since: date
    others: int
    remaining: tuple[str, ...]
    firm: str | None
    branch: str | None
    team: str | None
    cell: str | None
    officer: str


@dataclass(frozen=True)
class MyListFirm:
    """A firm an officer is in charge of and what is to be done there; `hole` is the gravest."""

    firm: str
    firm_name: str
    role: Literal["contact", "instructor", "both"]
    visit: Literal["visited", "not_yet", "missed", "unknown"]
    last_visit: date | None
    hole: Hole | None
    formal: int
    probationary: int
    requests: int
    overdue: int
    open_requests: tuple[str, ...]
    area: str | None
    cell: str | None
    officer: str


@dataclass(frozen=True)
class InvestorNotSecretary:
    """A firm whose investor is a member but not the secretary of its branch; `investor` None where only said so."""

    firm: str
    firm_name: str
    investor: str | None
    investor_name: str | None
    belongs: bool
    branch: str
    branch_name: str
    kind: Literal["own", "joint"]
    secretary: str | None
    source: Source | None


def path_to_officer(db: Database, at: date, firm: str, limit: int = 200) -> tuple[PathToOfficer, ...]:
    """All ways from one firm to officers at a date. Raises as `ask` does, NotFound for an unknown firm."""
    return typed(PathToOfficer, ask(db, "path-to-officer", at, {"firm": firm}, limit))


def visits_missing(
    db: Database, at: date, who: Who = "contact", missed: int = 0, department: str = "", limit: int = 200
) -> tuple[VisitMissing, ...]:
    """Visits that are missing at a date, the longest first. Raises as `ask` does."""
    settings = {"who": who, "missed": missed, "department": department}
    return typed(VisitMissing, ask(db, "visits-missing", at, settings, limit))


def officer_load(
    db: Database, at: date, department: str = "", least: int = 1, limit: int = 1000
) -> tuple[OfficerLoad, ...]:
    """Firms per officer at a date, most first, of officers with at least so many. Raises as `ask` does."""
    return typed(OfficerLoad, ask(db, "officer-load", at, {"department": department, "least": least}, limit))


def officer_leaves(db: Database, at: date, officer: str, limit: int = 1000) -> tuple[OfficerLeaves, ...]:
    """What is affected if the officer goes, first what nobody else carries. Raises as `ask` does."""
    return typed(OfficerLeaves, ask(db, "officer-leaves", at, {"officer": officer}, limit))


def my_list(db: Database, at: date, officer: str, limit: int = 1000) -> tuple[MyListFirm, ...]:
    """The officer's firms at a date, what is to be done first. Raises as `ask` does."""
    return typed(MyListFirm, ask(db, "my-list", at, {"officer": officer}, limit))


def investor_not_secretary(db: Database, at: date, limit: int = 200) -> tuple[InvestorNotSecretary, ...]:
    """出资人未兼任书记 at a date, own branches first. Raises as `ask` does."""
    return typed(InvestorNotSecretary, ask(db, "investor-not-secretary", at, limit=limit))
