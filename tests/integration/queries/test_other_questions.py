"""Cells, pairs, the way to an officer and the figures of the account."""

from __future__ import annotations

from datetime import date, timedelta

from drawn_zone import BEGIN, Zone

from queries.figures import zone_figures
from queries.grids import cell_unassigned
from queries.officers import path_to_officer
from queries.partnership import unpaired_branches
from queries.results import OPEN

AT = date(2026, 9, 30)
DAY = timedelta(days=1)


def test_cells_nobody_answers_for_with_most_firms_first(zone: Zone) -> None:
    zone.node("Area", "east").node("Department", "d").cell("kept").cell("lost").cell("empty", area="east").cell("busy")
    zone.edge("d", "RESPONSIBLE_FOR", "kept").edge("d", "RESPONSIBLE_FOR", "lost", (BEGIN, AT))
    zone.firm("a").site("a", cell="busy").site("a", cell="busy", key="second").firm("b").site("b", cell="busy")
    rows = cell_unassigned(zone.database, AT)
    assert [(r.cell, r.firms, r.area) for r in rows] == [("busy", 2, None), ("empty", 0, "east"), ("lost", 0, None)]
    assert "lost" not in {r.cell for r in cell_unassigned(zone.database, AT - DAY)}


def pair(zone: Zone, organ: str, enterprise: str, span: tuple[date, date] = (BEGIN, OPEN)) -> Zone:
    key = f"{organ}+{enterprise}"
    zone.node("CoBuildingPair", key).edge(key, "ORGAN_SIDE", organ, span)
    return zone.edge(key, "ENTERPRISE_SIDE", enterprise, span)


def test_unpaired_on_both_sides(zone: Zone) -> None:
    for i in range(3):
        zone.firm(f"f{i}").branch(f"e{i}", f"f{i}").node("Branch", f"o{i}", side="organ")
    zone.node("Department", "d").edge("o1", "SET_IN", "d")
    pair(zone, "o0", "e0")
    pair(zone, "o1", "e1", (BEGIN, AT))
    rows = unpaired_branches(zone.database, AT)
    assert [(r.branch, r.side, r.firms, r.department) for r in rows] == [
        ("e1", "enterprise", 1, None),
        ("e2", "enterprise", 1, None),
        ("o1", "organ", 0, "d"),
        ("o2", "organ", 0, None),
    ]
    assert [r.branch for r in unpaired_branches(zone.database, AT - DAY, "organ")] == ["o2"]


def test_a_pair_ends_with_the_partner_branch(zone: Zone) -> None:
    zone.firm("f").branch("e", "f").node("Branch", "o", side="organ", dissolved_on=AT)
    pair(zone, "o", "e")
    assert [r.branch for r in unpaired_branches(zone.database, AT - DAY)] == []
    assert [r.branch for r in unpaired_branches(zone.database, AT)] == ["e"]


def test_committees_and_passing_branches_need_no_pair(zone: Zone) -> None:
    zone.firm("f").branch("committee", "f", level="committee").branch("general", "f", level="general_branch")
    for formation in ("temporary", "mobile", "holding"):
        zone.branch(formation, "f", formation=formation).node("Branch", f"organ-{formation}", side="organ")
        zone.record("BranchRecord", f"organ-{formation}", formation=formation)
    zone.node("Branch", "organ-committee", side="organ").record("BranchRecord", "organ-committee", level="committee")
    assert [r.branch for r in unpaired_branches(zone.database, AT)] == ["general"]


def test_ways_from_a_firm_to_its_officers(zone: Zone) -> None:
    zone.firm("a").cell("g").site("a", cell="g").node("Department", "d").edge("d", "RESPONSIBLE_FOR", "g")
    for officer, name in (("o1", "张三丰"), ("o2", "李四"), ("o3", "王五"), ("gone", "赵六")):
        zone.node("Officer", officer, name=name)
    zone.edge("o1", "SERVES_IN", "d").edge("gone", "SERVES_IN", "d", (BEGIN, AT)).edge("o2", "CONTACTS", "a")
    zone.node("ServiceTeam", "team").edge("team", "SERVES", "a").edge("o3", "MEMBER_OF", "team")
    rows = path_to_officer(zone.database, AT, "a")
    assert [(r.via, r.site, r.cell, r.team, r.department, r.officer, r.officer_name) for r in rows] == [
        ("contact", None, None, None, None, "o2", "李*"),
        ("grid", "a-site", "g", None, "d", "o1", "张*"),
        ("team", None, None, "team", None, "o3", "王*"),
    ]


def test_a_way_that_breaks_off_is_shown_as_far_as_it_goes(zone: Zone) -> None:
    zone.firm("a").cell("g").site("a", cell="g")
    (row,) = path_to_officer(zone.database, AT, "Enterprise:a")
    assert (row.via, row.cell, row.department, row.officer) == ("grid", "g", None, None)


def test_figures_of_an_empty_zone_are_nothing_in_order(zone: Zone) -> None:
    assert list(zone_figures(zone.database, AT).items()) == [
        ("own_branches", 0),
        ("joint_branches", 0),
        ("instructors_and_joint_secretaries", 0),
        ("founded_this_year", 0),
        ("dissolved_this_year", 0),
        ("firms_with_members_uncovered", 0),
    ]


def test_own_and_joint_follow_what_is_covered(zone: Zone) -> None:
    zone.holding()  # brings one own branch; neither the committee nor the holding branch is one
    for firm in ("a", "b", "c", "head", "s1", "s2"):
        zone.firm(firm)
    zone.edge("s1", "PART_OF", "head").edge("s2", "PART_OF", "head")
    zone.branch("own said joint", "a", formation="joint").branch("joint said own", "b", "c", formation="own")
    zone.branch("group", "s1", "s2").branch("empty joint", formation="joint").branch("empty", formation=None)
    zone.branch("temporary", "a", formation="temporary").branch("mobile", formation="mobile")
    zone.firm("soe", ownership="state").branch("state committee", "soe", level="committee")
    zone.branch("organ", side="organ").branch("dissolved", "a", dissolved_on=AT).branch(
        "later", "a", founded_on=AT + DAY
    )
    figures = zone_figures(zone.database, AT)
    assert (figures["own_branches"], figures["joint_branches"]) == (4, 2)


def test_a_person_in_several_posts_counts_once(zone: Zone) -> None:
    zone.firm("a").firm("b").branch("joint", "a", "b").branch("own", "a")
    for officer in ("both", "secretary", "instructor", "of own", "ended", "contact"):
        zone.node("Officer", officer)
    zone.node("Member", "m").edge("m", "SECRETARY_OF", "joint")
    zone.edge("both", "INSTRUCTS", "a").edge("both", "INSTRUCTS", "joint").edge("both", "SECRETARY_OF", "joint")
    zone.edge("secretary", "SECRETARY_OF", "joint").edge("instructor", "INSTRUCTS", "own")
    zone.edge("of own", "SECRETARY_OF", "own").edge("ended", "INSTRUCTS", "a", (BEGIN, AT)).edge(
        "contact", "CONTACTS", "a"
    )
    assert zone_figures(zone.database, AT)["instructors_and_joint_secretaries"] == 3


def test_founded_and_dissolved_count_own_branches_of_the_year_so_far(zone: Zone) -> None:
    first = date(2026, 1, 1)
    for firm in ("a", "b", "c"):
        zone.firm(firm)
    zone.branch("new year", "a", founded_on=first).branch("today", "a", founded_on=AT)
    zone.branch("last year", "a", founded_on=first - DAY).branch("tomorrow", "a", founded_on=AT + DAY)
    zone.branch("new joint", "a", "b", founded_on=AT)
    ended = (BEGIN, date(2026, 6, 1))
    zone.branch("gone", "a", span=ended, founded_on=first - DAY, dissolved_on=ended[1], formation="joint")
    zone.branch("gone joint", "b", "c", span=ended, founded_on=first - DAY, dissolved_on=ended[1])
    zone.branch("gone today", "b", span=(BEGIN, AT), dissolved_on=AT).branch(
        "goes tomorrow", "b", dissolved_on=AT + DAY
    )
    zone.branch("gone last year", "c", dissolved_on=first - DAY)
    zone.branch("short", "c", span=ended, founded_on=date(2026, 2, 1), dissolved_on=ended[1])
    figures = zone_figures(zone.database, AT)
    assert (figures["founded_this_year"], figures["dissolved_this_year"]) == (3, 3)
    assert zone_figures(zone.database, first)["founded_this_year"] == 1


def test_the_uncovered_figure_is_the_uncovered_list(zone: Zone) -> None:
    zone.holding().firm("a").firm("b").members("a", "holding", formal=1).members("b", "holding", probationary=1)
    assert zone_figures(zone.database, AT)["firms_with_members_uncovered"] == 2
