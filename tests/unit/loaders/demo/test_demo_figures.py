"""The demo zone has exactly the figures it promises, by the words of the design."""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import pairwise

import pytest
from demo_figures import (
    base,
    contacted,
    counted,
    covering,
    holes,
    instructors_and_joint_secretaries,
    joint,
    own,
    zone_branches,
)

from loaders.demo.places import metres
from loaders.demo.world import DRIFTED, FIRST_SURVEY, SETTLED, World, current
from loaders.demo.zone import build_world

LAST_YEAR = date(2025, 12, 31)
DRIFT = {
    "qualified_unbuilt": 2,
    "members_uncovered": 5,
    "joint_qualified": 2,
    "joint_overfull": 1,
    "below_three": 2,
    "stopped_with_branch": 1,
    "never_surveyed": 11,
    "unreached": 14,
    "ungridded": 0,
    "cell_unassigned": 1,
}


@pytest.fixture(scope="module", params=[2026, 7, 99])
def world(request: pytest.FixtureRequest) -> World:
    return build_world(request.param)


def test_settled_has_no_holes(world: World) -> None:
    assert set(holes(world, SETTLED).values()) == {0}


def test_drift_opens_exact_numbers(world: World) -> None:
    assert holes(world, DRIFTED) == DRIFT


def test_first_survey_has_holes_of_most_kinds(world: World) -> None:
    found = holes(world, FIRST_SURVEY)
    assert found == {
        "qualified_unbuilt": 4,
        "members_uncovered": 16,
        "joint_qualified": 2,
        "joint_overfull": 0,
        "below_three": 1,
        "stopped_with_branch": 2,
        "never_surveyed": 24,
        "unreached": found["unreached"],
        "ungridded": 9,
        "cell_unassigned": 6,
    }
    assert 40 <= found["unreached"] <= 160


def test_figures_of_the_account(world: World) -> None:
    figures = {at: (len(own(world, at)), len(joint(world, at))) for at in (LAST_YEAR, SETTLED, DRIFTED)}
    assert figures == {LAST_YEAR: (47, 19), SETTLED: (52, 21), DRIFTED: (52, 21)}
    assert len(instructors_and_joint_secretaries(world, SETTLED)) == 77
    assert len(instructors_and_joint_secretaries(world, DRIFTED)) == 77
    assert len([b for b in own(world, SETTLED) if b.founded_on > LAST_YEAR]) == 8
    dissolved = [b for b in world.branches if LAST_YEAR < b.dissolved_on <= SETTLED]
    assert len(dissolved) == 3
    assert all(b.formation == "单独建立" for b in dissolved)


def test_officers_and_their_duties(world: World) -> None:
    leads = [t for o in world.officers for t in current(o.leads, SETTLED)]
    instructs = [t for o in world.officers for t in current(o.instructs, SETTLED)]
    leaders = {o.staff_id for o in world.officers if o.leads}
    instructors = {o.staff_id for o in world.officers if o.instructs}
    assert (len(leads), len({t.target for t in leads}), len(leaders)) == (21, 21, 19)
    assert (len(instructs), len({t.target for t in instructs}), len(instructors)) == (70, 70, 64)
    assert len(leaders & instructors) == 6
    assert sum(o.full_time for o in world.officers) == 4
    sizes = Counter(o.department for o in world.officers if not o.full_time)
    assert len(sizes) == 26
    assert all(3 <= size <= 12 for size in sizes.values())
    loads = [len(o.contacts) for o in world.officers if o.contacts]
    assert 140 <= len(loads) <= 160
    assert all(2 <= load <= 5 for load in loads)


def test_contacts_come_from_the_department_of_the_cell(world: World) -> None:
    responsible = {c.code: c.departments[-1].target for c in world.cells}
    for officer in world.officers:
        for tie in officer.contacts:
            assert responsible[world.site[tie.target].cell] == officer.department


def test_firms_by_state(world: World) -> None:
    listed = [f for f in world.firms if f.listed_on <= SETTLED]
    states = Counter(s.state for f in listed if (s := f.survey(SETTLED)))
    assert len(listed) == 640
    assert states == {"正常经营": 572, "停产": 38, "在建": 18, "注销": 8, "迁出": 4}
    assert len(base(world, SETTLED)) == 564
    covered = covering(world, SETTLED)
    members = counted(world, SETTLED)
    firms = {f.uscc for f in base(world, SETTLED)}
    assert len(firms & set(covered)) == 126
    without = {u for u in firms if u not in members}
    assert len(without) == 438
    assert contacted(world, SETTLED) == without


def test_branches_by_members(world: World) -> None:
    members = counted(world, SETTLED)
    sizes = [sum(members[u].formal for u in b.covers(SETTLED) if u in members) for b in own(world, SETTLED)]
    bands = Counter("3" if s < 7 else "7" if s < 15 else "15" if s < 50 else "50" for s in sizes)
    assert bands == {"3": 35, "7": 12, "15": 4, "50": 1}
    assert Counter(len(b.covers(SETTLED)) for b in joint(world, SETTLED)) == {5: 4, 4: 6, 3: 8, 2: 3}
    firms = [members[u] for b in joint(world, SETTLED) for u in b.covers(SETTLED)]
    assert Counter(m.formal for m in firms) == {1: 41, 2: 27, 0: 6}
    assert all(m.all > 0 for m in firms)
    assert all(sum(members[u].formal for u in b.covers(SETTLED)) >= 3 for b in joint(world, SETTLED))
    assert 480 <= sum(m.formal for m in members.values()) <= 520
    assert sum(m.probationary for m in members.values()) == 25


def test_memberships_elsewhere(world: World) -> None:
    elsewhere = [
        m
        for m in world.members
        if current(m.works, SETTLED) and any(t.target not in world.branch for t in current(m.memberships, SETTLED))
    ]
    assert len(elsewhere) == 90
    assert sum(not m.standing_known for m in elsewhere) == 4


def test_pairs_leave_some_on_both_sides(world: World) -> None:
    pairs = [p for p in world.pairs if p.signed_on <= SETTLED < p.ended_on]
    assert len(pairs) == 30
    assert len({p.organ for p in pairs}) == 22 < sum(b.side == "机关" for b in world.branches)
    assert len({p.enterprise for p in pairs}) == 28 < len(zone_branches(world, SETTLED))


def test_uncovered_firms_are_near_a_joint_branch_with_room(world: World) -> None:
    members, covered = counted(world, DRIFTED), covering(world, DRIFTED)
    room = [b for b in joint(world, DRIFTED) if len(b.covers(DRIFTED)) < 5]
    for uscc in members.keys() - covered.keys():
        here = world.site[uscc]
        near = [s for b in room for u in b.covers(DRIFTED) if (s := world.site[u]).located]
        assert here.located
        assert min(metres(here, other) for other in near) <= 1000


def test_places(world: World) -> None:
    main = Counter(s.cell for s in world.site.values() if world.firm[s.firm].listed_on <= SETTLED)
    assert len(world.cells) == len(main) == 48
    assert all(5 <= count <= 24 for count in main.values())
    assert len({c.area for c in world.cells}) == 6
    assert len({c.township for c in world.cells}) == 5
    sites = Counter(s.firm for s in world.sites)
    assert sum(count == 2 for count in sites.values()) == 2
    spots = Counter((s.longitude, s.latitude) for s in world.sites)
    assert sum(count == 4 for count in spots.values()) == 3
    assert any(not s.located for s in world.sites)
    assert any(s.datum == "GCJ-02" for s in world.sites)


def test_a_joint_branch_crosses_a_township_border(world: World) -> None:
    township = {c.code: c.township for c in world.cells}
    assert any(len({township[world.site[u].cell] for u in b.covers(SETTLED)}) > 1 for b in joint(world, SETTLED))


def test_one_group_has_one_branch_and_one_person_owns_three_firms(world: World) -> None:
    groups = [b for b in own(world, SETTLED) if len(b.covers(SETTLED)) > 1]
    assert len(groups) == 1
    owners = [m for m in world.members if len(m.works) == 3]
    assert len(owners) == 1
    assert all(world.firm[t.target].investor == owners[0].name for t in owners[0].works)


def test_facts_keep_their_order(world: World) -> None:
    for member in world.members:
        ties = member.memberships
        assert all(t.since < t.until for t in (*ties, *member.works))
        assert all(a.until <= b.since for a, b in pairwise(ties))
        assert member.born_on < member.joined_on
    for branch in world.branches:
        assert all(branch.founded_on <= t.since < t.until for t in branch.coverage)
