"""Typed answers on who leads branches: their committees, their secretaries, and one person in several."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from graph.connection import Database
from queries.ask import ask
from queries.typed import typed


@dataclass(frozen=True)
class CommitteeSize:
    """A branch without the committee it is due, or whose `committee` (its people, the secretary included) is off."""

    branch: str
    name: str
    state: Literal["none", "small", "large"]
    formal: int
    committee: int
    firms: int


@dataclass(frozen=True)
class SecretaryVacant:
    """A branch without a secretary `since` a day (None: none known before), or one whose membership is in `home`."""

    branch: str
    name: str
    state: Literal["vacant", "elsewhere", "unknown"]
    verdict: Literal["breach", "check"]
    since: date | None
    secretary_name: str | None
    member: str | None
    officer: str | None
    source: Literal["investor", "manager", "other"] | None
    home: str | None
    home_name: str | None


@dataclass(frozen=True)
class SeveralPosts:
    """A person, known as officer, member or both, who is secretary of several joint branches."""

    officer: str | None
    member: str | None
    name: str | None
    department: str | None
    branches: int
    firms: int
    joint_names: str
    joint: tuple[str, ...]


def committee_size(db: Database, at: date, limit: int = 200) -> tuple[CommitteeSize, ...]:
    """Committees due, too small or too large at a date. Raises as `ask` does."""
    return typed(CommitteeSize, ask(db, "committee-size", at, limit=limit))


def secretary_vacant(db: Database, at: date, limit: int = 200) -> tuple[SecretaryVacant, ...]:
    """Branches without a secretary of their own at a date, what is only to be checked last. Raises as `ask` does."""
    return typed(SecretaryVacant, ask(db, "secretary-vacant", at, limit=limit))


def several_posts(db: Database, at: date, least: int = 2, limit: int = 200) -> tuple[SeveralPosts, ...]:
    """Who is secretary of at least so many joint branches at a date. Raises as `ask` does."""
    return typed(SeveralPosts, ask(db, "several-posts", at, {"least": least}, limit))
