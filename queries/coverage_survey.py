"""Typed answers on the survey: who was never surveyed, whose survey is old, new or incomplete, what is not known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from graph.connection import Database
from queries.ask import ask
from queries.typed import typed

Filled = Literal["full", "part", "empty", "none"]
"""How far a clear is filled; `none` where it does not apply."""


@dataclass(frozen=True)
class NeverSurveyed:
    """A firm in scope that no survey ledger states, none any more, or one that leaves its clears `blank`."""

    firm: str
    name: str
    state: Literal["never", "blank", "dropped"]
    last_surveyed: date | None
    known_since: date | None
    ledger: str | None
    department: str | None
    area: str | None
    cell: str | None


@dataclass(frozen=True)
class SurveyStale:
    """A firm whose latest survey ledger is older than a survey holds; `days` since it went out of date."""

    firm: str
    name: str
    operating_state: Literal["operating", "stopped", "building", "cancelled", "moved"] | None
    last_surveyed: date | None
    expired_on: date
    days: int
    department: str | None
    area: str | None
    cell: str | None


@dataclass(frozen=True)
class StartedUnlisted:
    """A firm that started production and is in no survey ledger since; `days` since it started."""

    firm: str
    name: str
    state: Literal["due", "overdue"]
    started_on: date
    days: int
    source: Literal["change", "firm"]
    last_surveyed: date | None
    department: str | None
    area: str | None
    cell: str | None


@dataclass(frozen=True)
class ClearsIncomplete:
    """How far each of the seven clears of a firm is filled; `complete` in per cent, each clear weighing the same."""

    firm: str
    name: str
    empty: int
    complete: float
    state: Literal["empty", "part"]
    operation: Filled
    staff: Filled
    investor: Filled
    members: Filled
    organisation: Filled
    unbuilt: Filled
    needs: Filled
    last_surveyed: date | None
    reporting_unit: str | None
    area: str | None
    cell: str | None


@dataclass(frozen=True)
class UnknownVerdict:
    """A fact that is missing of a firm, and the verdict it would give."""

    firm: str
    name: str
    fact: Literal["operating", "ownership", "standing", "membership", "size"]
    verdict: Literal["base", "qualified", "members", "large"]
    members: tuple[str, ...]
    formal: int
    last_surveyed: date | None
    area: str | None
    cell: str | None


def never_surveyed(
    db: Database, at: date, settings: Mapping[str, str | object] | None = None, limit: int = 200
) -> tuple[NeverSurveyed, ...]:
    """未摸底 at a date, those known longest first. Raises as `ask` does."""
    return typed(NeverSurveyed, ask(db, "never-surveyed", at, settings, limit))


def survey_stale(
    db: Database, at: date, settings: Mapping[str, str | object] | None = None, limit: int = 200
) -> tuple[SurveyStale, ...]:
    """底数过期 at a date, oldest first. Raises as `ask` does."""
    return typed(SurveyStale, ask(db, "survey-stale", at, settings, limit))


def started_unlisted(
    db: Database, at: date, settings: Mapping[str, str | object] | None = None, limit: int = 200
) -> tuple[StartedUnlisted, ...]:
    """新投产未纳入 at a date, longest first. Raises as `ask` does."""
    return typed(StartedUnlisted, ask(db, "started-unlisted", at, settings, limit))


def clears_incomplete(
    db: Database, at: date, settings: Mapping[str, str | object] | None = None, limit: int = 200
) -> tuple[ClearsIncomplete, ...]:
    """七个清缺项 at a date, least complete first. Raises as `ask` does."""
    return typed(ClearsIncomplete, ask(db, "clears-incomplete", at, settings, limit))


def unknown_verdict(
    db: Database, at: date, settings: Mapping[str, str | object] | None = None, limit: int = 200
) -> tuple[UnknownVerdict, ...]:
    """未能判定 at a date, by verdict and fact. Raises as `ask` does."""
    return typed(UnknownVerdict, ask(db, "unknown-verdict", at, settings, limit))
