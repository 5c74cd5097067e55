"""The planner's question and the load of joint branches, with distances that can be checked by hand."""

from __future__ import annotations

from datetime import date

import pytest
from drawn_zone import BEGIN, HERE, Zone, north

from queries.ask import cypher_values
from queries.catalog import catalog
from queries.planning.near import joint_branch_load, uncovered_near_branch
from queries.rule_book import applied

AT = date(2026, 9, 30)


@pytest.fixture
def lonely(zone: Zone) -> Zone:
    """One uncovered firm `a` with one formal member, standing HERE."""
    return zone.holding().firm("a").site("a", HERE).members("a", "holding", formal=1)


def host(zone: Zone, branch: str, metres: float, firms: int = 2) -> Zone:
    """A branch over so many firms, the first of which stands so far north."""
    names = [f"{branch}-{i}" for i in range(firms)]
    for name in names:
        zone.firm(name)
    return zone.branch(branch, *names).site(names[0], north(metres))


def test_nearest_first_with_room_left(lonely: Zone) -> None:
    host(lonely, "far", 900, 4)
    host(lonely, "near", 300, 2)
    host(lonely, "full", 600, 5)
    host(lonely, "beyond", 1100)
    rows = uncovered_near_branch(lonely.database, AT)
    assert [(r.firm, r.branch, r.room, r.kind) for r in rows] == [
        ("a", "near", 3, "joint"),
        ("a", "full", 0, "joint"),
        ("a", "far", 1, "joint"),
    ]
    assert [r.metres for r in rows] == pytest.approx([300, 600, 900], rel=0.01)
    assert {(r.located, r.place, r.approximate) for r in rows} == {("point", "covered", False)}
    assert rows[0].place_name == "near-0"


def test_radius_per_firm_and_room_narrow_it(lonely: Zone) -> None:
    host(lonely, "near", 300, 5)
    host(lonely, "far", 1500)

    def asked(**settings: object) -> list[str | None]:
        return [row.branch for row in uncovered_near_branch(lonely.database, AT, settings)]

    assert asked() == ["near"]
    assert asked(radius=2000) == ["near", "far"]
    assert asked(radius=2000, per_firm=1) == ["near"]
    assert asked(radius=2000, room="free") == ["far"]
    assert asked(radius=200) == [None]


def test_distance_is_to_the_nearest_of_seat_and_covered_sites(lonely: Zone) -> None:
    host(lonely, "b", 700)
    lonely.node("Venue", "hall", at_point=north(400)).edge("b", "SEATED_AT", "hall")
    (row,) = uncovered_near_branch(lonely.database, AT)
    assert (row.place, row.place_name) == ("seat", "hall")
    lonely.site("b-1", north(100))
    (row,) = uncovered_near_branch(lonely.database, AT)
    assert (row.place, row.place_name) == ("covered", "b-1")
    assert row.metres == pytest.approx(100, rel=0.01)


def test_a_venue_is_looked_for_as_far_as_the_radius(lonely: Zone) -> None:
    host(lonely, "b", 5000)
    lonely.node("Venue", "hall", at_point=north(950)).edge("b", "SEATED_AT", "hall")
    (row,) = uncovered_near_branch(lonely.database, AT)
    assert (row.branch, row.place) == ("b", "seat")
    assert row.metres == pytest.approx(950, rel=0.01)
    (row,) = uncovered_near_branch(lonely.database, AT, {"radius": 940})
    assert row.branch is None


def test_a_firm_with_several_sites_is_measured_from_the_nearest(lonely: Zone) -> None:
    host(lonely, "b", 5300)
    lonely.site("a", north(5000), key="plant two")
    (row,) = uncovered_near_branch(lonely.database, AT)
    assert row.metres == pytest.approx(300, rel=0.01)


def test_without_coordinates_the_cell_stands_in_and_with_neither_it_comes_last(zone: Zone) -> None:
    zone.holding().cell("g", HERE).cell("bare")
    for firm in ("by-cell", "unknown", "no-site", "alone"):
        zone.firm(firm).members(firm, "holding", formal=1)
    zone.site("by-cell", cell="g").site("unknown", cell="bare").site("alone", north(9000))
    host(zone, "b", 500)
    rows = uncovered_near_branch(zone.database, AT)
    assert [(r.firm, r.branch, r.located, r.approximate) for r in rows] == [
        ("by-cell", "b", "cell", True),
        ("alone", None, "point", None),
        ("no-site", None, "none", None),
        ("unknown", None, "none", None),
    ]


def test_a_branch_whose_site_has_no_coordinates_stands_at_its_cell(lonely: Zone) -> None:
    lonely.cell("g", north(200)).firm("h").firm("i").branch("b", "h", "i").site("h", cell="g")
    (row,) = uncovered_near_branch(lonely.database, AT)
    assert (row.branch, row.approximate) == ("b", True)
    assert row.metres == pytest.approx(200, rel=0.01)


def test_the_cell_stands_in_only_where_coordinates_are_missing(lonely: Zone) -> None:
    lonely.cell("g", HERE).firm("h").branch("b", "h").site("h", north(5000), cell="g")
    assert [row.branch for row in uncovered_near_branch(lonely.database, AT)] == [None]


def test_a_zone_that_names_its_committee_leaves_out_the_branches_of_others(zone: Zone) -> None:
    zone.node("Branch", "ours", name="本区综合党委").node("Branch", "middle").node("Branch", "others")
    for branch, upper in (("direct", "ours"), ("below", "middle"), ("foreign", "others")):
        zone.firm(f"{branch}-firm").branch(branch, f"{branch}-firm").edge(branch, "UNDER", upper)
    zone.edge("middle", "UNDER", "ours").branch("left", "direct-firm").edge("left", "UNDER", "ours", (BEGIN, AT))
    question = catalog()["zone-figures"]
    own = {}
    for named in ([], ["ours"], ["本区综合党委"]):
        values = {
            **cypher_values(AT, {}, applied(zone.database, question.rules, AT)),
            "limit": 6,
            "shown": 6,
            "rule_zone_committee": named,
        }
        own[str(named)] = zone.database.read(question.answered(), values)[0]["rows"][0]["value"]
    assert own == {"[]": 4, "['ours']": 2, "['本区综合党委']": 2}


def test_actions_choose_the_firms(zone: Zone) -> None:
    zone.holding().node("Officer", "o")
    counts = {"none": (0, 0), "reached": (0, 0), "probationary": (0, 1), "two": (2, 1), "three": (3, 0)}
    for firm, (formal, probationary) in counts.items():
        zone.firm(firm).site(firm, HERE).members(firm, "holding", formal, probationary)
    zone.edge("o", "CONTACTS", "reached").firm("covered").branch("own", "covered").members("covered", "own", formal=1)

    def firms(action: str) -> list[str]:
        return [row.firm for row in uncovered_near_branch(zone.database, AT, {"action": action})]

    assert firms("joint") == ["probationary", "two"]
    assert firms("own") == ["three"]
    assert firms("work") == ["none"]


def test_an_own_branch_would_become_joint_but_not_for_its_own_group(lonely: Zone) -> None:
    host(lonely, "own", 200, 1)
    host(lonely, "joint", 400, 2)
    assert [(r.branch, r.kind, r.becomes_joint, r.room) for r in uncovered_near_branch(lonely.database, AT)] == [
        ("own", "own", True, 4),
        ("joint", "joint", False, 3),
    ]
    lonely.edge("a", "PART_OF", "own-0")
    assert not uncovered_near_branch(lonely.database, AT)[0].becomes_joint
    assert not uncovered_near_branch(lonely.database, AT, {"action": "own"})


def test_only_living_lasting_enterprise_branches_of_the_zone_are_offered(lonely: Zone) -> None:
    for branch in ("gone", "temp", "organ", "state"):
        lonely.firm(f"{branch}-firm", ownership="state" if branch == "state" else "private")
        lonely.site(f"{branch}-firm", north(100))
    lonely.branch("gone", "gone-firm", dissolved_on=AT).branch("temp", "temp-firm", formation="temporary")
    lonely.branch("organ", "organ-firm", side="organ").branch("state", "state-firm", level="committee")
    host(lonely, "b", 500)
    assert [row.branch for row in uncovered_near_branch(lonely.database, AT)] == ["b"]


def test_crossing_a_border_is_flagged_never_excluded(zone: Zone) -> None:
    zone.holding().node("Area", "east").node("Area", "west").node("Township", "t")
    zone.cell("e1", area="east", township="t").cell("w1", area="west", township="t")
    zone.firm("a").site("a", HERE, cell="e1").members("a", "holding", formal=1)
    zone.firm("h").site("h", north(100), cell="w1").branch("b", "h").firm("i").site("i", north(200)).branch("c", "i")
    rows = uncovered_near_branch(zone.database, AT)
    assert [(r.branch, r.crosses_area, r.crosses_township) for r in rows] == [("b", True, False), ("c", None, None)]


def test_area_is_taken_by_name_or_key(lonely: Zone) -> None:
    lonely.node("Area", "east").cell("e1", area="east").edge("a-site", "IN_GRID", "e1").node(
        "Area", "zone/west", name="西片区"
    ).row("zone/west", 1, AT, called="Area|西片区")
    assert [r.firm for r in uncovered_near_branch(lonely.database, AT, {"area": "east"})] == ["a"]
    assert uncovered_near_branch(lonely.database, AT, {"area": "西片区"}) == ()


def test_load_counts_firms_against_the_limit(zone: Zone) -> None:
    for branch, firms in (("four", 4), ("five", 5), ("six", 6)):
        host(zone, branch, 0, firms)
    loads = joint_branch_load(zone.database, AT)
    assert [(b.branch, b.firms, b.limit_firms, b.room, b.state) for b in loads] == [
        ("six", 6, 5, 0, "over"),
        ("five", 5, 5, 0, "at"),
    ]
    assert loads[1].covered == tuple(f"five-{i}" for i in range(5))
    assert [b.branch for b in joint_branch_load(zone.database, AT, "over")] == ["six"]
    assert [b.branch for b in joint_branch_load(zone.database, AT, "below")] == ["six", "five", "four"]


def test_firms_of_one_group_make_no_joint_branch_however_many(zone: Zone) -> None:
    zone.firm("head").firm("middle").edge("middle", "PART_OF", "head")
    for i in range(6):
        zone.firm(f"s{i}").edge(f"s{i}", "PART_OF", "middle" if i % 2 else "head")
    zone.branch("group", "head", *[f"s{i}" for i in range(6)], formation="joint")
    assert joint_branch_load(zone.database, AT) == ()
    zone.firm("stranger").edge("group", "COVERS", "stranger")
    assert [b.firms for b in joint_branch_load(zone.database, AT)] == [8]
