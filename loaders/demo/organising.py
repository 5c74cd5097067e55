"""What is added to the zone for the ledgers of organisation and people; each part has a random stream of its own."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from loaders.demo.applicants import count_applicants
from loaders.demo.approvals import put_to_paper
from loaders.demo.committees import appoint
from loaders.demo.draw import Draw
from loaders.demo.instructors import do_duties, post_officers
from loaders.demo.mass_organisations import found_bodies
from loaders.demo.offices import lead_areas, set_up_offices
from loaders.demo.organisation import Organisation
from loaders.demo.reviews import review_year
from loaders.demo.terms import branch_terms
from loaders.demo.transfers import move_memberships
from loaders.demo.world import World

_OFFICES = 7_000
"""Offset of the seed from which names of heads and leads are drawn."""


def organise(seed: int, world: World) -> World:
    """The zone with its terms, appointments, postings, offices, bodies, papers, applicants, transfers and reviews."""
    draw = Draw(seed + _OFFICES)
    terms = branch_terms(world)
    appointments = appoint(world, terms)
    organisation = Organisation(
        terms=terms,
        appointments=appointments,
        postings=post_officers(Random(f"{seed} postings"), world),
        duties=do_duties(Random(f"{seed} duties"), world),
        offices=set_up_offices(draw),
        area_leads=lead_areas(draw),
        mass_bodies=found_bodies(world),
        approvals=put_to_paper(Random(f"{seed} approvals"), world),
        applicants=count_applicants(Random(f"{seed} applicants"), world),
        transfers=move_memberships(Random(f"{seed} transfers"), world),
        reviews=review_year(Random(f"{seed} reviews"), world, appointments),
    )
    return replace(world, organisation=organisation)
