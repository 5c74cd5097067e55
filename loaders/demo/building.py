"""What is built up around the branches, as frozen values: activities, money, posts, brands, projects, documents.

Branches and firms are told by their codes. Sums are in yuan.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Activity:
    """Something held on a day by a branch, a pair (its agreement number) or a firm: the one of them that is filled."""

    number: str
    held_on: date
    category: str
    title: str
    place: str
    host: str
    expected: int
    attendance: int
    branch: str = ""
    agreement: str = ""
    firm: str = ""


@dataclass(frozen=True)
class Payment:
    """A sum for a branch's work; `firm` is who deducts it before tax."""

    branch: str
    year: int
    source: str
    amount: int
    paid_on: date
    firm: str = ""


@dataclass(frozen=True)
class Post:
    """A vanguard or model post of a branch, or a workshop line of a firm."""

    name: str
    category: str
    set_up_on: date
    holder: str = ""
    branch: str = ""
    firm: str = ""


@dataclass(frozen=True)
class Brand:
    """A brand of a branch or a firm."""

    name: str
    meaning: str
    level: str
    created_on: date
    branch: str = ""
    firm: str = ""


@dataclass(frozen=True)
class Gift:
    """What one firm, or several together, gave to a project on a day."""

    firms: tuple[str, ...]
    amount: int
    given_on: date


@dataclass(frozen=True)
class Project:
    """Something built in a village with gifts of firms; `branches` of organs build along, within a pair or without."""

    number: str
    name: str
    village: str
    township: str
    branches: tuple[str, ...]
    gifts: tuple[Gift, ...]
    started_on: date
    finished_on: date
    agreement: str = ""


@dataclass(frozen=True)
class Policy:
    """A document and the ids or titles of the rules it backs."""

    number: str
    title: str
    issued_by: str
    issued_on: date
    effective_on: date
    rules: tuple[str, ...]
    repealed_on: date | None = None


@dataclass(frozen=True)
class Building:
    """All of it."""

    activities: tuple[Activity, ...] = ()
    payments: tuple[Payment, ...] = ()
    posts: tuple[Post, ...] = ()
    brands: tuple[Brand, ...] = ()
    projects: tuple[Project, ...] = ()
    policies: tuple[Policy, ...] = ()
