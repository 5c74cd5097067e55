"""The service side of the zone, step by step: each has a random stream of its own, so none moves another."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from loaders.demo.firm_changes import other_names, tell_changes
from loaders.demo.investment_projects import plan_projects
from loaders.demo.measured_sites import measure_sites
from loaders.demo.service import Service
from loaders.demo.service_requests import raise_requests
from loaders.demo.service_teams import form_teams
from loaders.demo.supply_chain import link_supplies
from loaders.demo.venues import open_venues
from loaders.demo.visiting import make_visits
from loaders.demo.world import World


def serve(seed: int, world: World) -> World:
    """The zone with its teams, projects, requests, visits, changes, names, coordinates, supplies and venues."""

    def stream(step: str) -> Random:
        return Random(f"{seed}/{step}")

    teams = form_teams(stream("teams"), world)
    projects = plan_projects(stream("projects"), world)
    changes = tell_changes(stream("changes"), world)
    service = Service(
        teams=teams,
        projects=projects,
        requests=raise_requests(stream("requests"), world, teams, projects),
        visits=make_visits(stream("visits"), world),
        changes=changes,
        names=other_names(stream("names"), world, changes),
        measured=measure_sites(stream("measured"), world),
        supplies=link_supplies(stream("supplies"), world),
        venues=open_venues(stream("venues"), world),
    )
    return replace(world, service=service)
