"""Teams, requests and visits of the demo zone have exactly the figures it promises; the rest agrees with the zone."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from demo_figures import base, contacted, counted, covering

from graph.values.coordinates import to_wgs84
from graph.values.names import normalise
from loaders.demo.workdays import workdays
from loaders.demo.world import DRIFTED, SETTLED, World, current
from loaders.demo.zone import build_world

OCTOBER, SEPTEMBER = (date(2026, 10, 1), DRIFTED), (date(2026, 9, 1), SETTLED)


@pytest.fixture(scope="module", params=[2026, 7, 99])
def world(request: pytest.FixtureRequest) -> World:
    return build_world(request.param)


def unvisited(world: World, month: tuple[date, date]) -> set[str]:
    """Contacted firms without counted members and organisation, at the end of a month, that nobody visited in it."""
    first, last = month
    members, covered = counted(world, last), covering(world, last)
    bound = {f.uscc for f in base(world, last) if f.uscc not in members and f.uscc not in covered}
    return (bound & contacted(world, last)) - {v.firm for v in world.service.visits if first <= v.day <= last}


def test_service_teams(world: World) -> None:
    teams = world.service.teams
    assert list(Counter(t.area for t in teams).values()) == [6, 6, 6, 6, 6, 5]
    assert all(4 <= len({t.leader, *t.officers}) <= 6 for t in teams)
    firms = [u for t in teams for u in t.firms]
    assert len(firms) == len(set(firms))
    assert 17 <= len(firms) / 35 <= 19
    area = {c.code: c.area for c in world.cells}
    assert all(area[world.site[u].cell] == t.area for t in teams for u in t.firms)


def test_requests_sum_up(world: World) -> None:
    raised = [r for r in world.service.requests if r.raised_on <= SETTLED]
    assert len(raised) == 204
    assert sum(r.open(SETTLED) for r in raised) == 76
    assert Counter(r.category for r in raised) == {
        "项目建设": 46, "融资": 31, "招工": 52, "市场开拓": 27, "安全生产": 23, "其他": 25,
    }  # fmt: skip
    assert len({r.firm for r in raised if r.firm}) == 110
    assert len({r.project for r in raised if r.project}) == 20
    assert all(bool(r.firm) != bool(r.project) and r.raised_on < min(r.due_on, r.closed_on) for r in raised)


def test_requests_become_overdue_in_october(world: World) -> None:
    overdue = {at: sum(r.open(at) and r.due_on < at for r in world.service.requests) for at in (SETTLED, DRIFTED)}
    assert overdue == {SETTLED: 0, DRIFTED: 9}


def test_a_request_is_handled_by_the_team_of_the_firm(world: World) -> None:
    team = {u: t.number for t in world.service.teams for u in t.firms}
    assert all(r.team == team[r.firm] for r in world.service.requests if r.firm)


def test_visits_leave_23_firms_out_in_october_and_7_twice(world: World) -> None:
    visits = world.service.visits
    assert 3600 <= len(visits) <= 3800
    assert (min(v.day for v in visits).month, max(v.day for v in visits).month) == (4, 10)
    october, september = unvisited(world, OCTOBER), unvisited(world, SEPTEMBER)
    assert (len(october), len(october & september)) == (23, 7)
    assert september < october


def test_only_who_contacts_or_instructs_comes_and_on_working_days(world: World) -> None:
    officers = {o.staff_id: o for o in world.officers}
    for visit in world.service.visits:
        officer = officers[visit.officer]
        assert visit.day < officer.left_on
        instructed = {u for t in current(officer.instructs, visit.day) for u in world.branch[t.target].covers(SETTLED)}
        assert visit.firm in {t.target for t in current(officer.contacts, visit.day)} | instructed
        assert workdays(visit.day, visit.day)


def test_changes_agree_with_the_enterprise_ledgers(world: World) -> None:
    for at in (SETTLED, DRIFTED):
        last = {c.firm: c for c in world.service.changes if c.state and c.happened_on <= at}
        for change in last.values():
            survey = world.firm[change.firm].survey(at)
            assert survey is not None
            assert survey.state == change.state
    started = {c.firm: c.happened_on for c in world.service.changes if c.change == "投产"}
    assert len(started) == 23
    assert all(world.firm[u].in_production_since == day for u, day in started.items())


def test_no_other_name_means_two_firms(world: World) -> None:
    names = [normalise(n.name) for n in world.service.names]
    assert len(names) == len(set(names))
    known = {normalise(f.name) for f in (*world.firms, *world.outsiders)}
    known |= {normalise(f.short_name) for f in world.firms if f.uscc not in {n.firm for n in world.service.names}}
    assert not known & set(names)


def test_coordinates_sent_are_those_of_the_site(world: World) -> None:
    sites = {(s.firm, s.address): s for s in world.sites}
    assert Counter(m.datum for m in world.service.measured) == {"WGS-84": 24, "GCJ-02": 6, "BD-09": 4}
    for measured in world.service.measured:
        site = sites[measured.firm, measured.address]
        assert site.located == (measured.datum != "BD-09")
        place = to_wgs84(measured.longitude, measured.latitude, measured.datum)
        assert place == pytest.approx((site.longitude, site.latitude), abs=2e-5)


def test_venues_seat_nobody_who_is_seated_at_a_firm(world: World) -> None:
    seated = [v.seated for v in world.service.venues if v.seated]
    assert len(seated) == len(set(seated)) == 6
    assert all(not world.branch[code].coverage for code in seated)
    sharing = [code for v in world.service.venues for code in v.sharing]
    assert len(sharing) == len(set(sharing)) > 10
