"""What changed between two days: each kind at its boundaries, holes by the day they opened, nothing that came back."""

from __future__ import annotations

from datetime import date

import pytest
from drawn_zone import BEGIN, Span, Zone

from queries.ask import ask
from queries.change import WhatChanged, what_changed
from queries.picture import picture
from queries.results import OPEN

SINCE, AT = date(2026, 5, 31), date(2026, 6, 30)
JUNE_1, JUNE_9, JUNE_20, JULY_1 = date(2026, 6, 1), date(2026, 6, 9), date(2026, 6, 20), date(2026, 7, 1)


def changed(zone: Zone, what: str = "all") -> list[WhatChanged]:
    return list(what_changed(zone.database, AT, {"what": what}))


def draw(zone: Zone, span: Span) -> None:
    """One of each kind that holds for the span; nothing else of it changes."""
    zone.node("Officer", "o").node("Branch", "organ", side="organ").node("CoBuildingPair", "p").node("Department", "d")
    for firm in ("covered", "settled"):
        zone.firm(firm).edge("o", "CONTACTS", firm)
    zone.firm("operating", span=span).edge("o", "CONTACTS", "operating")
    zone.branch("b", "covered", span=span).branch("s", "settled").members("settled", "s", formal=3)
    zone.member("in", None, "s", "formal", belongs=span).member("hired", "settled", None, "formal", works=span)
    zone.node("Officer", "second").edge("second", "CONTACTS", "settled", span)
    zone.edge("p", "ORGAN_SIDE", "organ").edge("p", "ENTERPRISE_SIDE", "s", span)
    zone.cell("c").edge("d", "RESPONSIBLE_FOR", "c", span)


BEGUN = ["hole_closed", "contact_gained", "firm_covered", "member_hired", "member_in", "firm_operating", "pair_begun"]
ENDED = ["hole_opened", "contact_lost", "firm_uncovered", "member_left", "member_out", "firm_stopped", "pair_ended"]


@pytest.mark.parametrize(("day", "listed"), [(SINCE, False), (JUNE_1, True), (AT, True), (JULY_1, False)])
@pytest.mark.parametrize(("begins", "kinds"), [(True, BEGUN), (False, ENDED)])
def test_what_begins_and_ends_after_the_first_day_and_by_the_last(
    zone: Zone, begins: bool, kinds: list[str], day: date, listed: bool
) -> None:
    draw(zone, (day, OPEN) if begins else (BEGIN, day))
    assert [(r.what, r.day) for r in changed(zone) if r.detail != "below_three"] == (
        [(kind, day) for kind in kinds] if listed else []
    )


def test_one_kind_alone_is_asked_for(zone: Zone) -> None:
    draw(zone, (JUNE_9, OPEN))
    assert [r.what for r in changed(zone, "members")] == ["member_hired", "member_in"]
    assert [r.what for r in changed(zone, "contacts")] == ["contact_gained"]


def test_what_changed_and_changed_back_is_left_out(zone: Zone) -> None:
    zone.firm("f").branch("b", "f", span=(BEGIN, JUNE_1)).edge("b", "COVERS", "f", (JUNE_9, OPEN))
    zone.members("f", "b", formal=3).node("Officer", "o").edge("o", "CONTACTS", "f", (JUNE_1, JUNE_9))
    assert changed(zone) == []


def test_a_link_that_ended_twice_ended_last(zone: Zone) -> None:
    zone.firm("f").branch("b", "f").members("f", "b", formal=3).node("Officer", "o")
    zone.edge("o", "CONTACTS", "f", (BEGIN, JUNE_1)).edge("o", "CONTACTS", "f", (BEGIN, JUNE_20))
    assert [(r.what, r.day) for r in changed(zone)] == [("contact_lost", JUNE_20)]


def test_branches_are_founded_and_dissolved_as_the_figures_count_them(zone: Zone) -> None:
    zone.firm("a").firm("b").firm("c").firm("d")
    zone.branch("joint", "a", "b", founded_on=JUNE_9).branch("own", "c", founded_on=SINCE)
    zone.branch("gone", "d", founded_on=BEGIN, dissolved_on=AT, span=(BEGIN, AT))
    zone.branch("brief", "d", founded_on=JUNE_1, dissolved_on=JUNE_9, span=(JUNE_1, JUNE_9))
    zone.branch("mobile", "d", founded_on=JUNE_9, formation="mobile").branch("planned", "d", planned_on=JUNE_9)
    assert [(r.what, r.detail, r.day, r.branch) for r in changed(zone, "branches")] == [
        ("branch_dissolved", "own", JUNE_9, "brief"),
        ("branch_dissolved", "own", AT, "gone"),
        ("branch_founded", "joint", JUNE_9, "joint"),
        ("branch_founded", "own", JUNE_1, "brief"),
    ]


def test_a_hole_opens_on_the_day_its_last_cause_came(zone: Zone) -> None:
    zone.holding().firm("f").node("Officer", "o").edge("o", "CONTACTS", "f")
    for number, (works, belongs) in enumerate(((BEGIN, JUNE_1), (JUNE_1, JUNE_9), (JUNE_9, JUNE_20))):
        zone.member(f"m{number}", "f", "holding", "formal", (works, OPEN), (belongs, OPEN))
    holes = [r for r in changed(zone, "holes") if r.firm == "f"]
    assert [(r.what, r.detail, r.day) for r in holes] == [
        ("hole_opened", "members_uncovered", JUNE_1),
        ("hole_opened", "qualified_unbuilt", JUNE_20),
    ]


def test_a_hole_closes_when_it_is_covered_and_probation_ends_count(zone: Zone) -> None:
    zone.holding().firm("f").members("f", "holding", formal=2).branch("b", "f", span=(JUNE_20, OPEN))
    zone.member("m", "f", "holding", "probationary", confirmed_on=JUNE_9)
    assert [(r.what, r.detail, r.day) for r in changed(zone, "holes") if r.firm == "f"] == [
        ("hole_closed", "members_uncovered", JUNE_20)
    ]
    zone.firm("g").firm("h").branch("j", "g", "h").members("g", "j", formal=2)
    zone.member("n", "g", "j", "probationary", confirmed_on=JUNE_9)
    assert [(r.what, r.detail, r.day) for r in changed(zone, "holes") if r.firm == "g"] == [
        ("hole_opened", "joint_qualified", JUNE_9)
    ]


def test_a_hole_opens_when_others_make_the_holding_branch_the_zones_own(zone: Zone) -> None:
    zone.node("Branch", "committee", side="enterprise").record("BranchRecord", "committee", level="committee")
    zone.firm("beside-firm").branch("beside", "beside-firm", span=(JUNE_9, OPEN)).edge("beside", "UNDER", "committee")
    zone.branch("holding", formation="holding").edge("holding", "UNDER", "committee").firm("f")
    zone.members("f", "holding", formal=1)
    holes = [r for r in changed(zone, "holes") if r.detail == "members_uncovered"]
    assert [(r.what, r.firm, r.day) for r in holes] == [("hole_opened", "f", JUNE_9)]


def test_a_branch_turns_joint_with_the_group_of_its_firms(zone: Zone) -> None:
    zone.firm("a").firm("b").firm("head").branch("one", "a", "b")
    for firm in ("a", "b"):
        zone.edge(firm, "PART_OF", "head", (BEGIN, JUNE_9))
    holes = [r for r in changed(zone, "holes") if r.branch]
    assert [(r.what, r.detail, r.branch, r.day) for r in holes] == [("hole_closed", "below_three", "one", JUNE_9)]


def test_a_covered_firm_counts_though_no_survey_knows_it(zone: Zone) -> None:
    zone.firm("f", state=None).branch("b", "f", span=(JUNE_9, OPEN))
    assert [(r.what, r.firm, r.day) for r in changed(zone, "coverage")] == [("firm_covered", "f", JUNE_9)]


def test_what_is_to_be_adjusted_opens_and_closes(zone: Zone) -> None:
    firms = [f"f{n}" for n in range(6)]
    for firm in firms:
        zone.firm(firm)
    zone.branch("joint", *firms[:5]).edge("joint", "COVERS", "f5", (JUNE_9, OPEN))
    zone.firm("own-firm").branch("own", "own-firm").members("own-firm", "own", formal=2)
    zone.member("third", "own-firm", "own", "formal", belongs=(BEGIN, JUNE_20))
    zone.firm("still", state=None).record("SurveyRecord", "still", (BEGIN, AT), operating_state="operating")
    zone.record("SurveyRecord", "still", (AT, OPEN), operating_state="stopped").branch("last", "still")
    zone.members("still", "last", formal=3)
    holes = [r for r in changed(zone, "holes") if r.detail != "unreached"]
    assert [(r.what, r.detail, r.day, r.branch or r.firm) for r in holes] == [
        ("hole_opened", "below_three", JUNE_20, "own"),
        ("hole_opened", "joint_overfull", JUNE_9, "joint"),
        ("hole_opened", "stopped_with_branch", AT, "still"),
    ]


def test_a_listed_firm_is_never_surveyed_until_it_is(zone: Zone) -> None:
    zone.firm("new", state=None).site("new", span=(JUNE_9, OPEN)).firm("state", state=None, ownership="state")
    zone.site("state", span=(JUNE_9, OPEN)).firm("registered", state=None)
    zone.firm("old", span=(JUNE_20, OPEN)).site("old").node("Officer", "o").edge("o", "CONTACTS", "old")
    assert [(r.what, r.detail, r.day, r.firm) for r in changed(zone, "holes")] == [
        ("hole_closed", "never_surveyed", JUNE_20, "old"),
        ("hole_opened", "never_surveyed", JUNE_9, "new"),
    ]


def test_it_asks_back_a_month_unless_told_otherwise(zone: Zone) -> None:
    zone.firm("f").branch("b", "f").node("Officer", "o").edge("o", "CONTACTS", "f", (SINCE, OPEN))
    answer = ask(zone.database, "what-changed", AT)
    assert (answer.parameters["since"], answer.total) == (SINCE, 0)
    assert ask(zone.database, "what-changed", AT, {"since": ""}).parameters["since"] == SINCE
    assert ask(zone.database, "what-changed", AT, {"since": "2026-05-30"}).total == 1


def test_people_are_masked_and_what_opened_is_drawn_as_missing(zone: Zone) -> None:
    zone.firm("f").node("Officer", "o", name="欧阳晶").edge("o", "CONTACTS", "f", (BEGIN, JUNE_9))
    answer = ask(zone.database, "what-changed", AT)
    assert [(r["what"], r["person"], r["officer"]) for r in answer.rows] == [
        ("hole_opened", None, None),
        ("contact_lost", "欧*", "o"),
    ]
    drawn = picture(zone.database, answer)
    assert [(e.name, e.rule, e.target.key) for e in drawn.edges if e.ghost] == [("CONTACTS", "assigned_officer", "f")]


def test_nothing_changed_in_an_empty_graph(zone: Zone) -> None:
    assert changed(zone) == []
