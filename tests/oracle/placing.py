"""Where firms and branches of drawn zones lie on a day, and how far from one another."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import NamedTuple

from tests.oracle.cells import Point, cell_of, metres, site_of
from tests.oracle.facts import Facts
from tests.oracle.once import once
from tests.oracle.sheets import Row
from tests.oracle.spans import Said, Ties, latest, ties


class Place(NamedTuple):
    """A point where something lies; `rough`: the centre of its cell, for want of its own."""

    point: Point
    rough: bool
    key: str
    name: str
    sort: str
    cell: str | None


class Apart(NamedTuple):
    """How far two things are from one another, at the nearest places of each."""

    metres: float
    here: Place
    there: Place

    @property
    def rough(self) -> bool:
        """A cell's centre was taken on either side."""
        return self.here.rough or self.there.rough


def _point(row: Row, prefix: str = "") -> str:
    east, north = row[f"{prefix}经度"], row[f"{prefix}纬度"]
    return f"{east} {north}" if east and north else ""


def _venue(row: Row) -> str:
    return row["阵地编号"]


def _read(word: str | None) -> Point | None:
    if not word:
        return None
    east, north = word.split()
    return float(east), float(north)


class Placing(Facts):
    """All facts, with those of places."""

    @cached_property
    def _site_points(self) -> dict[str, str]:
        return dict(latest(self.ledgers("enterprises"), site_of, _point))

    @cached_property
    def _centres(self) -> dict[str, str]:
        return dict(latest(self.ledgers("grid_cells"), cell_of, lambda row: _point(row, "中心坐标/")))

    @cached_property
    def _venue_points(self) -> dict[str, str]:
        return dict(latest(self.ledgers("venues"), _venue, lambda row: _point(row, "坐标/")))

    @cached_property
    def _seated(self) -> Ties:
        def branch(row: Row) -> str:
            return row["驻有党组织/党组织代码"]

        return ties(self.ledgers("venues"), branch, lambda row: Said(branch(row), _venue(row)), single=True)

    def centre(self, cell: str | None) -> Point | None:
        """The centre of a cell."""
        return _read(self._centres.get(cell or ""))

    def point(self, site: str) -> Point | None:
        """The coordinates of a site."""
        return _read(self._site_points.get(site))

    @once
    def stands(self, firm: str, day: date) -> list[Place]:
        """Where the firm's sites lie, those of which a point is known."""
        found = []
        for site in self.sites(firm, day):
            own, cell = self.point(site), self.cell(site, day)
            if here := own or self.centre(cell):
                found.append(Place(here, own is None, f"{firm}/{site}", self.names[firm], "covered", cell))
        return found

    @once
    def branch_places(self, branch: str, day: date) -> list[Place]:
        """Where the branch stands: its seat, and the sites of the firms it covers."""
        venue = self._seated.one(branch, day)
        here = _read(self._venue_points.get(venue)) if venue else None
        seat = [Place(here, False, venue or "", f"{venue}阵地", "seat", None)] if here else []
        return seat + [place for firm in self.covered(branch, day) for place in self.stands(firm, day)]

    def apart(self, here: list[Place], there: list[Place]) -> Apart | None:
        """The nearest of these and of those; of equals the seat, then the first by key."""
        found = [Apart(metres(one.point, other.point), one, other) for one in here for other in there]
        return min(found, key=lambda a: (a.metres, a.there.sort != "seat", a.there.key, a.rough), default=None)
