"""What the demo zone reports and builds up: exact sums, slips that are meant, activities that agree with the pairs."""

from __future__ import annotations

from datetime import date

import pytest

from loaders.demo.building_rows import activity_sheet
from loaders.demo.co_building_rows import pair_sheet
from loaders.demo.figure_rows import statistics_sheet
from loaders.demo.published import SLIPS, reported
from loaders.demo.statistics import area_statistics
from loaders.demo.world import DATES, DRIFTED, SETTLED, World, current
from loaders.demo.zone import build_world


@pytest.fixture(scope="module", params=[2026, 7])
def world(request: pytest.FixtureRequest) -> World:
    return build_world(request.param)


def test_the_figures_of_september_are_the_published_ones(world: World) -> None:
    figures = {r.figure: r.value for r in reported(world, SETTLED) if r.at == SETTLED}
    assert figures == {
        "单独党支部": 52, "联合党支部": 21, "指导员和联合支部书记": 77,
        "今年新建单独党支部": 8, "今年撤销单独党支部": 3,
        "有党员未覆盖企业": 0, "安商服务小组": 35, "收集诉求": 204, "已销号诉求": 128, "正常推进诉求": 76,
    }  # fmt: skip
    assert SLIPS and all(at < SETTLED for _, at in SLIPS)


def test_the_statistics_of_the_areas_sum_to_the_zone(world: World) -> None:
    areas = area_statistics(world, SETTLED)
    assert len(areas) == 6
    total = statistics_sheet(world, SETTLED, "").total
    assert total == ("合计", 564, 52, 0, 1, 51, 74, 0, 21, 0, 0, 438, 438, 90)


def test_the_last_activity_of_a_pair_is_in_the_ledger_of_activities(world: World) -> None:
    held: dict[str, date] = {}
    for at in DATES:
        for number, day, *_, agreement in (row[:7] for row in activity_sheet(world, at, "").rows):
            assert isinstance(day, date) and day <= at, number
            if agreement:
                held[str(agreement)] = max(day, held.get(str(agreement), day))
        last = {row[0]: row[12] for row in pair_sheet(world, at, "").rows}
        this_year = {agreement: day for agreement, day in last.items() if isinstance(day, date) and day.year == 2026}
        assert held == this_year
    assert len(held) > 20


def test_activities_fit_who_holds_them(world: World) -> None:
    activities = world.building.activities
    assert len({a.number for a in activities}) == len(activities)
    assert all(0 < a.attendance <= a.expected for a in activities)
    for activity in activities:
        assert sum(map(bool, (activity.branch, activity.agreement, activity.firm))) == 1
        if activity.branch:
            branch = world.branch[activity.branch]
            assert branch.lives(activity.held_on)
            belonging = [
                m
                for m in world.members
                if any(t.target == branch.code for t in current(m.memberships, activity.held_on))
            ]
            assert activity.expected == len(belonging)


def test_projects_lie_within_living_pairs_and_firms_give_once(world: World) -> None:
    pairs = {p.agreement: p for p in world.pairs}
    for project in world.building.projects:
        pair = pairs[project.agreement]
        assert pair.signed_on < project.started_on < project.finished_on <= DRIFTED
        assert pair.organ in project.branches
        givers = [u for gift in project.gifts for u in gift.firms]
        assert len(givers) == len(set(givers))
        assert set(givers) & set(world.branch[pair.enterprise].covers(SETTLED))
        assert all(world.firm[u].operates(SETTLED) for u in givers)
