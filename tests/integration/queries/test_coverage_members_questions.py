"""Who is due to be confirmed, who could transfer and who could join up, on zones small enough to see through."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from drawn_zone import BEGIN, HERE, Zone, north

from queries.ask import ask
from queries.coverage_members import neighbours_reach_three, one_short, probationary_only, transferable
from queries.picture import picture
from queries.results import OPEN, Ref

AT = date(2026, 9, 30)
DAY = timedelta(days=1)


def waiting(zone: Zone, firm: str, *joined: date | None) -> Zone:
    """Probationary members of the firm, in the holding branch, who joined on these days."""
    for i, day in enumerate(joined):
        zone.member(f"{firm}-{i}", firm, "holding", "probationary", joined_on=day)
    return zone


def test_a_year_after_joining_a_member_is_due(zone: Zone) -> None:
    joined = date(2025, 10, 1)
    waiting(zone.holding().firm("a"), "a", joined)
    due = date(2026, 10, 1)
    states = [[(r.due_on, r.state) for r in probationary_only(zone.database, day)] for day in (due - DAY, due)]
    assert states == [[(due, "due")], [(due, "overdue")]]


def test_a_confirmation_date_goes_before_the_year_and_ends_probation(zone: Zone) -> None:
    confirmed = date(2026, 12, 1)
    zone.holding().firm("a").member(
        "m", "a", "holding", "probationary", joined_on=date(2025, 6, 1), confirmed_on=confirmed, name="张三"
    )
    (row,) = probationary_only(zone.database, confirmed - DAY)
    assert (row.due_on, row.state, row.member_name) == (confirmed, "due", "张*")
    assert probationary_only(zone.database, confirmed) == ()


def test_a_firm_reaches_three_with_the_third_confirmation(zone: Zone) -> None:
    waiting(zone.holding().firm("a"), "a", date(2026, 3, 1), date(2026, 1, 1), date(2026, 2, 1), date(2026, 4, 1))
    rows = probationary_only(zone.database, AT)
    assert [row.due_on for row in rows] == [date(2027, month, 1) for month in (1, 2, 3, 4)]
    assert {row.reaches_on for row in rows} == {date(2027, 3, 1)}
    assert {(row.formal, row.probationary) for row in rows} == {(0, 4)}


def test_two_or_an_undated_third_do_not_reach_three(zone: Zone) -> None:
    waiting(zone.holding().firm("a").firm("b"), "a", BEGIN, BEGIN)
    waiting(zone, "b", BEGIN, BEGIN, None)
    rows = probationary_only(zone.database, AT)
    assert {(row.firm, row.reaches_on) for row in rows} == {("a", None), ("b", None)}
    assert [row.state for row in rows if row.firm == "b"] == ["due", "due", "undated"]


def test_firms_with_formal_members_are_the_wider_list(zone: Zone) -> None:
    waiting(zone.holding().firm("two").firm("three"), "two", BEGIN)
    waiting(zone, "three", BEGIN)
    zone.members("two", "holding", formal=2).members("three", "holding", formal=3)
    assert probationary_only(zone.database, AT) == ()
    (row,) = probationary_only(zone.database, AT, {"list": "below"})
    assert (row.firm, row.formal, row.reaches_on) == ("two", 2, date(2027, 1, 1))


def elsewhere(zone: Zone, firm: str, formal: int, place: str = "village", **span: tuple[date, date]) -> Zone:
    """Formal members who work at the firm and whose record says where they belong."""
    for i in range(formal):
        zone.member(f"{firm}-{place}-{i}", firm, None, None, **span)
        zone.record("MemberRecord", f"{firm}-{place}-{i}", standing="formal", membership_at=place)
    return zone


@pytest.mark.parametrize(("formal", "listed"), [(1, False), (2, True), (3, False)])
def test_one_short_is_two_of_three(zone: Zone, formal: int, listed: bool) -> None:
    elsewhere(zone.holding().firm("a").members("a", "holding", formal=formal), "a", 1)
    assert bool(one_short(zone.database, AT)) is listed


def test_short_may_be_more_and_the_formal_ones_decide(zone: Zone) -> None:
    elsewhere(zone.holding().firm("a").members("a", "holding", formal=1), "a", 1)
    zone.member("p", "a", None, "probationary")
    (row,) = one_short(zone.database, AT, {"short": "2"})
    assert (row.lacking, row.elsewhere, row.elsewhere_formal, row.result) == (2, 2, 1, "short")
    assert row.members == ("a-village-0", "p") and row.branch is None
    elsewhere(zone, "a", 1, "talent_market")
    (row,) = one_short(zone.database, AT, {"short": 2})
    assert (row.elsewhere_formal, row.result) == (2, "enough")
    drawn = picture(zone.database, ask(zone.database, "one-short", AT, {"short": 2}))
    assert [(e.name, e.target.key, e.rule) for e in drawn.edges if e.ghost] == [("COVERS", "a", "own_members")]


def test_nobody_elsewhere_is_no_proposal(zone: Zone) -> None:
    zone.holding().firm("a").members("a", "holding", formal=2)
    assert one_short(zone.database, AT) == ()


def test_three_together_are_transferable(zone: Zone) -> None:
    elsewhere(zone.holding().firm("a").members("a", "holding", formal=1), "a", 1)
    assert transferable(zone.database, AT) == ()
    elsewhere(zone, "a", 1, "talent_market")
    (row,) = transferable(zone.database, AT)
    assert (row.firm, row.formal, row.elsewhere_formal, row.together) == ("a", 1, 2, 3)
    assert (row.from_village, row.from_market, row.from_others) == (1, 1, 0)


def test_whom_it_takes_works_there_that_day(zone: Zone) -> None:
    since, until = date(2026, 3, 1), date(2026, 6, 1)
    elsewhere(zone.holding().firm("a"), "a", 3, works=(since, until))
    found = [len(transferable(zone.database, day)) for day in (since - DAY, since, until - DAY, until)]
    assert found == [0, 1, 1, 0]


def test_an_own_branch_settles_it_and_a_joint_one_does_not(zone: Zone) -> None:
    zone.firm("a").firm("b").firm("c").branch("own", "a").branch("joint", "b", "c")
    elsewhere(zone, "a", 3)
    elsewhere(zone, "b", 3)
    (row,) = transferable(zone.database, AT)
    assert (row.firm, row.branch, row.branch_name) == ("b", "joint", "joint")


def test_members_counted_where_they_also_work_or_stopped_are_not_to_transfer(zone: Zone) -> None:
    zone.holding().firm("a").firm("b").branch("bb", "b")
    for i in range(3):
        zone.member(f"both-{i}", "b", "bb", "formal").edge(f"both-{i}", "WORKS_AT", "a")
        zone.member(f"stopped-{i}", "a", None, "stopped")
    assert transferable(zone.database, AT) == ()


def three(zone: Zone, **metres: float) -> Zone:
    """Uncovered firms with one formal member each, so far north."""
    zone.holding()
    for firm, away in metres.items():
        zone.firm(firm).site(firm, north(away)).members(firm, "holding", formal=1)
    return zone


def test_neighbours_who_reach_three_are_listed_once(zone: Zone) -> None:
    three(zone, a=0, b=400, c=900)
    (row,) = neighbours_reach_three(zone.database, AT)
    assert (row.firm, row.firms, row.count, row.formal) == ("b", ("a", "b", "c"), 3, 3)
    assert row.metres == pytest.approx(500, rel=0.01) and row.approximate is False
    drawn = picture(zone.database, ask(zone.database, "neighbours-reach-three", AT))
    missing = Ref("Branch", "missing:Enterprise:a+Enterprise:b+Enterprise:c")
    assert {(e.source, e.target.key) for e in drawn.edges} == {(missing, firm) for firm in "abc"}
    assert all(e.ghost for e in drawn.edges)


def test_as_few_of_the_nearest_as_are_needed(zone: Zone) -> None:
    three(zone, a=0, far=900)
    zone.firm("b").site("b", north(100)).members("b", "holding", formal=2, probationary=1)
    rows = neighbours_reach_three(zone.database, AT)
    assert [(r.firms, r.formal, r.probationary) for r in rows] == [(("a", "b"), 3, 1), (("b", "far"), 3, 1)]
    assert [row.firms for row in neighbours_reach_three(zone.database, AT, {"radius": 500})] == [("a", "b")]


def test_neighbours_are_within_the_radius(zone: Zone) -> None:
    three(zone, a=0, b=980, c=-980)
    assert [row.firm for row in neighbours_reach_three(zone.database, AT)] == ["a"]
    assert neighbours_reach_three(zone.database, AT, {"radius": 970}) == ()


def test_who_has_enough_or_none_or_a_branch_or_no_place_is_no_neighbour(zone: Zone) -> None:
    three(zone, a=0, b=100)
    zone.firm("three").site("three", HERE).members("three", "holding", formal=3)
    zone.firm("none").site("none", HERE).members("none", "holding", probationary=1)
    zone.firm("covered").site("covered", HERE).branch("x", "covered").members("covered", "x", formal=1)
    zone.firm("nowhere").members("nowhere", "holding", formal=1)
    assert neighbours_reach_three(zone.database, AT) == ()


def test_a_site_without_coordinates_stands_at_the_centre_of_its_cell(zone: Zone) -> None:
    three(zone, a=0, b=100)
    zone.cell("g", north(200)).firm("c").site("c", cell="g").members("c", "holding", formal=1)
    (row,) = neighbours_reach_three(zone.database, AT)
    assert (row.firms, row.approximate) == (("a", "b", "c"), True)


def test_a_site_counts_while_it_is_the_firms(zone: Zone) -> None:
    left = date(2026, 6, 1)
    three(zone, a=0, b=100)
    zone.firm("c").site("c", north(200), span=(BEGIN, left)).members("c", "holding", formal=1)
    zone.site("c", north(5000), key="c-later", span=(left, OPEN))
    assert [len(neighbours_reach_three(zone.database, day)) for day in (left - DAY, left)] == [1, 0]


def test_an_empty_graph_has_no_answers(zone: Zone) -> None:
    for question in (probationary_only, one_short, transferable, neighbours_reach_three):
        assert question(zone.database, AT) == ()
