"""Places for party activities: the zone's centre, stations of townships and cells. Their coordinates are synthetic."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from random import Random

from loaders.demo.formation import ZONE_COMMITTEE
from loaders.demo.places import metres
from loaders.demo.service import Venue
from loaders.demo.words import SHORT_ZONE, TOWNSHIP_OFFICES, TOWNSHIPS
from loaders.demo.world import SETTLED, Cell, World

_SHARED_AT_MOST = 4


def open_venues(random: Random, world: World) -> tuple[Venue, ...]:
    """The zone's centre, and a station in each township and in the middle of four other cells."""
    cells = list(world.cells)
    seats = {b.department: b.code for b in world.branches if b.department}
    venues = [_venue(random, 1, cells[20], "两新组织党群服务中心", 860, ZONE_COMMITTEE)]
    for township, office in zip(TOWNSHIPS, TOWNSHIP_OFFICES, strict=True):
        cell = random.choice([c for c in cells if c.township == township])
        area = random.randint(12, 40) * 10
        venues.append(_venue(random, len(venues) + 1, cell, f"{township}党群服务站", area, seats[office]))
    for index in (3, 17, 30, 45):
        name = f"{cells[index].name}党群驿站"
        venues.append(_venue(random, len(venues) + 1, cells[index], name, random.randint(4, 9) * 10, ""))
    return tuple(_shared(world, venues))


def _venue(random: Random, number: int, cell: Cell, name: str, area: int, seated: str) -> Venue:
    return Venue(
        number=f"ZD-{number:02d}",
        name=f"{SHORT_ZONE}{name}",
        address=f"{SHORT_ZONE}{cell.name}党群活动用房",
        township=cell.township,
        floor_area=area,
        opened_on=date(random.randint(2019, 2025), random.randint(1, 12), random.randint(1, 28)),
        longitude=round(cell.longitude + random.uniform(-0.001, 0.001), 6),
        latitude=round(cell.latitude + random.uniform(-0.001, 0.001), 6),
        seated=seated,
    )


def _shared(world: World, venues: list[Venue]) -> Iterator[Venue]:
    """Each joint branch shares the venue nearest to its host, where there is room for one more."""
    sharing: dict[str, list[str]] = {v.number: [] for v in venues}
    cells = {v.number: Cell("", "", "", "", v.longitude, v.latitude) for v in venues}
    for branch in world.branches:
        if branch.formation == "联合建立" and branch.lives(SETTLED):
            host = world.site[branch.covers(SETTLED)[0]]
            nearest = min(venues, key=lambda v: metres(host, cells[v.number]))
            if len(sharing[nearest.number]) < _SHARED_AT_MOST:
                sharing[nearest.number].append(branch.code)
    for venue in venues:
        yield Venue(**{**vars(venue), "sharing": tuple(sharing[venue.number])})
