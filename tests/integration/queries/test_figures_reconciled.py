"""Reported figures beside the graph at their own dates."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from drawn_zone import BEGIN, Zone

from graph.connection import Database
from loaders import apply
from queries.figures import figures_reconciled
from tests.ledgers import own_branches, read, table

MAY, JUNE = date(2026, 5, 31), date(2026, 6, 30)
REPORTED = ["指标", "月份", "数值", "填报单位"]
STATISTICS = ["填报单位", "已单独建/党支部", "已建联合/联合支部数", "未建/没有党员"]


def test_what_was_reported_stands_beside_the_graph_of_its_own_date(database: Database, tmp_path: Path) -> None:
    rows = [
        ["单独党支部", "2026年5月", 1, "党群工作部"],
        ["单独党支部", date(2026, 6, 1), "3个", "党群工作部"],
        ["联合党支部", "2026.06", 0, None],
        ["单独党支部", "2026年7月", 9, "党群工作部"],
    ]
    areas = [["东片", 1, 0, None], ["西片", 1, 0, None], ["合计", 2, 0, None]]
    for path, day in (
        (own_branches(tmp_path / "b.xlsx", "2020-03-01", "2026-06-10"), JUNE),
        (table(tmp_path / "r.xlsx", REPORTED, rows), date(2026, 7, 31)),
        (table(tmp_path / "s.xlsx", STATISTICS, areas), JUNE),
    ):
        assert set(apply.load(database, read(path, day)).rows) == {"accepted"}
    found = figures_reconciled(database, JUNE)
    assert [(r.day, r.figure, r.source, r.reported, r.counted, r.difference, r.state) for r in found] == [
        (JUNE, "own_branches", "account", 3, 2, 1, "differs"),
        (JUNE, "joint_branches", "account", 0, 0, 0, "agrees"),
        (JUNE, "joint_branches", "statistics", 0, 0, 0, "agrees"),
        (JUNE, "own_party_branches", "statistics", 2, 2, 0, "agrees"),
        (MAY, "own_branches", "account", 1, 1, 0, "agrees"),
    ]
    assert [r.reported_by for r in found] == ["党群工作部", None, "东片、西片", "东片、西片", "党群工作部"]
    assert [len(r.published) for r in found] == [1, 1, 2, 2, 1]
    assert [r.reported for r in figures_reconciled(database, JUNE, {"list": "differs"})] == [3]


def test_a_back_dated_ledger_shows_as_a_difference(database: Database, tmp_path: Path) -> None:
    apply.load(database, read(own_branches(tmp_path / "b.xlsx", "2020-03-01"), JUNE))
    apply.load(database, read(table(tmp_path / "r.xlsx", REPORTED, [["单独党支部", "2026年5月", 1, "甲"]]), MAY))
    assert [r.state for r in figures_reconciled(database, JUNE)] == ["agrees"]
    apply.load(database, read(own_branches(tmp_path / "late.xlsx", "2026-04-08"), JUNE))
    assert [(r.reported, r.counted, r.state) for r in figures_reconciled(database, JUNE)] == [(1, 2, "differs")]


def test_the_graph_counts_every_figure_that_is_reported(zone: Zone) -> None:
    zone.holding().node("Officer", "o").node("ServiceTeam", "t").node("ServiceTeam", "later", founded_on=JUNE)
    for firm in ("three", "one", "none", "j1", "j2", "big"):
        zone.firm(firm)
    zone.members("three", "holding", formal=3).members("one", "holding", probationary=1)
    zone.branch("joint", "j1", "j2").members("j1", "joint", formal=3).branch("large", "big", level="general_branch")
    zone.edge("large", "UNDER", "committee").edge("joint", "UNDER", "committee").edge("o", "CONTACTS", "none")
    zone.node("Branch", "village", side="organ").member("away", "none", "village", "formal")
    zone.node("ServiceRequest", "r1", raised_on=BEGIN, closed_on=MAY).node("ServiceRequest", "r2", raised_on=MAY)
    zone.node("ServiceRequest", "r3", raised_on=JUNE)
    expected = {
        "own_branches": 2, "joint_branches": 1, "own_committees": 0, "own_general_branches": 1,
        "own_party_branches": 1, "joint_firms": 2, "joint_firms_of_three": 1, "operating_firms": 6,
        "qualified_unbuilt": 1, "few_members_unbuilt": 1, "memberless_unbuilt": 1, "instructed_unbuilt": 1,
        "members_elsewhere": 1, "firms_with_members_uncovered": 2, "founded_this_year": 0, "dissolved_this_year": 0,
        "instructors_and_joint_secretaries": 0, "service_teams": 1, "service_requests": 2, "requests_closed": 1,
        "requests_in_progress": 1,
    }  # fmt: skip
    for figure in expected:
        zone.node("PublishedFigure", figure, figure=figure, month=MAY, value=0, source="account")
    found = figures_reconciled(zone.database, JUNE)
    assert {r.figure: r.counted for r in found} == expected
