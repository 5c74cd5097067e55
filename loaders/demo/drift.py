"""October 2026: what opens again in a month when nobody looks, in exact numbers.

应建未建 2 and 未覆盖 5 (the two among them), 转单建 2, 超限 1, 不足3名 2, 停产 1, 未摸底 11, 无挂点 14, 无部门网格 1.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from loaders.demo.draw import Draw
from loaders.demo.firms import BUILDING, OPERATING, STOPPED, new_firm
from loaders.demo.formation import HOLDING
from loaders.demo.members import CONTRACT, Enrolment
from loaders.demo.officers import without
from loaders.demo.places import Ground, metres
from loaders.demo.world import (
    DRIFTED,
    FIRST_SURVEY,
    SETTLED,
    Branch,
    Cell,
    Firm,
    Member,
    Officer,
    Site,
    Tie,
    World,
    current,
)

_UNCOVERED = ((3, 0), (4, 0), (2, 0), (1, 0), (0, 1))
"""Formal and probationary members of the firms that are uncovered at the end of October; the first two qualify."""
_NEAR = 900.0
_MOST_JOINT = 5
_NEW_FIRMS, _UNREACHED, _STARTED, _LEFT_BY_OFFICERS = 11, 14, 3, 2


def drift(draw: Draw, ground: Ground, world: World) -> World:
    """The zone with the holes of 2026-10-31 in it."""
    enrolment = Enrolment(draw, dict(world.firm), list(world.members))
    enrolment.members, small = _below_three(draw, world)
    joint = [b for b in world.branches if b.formation == "联合建立"]
    overfull = next(b for b in joint if len(b.covers(SETTLED)) == _MOST_JOINT and formal(world, b.covers(SETTLED)[-1]))
    _two_reach_three(enrolment, world, [b for b in joint if b is not overfull])
    uncovered = _uncovered(enrolment, world, [b for b in joint if len(b.covers(SETTLED)) < _MOST_JOINT])
    branches, sixth = _overfull(enrolment, world, overfull, uncovered)
    firms = enrolment.firms
    firms |= {f.uscc: f for f in [_stopped(world, small), *_started(draw, world)]}
    new, new_sites = _unsurveyed(draw, ground, world)
    gone = {uscc for uscc, f in firms.items() if f.operates(DRIFTED) and not f.operates(SETTLED)}
    return replace(
        world,
        cells=_cell_unassigned(draw, world),
        firms=(*firms.values(), *new),
        sites=(*world.sites, *new_sites),
        branches=branches,
        members=tuple(enrolment.members),
        officers=_unreached(draw, world, {*uncovered, sixth}, _UNREACHED - len(gone)),
    )


def formal(world: World, uscc: str) -> int:
    """Full members of the branch covering a firm who work there, at 2026-09-30."""
    return sum(_counts(m, uscc, world) and m.formal(SETTLED) for m in world.members)


def _counts(member: Member, uscc: str, world: World) -> bool:
    works = any(t.target == uscc for t in current(member.works, SETTLED))
    belongs = [world.branch[t.target] for t in current(member.memberships, SETTLED) if t.target in world.branch]
    return works and any(uscc in b.covers(SETTLED) for b in belongs)


def _below_three(draw: Draw, world: World) -> tuple[list[Member], list[str]]:
    """In two own branches of three the third leaves. Returns all members, and the other firms with three."""
    old = [b for b in world.branches if b.formation == "单独建立" and b.side == "企业" and b.founded_on.year < 2026]
    three = [u for b in old for u in b.covers(SETTLED)[:1] if formal(world, u) == 3]
    members = list(world.members)
    for uscc, day in zip(three[:2], (date(2026, 10, 9), date(2026, 10, 16)), strict=True):
        position = [i for i, m in enumerate(members) if m.formal(SETTLED) and _counts(m, uscc, world)][-1]
        left = members[position]
        works = tuple(replace(t, until=min(t.until, day)) for t in left.works)
        members[position] = replace(
            left, works=works, memberships=tuple(replace(t, until=min(t.until, day)) for t in left.memberships)
        )
    return members, three[2:]


def _two_reach_three(enrolment: Enrolment, world: World, joint: list[Branch]) -> None:
    """In two firms of joint branches a third full member: one hired, one whose probation ends."""
    found = [(b, u) for b in joint if b.founded_on.year < 2026 for u in b.covers(SETTLED) if formal(world, u) == 2]
    (first, hiring), (second, confirming) = found[3], found[-3]
    hired, settled = date(2026, 10, 9), date(2026, 10, 19)
    elsewhere = Tie("清渚市柳浪社区党支部(虚构)", date(2019, 7, 1), settled)
    enrolment.add((Tie(hiring, hired, note=CONTRACT),), (elsewhere, Tie(first.code, settled)))
    joined = date(2025, 10, 12)
    enrolment.add((Tie(confirming, date(2021, 3, 1), note=CONTRACT),), (Tie(second.code, joined),), joined)


def _uncovered(enrolment: Enrolment, world: World, with_room: list[Branch]) -> list[str]:
    """Five firms without members find some, held by the zone's committee; each near a joint branch with room."""
    covered = [(b, world.site[u]) for b in with_room for u in b.covers(SETTLED)]
    found: dict[str, str] = {}
    for uscc in _idle(world):
        site = world.site[uscc]
        near = [b.code for b, other in covered if _measured(site, other) and metres(site, other) <= _NEAR]
        if near and near[0] not in found.values() and len(found) < len(_UNCOVERED):
            found[uscc] = near[0]
    for uscc, (full, on_probation) in zip(found, _UNCOVERED, strict=True):
        for number in range(full + on_probation):
            start = enrolment.draw.day(date(2026, 10, 8), date(2026, 10, 14))
            held = enrolment.draw.day(date(2026, 10, 15), date(2026, 10, 27))
            joined = None if number < full else date(2026, 1, 15)
            enrolment.add((Tie(uscc, start, note=CONTRACT),), (Tie(HOLDING, held),), joined, formal=number < full)
    return list(found)


def _idle(world: World) -> list[str]:
    """Firms with a contact and nobody of the party, spread over the zone."""
    contacted = [t.target for o in world.officers for t in current(o.contacts, FIRST_SURVEY)]
    idle = [u for u in contacted if u not in world.employers]
    surveyed = [u for u in idle if len(world.firm[u].surveys) == 3]
    return surveyed[::7] + surveyed[3::7]


def _measured(a: Site, b: Site) -> bool:
    return a.located and b.located


def _overfull(
    enrolment: Enrolment, world: World, branch: Branch, taken: Iterable[str]
) -> tuple[tuple[Branch, ...], str]:
    """A joint branch of five takes in the nearest firm and its one member. Returns all branches, and the firm."""
    host, day = world.site[branch.covers(SETTLED)[0]], date(2026, 10, 15)
    contacted = [t.target for o in world.officers for t in current(o.contacts, FIRST_SURVEY)]
    employers = world.employers | set(taken)
    sixth = min((u for u in contacted if u not in employers), key=lambda u: metres(world.site[u], host))
    enrolment.add((Tie(sixth, date(2026, 10, 9), note=CONTRACT),), (Tie(branch.code, day),))
    wider = replace(branch, coverage=(*branch.coverage, Tie(sixth, day)))
    return tuple(wider if b is branch else b for b in world.branches), sixth


def _stopped(world: World, small: list[str]) -> Firm:
    """A firm with a branch of its own stops."""
    firm = world.firm[small[0]]
    found = replace(firm.surveys[-1], state=STOPPED, staff=firm.surveys[-1].staff // 8, turnover=0)
    return replace(firm, surveys=(*firm.surveys[:-1], found))


def _started(draw: Draw, world: World) -> list[Firm]:
    """Three firms start production, and nobody is assigned to them yet."""
    building = [f for f in world.firms if f.surveys[-1].state == BUILDING and f.group is None][:_STARTED]
    started = []
    for firm in building:
        found = replace(firm.surveys[-1], state=OPERATING, staff=draw.random.randint(30, 90))
        day = draw.day(date(2026, 10, 8), date(2026, 10, 24))
        started.append(replace(firm, surveys=(*firm.surveys[:-1], found), in_production_since=day))
    return started


def _unsurveyed(draw: Draw, ground: Ground, world: World) -> tuple[list[Firm], list[Site]]:
    """Firms that came in October: listed with site and cell, and nobody has been there."""
    firms, sites = [], []
    full = [sum(s.cell == cell.code for s in world.sites) for cell in world.cells]
    for index in draw.random.sample([i for i, size in enumerate(full) if size < 20], k=_NEW_FIRMS):
        registered = draw.day(date(2026, 6, 1), date(2026, 9, 20))
        firm = replace(new_firm(draw, world.cells[index]), listed_on=DRIFTED, in_production_since=None)
        site = ground.site(firm.uscc, index)
        firms.append(replace(firm, registered_on=registered, registered_place=f"岚川市{site.address}"))
        sites.append(site)
    return firms, sites


def _unreached(draw: Draw, world: World, kept: set[str], missing: int) -> tuple[Officer, ...]:
    """Officers leave or lose their firms until `missing` firms have none: one leaves, one stays, others lose one."""
    officers = list(world.officers)
    plain = [i for i, o in enumerate(officers) if not (o.instructs or o.leads) and 3 <= len(o.contacts) <= 4]
    plain = [i for i in plain if not kept & {t.target for t in officers[i].contacts}]
    draw.random.shuffle(plain)
    for number, index in enumerate(plain):
        officer = officers[index]
        firms = [t.target for t in officer.contacts]
        lost = firms if number < _LEFT_BY_OFFICERS else firms[:1]
        lost = lost[:missing]
        missing -= len(lost)
        officers[index] = without(officer, set(lost), DRIFTED)
        if number == 0:
            officers[index] = replace(officers[index], left_on=DRIFTED)
        if missing == 0:
            break
    return tuple(officers)


def _cell_unassigned(draw: Draw, world: World) -> tuple[Cell, ...]:
    """One cell loses its department."""
    index = draw.random.randrange(len(world.cells))
    cell = world.cells[index]
    ended = tuple(replace(t, until=DRIFTED) for t in cell.departments)
    return (*world.cells[:index], replace(cell, departments=ended), *world.cells[index + 1 :])
