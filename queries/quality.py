"""Typed answers on the quality of the data: conflicts, faulty codes, firms that may be one, how fresh ledgers are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from graph.connection import Database
from queries.ask import ask
from queries.typed import typed


@dataclass(frozen=True)
class Conflict:
    """What two ledgers say otherwise of `what` at `day`; one of the four keys is set, or none for other nodes.

    `because`: the zone set the authority of the `field`, the `kind` of ledger is trusted more, or the `load`'s id
    decides. Private values are masked.
    """

    day: date
    firm: str | None
    branch: str | None
    member: str | None
    officer: str | None
    name: str | None
    person: str | None
    what: str
    shown: str
    shown_file: str
    other: str
    other_file: str
    because: Literal["field", "kind", "load"]


@dataclass(frozen=True)
class BadCode:
    """A firm whose code fails its check, is damaged or missing; with the latest ledger row about it."""

    firm: str
    name: str
    uscc: str | None
    fault: Literal["failed", "damaged", "missing"]
    file: str
    sheet: str | None
    row: int
    as_of: date


@dataclass(frozen=True)
class DuplicateFirm:
    """Two firms that may be one: of the same name, or with codes that differ in one place."""

    firm: str
    name: str
    uscc: str | None
    other: str
    other_name: str
    other_uscc: str | None
    alike: Literal["name", "code"]


@dataclass(frozen=True)
class StaleLedger:
    """The latest ledgers of one kind and scope: `days` old, and what became of their rows."""

    scope: str
    kind: str
    as_of: date
    days: int
    state: Literal["fresh", "stale"]
    accepted: int
    rejected: int
    waiting: int
    files: str


def conflicts(db: Database, at: date, which: Literal["all", "firms"] = "all", limit: int = 200) -> tuple[Conflict, ...]:
    """Conflicts about days up to a date, latest first. Raises as `ask` does."""
    return typed(Conflict, ask(db, "conflicts", at, {"list": which}, limit))


def bad_codes(
    db: Database, at: date, which: Literal["all", "failed", "damaged", "missing"] = "all", limit: int = 200
) -> tuple[BadCode, ...]:
    """Firms known by a date whose code is faulty. Raises as `ask` does."""
    return typed(BadCode, ask(db, "bad-codes", at, {"list": which}, limit))


def duplicate_firms(db: Database, at: date, limit: int = 200) -> tuple[DuplicateFirm, ...]:
    """Pairs of firms known by a date that may be one. Raises as `ask` does."""
    return typed(DuplicateFirm, ask(db, "duplicate-firms", at, limit=limit))


def stale_ledgers(db: Database, at: date, older: int = 0, limit: int = 500) -> tuple[StaleLedger, ...]:
    """The latest ledgers of each kind and scope at least `older` days old, oldest first. Raises as `ask` does."""
    return typed(StaleLedger, ask(db, "stale-ledgers", at, {"older": older}, limit))
