"""What is served, visited and reported in the demo zone, as frozen values hung on the world by one field.

Firms, branches, officers, cells and projects are told by their codes. `OPEN` is a day that has not come.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from graph.values.coordinates import Datum
from graph.values.dates import OPEN


@dataclass(frozen=True)
class Team:
    """A service team (安商服务小组): `officers` without the leader; it serves `firms` of its area."""

    number: str
    name: str
    area: str
    leader: str
    officers: tuple[str, ...]
    firms: tuple[str, ...]
    founded_on: date


@dataclass(frozen=True)
class Project:
    """An investment project; `firm` is what it has become. `planned_investment` is in 10,000 yuan."""

    number: str
    name: str
    stage: str
    investor: str
    planned_investment: int
    area: str
    cell: str
    signed_on: date | None = None
    started_on: date | None = None
    firm: str = ""
    becomes_on: date | None = None


@dataclass(frozen=True)
class Request:
    """A request of a firm or of a project, whichever is told."""

    number: str
    title: str
    category: str
    raised_on: date
    due_on: date
    team: str
    firm: str = ""
    project: str = ""
    closed_on: date = OPEN

    def open(self, at: date) -> bool:
        """Whether it is raised and not closed by the end of the day `at`."""
        return self.raised_on <= at < self.closed_on


@dataclass(frozen=True)
class Visit:
    """A visit of an officer to a firm."""

    number: str
    day: date
    officer: str
    firm: str
    matter: str
    cleared: tuple[str, ...]
    roles: tuple[str, ...]
    problem: str


@dataclass(frozen=True)
class Change:
    """What the investment office tells of a firm. `state` is the operating state from then on, where it still is."""

    happened_on: date
    change: str
    firm: str
    state: str = ""
    former_name: str = ""
    members_after: int | None = None
    note: str = ""


@dataclass(frozen=True)
class FirmName:
    """Another name of a firm: 简称, 曾用名 or 常用名."""

    firm: str
    name: str
    sort: str
    since: date | None = None


@dataclass(frozen=True)
class Measured:
    """A site as somebody measured it, in degrees on `datum`."""

    firm: str
    address: str
    longitude: float
    latitude: float
    datum: Datum


@dataclass(frozen=True)
class Supply:
    """A firm supplies another."""

    supplier: str
    buyer: str
    product: str
    since: date
    until: date = OPEN


@dataclass(frozen=True)
class Venue:
    """A place for party activities; `floor_area` is in square metres, the point on WGS-84."""

    number: str
    name: str
    address: str
    township: str
    floor_area: int
    opened_on: date
    longitude: float
    latitude: float
    seated: str = ""
    sharing: tuple[str, ...] = ()


@dataclass(frozen=True)
class Service:
    """All of it."""

    teams: tuple[Team, ...] = ()
    projects: tuple[Project, ...] = ()
    requests: tuple[Request, ...] = ()
    visits: tuple[Visit, ...] = ()
    changes: tuple[Change, ...] = ()
    names: tuple[FirmName, ...] = ()
    measured: tuple[Measured, ...] = ()
    supplies: tuple[Supply, ...] = ()
    venues: tuple[Venue, ...] = ()
