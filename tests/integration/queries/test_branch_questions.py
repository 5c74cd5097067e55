"""Branches by name, by their members and by their firms."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from drawn_zone import BEGIN, Zone

from queries.ask import ask
from queries.branches import (
    below_three,
    branch_without_mass,
    branches_listed,
    joint_total_below,
    level_due,
    stopped_with_branch,
)
from queries.figures import zone_figures
from queries.results import OPEN, Ref
from queries.verdicts import verdicts

AT = date(2026, 9, 30)
DAY = timedelta(days=1)


def test_the_lists_are_what_the_figures_count(zone: Zone) -> None:
    first = date(2026, 1, 1)
    for firm in ("a", "b", "c", "d"):
        zone.firm(firm)
    zone.branch("old", "a", founded_on=first - DAY, level="committee").branch("new", "b", founded_on=first)
    zone.branch("tomorrow", "c", founded_on=AT + DAY).branch("joint", "c", "d", founded_on=AT)
    zone.branch("gone", "d", span=(BEGIN, AT), founded_on=first - DAY, dissolved_on=AT, dissolved_why="搬迁")
    zone.branch("gone joint", "c", "d", span=(BEGIN, AT), founded_on=BEGIN, dissolved_on=AT)
    zone.branch("goes", "d", founded_on=first - DAY, dissolved_on=AT + DAY).branch(
        "passing", "a", formation="temporary"
    )
    zone.members("a", "old", formal=2, probationary=1).members("d", "gone", formal=3)
    database = zone.database
    figures = zone_figures(database, AT)
    standing = branches_listed(database, AT)
    assert [(r.branch, r.kind, r.level, r.firms, r.formal, r.probationary) for r in standing] == [
        ("goes", "own", "branch", 1, 0, 0),
        ("new", "own", "branch", 1, 0, 0),
        ("old", "own", "committee", 1, 2, 1),
        ("joint", "joint", "branch", 2, 0, 0),
    ]
    assert (figures["own_branches"], figures["joint_branches"]) == (3, 1)
    assert standing[0].dissolved_on is None
    founded = branches_listed(database, AT, "founded_this_year")
    assert [(r.branch, r.kind) for r in founded] == [("new", "own"), ("gone joint", "joint"), ("joint", "joint")]
    assert figures["founded_this_year"] == 1
    dissolved = branches_listed(database, AT, "dissolved_this_year")
    assert [(r.branch, r.kind, r.dissolved_on, r.dissolved_why, r.formal) for r in dissolved] == [
        ("gone", "own", AT, "搬迁", 3),
        ("gone joint", "joint", AT, None, 0),
    ]
    assert figures["dissolved_this_year"] == 1
    assert branches_listed(database, AT - DAY, "dissolved_this_year") == ()


def test_an_own_branch_falls_below_on_the_day_a_member_leaves(zone: Zone) -> None:
    left = date(2026, 6, 1)
    zone.firm("a").branch("b", "a").members("a", "b", formal=2, probationary=1)
    zone.member("leaver", "a", "b", "formal", works=(BEGIN, left))
    assert below_three(zone.database, left - DAY) == ()
    for at in (left, AT):
        (row,) = below_three(zone.database, at)
        assert (row.branch, row.formal, row.probationary, row.state, row.since, row.before, row.covered) == (
            "b", 2, 1, "fell", left, 3, ("a",),
        )  # fmt: skip


@pytest.mark.parametrize("cause", ["transferred", "stopped", "uncovered"])
def test_each_fact_that_ends_a_count_gives_its_own_day(zone: Zone, cause: str) -> None:
    left, risen = date(2026, 6, 1), date(2026, 3, 1)
    zone.firm("a").firm("z").branch("b", "a", span=(BEGIN, left if cause == "uncovered" else OPEN)).branch("zb", "z")
    zone.members("a", "b", formal=2).members("z", "zb", formal=3)
    zone.member("third", "a", "b", None, belongs=(risen, left if cause == "transferred" else OPEN))
    zone.record("MemberRecord", "third", (BEGIN, left), standing="formal")
    zone.record("MemberRecord", "third", (left, OPEN), standing="stopped" if cause == "stopped" else "formal")
    (row,) = below_three(zone.database, AT)
    assert (row.branch, row.state, row.since, row.before) == ("b", "fell", left, 3)
    assert row.formal == (0 if cause == "uncovered" else 2)
    assert below_three(zone.database, left - DAY) == ()
    assert [r.state for r in below_three(zone.database, risen - DAY)] == ["never"]


def test_a_second_fall_counts_from_its_own_day(zone: Zone) -> None:
    first, back, again = date(2026, 3, 1), date(2026, 5, 1), date(2026, 7, 1)
    zone.firm("a").branch("b", "a").members("a", "b", formal=2)
    zone.member("one", "a", "b", "formal", works=(BEGIN, first)).member("two", "a", "b", "formal", works=(back, again))
    assert [(r.since, r.before) for r in below_three(zone.database, first)] == [(first, 3)]
    assert below_three(zone.database, back) == ()
    assert [(r.since, r.before) for r in below_three(zone.database, AT)] == [(again, 3)]


def test_confirmation_ends_being_below(zone: Zone) -> None:
    zone.firm("a").branch("b", "a").members("a", "b", formal=2)
    zone.member("third", "a", "b", "probationary", confirmed_on=AT)
    (row,) = below_three(zone.database, AT - DAY)
    assert (row.formal, row.probationary, row.state, row.since) == (2, 1, "never", None)
    assert below_three(zone.database, AT) == ()


def test_only_own_branches_are_below_and_a_group_counts_together(zone: Zone) -> None:
    for firm in ("a", "b", "head", "s1", "s2"):
        zone.firm(firm)
    zone.edge("s1", "PART_OF", "head").edge("s2", "PART_OF", "head", (BEGIN, AT))
    zone.branch("group", "s1", "head").members("s1", "group", formal=2).members("head", "group", formal=1)
    zone.branch("joint", "a", "b").members("a", "joint", formal=2).branch("empty")
    zone.branch("gone", "a", dissolved_on=AT).branch("mobile", "a", formation="mobile")
    rows = below_three(zone.database, AT)
    assert [(r.branch, r.firms, r.formal, r.state) for r in rows] == [("empty", 0, 0, "never")]
    assert [(r.branch, r.formal, r.firms, r.covered) for r in joint_total_below(zone.database, AT)] == [
        ("joint", 2, 2, ("a", "b"))
    ]


def test_one_person_at_two_firms_of_a_branch_counts_once(zone: Zone) -> None:
    zone.firm("a").firm("b").branch("joint", "a", "b").members("a", "joint", formal=2)
    zone.edge("a-joint-formal-0", "WORKS_AT", "b")
    assert [r.formal for r in joint_total_below(zone.database, AT)] == [2]
    zone.members("b", "joint", formal=1)
    assert joint_total_below(zone.database, AT) == ()


def test_members_held_by_the_zone_count_where_they_work(zone: Zone) -> None:
    zone.holding().firm("a").branch("b", "a").edge("b", "UNDER", "committee")
    zone.members("a", "b", formal=2).member("held", "a", "holding", "formal", belongs=(BEGIN, AT))
    zone.node("Branch", "village", side="organ").member("away", "a", "village", "formal")
    zone.member("not here", None, "b", "formal")
    assert [r.branch for r in below_three(zone.database, AT - DAY)] == ["beside"]
    found = {r.branch: (r.formal, r.since) for r in below_three(zone.database, AT)}
    assert found == {"beside": (0, None), "b": (2, AT)}


def test_branches_of_stopped_firms(zone: Zone) -> None:
    stopped = date(2026, 7, 1)
    for firm in ("own", "j1"):
        zone.firm(firm, span=(BEGIN, stopped)).record("SurveyRecord", firm, (stopped, AT), operating_state="stopped")
        zone.record("SurveyRecord", firm, (AT, OPEN), operating_state="stopped", staff=3)
    zone.firm("j2").firm("j3", "cancelled").firm("moved", "moved").firm("building", "building").firm("was", "stopped")
    zone.branch("alone", "own").branch("joint", "j1", "j2", "j3").branch("fine", "moved").branch("fine too", "building")
    zone.branch("left", "was", span=(BEGIN, AT)).branch("dissolved", "was", dissolved_on=AT)
    zone.members("own", "alone", formal=1)
    assert [r.branch for r in stopped_with_branch(zone.database, stopped - DAY)] == ["dissolved", "left", "joint"]
    rows = stopped_with_branch(zone.database, AT)
    assert [
        (r.branch, r.kind, r.state, r.firms, r.stopped_firms, r.cancelled_firms, r.stopped, r.since, r.formal)
        for r in rows
    ] == [
        ("alone", "own", "all", 1, 1, 0, ("own",), stopped, 1),
        ("joint", "joint", "some", 3, 1, 1, ("j3", "j1"), BEGIN, 0),
    ]
    assert rows[1].stopped_names == "j3、j1"


def test_a_firm_has_been_stopped_since_ledgers_say_so_without_a_break(zone: Zone) -> None:
    gone, back = date(2026, 6, 1), date(2026, 8, 1)
    zone.firm("a", "stopped", (BEGIN, gone)).record("SurveyRecord", "a", (back, OPEN), operating_state="cancelled")
    zone.branch("b", "a")
    assert [(r.since, r.cancelled_firms) for r in stopped_with_branch(zone.database, gone - DAY)] == [(BEGIN, 0)]
    assert stopped_with_branch(zone.database, gone) == ()
    assert [(r.since, r.cancelled_firms) for r in stopped_with_branch(zone.database, back)] == [(back, 1)]


def test_levels_due_by_number(zone: Zone) -> None:
    for firm, formal in (("f49", 49), ("f50", 50), ("f99", 99), ("f100", 100), ("g", 50), ("g100", 100), ("c", 100)):
        level = {"g": "general_branch", "g100": "general_branch", "c": "committee"}.get(firm, "branch")
        zone.firm(firm).branch(f"b-{firm}", firm, level=level).members(firm, f"b-{firm}", formal=formal, probationary=1)
    rows = level_due(zone.database, AT)
    assert [(r.branch, r.level, r.due, r.members, r.probationary) for r in rows] == [
        ("b-f100", "branch", "committee", 100, 1),
        ("b-g100", "general_branch", "committee", 100, 1),
        ("b-f99", "branch", "general_branch", 99, 1),
        ("b-f50", "branch", "general_branch", 50, 1),
    ]


def test_mass_bodies_missing_where_there_is_an_organisation(zone: Zone) -> None:
    for firm in ("all", "none", "one", "uncovered"):
        zone.firm(firm)
    zone.firm("stopped", "stopped").branch("joint", "all", "none", "one", "stopped")
    for body in ("union", "youth", "women"):
        zone.node("MassOrganisation", f"all-{body}", body=body).edge(f"all-{body}", "SERVES", "all")
    zone.node("MassOrganisation", "u", body="union").edge("u", "SERVES", "one")
    zone.node("MassOrganisation", "w", body="women").edge("w", "SERVES", "one", (BEGIN, AT))
    rows = branch_without_mass(zone.database, AT)
    assert [(r.firm, r.missing, r.union, r.youth, r.women, r.branch) for r in rows] == [
        ("none", 3, "missing", "missing", "missing", "joint"),
        ("one", 2, "has", "missing", "missing", "joint"),
    ]
    assert [r.missing for r in branch_without_mass(zone.database, AT - DAY)] == [3, 1]


def test_a_branch_is_told_why(zone: Zone) -> None:
    zone.firm("a", "stopped").branch("b", "a")
    found = {v.question: v.holds_hole for v in verdicts(zone.database, Ref("Branch", "b"), AT) if v.row is not None}
    assert found["below-three"] and found["stopped-with-branch"]
    assert not found.get("committee-size", False)


@pytest.mark.parametrize(
    "question",
    [
        "approvals-pending", "below-three", "branch-without-mass", "branches-listed", "committee-size",
        "funding-by-branch", "joint-total-below", "level-due", "meetings-missed", "posts-and-brands",
        "secretary-vacant", "several-posts", "stopped-with-branch", "terms-due", "unpaid",
    ],
)  # fmt: skip
def test_an_empty_zone_has_none(zone: Zone, question: str) -> None:
    assert ask(zone.database, question, AT).total == 0
