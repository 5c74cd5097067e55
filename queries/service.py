"""Typed answers on business service: teams, requests, and all on one firm before a visit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from graph.connection import Database
from queries.ask import ask
from queries.typed import typed


@dataclass(frozen=True)
class RequestOverdue:
    """A request that is `days` past its due date and not closed."""

    request: str
    title: str | None
    category: str | None
    raised_on: date
    due_on: date
    days: int
    firm: str | None
    firm_name: str | None
    project: str | None
    project_name: str | None
    team: str | None
    team_name: str | None
    department: str | None


@dataclass(frozen=True)
class TeamRequests:
    """The requests of one team, or of none (`team` None); `oldest` and `median` are days the open ones have waited."""

    team: str | None
    team_name: str | None
    area: str | None
    raised: int
    closed: int
    in_progress: int
    overdue: int
    oldest: int | None
    median: float | None
    overdue_requests: tuple[str, ...]


@dataclass(frozen=True)
class Team:
    """A service team; `firms`, `officers` and `departments` are numbers, the lead's name is masked."""

    team: str
    team_name: str
    area: str | None
    firms: int
    officers: int
    lead: str | None
    lead_name: str | None
    departments: int
    founded_on: date | None
    members: tuple[str, ...]


@dataclass(frozen=True)
class FirmFileLine:
    """One line of a firm's file: what (`section`, `item`), as text, date, coded word, masked person or node."""

    section: str
    item: str
    value: str | None
    word: str | None
    person: str | None
    since: date | None
    firm: str
    branch: str | None
    officer: str | None
    team: str | None
    request: str | None
    pair: str | None


def requests_overdue(db: Database, at: date, team: str = "", limit: int = 200) -> tuple[RequestOverdue, ...]:
    """诉求超期未销号 at a date, longest over first. Raises as `ask` does."""
    return typed(RequestOverdue, ask(db, "requests-overdue", at, {"team": team}, limit))


def requests_by_team(db: Database, at: date, area: str = "", limit: int = 1000) -> tuple[TeamRequests, ...]:
    """Requests of each team at a date, most overdue first. Raises as `ask` does."""
    return typed(TeamRequests, ask(db, "requests-by-team", at, {"area": area}, limit))


def teams(db: Database, at: date, area: str = "", limit: int = 1000) -> tuple[Team, ...]:
    """安商服务小组 at a date, by area. Raises as `ask` does."""
    return typed(Team, ask(db, "teams", at, {"area": area}, limit))


def firm_file(db: Database, at: date, firm: str, limit: int = 1000) -> tuple[FirmFileLine, ...]:
    """一企一档 at a date, line by line. Raises as `ask` does, NotFound for an unknown firm."""
    return typed(FirmFileLine, ask(db, "firm-file", at, {"firm": firm}, limit))
