"""Requests past their due date, requests by team, the teams, and one firm's file."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from drawn_zone import BEGIN, Zone

from graph.connection import Database
from loaders import apply
from queries.ask import ask
from queries.picture import picture
from queries.results import OPEN
from queries.service import FirmFileLine, firm_file, requests_by_team, requests_overdue, teams
from tests.ledgers import ENTERPRISES, read, table

AT = date(2026, 9, 30)
DAY = timedelta(days=1)


def request(zone: Zone, key: str, team: str | None = None, firm: str | None = None, **said: object) -> Zone:
    zone.node("ServiceRequest", key, **{"title": key, "raised_on": BEGIN, **said})
    if team:
        zone.event(key, "HANDLED_BY", team)
    return zone.event(key, "RAISED_BY", firm) if firm else zone


def test_an_empty_zone_has_none(zone: Zone) -> None:
    assert requests_overdue(zone.database, AT) == ()
    assert requests_by_team(zone.database, AT) == ()
    assert teams(zone.database, AT) == ()


def test_overdue_is_the_day_after_the_due_date_until_the_day_it_is_closed(zone: Zone) -> None:
    request(zone.firm("a").node("ServiceTeam", "t"), "r", "t", "a", due_on=AT, closed_on=AT + 5 * DAY, state="closed")
    assert requests_overdue(zone.database, AT) == ()
    (row,) = requests_overdue(zone.database, AT + DAY)
    assert (row.request, row.days, row.team, row.firm, row.project) == ("r", 1, "t", "a", None)
    assert [r.days for r in requests_overdue(zone.database, AT + 4 * DAY)] == [4]
    assert requests_overdue(zone.database, AT + 5 * DAY) == ()


def test_closed_without_a_date_not_raised_yet_and_without_due_date_are_not_overdue(zone: Zone) -> None:
    request(zone, "closed", due_on=BEGIN, state="closed")
    request(zone, "future", due_on=BEGIN, raised_on=AT + DAY)
    request(zone, "undated")
    request(zone, "open", due_on=BEGIN, state="in_progress")
    assert [r.request for r in requests_overdue(zone.database, AT)] == ["open"]


def test_requests_by_team_add_up_with_ages(zone: Zone) -> None:
    zone.node("Area", "east").node("ServiceTeam", "t1").edge("t1", "SERVES", "east").node("ServiceTeam", "t2")
    zone.node("ServiceTeam", "later", founded_on=AT + DAY)
    request(zone, "r1", "t1", raised_on=AT - 10 * DAY, due_on=AT - DAY)
    request(zone, "r2", "t1", raised_on=AT - 4 * DAY, due_on=AT)
    request(zone, "r3", "t1", raised_on=AT - 3 * DAY, closed_on=AT)
    request(zone, "r4", "t1", raised_on=AT + DAY)
    request(zone, "nobody", raised_on=AT)
    rows = requests_by_team(zone.database, AT)
    assert [(r.team, r.area, r.raised, r.closed, r.in_progress, r.overdue, r.oldest, r.median) for r in rows] == [
        ("t1", "east", 3, 1, 2, 1, 10, 7.0),
        (None, None, 1, 0, 1, 0, 0, 0.0),
        ("t2", None, 0, 0, 0, 0, None, None),
    ]
    assert rows[0].overdue_requests == ("r1",)
    assert [r.team for r in requests_by_team(zone.database, AT, area="east")] == ["t1"]


def test_a_request_of_two_teams_counts_once(zone: Zone) -> None:
    zone.node("ServiceTeam", "t1").node("ServiceTeam", "t2")
    request(zone, "r", "t2").event("r", "HANDLED_BY", "t1")
    assert [(r.team, r.raised) for r in requests_by_team(zone.database, AT)] == [("t1", 1), ("t2", 0)]


def test_teams_with_area_officers_and_firms_of_the_day(zone: Zone) -> None:
    zone.node("Area", "east").node("ServiceTeam", "t", founded_on=BEGIN).edge("t", "SERVES", "east")
    zone.firm("a").firm("b").edge("t", "SERVES", "a").edge("t", "SERVES", "b", (BEGIN, AT)).node("Department", "d")
    for officer in ("lead", "o", "gone"):
        zone.node("Officer", officer, name="李四").edge(officer, "SERVES_IN", "d")
    zone.edge("lead", "LEADS", "t").edge("lead", "MEMBER_OF", "t").edge("o", "MEMBER_OF", "t")
    zone.edge("gone", "MEMBER_OF", "t", (BEGIN, AT))
    (row,) = teams(zone.database, AT)
    assert (row.area, row.firms, row.officers, row.lead, row.lead_name, row.departments) == (
        "east", 1, 2, "lead", "李*", 1,
    )  # fmt: skip
    (before,) = teams(zone.database, AT - DAY)
    assert (before.firms, before.officers) == (2, 3)
    assert teams(zone.database, BEGIN - DAY) == ()


def lines(zone: Zone, at: date = AT) -> dict[tuple[str, str], list[FirmFileLine]]:
    found: dict[tuple[str, str], list[FirmFileLine]] = {}
    for row in firm_file(zone.database, at, "a"):
        found.setdefault((row.section, row.item), []).append(row)
    return found


def test_a_firm_file_of_a_firm_of_which_nothing_is_known(zone: Zone) -> None:
    found = lines(zone.firm("a", state=None))
    assert found["identity", "name"][0].value == "a"
    none = [("survey", "surveyed"), ("organisation", "branch"), ("officers", "contact"), ("officers", "last_visit")]
    none += [("requests", "request"), ("co_building", "pair"), ("verdicts", "nothing")]
    assert [found[line][0].word for line in none] == ["none"] * len(none)
    assert found["members", "formal"][0].value == "0"


def test_a_firm_file_tells_all_before_a_visit(zone: Zone) -> None:
    zone.node("Enterprise", "a", ownership="private", uscc="91A").record(
        "SurveyRecord", "a", operating_state="operating", staff=12, investor_name="赵六", investor_is_member=True
    )
    zone.node("Area", "east").cell("g", area="east").site("a", cell="g").firm("z").branch("j", "a", "z")
    zone.members("a", "j", formal=3, probationary=1).node("Officer", "o", name="李四").edge("o", "CONTACTS", "a")
    zone.node("Officer", "i", name="王五").edge("i", "INSTRUCTS", "j").edge("i", "SECRETARY_OF", "j", source="assigned")
    zone.node("Visit", "v", visited_on=AT, subject_matter="用工").event("v", "BY", "o").event("v", "TO", "a")
    request(zone, "late", firm="a", due_on=AT - DAY)
    request(zone, "open", firm="a", due_on=AT)
    request(zone, "done", firm="a", due_on=AT, closed_on=AT)
    zone.node("Branch", "organ", side="organ").node("CoBuildingPair", "p", agreement="协议")
    zone.edge("p", "ENTERPRISE_SIDE", "j").edge("p", "ORGAN_SIDE", "organ")
    zone.node("Activity", "act", title="党课", held_on=AT).event("act", "OF", "p")
    found = lines(zone)
    assert found["identity", "site"][0].value == "a-site 路（east g）"
    assert [(r.word, r.person) for r in found["survey", "investor"]] == [("member", "赵*")]
    assert found["survey", "needs"][0].word == "not_told"
    assert ("survey", "unbuilt_reason") not in found
    assert found["members", "probationary"][0].value == "1"
    assert [(r.branch, r.word) for r in found["organisation", "branch"]] == [("j", "joint")]
    assert [(r.officer, r.word, r.person) for r in found["organisation", "secretary"]] == [("i", "assigned", "王*")]
    assert [r.officer for r in found["officers", "contact"] + found["officers", "instructor"]] == ["o", "i"]
    assert [(r.since, r.value) for r in found["officers", "last_visit"]] == [(AT, "用工")]
    assert [(r.request, r.word) for r in found["requests", "request"]] == [("late", "overdue"), ("open", "in_time")]
    assert [(r.pair, r.branch) for r in found["co_building", "pair"]] == [("p", "organ")]
    assert found["co_building", "activity"][0].value == "党课"
    assert [r.word for r in found["verdicts", "to_adjust"]] == ["joint_qualified"]
    assert lines(zone, AT - DAY)["officers", "last_visit"][0].word == "none"


def test_a_firm_file_tells_none_from_not_told(database: Database, tmp_path: Path) -> None:
    rows = [["甲公司", None, 5, "正常经营", None, None, "无", "无", None]]
    headings = [*ENTERPRISES, "出资人姓名", "发展需求", "未建立党组织原因"]
    apply.load(database, read(table(tmp_path / "a.xlsx", headings, rows), AT, kind="enterprises"))
    (firm,) = (row["key"] for row in database.read("MATCH (firm:Enterprise) RETURN firm.key AS key"))
    words = {row.item: row.word for row in firm_file(database, AT, firm) if row.section == "survey"}
    assert (words["investor"], words["needs"], words["unbuilt_reason"]) == ("none", "none", "not_told")


def test_a_firm_file_tells_the_last_activity_of_living_pairs_as_their_ledger_does(zone: Zone) -> None:
    zone.firm("a").branch("b", "a").node("Branch", "o", side="organ").node("Branch", "gone", dissolved_on=AT)
    for pair, organ in (("p", "o"), ("q", "gone")):
        zone.node("CoBuildingPair", pair, last_activity_on=AT).edge(pair, "ENTERPRISE_SIDE", "b")
        zone.edge(pair, "ORGAN_SIDE", organ)
    zone.node("Activity", "act", title="党课", held_on=AT - DAY).event("act", "OF", "p")
    assert [(r.pair, r.since, r.value) for r in lines(zone)["co_building", "activity"]] == [("p", AT, None)]
    before = lines(zone, AT - DAY)["co_building", "activity"]
    assert [(r.pair, r.since, r.value, r.word) for r in before] == [
        ("p", AT - DAY, "党课", None),
        ("q", None, None, "none"),
    ]


def test_a_firm_file_names_holes_and_what_to_adjust(zone: Zone) -> None:
    zone.holding().firm("a", span=(BEGIN, AT)).record("SurveyRecord", "a", (AT, OPEN), operating_state="stopped")
    zone.branch("b", "a").members("a", "b", formal=2)
    before = lines(zone, AT - DAY)
    assert [r.word for r in before["verdicts", "hole"]] == ["ungridded"]
    assert [r.word for r in before["verdicts", "to_adjust"]] == ["below_three"]
    after = lines(zone)
    assert ("verdicts", "hole") not in after
    assert [r.word for r in after["verdicts", "to_adjust"]] == ["stopped_with_branch"]


def test_the_file_is_drawn_with_the_branch_that_is_missing(zone: Zone) -> None:
    zone.holding().firm("a").members("a", "holding", formal=1).node("Officer", "o").edge("o", "CONTACTS", "a")
    drawn = picture(zone.database, ask(zone.database, "firm-file", AT, {"firm": "a"}))
    assert [(e.target.key, e.rule) for e in drawn.edges if e.ghost] == [("a", "members_covered")]
    assert ("o", "CONTACTS", "a") in {(e.source.key, e.name, e.target.key) for e in drawn.edges}
