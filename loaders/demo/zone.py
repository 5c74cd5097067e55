"""The demo zone, step by step: places, firms, branches, members, officers, pairs, first holes, drift."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from loaders.demo.activities import hold_activities
from loaders.demo.branches import form_branches
from loaders.demo.building import Building
from loaders.demo.co_building import build_in_villages
from loaders.demo.draw import Draw
from loaders.demo.drift import drift
from loaders.demo.firms import found_firms, new_firm
from loaders.demo.formation import Formation
from loaders.demo.holes import open_first_holes
from loaders.demo.members import enrol_members
from loaders.demo.officers import appoint_officers
from loaders.demo.organising import organise
from loaders.demo.pairs import pair_branches
from loaders.demo.payments import pay
from loaders.demo.places import Ground, lay_cells
from loaders.demo.policies import POLICIES
from loaders.demo.posts_and_brands import create_brands, set_up_posts
from loaders.demo.serving import serve
from loaders.demo.world import Cell, Firm, Site, World

_OUTSIDERS = 60


def build_world(seed: int = 2026) -> World:
    """The zone that follows from `seed`, always the same."""
    draw = Draw(seed)
    cells = lay_cells(draw)
    ground = Ground(draw, cells)
    firms, sites = found_firms(draw, ground, cells)
    formation = form_branches(draw, firms, sites, cells)
    sites += _second_plants(draw, ground, formation, cells)
    enrolment = enrol_members(draw, formation)
    branches = tuple(formation.branches)
    to_contact = [enrolment.firms[uscc] for uscc in formation.free()]
    world = World(
        cells=cells,
        firms=tuple(enrolment.firms.values()),
        sites=sites,
        branches=branches,
        members=tuple(enrolment.members),
        officers=appoint_officers(draw, cells, to_contact, formation.sites, branches),
        pairs=pair_branches(draw, branches),
        groups=tuple(formation.groups.items()),
        outsiders=_outsiders(draw, cells),
    )
    return organise(seed, _build_up(seed, serve(seed, drift(draw, ground, open_first_holes(draw, world)))))


def _build_up(seed: int, world: World) -> World:
    """What is built up around the branches. Each part has a random stream of its own, so that none moves another."""
    building = Building(
        activities=hold_activities(Random(f"{seed} activities"), world),
        payments=pay(Random(f"{seed} payments"), world),
        posts=set_up_posts(Random(f"{seed} posts"), world),
        brands=create_brands(Random(f"{seed} brands"), world),
        projects=build_in_villages(Random(f"{seed} co-building"), world),
        policies=POLICIES,
    )
    return replace(world, building=building)


def _second_plants(draw: Draw, ground: Ground, formation: Formation, cells: tuple[Cell, ...]) -> tuple[Site, ...]:
    """Two headquarters have a second plant across the zone: one with a branch, one without members."""
    firms = (formation.two_plants, draw.random.choice(formation.free(60)))
    main = [next(i for i, c in enumerate(cells) if c.code == formation.sites[u].cell) for u in firms]
    return tuple(ground.site(uscc, (index + 27) % len(cells)) for uscc, index in zip(firms, main, strict=True))


def _outsiders(draw: Draw, cells: tuple[Cell, ...]) -> tuple[Firm, ...]:
    """Firms registered in the zone that operate elsewhere: the register has them, no ledger of the zone does."""
    return tuple(
        replace(new_firm(draw, draw.random.choice(cells)), registered_place=f"岚川市岚川经开区集群注册区{number}室")
        for number in range(101, 101 + _OUTSIDERS)
    )
