"""Coverage rates with numerator, denominator and what cannot be told, and the firms behind each number."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from drawn_zone import BEGIN, Zone

from queries.ask import ask
from queries.coverage_rates import Rate, rate_firms, rates
from queries.picture import picture
from queries.results import OPEN

AT = date(2026, 9, 30)
DAY = timedelta(days=1)


def counts(zone: Zone, at: date = AT, **settings: object) -> dict[str, tuple[int, int, int]]:
    return {r.rate: (r.numerator, r.denominator, r.unknown) for r in rates(zone.database, at, settings)}


def groups(zone: Zone, by: str, at: date = AT, **settings: object) -> dict[str, tuple[int, int, int]]:
    asked = rates(zone.database, at, {"by": by, "rate": "organisation", **settings})
    return {r.group: (r.numerator, r.denominator, r.unknown) for r in asked}


def one(zone: Zone, rate: str, at: date) -> Rate:
    (row,) = rates(zone.database, at, {"rate": rate})
    return row


def test_own_and_joint_cover_and_one_of_them_is_own(zone: Zone) -> None:
    for firm in ("own", "j1", "j2", "none"):
        zone.firm(firm)
    zone.branch("b", "own").branch("j", "j1", "j2").branch("also", "own", formation="temporary")
    found = counts(zone)
    assert found["organisation"] == (3, 4, 0)
    assert found["own"] == (1, 4, 0)
    assert found["assigned"] == found["active"] == (3, 4, 0)
    assert [r.percent for r in rates(zone.database, AT, {"rate": "organisation"})] == [75.0]


def test_a_firm_of_two_branches_counts_once(zone: Zone) -> None:
    zone.firm("a").firm("b").branch("own", "a").branch("joint", "a", "b")
    assert counts(zone)["organisation"] == (2, 2, 0)
    assert counts(zone)["own"] == (1, 2, 0)


def test_a_dissolved_branch_covers_until_the_day_before(zone: Zone) -> None:
    dissolved = date(2026, 6, 1)
    zone.firm("a").branch("b", "a", dissolved_on=dissolved)
    assert counts(zone, dissolved - DAY)["organisation"] == (1, 1, 0)
    assert counts(zone, dissolved)["organisation"] == (0, 1, 0)


def test_what_is_not_known_is_beside_the_rate_and_never_inside(zone: Zone) -> None:
    zone.firm("in").firm("stopped", state="stopped").firm("state", ownership="state")
    zone.firm("unsaid", state=None).record("SurveyRecord", "unsaid", staff=5)
    zone.firm("unsurveyed", state=None).site("unsurveyed").branch("b", "unsurveyed")
    zone.firm("registered", state=None).row("registered", 1, BEGIN, kind="registry")
    assert counts(zone)["organisation"] == (0, 1, 2)
    listed = rate_firms(zone.database, AT, {"part": "unknown"})
    assert [(row.firm, row.state) for row in listed] == [("unsaid", "unknown"), ("unsurveyed", "unknown")]


@pytest.mark.parametrize(
    ("at", "before"),
    [
        (date(2026, 5, 30), date(2026, 4, 30)),
        (date(2026, 5, 31), date(2026, 4, 30)),
        (date(2026, 4, 30), date(2026, 3, 31)),
        (date(2026, 3, 29), date(2026, 2, 28)),
        (date(2026, 4, 29), date(2026, 3, 29)),
    ],
)
def test_a_month_before_is_that_day_and_for_the_last_day_the_last_one(zone: Zone, at: date, before: date) -> None:
    zone.firm("a").branch("b", "a", span=(BEGIN, before + DAY)).firm("c").branch("d", "c", span=(BEGIN, before))
    assert one(zone, "organisation", at).month_ago == 50


def visit(zone: Zone, key: str, officer: str, firm: str, on: date) -> Zone:
    return zone.node("Visit", key, name=None, visited_on=on).event(key, "BY", officer).event(key, "TO", firm)


@pytest.mark.parametrize(
    ("edge", "visited_on", "active"),
    [
        ("CONTACTS", date(2026, 8, 31), False),
        ("CONTACTS", date(2026, 9, 1), True),
        ("CONTACTS", AT, True),
        ("CONTACTS", AT + DAY, False),
        ("INSTRUCTS", date(2026, 6, 30), False),
        ("INSTRUCTS", date(2026, 7, 1), True),
    ],
)
def test_work_coverage_is_active_with_a_visit_in_the_months_required(
    zone: Zone, edge: str, visited_on: date, active: bool
) -> None:
    visit(zone.firm("a").node("Officer", "o").edge("o", edge, "a"), "v", "o", "a", visited_on)
    found = counts(zone)
    assert (found["organisation"], found["assigned"]) == ((0, 1, 0), (1, 1, 0))
    assert found["active"] == (int(active), 1, 0)


def test_before_the_month_ends_the_month_before_counts_too(zone: Zone) -> None:
    visit(zone.firm("a").node("Officer", "o").edge("o", "CONTACTS", "a"), "v", "o", "a", date(2026, 8, 1))
    assert counts(zone, AT - DAY)["active"] == (1, 1, 0)
    assert counts(zone, AT)["active"] == (0, 1, 0)


def test_only_a_visit_of_who_is_assigned_makes_it_active(zone: Zone) -> None:
    zone.firm("a").firm("served").node("Officer", "o").node("Officer", "other").edge("o", "CONTACTS", "a")
    zone.node("MassOrganisation", "union").edge("union", "SERVES", "served")
    visit(visit(zone, "v", "other", "a", AT), "w", "other", "served", AT)
    found = counts(zone)
    assert (found["assigned"], found["active"]) == ((2, 2, 0), (0, 2, 0))


def test_an_officer_is_assigned_from_since_until_before_until(zone: Zone) -> None:
    since, until = date(2026, 3, 1), date(2026, 6, 1)
    zone.firm("a").node("Officer", "o").edge("o", "CONTACTS", "a", (since, until))
    found = [counts(zone, day)["assigned"][0] for day in (since - DAY, since, until - DAY, until)]
    assert found == [0, 1, 1, 0]


def test_should_build_looks_at_firms_with_three_formal_members(zone: Zone) -> None:
    zone.holding()
    for firm, formal in (("two", 2), ("three", 3), ("unclear", 2)):
        zone.firm(firm).members(firm, "holding", formal=formal)
    zone.member("m", "unclear", "holding", "unknown")
    zone.firm("built").branch("b", "built").members("built", "b", formal=4)
    assert counts(zone)["should_build"] == (1, 2, 1)
    gap = rate_firms(zone.database, AT, {"rate": "should_build"})
    assert [(row.firm, row.state) for row in gap] == [("three", "gap")]
    drawn = picture(zone.database, ask(zone.database, "rate-firms", AT, {"rate": "should_build"}))
    assert [(e.target.key, e.rule) for e in drawn.edges if e.ghost] == [("three", "should_build_rate")]


@pytest.mark.parametrize(("staff", "expected"), [(9, (0, 0, 0)), (10, (0, 1, 0)), (11, (0, 1, 0)), (None, (0, 0, 1))])
def test_three_have_firms_have_a_place_business_and_ten_staff(
    zone: Zone, staff: int | None, expected: tuple[int, int, int]
) -> None:
    zone.firm("a", state=None).site("a")
    zone.record("SurveyRecord", "a", operating_state="operating", **({"staff": staff} if staff else {}))
    assert groups(zone, "zone", base="three_have") == ({"": expected} if any(expected) else {})
    assert groups(zone, "zone") == {"": (0, 1, 0)}


def test_a_firm_without_a_place_cannot_be_told_to_be_three_have(zone: Zone) -> None:
    zone.firm("a", state=None).record("SurveyRecord", "a", operating_state="operating", staff=20)
    zone.firm("stopped", state=None).record("SurveyRecord", "stopped", operating_state="stopped")
    assert groups(zone, "zone", base="three_have") == {"": (0, 0, 1)}


def places(zone: Zone) -> Zone:
    """Two cells of two areas, townships and departments; a firm with a site in each, one in the east, one nowhere."""
    for name in ("east", "west"):
        zone.node("Area", f"{name}-area").node("Township", f"{name}-office").node("Department", f"{name}-department")
        zone.cell(f"{name}-cell", area=f"{name}-area", township=f"{name}-office")
        zone.edge(f"{name}-department", "RESPONSIBLE_FOR", f"{name}-cell")
    zone.firm("both").site("both", cell="east-cell", key="s1").site("both", cell="west-cell", key="s2")
    zone.firm("east").site("east", cell="east-cell").site("east", cell="east-cell", key="again").firm("nowhere")
    return zone.branch("b", "both")


@pytest.mark.parametrize("by", ["area", "cell", "department", "township"])
def test_a_firm_in_two_cells_counts_once_in_each_group_and_once_in_the_zone(zone: Zone, by: str) -> None:
    places(zone)
    kind = {"township": "office"}.get(by, by)
    assert groups(zone, by) == {"-": (0, 1, 0), f"east-{kind}": (1, 2, 0), f"west-{kind}": (1, 1, 0)}
    assert groups(zone, "zone") == {"": (1, 3, 0)}


def test_groups_can_be_opened(zone: Zone) -> None:
    places(zone)
    settings = {"by": "area", "part": "denominator"}
    rows = rate_firms(zone.database, AT, settings)
    assert sorted((r.group, r.firm, r.state) for r in rows) == [
        ("-", "nowhere", "gap"),
        ("east-area", "both", "reached"),
        ("east-area", "east", "gap"),
        ("west-area", "both", "reached"),
    ]
    (row,) = rate_firms(zone.database, AT, {**settings, "group": "west-area"})
    assert (row.firm, row.branch, row.group_name) == ("both", "b", "west-area")
    assert [r.firm for r in rate_firms(zone.database, AT, {"part": "numerator"})] == ["both"]
    assert len(rate_firms(zone.database, AT, {"part": "denominator"})) == 3


@pytest.mark.parametrize("by", ["zone", "area", "size", "industry"])
@pytest.mark.parametrize("part", ["numerator", "denominator", "unknown"])
def test_every_number_is_the_length_of_its_list(zone: Zone, by: str, part: str) -> None:
    zone.node("Officer", "o").firm("unsaid", state=None).site("unsaid")
    places(zone).edge("o", "CONTACTS", "east").members("both", "b", formal=3)
    for row in rates(zone.database, AT, {"by": by}):
        asked: dict[str, Any] = {"rate": row.rate, "by": by, "part": part, "group": row.group}
        assert len(rate_firms(zone.database, AT, asked)) == getattr(row, part)


def test_bands_of_staff_begin_at_their_number(zone: Zone) -> None:
    for staff in (9, 10, 49, 50, 299, 300):
        zone.firm(f"f{staff}", state=None)
        zone.record("SurveyRecord", f"f{staff}", operating_state="operating", staff=staff)
    zone.firm("unsaid")
    found = rates(zone.database, AT, {"by": "size", "rate": "organisation"})
    assert [(r.group, r.denominator) for r in found] == [
        ("-", 1), ("<10", 1), ("10-49", 2), ("50-99", 1), ("100-299", 1), ("≥300", 1)
    ]  # fmt: skip


def test_industry_is_what_the_firm_says(zone: Zone) -> None:
    zone.firm("a", industry="机械").firm("b", industry="机械").firm("c").branch("x", "a")
    assert groups(zone, "industry") == {"-": (0, 1, 0), "机械": (1, 2, 0)}


def test_a_month_before_and_january_stand_beside(zone: Zone) -> None:
    first = date(2025, 12, 1)
    for firm in ("a", "b", "c", "d"):
        zone.firm(firm, span=(first, OPEN))
    zone.branch("old", "a", span=(first, OPEN)).branch("mid", "b", span=(date(2026, 8, 31), OPEN))
    zone.branch("new", "c", span=(date(2026, 9, 1), OPEN))
    row = one(zone, "organisation", AT)
    assert (row.percent, row.month_ago, row.month_change, row.january, row.year_change) == (75, 50, 25, 25, 50)
    row = one(zone, "organisation", AT - DAY)
    assert (row.percent, row.month_ago, row.month_change) == (75, 25, 50)


def test_a_day_without_firms_has_no_rate(zone: Zone) -> None:
    zone.firm("a", span=(date(2026, 9, 1), OPEN)).branch("b", "a")
    row = one(zone, "organisation", AT)
    assert (row.percent, row.month_ago, row.month_change, row.january, row.year_change) == (100, None, None, None, None)


def test_an_empty_graph_has_no_answers(zone: Zone) -> None:
    assert rates(zone.database, AT) == () and rate_firms(zone.database, AT) == ()
