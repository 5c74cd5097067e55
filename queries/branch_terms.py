"""Typed answers on what branches owe by the calendar: re-elections, meetings, approvals."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from graph.connection import Database
from queries.ask import ask
from queries.branches import Level
from queries.typed import typed

TermState = Literal["ending", "overdue", "extended_too_long", "unknown", "running"]


@dataclass(frozen=True)
class TermDue:
    """A branch and its term; `days_left` to its end or to the date it was extended to, negative when overdue."""

    branch: str
    name: str
    level: Level
    state: TermState
    verdict: Literal["breach", "reminder", "check"]
    days_left: int | None
    term: str | None
    term_since: date | None
    term_until: date | None
    extended_to: date | None
    years: int | None
    rule_years: int
    length_differs: bool


Held = Literal["held", "missed", "not_yet", "not_due"]


@dataclass(frozen=True)
class MeetingsMissed:
    """A branch that missed a meeting (`breach`), or has not yet held one in a period that is not over (`not_yet`)."""

    branch: str
    name: str
    verdict: Literal["breach", "not_yet"]
    members_meeting: Held
    committee_meeting: Held
    theme_day: Held
    last_members_meeting: date | None
    last_committee_meeting: date | None
    last_theme_day: date | None


@dataclass(frozen=True)
class ApprovalPending:
    """An application undecided too long, `days` since it was made, or decided and not recorded, since the decision."""

    approval: str
    state: Literal["undecided", "unrecorded"]
    matter: Literal["founding", "dissolving"]
    branch: str | None
    branch_name: str | None
    applied_on: date | None
    approved_on: date | None
    days: int
    decided_by: str | None
    reason: str | None
    concerned: tuple[str, ...]


def terms_due(
    db: Database, at: date, which: Literal["all"] | TermState = "all", limit: int = 200
) -> tuple[TermDue, ...]:
    """Terms ending, overdue, extended too long or not stated at a date, worst first. Raises as `ask` does."""
    return typed(TermDue, ask(db, "terms-due", at, {"list": which}, limit))


def meetings_missed(db: Database, at: date, limit: int = 200) -> tuple[MeetingsMissed, ...]:
    """Meetings of this quarter and month not held by a date, breaches first. Raises as `ask` does."""
    return typed(MeetingsMissed, ask(db, "meetings-missed", at, limit=limit))


def approvals_pending(db: Database, at: date, limit: int = 200) -> tuple[ApprovalPending, ...]:
    """Approvals that wait at a date, longest first. Raises as `ask` does."""
    return typed(ApprovalPending, ask(db, "approvals-pending", at, limit=limit))
