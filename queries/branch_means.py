"""Typed answers on what branches have: posts and brands, funding, and what was not paid."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from graph.connection import Database
from queries.ask import ask
from queries.typed import typed


@dataclass(frozen=True)
class PostsAndBrands:
    """A branch (or, without one, the owner called `name`) with its open posts by category and its brands."""

    branch: str | None
    name: str
    posts: int
    vanguard: int
    model: int
    line: int
    duty_area: int
    brands: int
    brand_names: str | None
    brand_keys: tuple[str, ...]


@dataclass(frozen=True)
class FundingOfBranch:
    """What a receiver was paid of one source in one year; `amount` in yuan."""

    list: Literal["branch", "project"]
    branch: str | None
    project: str | None
    name: str
    year: int | None
    source: Literal["pretax", "dues", "fiscal", "gift", "other"] | None
    payments: int
    amount: float
    last_paid_on: date | None
    given_by: tuple[str, ...]


@dataclass(frozen=True)
class Unpaid:
    """A review that earned a `subsidy` (yuan) not paid, or a branch without returned dues of the year."""

    list: Literal["subsidy", "dues"]
    state: Literal["unpaid", "unsaid", "unreturned"]
    year: int
    branch: str | None
    branch_name: str | None
    person_name: str | None
    sort: Literal["secretary", "instructor"] | None
    result: str | None
    subsidy: float | None
    review: str | None
    officer: str | None
    member: str | None


def posts_and_brands(db: Database, at: date, limit: int = 200) -> tuple[PostsAndBrands, ...]:
    """Open posts and brands by branch at a date, most posts first. Raises as `ask` does."""
    return typed(PostsAndBrands, ask(db, "posts-and-brands", at, limit=limit))


def funding_by_branch(db: Database, at: date, year: int = 0, limit: int = 1000) -> tuple[FundingOfBranch, ...]:
    """Funding paid by a date, of one year or (0) of all; gifts to joint projects last. Raises as `ask` does."""
    return typed(FundingOfBranch, ask(db, "funding-by-branch", at, {"year": year}, limit))


def unpaid(
    db: Database, at: date, which: Literal["all", "subsidy", "dues"] = "all", year: int = 0, limit: int = 200
) -> tuple[Unpaid, ...]:
    """Subsidies and dues of a year (0: the year before) not paid by a date. Raises as `ask` does."""
    return typed(Unpaid, ask(db, "unpaid", at, {"list": which, "year": year}, limit))
