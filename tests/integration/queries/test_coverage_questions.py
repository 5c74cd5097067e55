"""应建未建, 有党员未覆盖 and 无挂点干部 on zones small enough to see through."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from drawn_zone import BEGIN, Zone

from queries.coverage import members_uncovered, qualified_unbuilt, unreached
from queries.results import OPEN

AT = date(2026, 9, 30)
DAY = timedelta(days=1)


def uncovered(zone: Zone, at: date = AT) -> dict[str, tuple[int, int]]:
    return {row.firm: (row.formal, row.probationary) for row in members_uncovered(zone.database, at)}


def test_members_in_a_holding_branch_count_where_no_branch_covers(zone: Zone) -> None:
    zone.holding().firm("a").members("a", "holding", formal=3, probationary=1)
    assert uncovered(zone) == {"a": (3, 1)}
    (row,) = qualified_unbuilt(zone.database, AT)
    assert (row.firm, row.list, row.formal, row.branch) == ("a", "unbuilt", 3, None)


def test_two_formal_and_probationary_ones_are_no_branch_of_their_own(zone: Zone) -> None:
    zone.holding().firm("a").members("a", "holding", formal=2, probationary=5)
    assert uncovered(zone) == {"a": (2, 5)}
    assert qualified_unbuilt(zone.database, AT) == ()


def test_a_firm_with_a_branch_is_no_hole(zone: Zone) -> None:
    zone.firm("a").branch("b", "a").members("a", "b", formal=4)
    assert uncovered(zone) == {}
    assert qualified_unbuilt(zone.database, AT) == ()


def test_membership_elsewhere_never_counts(zone: Zone) -> None:
    """Talent market (a holding branch of another committee), village, another firm's branch, no branch at all."""
    zone.holding().firm("a").firm("z").branch("zb", "z")
    zone.node("Branch", "market-committee", side="organ").branch("market", formation="holding")
    zone.edge("market", "UNDER", "market-committee").node("Branch", "village", side="organ")
    zone.members("a", "zb", formal=3).members("a", "market", formal=3).members("a", "village", formal=3)
    zone.member("nowhere", "a", None, "formal").member("not-here", None, "holding", "formal")
    assert uncovered(zone) == {}


@pytest.mark.parametrize("formation", ["temporary", "mobile"])
def test_temporary_and_mobile_branches_neither_cover_nor_hold_members(zone: Zone, formation: str) -> None:
    zone.holding().firm("a").branch("b", "a", formation=formation)
    zone.members("a", "b", formal=3).members("a", "holding", probationary=1)
    assert uncovered(zone) == {"a": (0, 1)}


def test_an_organ_branch_is_no_organisation_of_a_firm(zone: Zone) -> None:
    zone.holding().firm("a").members("a", "holding", formal=1).branch("b", "a", side="organ")
    assert uncovered(zone) == {"a": (1, 0)}


def test_cover_holds_from_since_until_before_until(zone: Zone) -> None:
    span = (date(2026, 3, 1), date(2026, 6, 1))
    zone.holding().firm("a").members("a", "holding", formal=1).branch("b", "a", span=span)
    assert uncovered(zone, span[0] - DAY) == {"a": (1, 0)}
    assert uncovered(zone, span[0]) == {}
    assert uncovered(zone, span[1] - DAY) == {}
    assert uncovered(zone, span[1]) == {"a": (1, 0)}


def test_a_branch_covers_only_between_founding_and_dissolution(zone: Zone) -> None:
    founded, dissolved = date(2026, 3, 1), date(2026, 6, 1)
    zone.holding().firm("a").members("a", "holding", formal=1)
    zone.branch("b", "a", founded_on=founded, dissolved_on=dissolved)
    assert uncovered(zone, founded - DAY) == {"a": (1, 0)}
    assert uncovered(zone, founded) == {}
    assert uncovered(zone, dissolved - DAY) == {}
    assert uncovered(zone, dissolved) == {"a": (1, 0)}


def test_a_planned_branch_covers_nothing_before_it_is_founded(zone: Zone) -> None:
    planned = AT + 30 * DAY
    zone.holding().firm("a").members("a", "holding", formal=3).branch("b", "a", planned_on=planned)
    zone.firm("c").members("c", "holding", formal=3).branch("d", "c", planned_on=BEGIN, founded_on=BEGIN + DAY)
    assert uncovered(zone) == {"a": (3, 0)}
    assert [row.firm for row in qualified_unbuilt(zone.database, AT)] == ["a"]


@pytest.mark.parametrize("shorter", ["works", "belongs"])
def test_work_and_membership_hold_from_since_until_before_until(zone: Zone, shorter: str) -> None:
    since, until = date(2026, 3, 1), date(2026, 6, 1)
    zone.holding().firm("a").member("m", "a", "holding", "formal", **{shorter: (since, until)})
    found = [uncovered(zone, day) for day in (since - DAY, since, until - DAY, until)]
    assert found == [{}, {"a": (1, 0)}, {"a": (1, 0)}, {}]


def test_a_holding_branch_counts_while_it_shares_its_committee_with_branches_that_cover(zone: Zone) -> None:
    left = date(2026, 6, 1)
    zone.node("Branch", "committee", side="organ").firm("beside-firm", state=None).branch("beside", "beside-firm")
    zone.edge("beside", "UNDER", "committee", (BEGIN, left)).branch("holding", formation="holding")
    zone.edge("holding", "UNDER", "committee").firm("a").members("a", "holding", formal=1)
    assert uncovered(zone, left - DAY) == {"a": (1, 0)}
    assert uncovered(zone, left) == {}


def test_a_probationary_member_is_formal_from_the_confirmation_date(zone: Zone) -> None:
    confirmed = date(2026, 5, 1)
    zone.holding().firm("a").member("m", "a", "holding", "probationary", confirmed_on=confirmed)
    assert uncovered(zone, confirmed - DAY) == {"a": (0, 1)}
    assert uncovered(zone, confirmed) == {"a": (1, 0)}


def test_standing_decides_whether_a_member_counts(zone: Zone) -> None:
    zone.holding().firm("stopped").firm("unknown").firm("unsaid").firm("by-date")
    zone.member("m1", "stopped", "holding", "stopped", confirmed_on=BEGIN)
    zone.member("m2", "unknown", "holding", "unknown").member("m3", "unsaid", "holding", None)
    zone.member("m4", "by-date", "holding", None, confirmed_on=BEGIN)
    assert uncovered(zone) == {"by-date": (1, 0)}


def test_only_operating_private_firms_are_in_the_base(zone: Zone) -> None:
    zone.holding()
    for state in ("stopped", "building", "cancelled", "moved"):
        zone.firm(state, state=state)
    for ownership in ("state", "collective", "individual", "other"):
        zone.firm(ownership, ownership=ownership)
    zone.firm("never-surveyed", state=None).firm("individual-code", uscc="92360000MA0000000X")
    outside = [row["key"] for row in zone.database.read("MATCH (n:Enterprise) RETURN n.key AS key")]
    for firm in outside:
        zone.members(firm, "holding", formal=3)
    for ownership in ("private", "hmt", "foreign", "mixed"):
        zone.firm(f"in-{ownership}", ownership=ownership).members(f"in-{ownership}", "holding", formal=1)
    zone.firm("in-unsaid", ownership=None).members("in-unsaid", "holding", formal=1)
    assert set(uncovered(zone)) == {"in-private", "in-hmt", "in-foreign", "in-mixed", "in-unsaid"}


def test_operating_is_what_the_record_of_that_day_says(zone: Zone) -> None:
    stopped = date(2026, 7, 1)
    zone.holding().firm("a", span=(BEGIN, stopped)).members("a", "holding", formal=1)
    zone.record("SurveyRecord", "a", (stopped, OPEN), operating_state="stopped")
    assert uncovered(zone, stopped - DAY) == {"a": (1, 0)}
    assert uncovered(zone, stopped) == {}


def test_three_inside_a_joint_branch_is_the_second_list(zone: Zone) -> None:
    zone.firm("a").firm("b").firm("c").branch("j", "a", "b", "c")
    zone.members("a", "j", formal=3).members("b", "j", formal=2, probationary=1)
    rows = qualified_unbuilt(zone.database, AT)
    assert [(r.firm, r.list, r.formal, r.branch) for r in rows] == [("a", "in_joint", 3, "j")]
    assert qualified_unbuilt(zone.database, AT, "unbuilt") == ()
    assert qualified_unbuilt(zone.database, AT, "in_joint") == rows


def test_three_in_the_one_branch_of_a_group_is_no_proposal(zone: Zone) -> None:
    zone.firm("head").firm("a").firm("b").branch("g", "a", "b")
    zone.edge("a", "PART_OF", "head").edge("b", "PART_OF", "head").members("a", "g", formal=5)
    assert qualified_unbuilt(zone.database, AT) == ()


def test_an_own_branch_beside_the_joint_one_settles_it(zone: Zone) -> None:
    zone.firm("a").firm("b").branch("j", "a", "b").branch("own", "a").members("a", "j", formal=3)
    assert qualified_unbuilt(zone.database, AT) == ()


def test_worst_first_then_key(zone: Zone) -> None:
    zone.holding()
    for firm, formal in (("c", 3), ("a", 3), ("b", 7)):
        zone.firm(firm).members(firm, "holding", formal=formal)
    assert [row.firm for row in qualified_unbuilt(zone.database, AT)] == ["b", "a", "c"]


def test_area_keeps_to_firms_with_a_site_in_it(zone: Zone) -> None:
    zone.holding().node("Area", "east").node("Area", "west").cell("e1", area="east").cell("w1", area="west")
    zone.firm("a").site("a", cell="e1").firm("b").site("b", cell="w1").firm("nowhere")
    for firm in ("a", "b", "nowhere"):
        zone.members(firm, "holding", formal=1)
    (row,) = members_uncovered(zone.database, AT, area="east")
    assert (row.firm, row.area, row.cell) == ("a", "east", "e1")
    assert len(members_uncovered(zone.database, AT)) == 3


def test_unreached_are_firms_without_members_cover_or_anyone(zone: Zone) -> None:
    zone.holding().node("Officer", "o").node("MassOrganisation", "union")
    for firm in ("alone", "contacted", "instructed", "served", "covered", "with-members", "was-contacted"):
        zone.firm(firm)
    zone.edge("o", "CONTACTS", "contacted").edge("o", "INSTRUCTS", "instructed").edge("union", "SERVES", "served")
    zone.branch("b", "covered").members("with-members", "holding", probationary=1)
    zone.edge("o", "CONTACTS", "was-contacted", (BEGIN, AT))
    assert [row.firm for row in unreached(zone.database, AT)] == ["alone", "was-contacted"]
    assert [row.firm for row in unreached(zone.database, AT - DAY)] == ["alone"]


def test_unreached_names_the_department_that_answers_for_the_cell(zone: Zone) -> None:
    zone.firm("a").cell("g").site("a", cell="g").node("Department", "d").edge("d", "RESPONSIBLE_FOR", "g")
    assert [(row.firm, row.department) for row in unreached(zone.database, AT)] == [("a", "d")]
