"""Visits that are missing, loads, what an officer leaves behind, one's own list, investors."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from drawn_zone import BEGIN, Zone

from queries.ask import ask
from queries.departments import department_load
from queries.officers import (
    VisitMissing,
    investor_not_secretary,
    my_list,
    officer_leaves,
    officer_load,
    visits_missing,
)
from queries.picture import picture
from queries.results import OPEN

AUGUST, AT, OCTOBER = date(2026, 8, 31), date(2026, 9, 30), date(2026, 10, 31)
DAY = timedelta(days=1)


def visit(zone: Zone, officer: str, firm: str, day: date) -> Zone:
    key = f"{officer}-{firm}-{day}"
    return zone.node("Visit", key, visited_on=day).event(key, "BY", officer).event(key, "TO", firm)


def walked(zone: Zone, *days: date) -> Zone:
    """Days on which somebody else visits somewhere, so that there is a visit ledger of their months."""
    zone.node("Officer", "other").node("Enterprise", "elsewhere")
    for day in days:
        visit(zone, "other", "elsewhere", day)
    return zone


def states(rows: tuple[VisitMissing, ...]) -> list[tuple[str, str | None, str, int]]:
    return [(r.officer, r.firm, r.state, r.missed) for r in rows]


def test_an_empty_zone_has_none(zone: Zone) -> None:
    assert visits_missing(zone.database, AT) == ()
    assert visits_missing(zone.database, AT, "instructor") == ()
    assert officer_load(zone.database, AT) == ()
    assert department_load(zone.database, AT) == ()
    assert investor_not_secretary(zone.database, AT) == ()


def test_not_yet_before_the_month_ends_and_missed_when_it_has(zone: Zone) -> None:
    walked(zone.firm("a").node("Officer", "o").edge("o", "CONTACTS", "a"), AUGUST, AT, OCTOBER)
    visit(zone, "o", "a", date(2026, 8, 1))
    found = [states(visits_missing(zone.database, day)) for day in (AUGUST, AT - DAY, AT, AT + DAY, OCTOBER)]
    assert found == [
        [],
        [("o", "a", "not_yet", 0)],
        [("o", "a", "missed", 1)],
        [("o", "a", "missed", 1)],
        [("o", "a", "missed", 2)],
    ]
    assert states(visits_missing(zone.database, AT, missed=2)) == []
    drawn = picture(zone.database, ask(zone.database, "visits-missing", AT))
    assert [(e.name, e.target.key, e.rule) for e in drawn.edges if e.ghost] == [("TO", "a", "contact_visit_months")]


def test_a_visit_of_the_month_settles_it_from_its_day(zone: Zone) -> None:
    walked(zone.firm("a").node("Officer", "o").edge("o", "CONTACTS", "a"), AUGUST, AT)
    visit(zone, "o", "a", AT - DAY)
    assert states(visits_missing(zone.database, AT - 2 * DAY)) == [("o", "a", "missed", 1)]
    assert visits_missing(zone.database, AT - DAY) == ()


def test_months_without_a_visit_ledger_are_no_breach(zone: Zone) -> None:
    zone.firm("a").node("Officer", "o").edge("o", "CONTACTS", "a")
    assert states(visits_missing(zone.database, AT)) == [("o", "a", "unknown", 0)]
    walked(zone, AT)
    assert states(visits_missing(zone.database, AT)) == [("o", "a", "missed", 1)]
    assert states(visits_missing(zone.database, AUGUST)) == [("o", "a", "unknown", 0)]


def test_a_month_without_a_ledger_ends_the_run(zone: Zone) -> None:
    walked(zone.firm("a").node("Officer", "o").edge("o", "CONTACTS", "a"), AUGUST, OCTOBER)
    assert states(visits_missing(zone.database, OCTOBER)) == [("o", "a", "missed", 1)]


@pytest.mark.parametrize(("since", "missed"), [(1, 1), (2, None)])
def test_the_month_in_which_the_charge_began_does_not_count(zone: Zone, since: int, missed: int | None) -> None:
    zone.firm("a").node("Officer", "o").edge("o", "CONTACTS", "a", (date(2026, 9, since), OPEN))
    walked(zone, AUGUST, AT)
    assert [r.missed for r in visits_missing(zone.database, AT)] == ([missed] if missed else [])


def test_only_firms_without_members_and_officers_still_in_charge(zone: Zone) -> None:
    zone.holding().firm("with").members("with", "holding", probationary=1).firm("idle", state="stopped").firm("a")
    for officer in ("o", "gone"):
        zone.node("Officer", officer)
    for firm in ("with", "idle", "a"):
        zone.edge("o", "CONTACTS", firm)
    walked(zone.edge("gone", "CONTACTS", "a", (BEGIN, AT)), AT)
    assert states(visits_missing(zone.database, AT)) == [("o", "a", "missed", 1)]


def test_each_contact_officer_visits_for_himself(zone: Zone) -> None:
    zone.firm("a").node("Officer", "o1").node("Officer", "o2").node("Department", "d").edge("o2", "SERVES_IN", "d")
    visit(zone.edge("o1", "CONTACTS", "a").edge("o2", "CONTACTS", "a"), "o1", "a", AT)
    assert states(visits_missing(zone.database, AT, department="d")) == [("o2", "a", "missed", 1)]


def test_an_instructor_has_three_months_and_any_firm_of_the_branch(zone: Zone) -> None:
    zone.firm("a").firm("z").branch("j", "a", "z").node("Officer", "i").edge("i", "INSTRUCTS", "j")
    visit(zone, "i", "z", date(2026, 6, 15))
    walked(zone, date(2026, 7, 1), AUGUST, AT, OCTOBER)
    found = [visits_missing(zone.database, day, "instructor") for day in (AUGUST, AT - DAY, AT, OCTOBER)]
    assert [[(r.branch, r.firm, r.state, r.missed) for r in rows] for rows in found] == [
        [],
        [("j", None, "not_yet", 0)],
        [("j", None, "missed", 1)],
        [("j", None, "missed", 1)],
    ]
    assert visits_missing(zone.database, AT) == ()


def test_loads_count_each_firm_once(zone: Zone) -> None:
    for firm in ("a", "b", "c", "d"):
        zone.firm(firm)
    zone.branch("j", "a", "b").branch("gone", "d", dissolved_on=AT).node("Department", "x")
    for officer in ("o1", "o2", "o3"):
        zone.node("Officer", officer).edge(officer, "SERVES_IN", "x")
    zone.edge("o1", "CONTACTS", "a").edge("o1", "INSTRUCTS", "j").edge("o1", "INSTRUCTS", "gone")
    zone.edge("o2", "CONTACTS", "c").edge("o2", "CONTACTS", "d", (BEGIN, AT))
    rows = officer_load(zone.database, AT)
    assert [(r.officer, r.contacts, r.instructs, r.total, r.state, r.firms) for r in rows] == [
        ("o1", 1, 2, 2, "none", ("a", "b")),
        ("o2", 1, 0, 1, "none", ("c",)),
    ]
    before = officer_load(zone.database, AT - DAY, least=0)
    assert [(r.officer, r.total) for r in before] == [("o1", 3), ("o2", 2), ("o3", 0)]
    (load,) = department_load(zone.database, AT)
    assert (load.officers, load.idle, load.firms, load.average, load.most, load.least, load.spread) == (
        2, 1, 3, 1.5, 2, 1, 1,
    )  # fmt: skip
    assert (load.deviation, load.busiest) == (0.5, ("o1",))


def test_the_most_uneven_department_comes_first(zone: Zone) -> None:
    for firm in ("a", "b", "c"):
        zone.firm(firm)
    for officer, office, firms in (("o1", "even", "a"), ("o2", "even", "b"), ("o3", "odd", "abc"), ("o4", "odd", "a")):
        zone.node("Officer", officer)
        for firm in firms:
            zone.edge(officer, "CONTACTS", firm)
        zone.edge(officer, "SERVES_IN", office)
    zone.node("Department", "even").node("Department", "odd").node("Department", "idle").node("Officer", "o5")
    zone.edge("o5", "SERVES_IN", "idle")
    assert [(r.department, r.spread) for r in department_load(zone.database, AT)] == [
        ("odd", 2),
        ("even", 0),
        ("idle", None),
    ]


def test_who_leaves_and_what_remains(zone: Zone) -> None:
    zone.firm("a").firm("b").branch("j", "a", "b").branch("old", "a", dissolved_on=AT).node("ServiceTeam", "t")
    zone.node("Department", "d").cell("g").edge("d", "RESPONSIBLE_FOR", "g").node("Member", "m")
    for officer in ("o", "p"):
        zone.node("Officer", officer).edge(officer, "MEMBER_OF", "t")
    zone.edge("o", "SERVES_IN", "d").edge("p", "SERVES_IN", "d", (BEGIN, AT)).edge("o", "LEADS", "t")
    zone.edge("o", "CONTACTS", "a").edge("o", "CONTACTS", "b").edge("p", "INSTRUCTS", "b")
    zone.edge("o", "SECRETARY_OF", "j").edge("o", "SECRETARY_OF", "old").edge("m", "COMMITTEE_MEMBER_OF", "j")
    zone.edge("o", "COMMITTEE_MEMBER_OF", "j").edge("o", "INSTRUCTS", "j")
    zone.branch("coming", "a", founded_on=AT + DAY).edge("o", "SECRETARY_OF", "coming")
    rows = officer_leaves(zone.database, AT, "o")
    assert [(r.role, r.firm or r.branch or r.team or r.cell, r.others, r.remaining) for r in rows] == [
        ("secretary", "j", 0, ()),
        ("contact", "a", 0, ()),
        ("instructor", "j", 0, ()),
        ("team_lead", "t", 0, ()),
        ("cell", "g", 0, ()),
        ("contact", "b", 1, ("p",)),
        ("committee", "j", 1, ()),
        ("team", "t", 1, ("p",)),
    ]
    before = {(r.role, r.branch) for r in officer_leaves(zone.database, AT - DAY, "o")}
    assert ("secretary", "old") in before and ("cell", None) not in before
    drawn = picture(zone.database, ask(zone.database, "officer-leaves", AT, {"officer": "o"}))
    assert {(e.name, e.target.key) for e in drawn.edges if e.ghost} == {
        ("CONTACTS", "a"),
        ("SECRETARY_OF", "j"),
        ("RESPONSIBLE_FOR", "g"),
    }


def test_my_list_puts_what_is_to_be_done_first(zone: Zone) -> None:
    zone.holding().node("Officer", "o").node("Area", "east").cell("g", area="east")
    for firm in ("done", "hole", "late", "quiet"):
        zone.firm(firm).site(firm, cell="g").edge("o", "CONTACTS", firm)
    zone.members("hole", "holding", formal=3).branch("b", "done").edge("o", "INSTRUCTS", "b")
    for firm in ("done", "late"):
        visit(zone, "o", firm, AT - DAY)
    zone.node("ServiceRequest", "r", raised_on=BEGIN, due_on=AT - DAY).event("r", "RAISED_BY", "late")
    zone.node("ServiceRequest", "s", raised_on=BEGIN, due_on=AT).event("s", "RAISED_BY", "late")
    rows = my_list(zone.database, AT, "o")
    assert [(r.firm, r.role, r.visit, r.hole, r.requests, r.overdue) for r in rows] == [
        ("late", "contact", "visited", None, 2, 1),
        ("hole", "contact", "missed", "qualified_unbuilt", 0, 0),
        ("quiet", "contact", "missed", None, 0, 0),
        ("done", "both", "visited", None, 0, 0),
    ]
    assert (rows[0].open_requests, rows[0].area, rows[1].formal) == (("r", "s"), "east", 3)
    assert {r.visit for r in my_list(zone.database, AT - 2 * DAY, "o")} == {"not_yet"}
    assert {r.visit for r in my_list(zone.database, AUGUST, "o")} == {"unknown"}


def test_an_investor_who_is_a_member_and_not_the_secretary(zone: Zone) -> None:
    for firm in ("a", "b", "c", "d", "e"):
        zone.firm(firm)
    zone.branch("ja", "a").branch("jb", "b").branch("jd", "d").branch("je", "e").node("Member", "other", name="周一")
    for firm in ("a", "b", "c"):
        zone.node("Member", f"m{firm}", name="孙二").edge(f"m{firm}", "WORKS_AT", firm, basis="investor")
    zone.edge("ma", "BELONGS_TO", "ja").edge("other", "SECRETARY_OF", "ja", source="manager")
    zone.edge("mb", "SECRETARY_OF", "jb", (AT, OPEN)).edge("other", "SECRETARY_OF", "jd", source="investor")
    (row,) = investor_not_secretary(zone.database, AT)
    assert (row.firm, row.investor, row.investor_name, row.belongs, row.branch, row.kind) == (
        "a", "ma", "孙*", True, "ja", "own",
    )  # fmt: skip
    assert (row.secretary, row.source) == ("周*", "manager")
    assert [r.firm for r in investor_not_secretary(zone.database, AT - DAY)] == ["a", "b"]


@pytest.mark.parametrize(("says", "listed"), [(True, False), (False, True)])
def test_what_the_firm_says_of_its_investor_counts_where_no_ledger_does(zone: Zone, says: bool, listed: bool) -> None:
    zone.node("Enterprise", "a").branch("b", "a").record(
        "SurveyRecord", "a", operating_state="operating", investor_is_member=True, investor_is_secretary=says
    )
    assert [r.investor for r in investor_not_secretary(zone.database, AT)] == ([None] if listed else [])
