"""未摸底, 底数过期, 新投产未纳入, 七个清缺项 and 未能判定 on zones small enough to see through."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import count
from typing import Any

import pytest
from drawn_zone import BEGIN, Zone

from graph.model import model
from loaders.ledger import as_json
from queries.catalog import catalog
from queries.coverage_survey import (
    clears_incomplete,
    never_surveyed,
    started_unlisted,
    survey_stale,
    unknown_verdict,
)

AT = date(2026, 9, 30)
DAY = timedelta(days=1)
SURVEY = {"kind": "enterprises", "scope": "zone"}
NUMBERS = count(100)


def surveyed(zone: Zone, firm: str, on: date = BEGIN, **properties: Any) -> Zone:
    """A row of the survey ledger that states the firm."""
    return zone.row(firm, next(NUMBERS), on, **{**SURVEY, **properties})


def unsurveyed(zone: Zone, at: date = AT) -> dict[str, str]:
    return {row.firm: row.state for row in never_surveyed(zone.database, at)}


def test_a_site_or_a_ledger_of_the_zone_brings_a_firm_into_scope(zone: Zone) -> None:
    for firm in ("site", "visited", "registered", "renamed", "waiting", "later", "head", "member"):
        zone.firm(firm, state=None)
    zone.site("site").row("visited", 1, BEGIN, link="NAMES", kind="visits")
    zone.row("registered", 2, BEGIN, kind="registry").row("renamed", 3, BEGIN, link="NAMES", kind="names")
    zone.row("waiting", 4, BEGIN, kind="visits", state="waiting").row("later", 5, AT + DAY, kind="visits")
    zone.row("head", 6, BEGIN, link="NAMES", kind="enterprises").edge("member", "PART_OF", "head")
    assert unsurveyed(zone) == {"site": "never", "visited": "never"}
    zone.row("head", 7, AT, link="NAMES", kind="members")
    assert unsurveyed(zone) == {"site": "never", "visited": "never", "head": "never"}


def test_a_site_counts_while_it_is_the_firms(zone: Zone) -> None:
    since, until = date(2026, 3, 1), date(2026, 6, 1)
    zone.firm("a", state=None).site("a", span=(since, until))
    assert [len(unsurveyed(zone, day)) for day in (since - DAY, since, until - DAY, until)] == [0, 1, 1, 0]


def test_only_private_firms_are_in_scope(zone: Zone) -> None:
    zone.firm("state", state=None, ownership="state").site("state")
    zone.firm("individual", state=None, uscc="92360000MA0000000X").site("individual")
    zone.firm("unsaid", state=None, ownership=None).site("unsaid")
    assert unsurveyed(zone) == {"unsaid": "never"}


def test_a_survey_of_the_day_settles_it_and_other_ledgers_do_not(zone: Zone) -> None:
    zone.firm("told").row("told", 1, BEGIN, kind="changes")
    surveyed(zone.firm("surveyed"), "surveyed")
    surveyed(zone.firm("blank", state=None), "blank")
    surveyed(zone.firm("dropped", span=(BEGIN, AT)), "dropped").site("dropped").full_load("enterprises", AT)
    surveyed(surveyed(zone.firm("back", span=(BEGIN, AT)), "back"), "back", AT)
    surveyed(zone, "blank", AT)
    listed = {"told": "never", "blank": "blank"}
    assert unsurveyed(zone) == {**listed, "back": "blank", "dropped": "dropped"}
    assert unsurveyed(zone, AT - DAY) == listed


def test_what_another_ledger_tells_of_a_firm_is_no_survey_of_it(zone: Zone) -> None:
    filled = {
        slot: as_json([{"of": 0, "slot": slot, **value}]) for slot, value in (("staff", {"value": 3}), ("needs", {}))
    }
    for number, firm in enumerate(("dropped", "blank", "none", "surveyed")):
        zone.firm(firm, state=None).record("SurveyRecord", firm, applicants=2)
        zone.row(firm, number, BEGIN, kind="applicants")
    surveyed(zone, "dropped", statements=filled["staff"])
    zone.full_load("enterprises", AT)
    for firm, said in (("blank", "[]"), ("none", filled["needs"]), ("surveyed", filled["staff"])):
        surveyed(zone, firm, AT, statements=said, load=f"enterprises {AT}")
    assert unsurveyed(zone) == {"dropped": "dropped", "blank": "blank", "none": "blank"}
    assert unsurveyed(zone, AT - DAY) == {"blank": "never", "none": "never", "surveyed": "never"}


def test_a_blank_firm_is_dropped_by_a_ledger_in_full_of_its_own_scope(zone: Zone) -> None:
    for firm, scope in (("north", "zone/north"), ("south", "zone/south")):
        surveyed(zone.firm(firm, state=None), firm, scope=scope)
    zone.full_load("enterprises", AT, "zone/north").full_load("members", AT)
    assert unsurveyed(zone) == {"north": "dropped", "south": "blank"}
    assert unsurveyed(zone, AT - DAY) == {"north": "blank", "south": "blank"}


def test_it_is_said_which_ledger_knows_the_firm(zone: Zone) -> None:
    zone.firm("a", state=None).row("a", 1, AT, kind="visits", file="走访.xlsx").row("a", 2, BEGIN, kind="members")
    (row,) = never_surveyed(zone.database, AT)
    assert (row.known_since, row.ledger, row.last_surveyed) == (BEGIN, "走访.xlsx", None)


def test_a_survey_is_stale_from_the_day_its_months_have_passed(zone: Zone) -> None:
    surveyed(zone.firm("a"), "a", date(2026, 4, 30))
    expired = date(2026, 10, 30)
    assert survey_stale(zone.database, expired - DAY) == ()
    (row,) = survey_stale(zone.database, expired + DAY)
    assert (row.last_surveyed, row.expired_on, row.days) == (date(2026, 4, 30), expired, 1)
    assert [r.days for r in survey_stale(zone.database, expired)] == [0]
    assert len(survey_stale(zone.database, date(2026, 7, 30), {"months": 3})) == 1


def test_the_latest_survey_up_to_the_day_counts(zone: Zone) -> None:
    surveyed(surveyed(zone.firm("a"), "a"), "a", date(2026, 9, 1))
    zone.row("a", 3, date(2026, 9, 2), kind="visits").row("a", 4, date(2026, 9, 3), state="rejected", **SURVEY)
    assert [r.last_surveyed for r in survey_stale(zone.database, date(2026, 8, 31))] == [BEGIN]
    assert survey_stale(zone.database, AT) == ()
    assert [r.last_surveyed for r in survey_stale(zone.database, date(2027, 3, 1))] == [date(2026, 9, 1)]


def test_firms_that_are_gone_need_no_survey(zone: Zone) -> None:
    for state in ("operating", "stopped", "building", "cancelled", "moved"):
        surveyed(zone.firm(state, state=state), state)
    assert {row.firm for row in survey_stale(zone.database, AT)} == {"operating", "stopped", "building"}


def started(zone: Zone, firm: str, on: date) -> Zone:
    """A firm under construction of which a change ledger tells that it started."""
    key = f"{firm}-started"
    zone.node("ChangeEvent", key, name=None, change="started", happened_on=on).event(key, "OF", firm)
    return zone


def test_a_new_firm_is_pending_and_overdue_after_thirty_days(zone: Zone) -> None:
    start = date(2026, 8, 1)
    started(surveyed(zone.firm("a", state="building"), "a"), "a", start)
    days = (start - DAY, start, start + 30 * DAY, start + 31 * DAY)
    found = [[(r.state, r.days, r.source) for r in started_unlisted(zone.database, day)] for day in days]
    assert found == [[], [("due", 0, "change")], [("due", 30, "change")], [("overdue", 31, "change")]]
    assert started_unlisted(zone.database, days[-1], {"list": "due"}) == ()
    (row,) = started_unlisted(zone.database, days[-1], {"list": "overdue"})
    assert (row.started_on, row.last_surveyed) == (start, BEGIN)


@pytest.mark.parametrize(("after", "listed"), [(-1, True), (0, False), (1, False)])
def test_a_survey_since_it_started_lists_the_firm(zone: Zone, after: int, listed: bool) -> None:
    start = date(2026, 8, 1)
    surveyed(zone.firm("a", state=None, in_production_since=start), "a", start + after * DAY)
    assert [row.source for row in started_unlisted(zone.database, AT)] == (["firm"] if listed else [])


def test_a_later_survey_lists_nothing_before_it(zone: Zone) -> None:
    start = date(2026, 8, 1)
    surveyed(zone.firm("a", state=None, in_production_since=start), "a", AT)
    assert [len(started_unlisted(zone.database, day)) for day in (AT - DAY, AT)] == [1, 0]


def test_other_changes_other_ledgers_and_stopped_firms(zone: Zone) -> None:
    start = date(2026, 8, 1)
    started(zone.firm("told", span=(start, date(9999, 12, 31))).row("told", 1, start, kind="changes"), "told", start)
    started(zone.firm("gone", state="stopped", span=(AT, date(9999, 12, 31))), "gone", start)
    started(zone.firm("state", ownership="state"), "state", start)
    zone.firm("resumed").node("ChangeEvent", "r", change="resumed", happened_on=start).event("r", "OF", "resumed")
    assert [row.firm for row in started_unlisted(zone.database, AT)] == ["told"]
    assert {row.firm for row in started_unlisted(zone.database, AT - DAY)} == {"gone", "told"}


FULL = {
    name: {"int": 0, "float": 0.0, "bool": True, "date": BEGIN, "text": "有", "choice": next(iter(p.values), None)}[
        p.type
    ]
    for name, p in model()["SurveyRecord"].properties.items()
}
"""A record in which every property of the schema is told."""


def clears(zone: Zone, at: date = AT, which: str = "all") -> dict[str, Any]:
    return {row.firm: row for row in clears_incomplete(zone.database, at, {"list": which})}


def record(zone: Zone, firm: str, **properties: Any) -> Zone:
    """A firm with one survey record; None leaves a property out."""
    told = {**FULL, **properties}
    return zone.firm(firm, state=None).record("SurveyRecord", firm, **{k: v for k, v in told.items() if v is not None})


def test_the_clears_are_those_of_the_schema() -> None:
    declared = model()["SurveyRecord"].groups
    columns = catalog()["clears-incomplete"].columns
    shown = [name for name, column in columns.items() if "full" in column.values]
    assert shown == list(declared)
    assert [columns[name].label for name in shown] == [declared[name] for name in shown]


def test_what_is_told_in_full_is_no_gap(zone: Zone) -> None:
    record(zone, "a")
    assert clears(zone) == {}


@pytest.mark.parametrize("group", list(model()["SurveyRecord"].groups))
def test_a_clear_without_any_property_is_empty_and_without_one_partly_filled(zone: Zone, group: str) -> None:
    names = [name for name, p in model()["SurveyRecord"].properties.items() if p.group == group]
    base = {"operating_state": "operating", "reported_has_branch": None if group == "unbuilt" else True}
    record(zone, "empty", **{**base, **dict.fromkeys(names)})
    record(zone, "part", **{**base, names[-1]: None})
    found = clears(zone)
    assert (getattr(found["empty"], group), found["empty"].state) == ("empty", "empty")
    assert found["empty"].empty == 1
    if len(names) > 1:
        assert (getattr(found["part"], group), found["part"].empty, found["part"].state) == ("part", 0, "part")
        assert found["empty"].complete < found["part"].complete < 100
        assert list(found) == ["empty", "part"]
    assert set(clears(zone, which="empty")) >= {"empty"}


def test_having_a_branch_or_none_settles_what_follows_from_it(zone: Zone) -> None:
    organisation = [n for n, p in model()["SurveyRecord"].properties.items() if p.group == "organisation"]
    without = dict.fromkeys(organisation) | {"reported_has_branch": False}
    record(zone, "without", **without, needs=None)
    record(zone, "with", unbuilt_reason=None, planned_on=None, needs=None)
    record(zone, "covered", unbuilt_reason=None, planned_on=None, needs=None, reported_has_branch=None)
    zone.branch("b", "covered")
    found = clears(zone)
    assert (found["without"].organisation, found["without"].unbuilt) == ("full", "full")
    assert (found["with"].organisation, found["with"].unbuilt) == ("full", "none")
    assert (found["covered"].organisation, found["covered"].unbuilt) == ("part", "none")
    assert {row.empty for row in found.values()} == {1}


def test_none_is_an_answer_and_a_blank_cell_is_not(zone: Zone) -> None:
    said = as_json([{"cell": "BO5", "of": 0, "slot": "needs"}])
    surveyed(record(zone, "none", needs=None), "none", statements=said)
    surveyed(record(zone, "blank", needs=None), "blank", statements=as_json([{"of": 0, "slot": "staff", "value": 3}]))
    surveyed(surveyed(record(zone, "kept", needs=None), "kept", statements=said), "kept", AT, statements="[]")
    taken = as_json([{"of": 0, "slot": "needs", "value": "资金"}])
    surveyed(surveyed(record(zone, "filled", needs=None), "filled", statements=said), "filled", AT, statements=taken)
    surveyed(record(zone, "gone", needs=None), "gone", statements=said)
    zone.full_load("enterprises", AT - DAY)
    for firm in ("none", "kept", "filled"):
        surveyed(zone, firm, AT - DAY, statements="[]", load=f"enterprises {AT - DAY}")
    surveyed(zone, "gone", AT, statements="[]")
    assert set(clears(zone)) == {"blank", "filled", "gone"}, "a blank cell takes nothing back, a ledger without it does"
    assert set(clears(zone, AT - 2 * DAY)) == {"blank"}


def test_stopped_firms_are_not_asked_and_those_without_a_state_are(zone: Zone) -> None:
    record(zone, "stopped", operating_state="stopped", needs=None)
    record(zone, "unsaid", operating_state=None)
    assert {firm: row.operation for firm, row in clears(zone).items()} == {"unsaid": "part"}


def unknown(zone: Zone) -> set[tuple[str, str, str]]:
    return {(row.firm, row.fact, row.verdict) for row in unknown_verdict(zone.database, AT)}


def known(zone: Zone, key: str, *, firm: dict[str, Any] | None = None, **properties: Any) -> Zone:
    """A firm of which all is known: it operates, is private and has staff."""
    zone.firm(key, state=None, **(firm or {}))
    told = {"operating_state": "operating", "staff": 20, **properties}
    return zone.record("SurveyRecord", key, **{k: v for k, v in told.items() if v is not None})


def test_a_missing_fact_names_the_verdict_it_would_give(zone: Zone) -> None:
    known(zone, "all")
    known(zone, "state", operating_state=None)
    known(zone, "unsaid", firm={"ownership": None})
    known(zone, "other", firm={"ownership": "other"})
    known(zone, "staff", staff=None)
    known(zone, "above", staff=None, above_scale=True)
    known(zone, "stopped", operating_state="stopped", staff=None)
    known(zone, "owned", firm={"ownership": "state"}, staff=None)
    assert unknown(zone) == {
        ("state", "operating", "base"),
        ("unsaid", "ownership", "base"),
        ("other", "ownership", "base"),
        ("staff", "size", "large"),
    }
    (row,) = unknown_verdict(zone.database, AT, {"fact": "size"})
    assert row.firm == "staff"


@pytest.mark.parametrize(
    ("formal", "unclear", "verdict"), [(2, 1, "qualified"), (1, 1, None), (3, 1, None), (0, 1, "members")]
)
def test_an_unclear_standing_matters_where_it_would_decide(
    zone: Zone, formal: int, unclear: int, verdict: str | None
) -> None:
    known(zone.holding(), "a").members("a", "holding", formal=formal)
    for i in range(unclear):
        zone.member(f"m{i}", "a", "holding", "unknown")
    assert unknown(zone) == ({("a", "standing", verdict)} if verdict else set())
    if verdict:
        (row,) = unknown_verdict(zone.database, AT)
        assert (row.members, row.formal) == (("m0",), formal)


def test_where_a_membership_is_matters_where_it_would_decide(zone: Zone) -> None:
    known(zone.holding(), "a").members("a", "holding", formal=2).member("m", "a", None, "formal")
    known(zone, "b").members("b", "holding", formal=2).member("v", "b", None, None)
    zone.record("MemberRecord", "v", standing="formal", membership_at="village")
    known(zone, "c").branch("own", "c").members("c", "own", formal=2).member("n", "c", None, "formal")
    known(zone, "d").members("d", "holding", formal=2).member("p", "d", None, "probationary")
    known(zone, "e").member("q", "e", None, "probationary")
    assert unknown(zone) == {("a", "membership", "qualified"), ("e", "membership", "members")}


def test_an_empty_graph_has_no_answers(zone: Zone) -> None:
    for question in (never_surveyed, survey_stale, started_unlisted, clears_incomplete, unknown_verdict):
        assert question(zone.database, AT) == ()
