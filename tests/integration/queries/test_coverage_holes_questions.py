"""规模企业未建, 无党员无申请人 and 未建原因分布 on zones small enough to see through."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from drawn_zone import BEGIN, Zone

from loaders.ledger import as_json
from queries.ask import ask
from queries.coverage_holes import large_unbuilt, no_applicants, unbuilt_reasons
from queries.picture import picture

AT = date(2026, 9, 30)
DAY = timedelta(days=1)


def told(zone: Zone, firm: str, state: str = "operating", **properties: Any) -> Zone:
    """A firm of which a survey record tells this."""
    return zone.firm(firm, state=None).record("SurveyRecord", firm, operating_state=state, **properties)


@pytest.mark.parametrize(("staff", "listed"), [(99, False), (100, True), (101, True)])
def test_a_hundred_staff_are_many(zone: Zone, staff: int, listed: bool) -> None:
    told(zone, "a", staff=staff)
    assert [row.staff for row in large_unbuilt(zone.database, AT)] == ([staff] if listed else [])


def test_above_scale_counts_whatever_the_staff(zone: Zone) -> None:
    told(zone, "few", staff=5, above_scale=True)
    told(zone, "unsaid", above_scale=True, unbuilt_reason="没有党员")
    told(zone, "below", staff=5, above_scale=False)
    rows = large_unbuilt(zone.database, AT)
    assert [(row.firm, row.staff, row.reason) for row in rows] == [("few", 5, None), ("unsaid", None, "没有党员")]


def test_a_branch_or_a_stop_takes_a_large_firm_off_the_list(zone: Zone) -> None:
    since, until = date(2026, 3, 1), date(2026, 6, 1)
    told(told(zone, "a", staff=300), "stopped", "stopped", staff=300)
    zone.branch("b", "a", span=(since, until))
    found = [len(large_unbuilt(zone.database, day)) for day in (since - DAY, since, until - DAY, until)]
    assert found == [1, 0, 0, 1]


def test_largest_first_with_members_beside(zone: Zone) -> None:
    for firm, staff in (("c", 200), ("a", 200), ("b", 500)):
        told(zone, firm, staff=staff)
    zone.holding().members("b", "holding", formal=2, probationary=1).member("m", "b", None, "formal")
    rows = large_unbuilt(zone.database, AT)
    assert [row.firm for row in rows] == ["b", "a", "c"]
    assert (rows[0].formal, rows[0].probationary, rows[0].elsewhere) == (2, 1, 1)
    drawn = picture(zone.database, ask(zone.database, "large-unbuilt", AT, {"staff": 500}))
    assert [(e.name, e.target.key, e.rule) for e in drawn.edges] == [("COVERS", "b", "large_staff")]


@pytest.mark.parametrize(("staff", "listed"), [(49, False), (50, True), (None, False)])
def test_fifty_staff_are_enough_to_recruit_from(zone: Zone, staff: int | None, listed: bool) -> None:
    told(zone, "a", applicants=0, **({"staff": staff} if staff else {}))
    assert bool(no_applicants(zone.database, AT)) is listed


def test_none_differs_from_not_stated_and_anyone_on_the_way_counts(zone: Zone) -> None:
    told(zone, "none", staff=60, applicants=0)
    told(zone, "unsaid", staff=70)
    for one in ("applicants", "activists", "prospects"):
        told(zone, one, **{"staff": 60, "applicants": 0, one: 1})
    rows = no_applicants(zone.database, AT)
    assert [(row.firm, row.applicants) for row in rows] == [("unsaid", "unknown"), ("none", "none")]
    assert [row.firm for row in no_applicants(zone.database, AT, {"list": "none"})] == ["none"]
    assert [row.firm for row in no_applicants(zone.database, AT, {"list": "unknown"})] == ["unsaid"]


def test_a_member_who_works_there_is_a_seed_already(zone: Zone) -> None:
    left = date(2026, 6, 1)
    for firm in ("counted", "elsewhere", "stopped", "had"):
        told(zone, firm, staff=60, applicants=0)
    zone.holding().members("counted", "holding", probationary=1).member("m", "elsewhere", None, "formal")
    zone.member("s", "stopped", None, "stopped").member("h", "had", "holding", "formal", works=(BEGIN, left))
    assert [row.firm for row in no_applicants(zone.database, left)] == ["had", "stopped"]
    assert [row.firm for row in no_applicants(zone.database, left - DAY)] == ["stopped"]


def test_reasons_are_counted_and_blank_is_told_from_none(zone: Zone) -> None:
    none = as_json([{"cell": "AP5", "of": 0, "slot": "unbuilt_reason"}])
    for i, reason in enumerate(("没有党员", "没有党员", "其他原因")):
        told(zone, f"f{i}", unbuilt_reason=reason)
    told(zone, "none").row("none", 1, BEGIN, kind="enterprises", statements=none)
    told(zone, "blank").row("blank", 2, BEGIN, kind="enterprises", statements=as_json([{"of": 0, "slot": "needs"}]))
    told(zone, "covered", unbuilt_reason="没有党员").branch("b", "covered")
    zone.holding().members("f2", "holding", formal=1)
    rows = unbuilt_reasons(zone.database, AT)
    assert [(r.reason, r.state, r.firms, r.share, r.with_members) for r in rows] == [
        ("没有党员", "stated", ("f0", "f1"), 40.0, 0),
        (None, "none", ("none",), 20.0, 0),
        ("其他原因", "stated", ("f2",), 20.0, 1),
        (None, "unstated", ("blank",), 20.0, 0),
    ]


def test_an_empty_graph_has_no_answers(zone: Zone) -> None:
    for question in (large_unbuilt, no_applicants, unbuilt_reasons):
        assert question(zone.database, AT) == ()
