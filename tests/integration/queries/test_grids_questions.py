"""Cells, firms in none of them, holes and reviews by department."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from drawn_zone import BEGIN, Zone

from queries.ask import ask
from queries.departments import DepartmentHole, holes_by_department, reviews_by_department
from queries.grids import cells, firm_ungridded
from queries.picture import picture
from queries.results import OPEN

AT = date(2026, 9, 30)
FIRST = date(2026, 9, 1)
DAY = timedelta(days=1)


def test_an_empty_zone_has_none(zone: Zone) -> None:
    assert cells(zone.database, AT) == ()
    assert firm_ungridded(zone.database, AT) == ()
    assert holes_by_department(zone.database, AT) == ()
    assert reviews_by_department(zone.database, AT) == ()


def test_firms_in_no_cell(zone: Zone) -> None:
    zone.cell("g", (118.0, 28.4)).firm("in").site("in", cell="g").firm("half").site("half", cell="g")
    zone.site("half", (118.0, 28.401), key="out").firm("far").site("far", (119.0, 28.4)).firm("none")
    zone.firm("stopped", state="stopped").firm("registry", state=None)
    rows = firm_ungridded(zone.database, AT)
    assert [(r.firm, r.state, r.site, r.nearest) for r in rows] == [
        ("far", "no_cell", "far-site", None),
        ("half", "no_cell", "out", "g"),
        ("none", "no_site", None, None),
    ]
    assert rows[1].metres == pytest.approx(111, abs=1)
    drawn = picture(zone.database, ask(zone.database, "firm-ungridded", AT))
    assert {(e.source.key, e.name, e.target.key) for e in drawn.edges if e.ghost} == {
        ("out", "IN_GRID", "g"),
        ("far-site", "IN_GRID", "missing:Site:far-site"),
        ("missing:Enterprise:none", "OF", "none"),
    }


def test_a_site_lies_in_its_cell_from_since_until_before_until(zone: Zone) -> None:
    zone.cell("g").firm("a").site("a").edge("a-site", "IN_GRID", "g", (FIRST, AT))
    found = [len(firm_ungridded(zone.database, day)) for day in (FIRST - DAY, FIRST, AT - DAY, AT)]
    assert found == [1, 0, 0, 1]


def test_a_cell_without_a_department_counts_a_firm_with_two_sites_in_it_once(zone: Zone) -> None:
    zone.cell("g").firm("one").site("one", cell="g")
    zone.firm("two").site("two", cell="g").site("two", cell="g", key="second")
    (row,) = ask(zone.database, "cell-unassigned", AT).rows
    assert (row["cell"], row["firms"]) == ("g", 2)


def test_cells_with_what_is_in_them(zone: Zone) -> None:
    zone.holding().node("Area", "east").node("Township", "town").node("Department", "d").node("Officer", "o")
    zone.cell("g", area="east", township="town").cell("empty").edge("d", "RESPONSIBLE_FOR", "g", (BEGIN, AT))
    for firm in ("covered", "reached", "members", "alone"):
        zone.firm(firm).site(firm, cell="g")
    zone.site("covered", cell="g", key="second").firm("stopped", state="stopped").site("stopped", cell="g")
    zone.branch("b", "covered").edge("o", "CONTACTS", "reached").members("members", "holding", formal=1)
    empty, row = cells(zone.database, AT - DAY)[::-1]
    assert (row.cell, row.area, row.township, row.department) == ("g", "east", "town", "d")
    assert (row.firms, row.covered, row.reached, row.holes) == (4, 1, 1, 2)
    assert row.hole_firms == ("alone", "members")
    assert (empty.cell, empty.firms, empty.holes) == ("empty", 0, 0)
    assert [r.department for r in cells(zone.database, AT)] == [None, None]
    assert [r.cell for r in cells(zone.database, AT, area="east")] == ["g"]


def told(rows: tuple[DepartmentHole, ...]) -> list[tuple[str, str, date, date | None, int]]:
    return [(r.kind, r.state, r.since, r.closed_on, r.days) for r in rows]


def test_a_hole_lasts_since_its_condition_held_without_a_break(zone: Zone) -> None:
    zone.cell("g").node("Department", "d").edge("d", "RESPONSIBLE_FOR", "g").node("Officer", "o")
    zone.firm("a").site("a", cell="g")
    zone.edge("o", "CONTACTS", "a", (date(2026, 2, 1), date(2026, 5, 1)))
    zone.edge("o", "CONTACTS", "a", (date(2026, 6, 1), FIRST)).edge("o", "CONTACTS", "a", (AT, OPEN))
    assert told(holes_by_department(zone.database, date(2026, 5, 20))) == [
        ("unreached", "new", date(2026, 5, 1), None, 19)
    ]
    assert told(holes_by_department(zone.database, date(2026, 6, 1))) == [
        ("unreached", "closed", date(2026, 5, 1), date(2026, 6, 1), 31)
    ]
    assert told(holes_by_department(zone.database, AT - DAY)) == [("unreached", "new", FIRST, None, 28)]
    (row,) = holes_by_department(zone.database, date(2026, 1, 31))
    assert (row.department, row.firm, row.since) == ("d", "a", BEGIN)
    assert holes_by_department(zone.database, AT) == ()


def test_a_hole_of_last_month_stands_and_is_closed_on_its_day(zone: Zone) -> None:
    zone.holding().cell("g").node("Department", "d").edge("d", "RESPONSIBLE_FOR", "g").firm("a").site("a", cell="g")
    joined = FIRST - 10 * DAY
    for i in range(3):
        zone.member(f"m{i}", "a", "holding", "formal", belongs=(joined, OPEN))
    zone.branch("b", "a", founded_on=AT)
    kinds = ("members_uncovered", "qualified_unbuilt")
    assert told(holes_by_department(zone.database, AT - DAY)) == [(k, "standing", joined, None, 38) for k in kinds]
    closed = [row for row in told(holes_by_department(zone.database, AT)) if row[0] != "unreached"]
    assert closed == [(k, "closed", joined, AT, 39) for k in kinds]
    assert holes_by_department(zone.database, AT + DAY) == ()


def test_a_hole_begins_when_others_make_the_holding_branch_the_zones_own(zone: Zone) -> None:
    zone.node("Branch", "committee", side="enterprise").record("BranchRecord", "committee", level="committee")
    for number, span in enumerate(((FIRST - 40 * DAY, FIRST - 20 * DAY), (FIRST - 20 * DAY, OPEN))):
        beside = f"beside {number}"
        zone.firm(f"{beside} firm").branch(beside, f"{beside} firm", span=span).edge(beside, "UNDER", "committee")
    zone.branch("holding", formation="holding").edge("holding", "UNDER", "committee")
    zone.firm("f").members("f", "holding", formal=1).node("Officer", "o").edge("o", "CONTACTS", "f")
    rows = holes_by_department(zone.database, AT, kind="members_uncovered")
    assert told(rows) == [("members_uncovered", "standing", FIRST - 40 * DAY, None, 69)]


def test_a_confirmation_begins_a_hole(zone: Zone) -> None:
    zone.holding().cell("g").firm("a").site("a", cell="g").members("a", "holding", formal=2)
    zone.member("m", "a", "holding", "probationary", confirmed_on=AT)
    rows = holes_by_department(zone.database, AT, kind="qualified_unbuilt")
    assert told(rows) == [("qualified_unbuilt", "new", AT, None, 0)]
    assert rows[0].department is None


def test_firms_never_surveyed_count_where_they_have_a_site_in_a_cell_or_not(zone: Zone) -> None:
    zone.firm("a", state=None).site("a").firm("registry", state=None)
    zone.record("SurveyRecord", "a", (AT, OPEN), operating_state="stopped")
    assert told(holes_by_department(zone.database, AT - DAY)) == [("never_surveyed", "standing", BEGIN, None, 271)]
    assert told(holes_by_department(zone.database, AT)) == [("never_surveyed", "closed", BEGIN, AT, 272)]


def test_standing_holes_are_drawn_and_closed_ones_are_not(zone: Zone) -> None:
    zone.cell("g").node("Department", "d").edge("d", "RESPONSIBLE_FOR", "g").node("Officer", "o")
    zone.firm("a").site("a", cell="g").firm("b").site("b", cell="g").edge("o", "CONTACTS", "b", (AT, OPEN))
    drawn = picture(zone.database, ask(zone.database, "holes-by-department", AT))
    assert {n.ref.key for n in drawn.nodes} == {"d", "a", "b"}
    assert [(e.source.key, e.name, e.target.key) for e in drawn.edges if e.ghost] == [("d", "CONTACTS", "a")]
    assert holes_by_department(zone.database, AT, department="d", kind="ungridded") == ()


def test_reviews_roll_up_to_the_department_of_their_day(zone: Zone) -> None:
    zone.node("Department", "old").node("Department", "new").node("Officer", "o").node("Officer", "p").node(
        "Member", "m"
    )
    zone.edge("o", "SERVES_IN", "old", (BEGIN, AT)).edge("o", "SERVES_IN", "new", (AT, OPEN))
    zone.edge("p", "SERVES_IN", "old").node("Branch", "b")
    for key, person, sort, result, score, day in (
        ("r1", "o", "instructor", "excellent", 95.0, AT - DAY),
        ("r2", "p", "instructor", "failed", 45.0, AT - DAY),
        ("r3", "o", "instructor", "passed", 80.0, AT),
        ("r4", "m", "secretary", None, 70.0, AT),
    ):
        zone.node("Review", key, sort=sort, year=2026, result=result, score=score, reviewed_on=day)
        zone.event(key, "OF", person)
    zone.event("r4", "OF", "b")
    rows = reviews_by_department(zone.database, AT)
    assert [
        (r.sort, r.department, r.reviewed, r.average, r.excellent, r.failed, r.passed, r.ungraded) for r in rows
    ] == [
        ("instructor", "new", 1, 80.0, 0, 0, 1, 0),
        ("instructor", "old", 2, 70.0, 1, 1, 0, 0),
        ("secretary", None, 1, 70.0, 0, 0, 0, 1),
    ]
    assert [r.reviewed for r in reviews_by_department(zone.database, AT - DAY)] == [2]
    assert reviews_by_department(zone.database, AT, year=2025) == ()
    assert [r.sort for r in reviews_by_department(zone.database, AT, sort="secretary")] == ["secretary"]
