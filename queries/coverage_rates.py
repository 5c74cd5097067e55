"""Typed answers on coverage rates, by zone, place, trade or size, and on the firms behind each number."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from graph.connection import Database
from queries.ask import ask
from queries.typed import typed


@dataclass(frozen=True)
class Rate:
    """One rate of one group, in per cent, also a month before and on 1 January; `unknown` is in neither number."""

    rate: Literal["organisation", "own", "assigned", "active", "should_build"]
    group: str
    group_name: str | None
    numerator: int
    denominator: int
    unknown: int
    percent: float | None
    month_ago: float | None
    month_change: float | None
    january: float | None
    year_change: float | None


@dataclass(frozen=True)
class RateFirm:
    """A firm behind one rate, in one of its groups."""

    firm: str
    name: str
    rate: Literal["organisation", "own", "assigned", "active", "should_build"]
    state: Literal["reached", "gap", "unknown"]
    group: str
    group_name: str | None
    staff: int | None
    branch: str | None
    branch_name: str | None
    area: str | None
    cell: str | None


def rates(
    db: Database, at: date, settings: Mapping[str, str | object] | None = None, limit: int = 200
) -> tuple[Rate, ...]:
    """覆盖率 at a date, by rate and group. Raises as `ask` does."""
    return typed(Rate, ask(db, "rates", at, settings, limit))


def rate_firms(
    db: Database, at: date, settings: Mapping[str, str | object] | None = None, limit: int = 200
) -> tuple[RateFirm, ...]:
    """The firms of a rate's numerator, denominator, gap or unknown at a date, by group. Raises as `ask` does."""
    return typed(RateFirm, ask(db, "rate-firms", at, settings, limit))
