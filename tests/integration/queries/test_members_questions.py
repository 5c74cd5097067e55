"""Membership elsewhere, members who may be double, probation that ends."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from drawn_zone import BEGIN, Zone

from queries.figures import figures_reconciled
from queries.members import duplicate_members, members_elsewhere, probation_due
from queries.results import OPEN

AT = date(2026, 9, 30)
DAY = timedelta(days=1)


def test_an_empty_zone_has_none(zone: Zone) -> None:
    assert members_elsewhere(zone.database, AT) == ()
    assert duplicate_members(zone.database, AT) == ()
    assert probation_due(zone.database, AT) == ()


def test_elsewhere_says_where_and_since_when(zone: Zone) -> None:
    zone.firm("a").branch("b", "a").firm("z").branch("zb", "z").node("Branch", "village", side="organ")
    held = date(2020, 5, 1)
    zone.member("m1", "a", "village", "formal", belongs=(held, OPEN), name="张三")
    zone.record("MemberRecord", "m2", membership_at="talent_market").node("Member", "m2").edge("m2", "WORKS_AT", "a")
    zone.member("m3", "a", "zb", "probationary").member("m4", "a", None, None)
    zone.member("here", "a", "b", "formal").member("stopped", "a", "village", "stopped")
    rows = members_elsewhere(zone.database, AT)
    assert [(r.member, r.where, r.branch, r.since, r.standing, r.target) for r in rows] == [
        ("m1", "branch", "village", held, "formal", "b"),
        ("m2", "talent_market", None, None, "unknown", "b"),
        ("m3", "branch", "zb", BEGIN, "probationary", "b"),
        ("m4", "unknown", None, None, "unknown", "b"),
    ]
    assert rows[0].name == "张*"
    assert [r.member for r in members_elsewhere(zone.database, AT, "unknown")] == ["m4"]


def test_a_holding_branch_of_the_zone_is_not_elsewhere(zone: Zone) -> None:
    zone.holding().firm("a").member("held", "a", "holding", "formal")
    assert members_elsewhere(zone.database, AT) == ()


def test_a_member_of_two_firms_belongs_once_to_one_of_them(zone: Zone) -> None:
    zone.firm("a").firm("z").branch("b", "a").member("m", "a", "b", "formal").edge("m", "WORKS_AT", "z")
    assert members_elsewhere(zone.database, AT) == ()


def test_membership_moves_in_on_its_day(zone: Zone) -> None:
    zone.firm("a").branch("b", "a").node("Branch", "village", side="organ")
    zone.member("m", "a", "village", "formal", belongs=(BEGIN, AT)).edge("m", "BELONGS_TO", "b", (AT, OPEN))
    zone.node("Transfer", "t", state="moved", asked_on=AT - 2 * DAY, moved_on=AT).event("t", "OF", "m")
    (before,) = members_elsewhere(zone.database, AT - DAY)
    assert (before.branch, before.transfer) == ("village", "under_way")
    assert members_elsewhere(zone.database, AT - 3 * DAY)[0].transfer is None
    assert members_elsewhere(zone.database, AT) == ()


def test_the_list_is_as_long_as_the_figure(zone: Zone) -> None:
    zone.holding().firm("a").firm("s", state="stopped").node("Branch", "village", side="organ")
    zone.members("a", "village", formal=2).member("m", "s", "village", "formal").member("in", "a", "holding", "formal")
    zone.node("PublishedFigure", "f", figure="members_elsewhere", month=AT, value=0, source="statistics")
    (figure,) = figures_reconciled(zone.database, AT)
    assert figure.counted == len(members_elsewhere(zone.database, AT)) == 2


def test_one_member_in_two_branches_is_listed_while_both_live(zone: Zone) -> None:
    zone.firm("a").branch("b1", "a").branch("b2", "a", dissolved_on=AT)
    zone.member("m", "a", "b2", "formal").edge("m", "BELONGS_TO", "b1")
    (row,) = duplicate_members(zone.database, AT - DAY)
    assert (row.member, row.why, row.other, row.branch, row.other_branch) == ("m", "two_branches", None, "b1", "b2")
    assert duplicate_members(zone.database, AT) == ()


@pytest.mark.parametrize(
    ("one", "two", "why"),
    [
        ({"name": "王五", "born_on": BEGIN}, {"name": "王五", "born_on": BEGIN}, "name_born"),
        ({"name": "王五", "joined_on": BEGIN}, {"name": "王五", "joined_on": BEGIN}, "name_joined"),
        ({"name": "王五", "id_mask": "3*1"}, {"name": "王五", "id_mask": "3*1"}, "name_mask"),
        ({"name": "王五", "id_mask": "3*1", "born_on": BEGIN}, {"id_mask": "3*1", "born_on": BEGIN}, "mask_born"),
        ({"name": "王五", "born_on": BEGIN}, {"name": "王五", "born_on": BEGIN + DAY}, None),
        ({"name": "王五", "born_on": BEGIN}, {"name": "王六", "born_on": BEGIN}, None),
        ({"name": "王五", "id_mask": "3*1"}, {"name": "王六", "id_mask": "3*1"}, None),
    ],
)
def test_two_members_are_one_by_what_they_share(
    zone: Zone, one: dict[str, object], two: dict[str, object], why: str | None
) -> None:
    zone.firm("a").branch("b", "a").member("m1", "a", "b", "formal", **one)
    zone.member("m2", "a", None, "formal", **{"name": None, **two})
    rows = duplicate_members(zone.database, AT)
    assert [(r.member, r.other, r.why, r.branch, r.other_branch) for r in rows] == (
        [("m1", "m2", why, "b", None)] if why else []
    )


def test_a_pair_is_listed_once_with_its_surest_reason_while_both_are_there(zone: Zone) -> None:
    same = {"name": "王五", "born_on": BEGIN, "joined_on": BEGIN, "id_mask": "3*1"}
    zone.firm("a").member("m1", "a", None, "formal", **same).member("m2", "a", None, "formal", (BEGIN, AT), **same)
    assert [r.why for r in duplicate_members(zone.database, AT - DAY)] == ["name_mask"]
    assert duplicate_members(zone.database, AT) == ()


def test_probation_ends_a_year_after_joining(zone: Zone) -> None:
    zone.firm("a").branch("b", "a").member("m", "a", "b", "probationary", joined_on=date(2025, 9, 30))
    (before,) = probation_due(zone.database, AT - DAY)
    assert (before.state, before.ends_on, before.days, before.firm, before.branch) == ("soon", AT, 1, "a", "b")
    (ended,) = probation_due(zone.database, AT)
    assert (ended.state, ended.days, ended.over) == ("ended", 0, False)
    (over,) = probation_due(zone.database, date(2027, 9, 30))
    assert (over.state, over.over) == ("ended", True)
    assert probation_due(zone.database, date(2027, 9, 29))[0].over is False


def test_two_months_ahead_and_no_further(zone: Zone) -> None:
    for day in (29, 30):
        zone.member(f"m{day}", None, None, "probationary", joined_on=date(2025, 11, day))
    zone.member("later", None, None, "probationary", joined_on=date(2025, 12, 1))
    zone.member("unsaid", None, None, "probationary")
    assert [(r.member, r.state) for r in probation_due(zone.database, AT)] == [
        ("m29", "soon"),
        ("m30", "soon"),
        ("unsaid", "unknown"),
    ]
    assert "m29" not in {r.member for r in probation_due(zone.database, AT, months=0)}


def test_who_is_confirmed_or_stopped_is_not_due(zone: Zone) -> None:
    joined = date(2025, 9, 1)
    zone.member("confirmed", None, None, "probationary", joined_on=joined, confirmed_on=AT)
    zone.member("stopped", None, None, "stopped", joined_on=joined).member("formal", None, None, "formal")
    assert [r.member for r in probation_due(zone.database, AT - DAY)] == ["confirmed"]
    assert probation_due(zone.database, AT) == ()
