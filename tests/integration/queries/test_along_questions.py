"""With whom to build along, and the joint branch that fits best, at the boundaries of each principle."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from drawn_zone import BEGIN, HERE, Zone, north

from queries.ask import ask
from queries.picture import picture
from queries.planning.along import build_along, joint_candidates
from queries.results import OPEN

AT = date(2026, 9, 30)
DAY = timedelta(days=1)


def lone(
    zone: Zone, key: str, metres: float | None = None, formal: int = 1, staff: int = 30, **properties: Any
) -> Zone:
    """An uncovered firm with members, so far north or nowhere."""
    zone.firm(key, state=None, **properties).members(key, "holding", formal=formal)
    zone.record("SurveyRecord", key, operating_state="operating", staff=staff)
    return zone.site(key, north(metres)) if metres is not None else zone


@pytest.fixture
def a(zone: Zone) -> Zone:
    """One uncovered firm `a` of 30 staff with one formal member, a machine maker standing HERE."""
    return lone(zone.holding(), "a", 0, industry="机械")


def host(zone: Zone, branch: str, metres: float, firms: int = 2, industry: str | None = None) -> Zone:
    """A branch over so many firms, the first of which stands so far north."""
    names = [f"{branch}-{i}" for i in range(firms)]
    for name in names:
        zone.firm(name, industry=industry)
    return zone.branch(branch, *names).site(names[0], north(metres))


def principles(zone: Zone, at: date = AT, **settings: object) -> dict[str, tuple[bool, ...]]:
    rows = build_along(zone.database, at, {"firm": "a", **settings})
    return {r.candidate: (r.same_chain, r.same_cell, r.near, r.same_trade, r.similar_size) for r in rows}


def test_each_principle_is_its_own_column_and_most_come_first(a: Zone) -> None:
    a.cell("g").edge("a-site", "IN_GRID", "g")
    lone(a, "trade", 5000, industry="机械", staff=200)
    lone(a, "near", 900, staff=200)
    lone(a, "cell", None, staff=200).site("cell", north(4000), cell="g")
    lone(a, "chain", 5000, staff=200).edge("chain", "SUPPLIES", "a", (BEGIN, AT), product="铸件")
    lone(a, "all", 10, industry="机械").edge("all-site", "IN_GRID", "g").edge("a", "SUPPLIES", "all")
    lone(a, "size only", 5000)
    assert principles(a, AT - DAY) == {
        "all": (True, True, True, True, True),
        "near": (False, False, True, False, False),
        "cell": (False, True, False, False, False),
        "chain": (True, False, False, False, False),
        "trade": (False, False, False, True, False),
    }
    rows = build_along(a.database, AT - DAY, {"firm": "a"})
    assert [r.principles for r in rows] == [5, 1, 1, 1, 1] and rows[0].metres == pytest.approx(10, rel=0.01)
    assert {r.candidate: r.products for r in rows}["chain"] == "铸件"
    assert "chain" not in principles(a)
    assert [r.candidate for r in build_along(a.database, AT, {"firm": "a", "per_subject": 1})] == ["all"]


def test_products_are_named_in_order(a: Zone) -> None:
    lone(a, "maker", 5000).edge("maker", "SUPPLIES", "a", product="铸件").edge("a", "SUPPLIES", "maker", product="钢")
    assert [r.products for r in build_along(a.database, AT, {"firm": "a"})] == ["钢、铸件"]


def test_like_size_and_near_at_their_boundaries(a: Zone) -> None:
    for staff in (9, 10, 90, 91):
        lone(a, f"staff{staff}", 100, staff=staff)
    lone(a, "just", 995).firm("unsaid").members("unsaid", "holding", formal=1).site("unsaid", north(100))
    lone(a, "over", 1005)
    found = principles(a, per_subject=99)
    assert {key: flags[-1] for key, flags in found.items()} == {
        "staff9": False,
        "staff10": True,
        "staff90": True,
        "staff91": False,
        "just": True,
        "unsaid": False,
    }
    assert "over" in principles(a, per_subject=99, radius=1100)


def test_only_operating_firms_with_members_and_none_that_builds_its_own(a: Zone) -> None:
    lone(a, "three", 100, formal=3)
    lone(a, "two", 100, formal=2)
    lone(a, "none", 100, formal=0)
    lone(a, "state", 100, ownership="state")
    a.firm("stopped", state="stopped").site("stopped", north(100)).members("stopped", "holding", formal=1)
    host(a, "b", 200).members("b-0", "b", formal=5)
    rows = build_along(a.database, AT, {"firm": "a"})
    assert [(r.candidate, r.step, r.candidate_branch, r.room) for r in rows] == [
        ("two", "found", None, None),
        ("b-0", "join", "b", 3),
    ]
    assert [r.candidate for r in build_along(a.database, AT, {"firm": "a", "candidates": "uncovered"})] == ["two"]
    assert {r.firm for r in build_along(a.database, AT)} == {"a", "two"}
    assert {(r.firm, r.candidate) for r in build_along(a.database, AT, {"firm": "three"})} >= {("three", "a")}


def test_a_branch_looks_for_firms_to_take_in(a: Zone) -> None:
    host(a, "b", 100, firms=2, industry="机械").members("b-0", "b", formal=3)
    lone(a, "far", 5000, industry="机械", formal=2)
    rows = build_along(a.database, AT, {"branch": "b"})
    assert [(r.firm, r.branch, r.name, r.candidate, r.step, r.principles) for r in rows] == [
        (None, "b", "b", "a", "take_in", 2),
        (None, "b", "b", "far", "take_in", 1),
    ]
    drawn = picture(a.database, ask(a.database, "build-along", AT, {"branch": "b"}))
    assert {(e.source.key, e.target.key, e.rule) for e in drawn.edges} == {
        ("b", "a", "build_along"),
        ("b", "far", "build_along"),
    }


def test_the_branch_two_firms_could_found_or_join_is_drawn(a: Zone) -> None:
    lone(a, "two", 100)
    host(a, "b", 200).members("b-0", "b", formal=5)
    drawn = picture(a.database, ask(a.database, "build-along", AT, {"firm": "a"}))
    new = "missing:Enterprise:a+Enterprise:two"
    assert {(e.source.key, e.target.key) for e in drawn.edges if e.ghost} == {(new, "a"), (new, "two"), ("b", "a")}
    assert [e.metres for e in drawn.edges if e.target.key == "two"] == [pytest.approx(100, rel=0.01)]


def test_the_joint_branch_that_fits_best_has_room_and_is_explained(a: Zone) -> None:
    host(a, "near", 100)
    host(a, "trade", 900, industry="机械")
    host(a, "full", 50, firms=5, industry="机械")
    host(a, "own", 300, firms=1, industry="机械").edge("own-0", "SUPPLIES", "a", (BEGIN, AT))
    rows = joint_candidates(a.database, AT)
    assert [(r.branch, r.score, r.near, r.same_trade, r.same_chain, r.room, r.becomes_joint) for r in rows] == [
        ("trade", 2, True, True, False, 3, False),
        ("own", 2, True, True, False, 4, True),
        ("near", 1, True, False, False, 3, False),
    ]
    assert rows[0].metres == pytest.approx(900, rel=0.01) and rows[0].trade == "机械"
    assert joint_candidates(a.database, AT - DAY)[0].branch == "own"
    assert [r.branch for r in joint_candidates(a.database, AT, {"kind": "joint", "per_firm": 1})] == ["trade"]


def test_room_ends_at_the_limit_and_near_at_the_radius(a: Zone) -> None:
    host(a, "four", 100, firms=4)
    host(a, "five", 100, firms=5)
    host(a, "beyond", 1005)
    assert [(r.branch, r.room) for r in joint_candidates(a.database, AT)] == [("four", 1)]
    rows = joint_candidates(a.database, AT, {"radius": 1100})
    assert [(r.branch, r.near) for r in rows] == [("four", True), ("beyond", False)]


def test_borders_count_against_a_branch(zone: Zone) -> None:
    zone.holding().node("Area", "east").node("Area", "west").cell("e1", area="east").cell("w1", area="west")
    lone(zone, "a", None).site("a", HERE, cell="e1")
    zone.firm("h").site("h", north(100), cell="w1").branch("over", "h")
    zone.firm("i").site("i", north(200), cell="e1").branch("within", "i")
    zone.firm("j").site("j", north(300)).branch("unknown", "j")
    rows = joint_candidates(zone.database, AT)
    assert [(r.branch, r.no_border) for r in rows] == [("within", True), ("over", False), ("unknown", False)]


def test_firms_with_enough_members_none_or_an_organisation_are_not_asked_for(a: Zone) -> None:
    lone(a, "three", 0, formal=3)
    lone(a, "none", 0, formal=0)
    lone(a, "probationary", None, formal=0).members("probationary", "holding", probationary=1)
    assert [(r.firm, r.branch) for r in joint_candidates(a.database, AT)] == [("a", None), ("probationary", None)]
    drawn = picture(a.database, ask(a.database, "joint-candidates", AT))
    assert {(e.source.key, e.target.key, e.ghost) for e in drawn.edges} == {
        ("missing:Enterprise:a", "a", True),
        ("missing:Enterprise:probationary", "probationary", True),
    }
    a.branch("b", "a", span=(AT + DAY, OPEN))
    assert [r.firm for r in joint_candidates(a.database, AT + DAY)] == ["probationary"]


def test_nothing_is_told_of_an_empty_zone(zone: Zone) -> None:
    assert build_along(zone.database, AT) == joint_candidates(zone.database, AT) == ()
