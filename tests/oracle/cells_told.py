"""Answers on grid cells and on firms in none, counted from the facts."""

from __future__ import annotations

from datetime import date

from tests.oracle.cells import metres
from tests.oracle.coverage import Rows
from tests.oracle.known import Known


def ungridded(facts: Known, day: date) -> Rows:
    """企业无网格, by site."""
    found = []
    for firm in facts.operating(day):
        sites = facts.sites(firm, day)
        for site in [site for site in sites if not facts.cell(site, day)] or ([None] if not sites else []):
            here = facts.point(site) if site else None
            centres = [(metres(here, at), cell) for cell in facts.cells if here and (at := facts.centre(cell))]
            near = min((one for one in centres if one[0] <= 1000), default=None)
            found.append(
                {
                    "firm": firm,
                    "firm_name": facts.names[firm],
                    "state": "no_cell" if site else "no_site",
                    "site_name": site.split("/")[1] if site else None,
                    "nearest": near[1] if near else None,
                    "nearest_name": f"{near[1]}网格" if near else None,
                    "metres": near[0] if near else None,
                }
            )
    return found


def cells(facts: Known, day: date) -> Rows:
    """网格一览."""
    operating = set(facts.operating(day))
    found = []
    for cell in sorted(facts.cells):
        firms = sorted(facts.firms_in(cell, day) & operating)
        covered = {firm for firm in firms if facts.organisations(firm, day)}
        reached = {firm for firm in firms if facts.reached(firm, day)} - covered
        holes = [firm for firm in firms if _is_hole(facts, firm, day)]
        found.append(
            {
                "cell": cell,
                "name": f"{cell}网格",
                "area": facts.area(cell, day),
                "township": facts.township(cell, day),
                "department": facts.department(cell, day),
                "firms": len(firms),
                "covered": len(covered),
                "reached": len(reached),
                "holes": len(holes),
                "hole_firms": holes,
            }
        )
    return found


def _is_hole(facts: Known, firm: str, day: date) -> bool:
    """An operating firm with members uncovered or, without members, reached by nobody; or with a site in no cell."""
    without = not facts.organisations(firm, day) and (any(facts.numbers(firm, day)) or not facts.reached(firm, day))
    return without or any(facts.cell(site, day) is None for site in facts.sites(firm, day))
