"""The 35 service teams: six to an area, five in the last, four to six officers each for about 18 firms."""

from __future__ import annotations

from datetime import date
from itertools import cycle
from random import Random

from loaders.demo.firms import CANCELLED, MOVED
from loaders.demo.service import Team
from loaders.demo.words import AREAS
from loaders.demo.world import SETTLED, World

_TEAMS = dict(zip(AREAS, (6, 6, 6, 6, 6, 5), strict=True))
FOUNDED_ON = date(2026, 3, 2)


def form_teams(random: Random, world: World) -> tuple[Team, ...]:
    """The teams of 2026-09-30; neighbouring firms share one, and nobody is twice in the same."""
    officers = [o.staff_id for o in world.officers]
    random.shuffle(officers)
    free = cycle(officers)
    teams: list[Team] = []
    for area, count in _TEAMS.items():
        firms = _firms(world, area)
        for number in range(count):
            people = [next(free) for _ in range(random.randint(4, 6))]
            teams.append(
                Team(
                    number=f"AS-{len(teams) + 1:02d}",
                    name=f"{area}第{number + 1}安商服务小组",
                    area=area,
                    leader=people[0],
                    officers=tuple(people[1:]),
                    firms=tuple(firms[len(firms) * number // count : len(firms) * (number + 1) // count]),
                    founded_on=FOUNDED_ON,
                )
            )
    return tuple(teams)


def _firms(world: World, area: str) -> list[str]:
    """Firms of an area, cell after cell, without those that are gone."""
    cells = {c.code for c in world.cells if c.area == area}
    sites = sorted((s for s in world.site.values() if s.cell in cells), key=lambda s: (s.cell, s.address))
    firms = [world.firm[s.firm] for s in sites]
    gone = (CANCELLED, MOVED)
    return [f.uscc for f in firms if f.listed_on <= SETTLED and (s := f.survey(SETTLED)) and s.state not in gone]
