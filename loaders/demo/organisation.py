"""What ledgers of organisation and people say besides, as frozen values: terms, appointments, bodies, papers, reviews.

Branches and firms are told by their codes, members by their ID number, officers by their staff id.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Term:
    """The `number`-th term of a branch; `extended_to` where its end was put off."""

    branch: str
    number: int
    since: date
    until: date
    years: int
    extended_to: date | None = None


@dataclass(frozen=True)
class Appointment:
    """A secretary or committee member of a branch: a member, or an officer where `officer` is true."""

    branch: str
    person: str
    duty: str
    since: date
    source: str = ""
    officer: bool = False


@dataclass(frozen=True)
class Posting:
    """How often an officer is to visit, and at which level an instructor is posted."""

    staff_id: str
    frequency: str
    times: int
    level: str = ""


@dataclass(frozen=True)
class ContactDuties:
    """What an officer has done of the 345 duties at a firm contacted."""

    staff_id: str
    firm: str
    firsts: tuple[str, ...]
    cleared: tuple[str, ...]
    roles: tuple[str, ...]


@dataclass(frozen=True)
class Office:
    """A department: whether it is a township office, and a member of the zone's committee."""

    name: str
    township: bool
    in_committee: bool
    leaders: int
    head: str
    phone: str


@dataclass(frozen=True)
class AreaLead:
    """Who leads an area, and the department that does the work."""

    area: str
    lead: str
    post: str
    department: str


@dataclass(frozen=True)
class MassBodies:
    """Which of 工会, 共青团, 妇联 a firm has."""

    firm: str
    bodies: tuple[str, ...]


@dataclass(frozen=True)
class Approval:
    """A case of founding or dissolving a branch; a date is None while the step has not been taken."""

    matter: str
    branch: str
    name: str
    firms: tuple[str, ...]
    applied_on: date
    reason: str
    approved_on: date | None = None
    number: str = ""
    elected_on: date | None = None
    recorded_on: date | None = None


@dataclass(frozen=True)
class Applicants:
    """How many of a firm's staff have applied, are activists, and are prospective members."""

    firm: str
    applicants: int
    activists: int
    prospects: int


@dataclass(frozen=True)
class Transfer:
    """A membership on its way; branches outside the zone by name."""

    number: str
    member: str
    origin: str
    into: str
    asked_on: date
    state: str
    reason: str
    moved_on: date | None = None


@dataclass(frozen=True)
class Review:
    """A year's review of a secretary or instructor; the subsidy is in yuan, 0 where the grade earns none."""

    person: str
    officer: bool
    sort: str
    year: int
    result: str
    score: float
    reviewed_on: date
    branches: tuple[str, ...] = ()
    subsidy: int = 0
    paid: bool = False


@dataclass(frozen=True)
class Organisation:
    """All of it, as it is at 2026-09-30; terms and dated facts also tell what was before."""

    terms: tuple[Term, ...] = ()
    appointments: tuple[Appointment, ...] = ()
    postings: tuple[Posting, ...] = ()
    duties: tuple[ContactDuties, ...] = ()
    offices: tuple[Office, ...] = ()
    area_leads: tuple[AreaLead, ...] = ()
    mass_bodies: tuple[MassBodies, ...] = ()
    approvals: tuple[Approval, ...] = ()
    applicants: tuple[Applicants, ...] = ()
    transfers: tuple[Transfer, ...] = ()
    reviews: tuple[Review, ...] = ()
