"""Co-building pairs: how each stands on a day, who has several, which organ branches are free for whom."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from drawn_zone import BEGIN, HERE, Zone, north

from queries.ask import ask
from queries.partnership import Pair, free_organ_branches, pairs, several_pairs, unpaired_branches
from queries.picture import picture
from queries.results import OPEN

AT = date(2026, 9, 30)
DAY = timedelta(days=1)


def pair(
    zone: Zone, key: str, organ: str | None, enterprise: str | None, until: date = OPEN, **properties: Any
) -> Zone:
    """A pair signed at the beginning of the year unless said."""
    zone.node("CoBuildingPair", key, **{"agreement": key, "signed_on": BEGIN, **properties})
    for side, branch in (("ORGAN_SIDE", organ), ("ENTERPRISE_SIDE", enterprise)):
        if branch:
            zone.edge(key, side, branch, (BEGIN, until))
    return zone


def held(zone: Zone, of: str, *days: date, title: str = "共建活动") -> Zone:
    for day in days:
        key = f"{of}-{title}-{day}"
        zone.node("Activity", key, category="joint", title=title, held_on=day).event(key, "OF", of)
    return zone


@pytest.fixture
def two(zone: Zone) -> Zone:
    """An organ branch `o` and an enterprise branch `e`."""
    return zone.firm("f").branch("e", "f").node("Branch", "o", side="organ")


def only(zone: Zone, at: date = AT) -> Pair:
    (row,) = pairs(zone.database, at)
    return row


def test_a_pair_is_idle_once_so_many_months_have_passed(two: Zone) -> None:
    held(pair(two, "p", "o", "e"), "p", date(2026, 3, 10))
    before, after = only(two, date(2026, 9, 9)), only(two, date(2026, 9, 10))
    assert (before.state, before.needs_action, before.days_quiet) == ("active", "fine", 183)
    assert (after.state, after.needs_action, after.last_activity) == ("idle", "act", date(2026, 3, 10))


def test_without_an_activity_it_counts_from_signing(two: Zone) -> None:
    pair(two, "p", "o", "e", signed_on=date(2026, 2, 1))
    assert only(two, date(2026, 7, 31)).state == "active"
    idle = only(two, date(2026, 8, 1))
    assert (idle.state, idle.last_activity, idle.days_quiet) == ("idle", None, 181)
    assert pairs(two.database, date(2026, 1, 31)) == ()


def test_the_ledgers_last_activity_counts_too_but_not_before_its_day(two: Zone) -> None:
    pair(two, "p", "o", "e", last_activity_on=date(2026, 8, 1))
    assert only(two).last_activity == date(2026, 8, 1)
    assert only(two, date(2026, 7, 31)).last_activity is None
    held(two, "p", date(2026, 8, 1), date(2026, 9, 1), AT + DAY)
    row = only(two)
    assert (row.last_activity, row.activities) == (date(2026, 9, 1), 2)


def test_activities_of_the_half_year_and_joint_meetings_of_the_year(two: Zone) -> None:
    pair(two, "p", "o", "e", activities_per_half_year=2, joint_meetings_per_year=1)
    held(two, "p", date(2026, 6, 30), date(2026, 7, 1), date(2025, 12, 31))
    held(two, "p", date(2025, 12, 31), date(2026, 1, 1), title="第一次联席会议")
    row = only(two)
    assert (row.activities, row.activities_agreed, row.meetings, row.meetings_agreed) == (1, 2, 1, 1)
    assert only(two, date(2026, 6, 30)).activities == 2
    assert only(two, date(2026, 12, 31)).activities == 1


def test_an_agreement_that_has_run_out_is_expired_until_signed_anew(two: Zone) -> None:
    pair(two, "p", "o", "e", until=AT, runs_until=AT)
    assert only(two, AT - DAY).state == "idle"
    assert (only(two).state, only(two).organ, only(two).enterprise) == ("expired", "o", "e")
    assert [b.branch for b in unpaired_branches(two.database, AT)] == ["e", "o"]
    pair(two, "anew", "o", "e", signed_on=AT - DAY)
    assert {p.pair: p.state for p in pairs(two.database, AT)} == {"p": "ended", "anew": "active"}


def test_a_pair_both_left_before_its_time_has_ended(two: Zone) -> None:
    pair(two, "p", "o", "e", until=AT, runs_until=AT + 9 * DAY, state="ended")
    assert only(two, AT - DAY).state == "idle"
    assert (only(two).state, only(two).needs_action, only(two).stated) == ("ended", "fine", "ended")
    assert only(two, AT + 9 * DAY).state == "ended"


def test_one_side_that_is_missing_dissolved_or_gone(two: Zone) -> None:
    two.node("Branch", "gone", side="enterprise", dissolved_on=AT)
    pair(two, "missing", None, "e")
    pair(two, "dissolved", "o", "gone")
    pair(two, "left", "o", None).edge("left", "ENTERPRISE_SIDE", "e", (BEGIN, AT))
    pair(two, "neither", None, None, signed_on=None)
    found = {p.pair: (p.state, p.lacks, p.why_lacking, p.organ, p.enterprise) for p in pairs(two.database, AT)}
    assert found == {
        "missing": ("one_sided", "organ", "missing", None, "e"),
        "dissolved": ("one_sided", "enterprise", "dissolved", "o", "gone"),
        "left": ("one_sided", "enterprise", "ended", "o", "e"),
        "neither": ("one_sided", "both", "missing", None, None),
    }
    earlier = {p.pair: p.state for p in pairs(two.database, AT - DAY)}
    assert earlier["dissolved"] == earlier["left"] == "idle"


def test_pairs_are_listed_by_state_and_those_to_act_on_first(two: Zone) -> None:
    for key, organ, properties in (("idle", "o", {}), ("fresh", "o", {"signed_on": AT}), ("one", None, {})):
        pair(two, key, organ, "e", **properties)
    assert [p.pair for p in pairs(two.database, AT)] == ["idle", "one", "fresh"]
    assert [p.pair for p in pairs(two.database, AT, "action")] == ["idle", "one"]
    assert [p.pair for p in pairs(two.database, AT, "idle")] == ["idle"]
    assert pairs(two.database, AT, "expired") == ()


def test_what_a_pair_lacks_is_drawn(two: Zone) -> None:
    pair(two, "idle", "o", "e")
    pair(two, "one", "o", None)
    pair(two, "over", "o", "e", until=AT, runs_until=AT)
    ghosts = {
        (g.source.type, g.source.key, g.name, g.target.key, g.rule)
        for g in picture(two.database, ask(two.database, "pairs", AT, {"list": "all"})).edges
        if g.ghost
    }
    assert ghosts == {
        ("Activity", "missing:CoBuildingPair:idle", "OF", "idle", "pair_idle_months"),
        ("CoBuildingPair", "one", "ENTERPRISE_SIDE", "missing:CoBuildingPair:one", "co_building"),
    }  # what runs out is no hole while another pair joins the two


def test_an_expired_pair_is_drawn_dashed_on_both_sides(two: Zone) -> None:
    pair(two, "over", "o", "e", until=AT, runs_until=AT)
    drawn = picture(two.database, ask(two.database, "pairs", AT))
    assert {(g.source.key, g.name, g.target.key, g.ghost) for g in drawn.edges} == {
        ("over", "ORGAN_SIDE", "o", True),
        ("over", "ENTERPRISE_SIDE", "e", True),
    }


def test_several_pairs_seen_from_either_side(two: Zone) -> None:
    two.firm("g").branch("e2", "g").node("Branch", "o2", side="organ", dissolved_on=AT)
    pair(two, "p1", "o", "e")
    pair(two, "p2", "o", "e2", signed_on=AT)
    pair(two, "p3", "o2", "e", signed_on=AT)
    pair(two, "again", "o", "e", signed_on=AT)
    (row,) = several_pairs(two.database, AT)
    assert (row.branch, row.side, row.partners, row.partner_branches) == ("o", "organ", 2, ("e", "e2"))
    assert (row.pairs, row.idle, row.idle_pairs, row.kept_up) == (("again", "p1", "p2"), 1, ("p1",), "some")
    rows = several_pairs(two.database, AT - DAY)
    assert [(r.branch, r.kept_up) for r in rows] == [("e", "some"), ("o", "some")]
    assert [r.branch for r in several_pairs(two.database, AT - DAY, "enterprise")] == ["e"]


def test_two_agreements_with_one_partner_are_not_several(two: Zone) -> None:
    pair(two, "p1", "o", "e")
    pair(two, "p2", "o", "e")
    assert several_pairs(two.database, AT) == ()


@pytest.fixture
def hall(zone: Zone) -> Zone:
    """A free organ branch `o` of a department, seated HERE."""
    zone.node("Department", "d").node("Branch", "o", side="organ").edge("o", "SET_IN", "d")
    return zone.node("Venue", "hall", at_point=HERE).edge("o", "SEATED_AT", "hall")


def stood(zone: Zone, branch: str, metres: float | None, members: int = 4, firms: int = 1) -> Zone:
    """A branch with so many formal members and an activity now, its first firm so far north."""
    names = [f"{branch}-{i}" for i in range(firms)]
    for name in names:
        zone.firm(name)
    zone.branch(branch, *names).members(names[0], branch, formal=members)
    zone.site(names[0], north(metres) if metres is not None else None)
    return held(zone, branch, date(2026, 7, 1))


def test_most_in_need_first_then_nearest_with_the_parts_of_the_score(hall: Zone) -> None:
    stood(hall, "near", 995)
    stood(hall, "nearest", 500)
    stood(hall, "far", 1005)
    stood(hall, "needy", 3000, members=2)
    rows = free_organ_branches(hall.database, AT, {"per_branch": 9})
    assert [(r.branch, r.score, r.near, r.below_three, r.few_members, r.inactive) for r in rows] == [
        ("needy", 3, False, True, True, False),
        ("nearest", 2, True, False, False, False),
        ("near", 2, True, False, False, False),
        ("far", 1, False, False, False, False),
    ]
    assert {(r.organ, r.department, r.matched, r.unpaired) for r in rows} == {("o", "d", "distance", True)}
    assert rows[1].metres == pytest.approx(500, rel=0.01) and rows[1].place_name == "nearest-0"
    assert [r.branch for r in free_organ_branches(hall.database, AT, {"per_branch": 1})] == ["needy"]


def test_need_is_told_at_its_boundaries(hall: Zone) -> None:
    stood(hall, "three", 1, members=3)
    stood(hall, "joint", 2, members=2, firms=2)
    stood(hall, "probationary", 3, members=2).members("probationary-0", "probationary", probationary=1)
    hall.firm("q").branch("quiet", "q").site("q", north(4)).members("q", "quiet", formal=3)
    held(hall, "quiet", date(2026, 6, 30), AT + DAY)
    found = {
        r.branch: (r.below_three, r.few_members, r.inactive, r.members)
        for r in free_organ_branches(hall.database, AT, {"per_branch": 9})
    }
    assert found == {
        "three": (False, False, False, 3),
        "joint": (False, True, False, 2),
        "probationary": (True, False, False, 3),
        "quiet": (False, False, True, 3),
    }


def test_below_three_counts_who_is_counted_at_the_firms_and_few_members_who_belongs(hall: Zone) -> None:
    hall.holding()
    stood(hall, "held", 1, members=2).members("held-0", "holding", formal=1)
    stood(hall, "abroad", 2, members=2).firm("far").member("m", "far", "abroad", "formal")
    hall.branch("bare")
    found = {
        r.branch: (r.below_three, r.few_members) for r in free_organ_branches(hall.database, AT, {"per_branch": 9})
    }
    assert {branch: found[branch] for branch in ("held", "abroad", "bare")} == {
        "held": (False, True),
        "abroad": (True, False),
        "bare": (True, True),
    }


def test_paired_branches_are_left_out_unless_asked_and_an_activity_of_the_pair_counts(hall: Zone) -> None:
    hall.firm("f").branch("e", "f").members("f", "e", formal=5).node("Branch", "busy", side="organ")
    held(pair(hall, "p", "busy", "e"), "p", date(2026, 8, 1))
    (row,) = free_organ_branches(hall.database, AT)
    assert (row.organ, row.branch) == ("o", None)
    (row,) = free_organ_branches(hall.database, AT, {"among": "all"})
    assert (row.branch, row.unpaired, row.inactive, row.metres, row.matched) == ("e", False, False, None, "none")
    pair(hall, "now", "o", "e")
    assert free_organ_branches(hall.database, AT) == ()


def test_without_a_seat_cells_areas_and_townships_of_the_department_decide(zone: Zone) -> None:
    zone.node("Department", "东山镇人民政府").node("Branch", "o", side="organ").edge("o", "SET_IN", "东山镇人民政府")
    zone.node("Area", "east").node("Area", "led").node("Township", "东山镇")
    zone.edge("led", "LED_BY", "东山镇人民政府")
    zone.cell("own", area="east").cell("beside", area="east").cell("under", area="led")
    zone.cell("town", township="东山镇").cell("off").edge("东山镇人民政府", "RESPONSIBLE_FOR", "own")
    for cell in ("own", "beside", "under", "town", "off"):
        zone.firm(f"f-{cell}").branch(f"b-{cell}", f"f-{cell}").site(f"f-{cell}", HERE, cell=cell)
    rows = free_organ_branches(zone.database, AT, {"per_branch": 9})
    assert {(r.branch, r.matched, r.near) for r in rows} == {
        ("b-own", "cell", True),
        ("b-beside", "area", True),
        ("b-under", "area", True),
        ("b-town", "township", True),
        ("b-off", "none", False),
    }
    assert {r.metres for r in rows} == {None} and rows[-1].branch == "b-off"


def test_nothing_is_told_of_an_empty_zone(zone: Zone) -> None:
    database = zone.database
    assert pairs(database, AT) == several_pairs(database, AT) == free_organ_branches(database, AT) == ()
