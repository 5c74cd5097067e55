"""What the first survey did not yet know or find done: it is closed, with true dates, by 2026-09-30.

Uncovered members need nothing here: they follow from branches founded and firms taken in after the survey.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from loaders.demo.draw import Draw
from loaders.demo.firms import BUILDING
from loaders.demo.world import FIRST_SURVEY, SETTLED, Firm, Officer, World

_LISTED_LATE, _SURVEYED_LATE, _STARTED, _CONTACTED_LATE, _UNGRIDDED = 14, 24, 6, 34, 9


def open_first_holes(draw: Draw, world: World) -> World:
    """The zone as the first survey found it; only firms that nobody of the party works in are touched."""
    employers = {tie.target for member in world.members for tie in member.works}
    idle = [t.target for o in world.officers for t in o.contacts if t.target not in employers]
    chosen = iter(draw.random.sample(idle, k=_LISTED_LATE + _SURVEYED_LATE + _STARTED + _CONTACTED_LATE + _UNGRIDDED))
    listed, surveyed, started, contacted, ungridded = (
        {next(chosen) for _ in range(count)}
        for count in (_LISTED_LATE, _SURVEYED_LATE, _STARTED, _CONTACTED_LATE, _UNGRIDDED)
    )
    firms = tuple(_firm(draw, f, listed, surveyed, started) for f in world.firms)
    sites = tuple(replace(s, gridded_on=SETTLED) if s.firm in ungridded else s for s in world.sites)
    officers = tuple(_late(draw, o, listed | started | contacted) for o in world.officers)
    return replace(world, firms=firms, sites=sites, officers=officers)


def _firm(draw: Draw, firm: Firm, listed: set[str], surveyed: set[str], started: set[str]) -> Firm:
    if firm.uscc in listed:
        registered = draw.day(date(2025, 6, 1), date(2026, 2, 28))
        start = draw.day(date(2026, 5, 6), date(2026, 8, 10))
        return replace(
            firm, listed_on=SETTLED, surveys=firm.surveys[1:], registered_on=registered, in_production_since=start
        )
    if firm.uscc in surveyed:
        return replace(firm, surveys=firm.surveys[1:])
    if firm.uscc in started:
        before = replace(firm.surveys[0], state=BUILDING, staff=firm.surveys[0].staff // 8, turnover=0)
        start = draw.day(date(2026, 5, 6), date(2026, 7, 20))
        return replace(firm, surveys=(before, *firm.surveys[1:]), in_production_since=start)
    return firm


def _late(draw: Draw, officer: Officer, late: set[str]) -> Officer:
    first = max(FIRST_SURVEY, date(2026, 5, 6))
    contacts = tuple(
        replace(t, since=max(t.since, draw.day(first, date(2026, 9, 18)))) if t.target in late else t
        for t in officer.contacts
    )
    return replace(officer, contacts=contacts)
