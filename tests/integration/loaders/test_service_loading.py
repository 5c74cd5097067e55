"""Visits, teams, names and changes in the real graph: told by names alone, in any order, and over time."""

from __future__ import annotations

from datetime import date
from itertools import permutations
from pathlib import Path

from graph.connection import Database
from loaders import apply
from loaders.trace import trace
from tests.ledgers import ENTERPRISES, derived_graph, read, table

APRIL, SEPTEMBER, OCTOBER = date(2026, 4, 30), date(2026, 9, 30), date(2026, 10, 31)
ALPHA = "91990000MA0000001B"
FIRM = "甲芯光电科技有限公司"


def test_a_visit_told_by_names_finds_officer_and_firm_in_any_order(database: Database, tmp_path: Path) -> None:
    ledgers = [
        read(table(tmp_path / "e.xlsx", ENTERPRISES, [[FIRM, ALPHA, 50, "正常经营", "一号路1号", "G1"]]), SEPTEMBER),
        read(
            table(tmp_path / "o.xlsx", ["工号", "姓名", "所在部门", "挂点企业"], [["S1", "张某", "党群部", FIRM]]),
            SEPTEMBER,
        ),
        read(
            table(tmp_path / "n.xlsx", ["企业名称", "统一社会信用代码", "别名"], [[FIRM, ALPHA, "甲芯"]]),
            SEPTEMBER,
        ),
        read(
            table(
                tmp_path / "v.xlsx",
                ["走访日期", "走访人", "所在部门", "走访企业", "走访内容"],
                [["2026-09-03", "张某", "党群部", "甲芯", "宣讲政策"]],
            ),
            SEPTEMBER,
        ),
    ]
    seen = set()
    for order in list(permutations(ledgers))[::5]:
        database.run_schema("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS")
        for ledger in order:
            apply.load(database, ledger)
        seen.add(derived_graph(database))
    assert len(seen) == 1
    assert apply.load(database, ledgers[3]).known
    assert database.read(
        "MATCH (o:Officer)<-[b:BY]-(v:Visit)-[:TO]->(f:Enterprise)<-[:OF]-(n:OtherName) "
        "RETURN o.key AS officer, f.key AS firm, n.name AS name, b.since AS since, v.subject_matter AS matter"
    ) == [{"officer": "S1", "firm": ALPHA, "name": "甲芯", "since": date(2026, 9, 3), "matter": "宣讲政策"}]


TEAM = ["小组编号", "小组名称", "服务片区", "组长", "组员/姓名", "组员/工号", "服务企业", "服务起始日期"]


def test_a_team_changes_and_a_started_firm_operates_from_that_day(database: Database, tmp_path: Path) -> None:
    def team(name: str, officers: str, codes: str, at: date) -> None:
        row = ["T1", "一组", "东片区", None, officers, codes, FIRM, "2026-03-02" if at == APRIL else None]
        apply.load(database, read(table(tmp_path / name, TEAM, [row]), at, full=True))

    team("t4.xlsx", "张某、李某", "S1、S2", APRIL)
    team("t9.xlsx", "张某、王某", "S1、S3", SEPTEMBER)
    change = ["变动日期", "变动类型", "企业名称", "统一社会信用代码", "经营状态"]
    row = ["2026-06-12", "投产", FIRM, ALPHA, "正常经营"]
    apply.load(database, read(table(tmp_path / "c.xlsx", change, [row]), SEPTEMBER))
    members = "MATCH (o:Officer)-[m:MEMBER_OF]->(:ServiceTeam) WHERE m.since <= $at < m.until RETURN o.key AS key"
    assert {r["key"] for r in database.read(members, {"at": date(2026, 5, 1)})} == {"S1", "S2"}
    assert {r["key"] for r in database.read(members, {"at": OCTOBER})} == {"S1", "S3"}
    assert database.read(
        "MATCH (:ServiceTeam)-[s:SERVES]->(f:Enterprise)<-[d:DESCRIBES]-(r:SurveyRecord) "
        "RETURN f.key AS firm, s.since AS serves, d.since AS since, r.operating_state AS state"
    ) == [{"firm": ALPHA, "serves": date(2026, 3, 2), "since": date(2026, 6, 12), "state": "operating"}]


def test_a_ledger_of_the_areas_of_teams_ends_no_firm_they_serve(database: Database, tmp_path: Path) -> None:
    firm = [[FIRM, ALPHA, 50, "正常经营", "一号路1号", "G1"]]
    apply.load(database, read(table(tmp_path / "e.xlsx", ENTERPRISES, firm), APRIL))
    heads = ["小组编号", "小组名称", "组员/姓名", "组员/工号", "服务片区", "服务企业"]
    rows = [["T1", "一组", "张某", "S1", "东片区", FIRM]]
    apply.load(database, read(table(tmp_path / "t4.xlsx", heads, rows), APRIL, full=True))
    rows = [["T1", "一组", "张某", "S1", "西片区"]]
    apply.load(database, read(table(tmp_path / "t9.xlsx", heads[:-1], rows), SEPTEMBER))
    assert database.read(
        "MATCH (:ServiceTeam)-[s:SERVES]->(n) WHERE s.since <= $at < s.until RETURN n.name AS name ORDER BY name",
        {"at": OCTOBER},
    ) == [{"name": FIRM}, {"name": "西片区"}]
    served = [told for told in trace(database, [("ServiceTeam", "T1")], OCTOBER).all if told.slot == "SERVES"]
    assert {told.entries[0].value: told.shown is not None for told in served} == {
        FIRM: True,
        "西片区": True,
        "东片区": False,
    }
