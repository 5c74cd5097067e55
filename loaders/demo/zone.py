"""The demo zone, step by step: places, firms, branches, members, officers, pairs, first holes, drift."""

from __future__ import annotations

from dataclasses import replace

from loaders.demo.branches import form_branches
from loaders.demo.draw import Draw
from loaders.demo.drift import drift
from loaders.demo.firms import found_firms, new_firm
from loaders.demo.formation import Formation
from loaders.demo.holes import open_first_holes
from loaders.demo.members import enrol_members
from loaders.demo.officers import appoint_officers
from loaders.demo.pairs import pair_branches
from loaders.demo.places import Ground, lay_cells
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
    return drift(draw, ground, open_first_holes(draw, world))


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
