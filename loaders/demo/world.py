"""The demo zone as one frozen value: what is true of it, and since when.

Every fact that changes is a `Tie` with dates or a `Survey` of a date, so a ledger of any date can be written from it.
Points are WGS-84 degrees; `until` is exclusive and `OPEN` while it lasts.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from graph.values.coordinates import Datum
from graph.values.dates import OPEN
from loaders.demo.building import Building
from loaders.demo.organisation import Organisation
from loaders.demo.service import Service

FIRST_SURVEY = date(2026, 4, 30)
SETTLED = date(2026, 9, 30)
DRIFTED = date(2026, 10, 31)
DATES = (FIRST_SURVEY, SETTLED, DRIFTED)
"""The as-of dates of the ledgers: the first survey with its holes, all closed, and opened again."""


@dataclass(frozen=True)
class Tie:
    """A dated relation to `target` (a code, or a name where the ledgers know no code). `note` is its basis or duty."""

    target: str
    since: date
    until: date = OPEN
    note: str = ""

    def holds(self, at: date) -> bool:
        """Whether it holds on the day `at`."""
        return self.since <= at < self.until


def current(ties: tuple[Tie, ...], at: date) -> tuple[Tie, ...]:
    """Those of `ties` that hold on the day `at`."""
    return tuple(tie for tie in ties if tie.holds(at))


@dataclass(frozen=True)
class Cell:
    """A grid cell; `departments` are responsible for it, one at a time."""

    code: str
    name: str
    area: str
    township: str
    longitude: float
    latitude: float
    departments: tuple[Tie, ...] = ()


@dataclass(frozen=True)
class Site:
    """A place where a firm operates. `datum` is what its ledger writes; `located` is false where nobody measured it."""

    firm: str
    address: str
    cell: str
    longitude: float
    latitude: float
    datum: Datum = "WGS-84"
    located: bool = True
    gridded_on: date = FIRST_SURVEY


@dataclass(frozen=True)
class Survey:
    """What the ledger of `since` found, until a later one. `turnover` is in 10,000 yuan a year."""

    since: date
    state: str
    staff: int
    turnover: int
    needs: str


@dataclass(frozen=True)
class Firm:
    """A firm of the zone; without surveys it is listed and nobody has been there."""

    uscc: str
    name: str
    short_name: str
    industry: str
    ownership: str
    registered_place: str
    registered_on: date
    in_production_since: date | None
    phone: str
    investor: str
    investor_is_member: bool
    group: str | None = None
    listed_on: date = FIRST_SURVEY
    surveys: tuple[Survey, ...] = ()

    def survey(self, at: date) -> Survey | None:
        """What is known of it on the day `at`."""
        return next((s for s in reversed(self.surveys) if s.since <= at), None)

    def operates(self, at: date) -> bool:
        """Whether the survey known on the day `at` says so."""
        survey = self.survey(at)
        return survey is not None and survey.state == "正常经营"


@dataclass(frozen=True)
class Branch:
    """A party organisation. `side` is empty for those that stand on neither side of a co-building pair."""

    code: str
    name: str
    side: str
    level: str
    formation: str
    founded_on: date
    upper: str
    dissolved_on: date = OPEN
    dissolved_why: str = ""
    approval: str = ""
    department: str = ""
    coverage: tuple[Tie, ...] = ()

    def lives(self, at: date) -> bool:
        """Whether it is founded and not dissolved on the day `at`."""
        return self.founded_on <= at < self.dissolved_on

    def covers(self, at: date) -> tuple[str, ...]:
        """The firms it covers on the day `at`, its host first."""
        return tuple(t.target for t in current(self.coverage, at)) if self.lives(at) else ()


@dataclass(frozen=True)
class Member:
    """A party member. `confirmed_on` is the end of probation; None on probation, or where `standing_known` is false."""

    name: str
    id_number: str
    born_on: date
    joined_on: date
    confirmed_on: date | None
    works: tuple[Tie, ...]
    memberships: tuple[Tie, ...]
    standing_known: bool = True

    def formal(self, at: date) -> bool:
        """Whether the person is a full member on the day `at`."""
        return self.confirmed_on is not None and self.confirmed_on <= at


@dataclass(frozen=True)
class Officer:
    """One of the staff of departments and township offices, with three kinds of duties."""

    staff_id: str
    name: str
    department: str
    post: str
    full_time: bool
    phone: str
    left_on: date = OPEN
    contacts: tuple[Tie, ...] = ()
    instructs: tuple[Tie, ...] = ()
    leads: tuple[Tie, ...] = ()


@dataclass(frozen=True)
class Pair:
    """A co-building pair of an organ branch and an enterprise branch (their codes)."""

    agreement: str
    organ: str
    enterprise: str
    signed_on: date
    plan: str
    ended_on: date = OPEN
    activities: tuple[date, ...] = ()


@dataclass(frozen=True)
class World:
    """The whole zone. `groups` are parent firms outside it (code → name); `outsiders` are registered here only."""

    cells: tuple[Cell, ...] = ()
    firms: tuple[Firm, ...] = ()
    sites: tuple[Site, ...] = ()
    branches: tuple[Branch, ...] = ()
    members: tuple[Member, ...] = ()
    officers: tuple[Officer, ...] = ()
    pairs: tuple[Pair, ...] = ()
    groups: tuple[tuple[str, str], ...] = ()
    outsiders: tuple[Firm, ...] = ()
    service: Service = field(default_factory=Service)
    building: Building = field(default_factory=Building)
    organisation: Organisation = field(default_factory=Organisation)

    @cached_property
    def firm(self) -> dict[str, Firm]:
        """Firms by credit code."""
        return {f.uscc: f for f in self.firms}

    @cached_property
    def branch(self) -> dict[str, Branch]:
        """Branches by code."""
        return {b.code: b for b in self.branches}

    @cached_property
    def employers(self) -> frozenset[str]:
        """The credit codes of all firms at which a member works at some time."""
        return frozenset(t.target for m in self.members for t in m.works)

    @cached_property
    def site(self) -> dict[str, Site]:
        """The main site of each firm, by credit code."""
        return {s.firm: s for s in reversed(self.sites)}
