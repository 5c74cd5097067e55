"""A person is removed from everything, and an old ledger does not bring the person back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from graph.connection import Database
from graph.errors import Busy, NotFound
from loaders import apply, lease
from loaders.forgetting import forget, notes
from loaders.kept import unused_rows
from loaders.ledger import Ledger
from loaders.session import Transaction
from loaders.striking import GONE
from tests.ledgers import DIGESTER, ENTERPRISES, MEMBERS, read, table, whole_graph

APRIL, SEPTEMBER = date(2026, 4, 30), date(2026, 9, 30)
ALPHA = "91990000MA0000001B"
ADA, BORIS = "990000197001010018", "990000197505052027"
OFFICERS = ["工号", "姓名", "所在部门", "联系电话", "挂点企业"]
TEAMS = ["小组编号", "小组名称", "组长", "组长/所在部门", "组员", "组员/所在部门", "备注"]


def _members(path: Path, *people: tuple[str, str | None]) -> Path:
    return table(
        path, MEMBERS, [[n, i, "1999-07-01", "正式党员", "甲公司", ALPHA, "第一支部", "B1", None] for n, i in people]
    )


def _words(database: Database) -> str:
    return "".join(word for part in whole_graph(database) for word in part)


def _without_notes(database: Database) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(word for word in part if "'Forgotten'" not in word) for part in whole_graph(database))


def _empty(database: Database) -> None:
    database.run_schema("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS")


def test_a_forgotten_person_is_held_back_from_whatever_comes_later_as_if_it_had_come_before(
    database: Database, tmp_path: Path
) -> None:
    april = read(_members(tmp_path / "m4.xlsx", ("安某", ADA), ("鲍某", BORIS)), APRIL, full=True)
    september = read(_members(tmp_path / "m9.xlsx", ("鲍某", BORIS), ("安某", ADA)), SEPTEMBER, full=True)
    key = DIGESTER.of(BORIS)
    apply.load(database, april)
    apply.load(database, september)
    done = forget(database, DIGESTER, f"Member:{key}")
    assert (done.people, done.gone, done.struck, done.left) == ((("Member", key),), 2, 0, ())
    forgotten = _without_notes(database)
    told = _words(database)
    assert "鲍某" not in told
    assert key not in "".join(word for part in forgotten for word in part)
    with pytest.raises(NotFound):
        forget(database, DIGESTER, key)
    assert [note.rows for note in notes(database)] == [2]

    _empty(database)
    apply.load(database, april)
    forget(database, DIGESTER, key)
    foreseen = apply.preview(database, september)
    later = apply.load(database, september)
    assert foreseen.rows == later.rows == {"accepted": 1, "rejected": 1}
    assert [(row.row, row.faults) for row in later.held_back] == [(3, (GONE,))]
    assert [(row.row, row.faults) for row in foreseen.held_back] == [(3, (GONE,))]
    assert _without_notes(database) == forgotten
    assert unused_rows(database) == [], "nobody is to work on rows of people who were removed"
    namesake = apply.load(database, read(_members(tmp_path / "m10.xlsx", ("鲍某", ADA)), SEPTEMBER))
    assert namesake.rows == {"accepted": 1}, "another number is another person"
    assert not apply.rebuild(database)


def _zone(tmp_path: Path) -> list[Ledger]:
    officers = [["E1", "易某", "安商办", "13800000007", "甲公司"], ["E2", "任某", "安商办", "13800000008", "甲公司"]]
    teams = [["T1", "一组", "易某", "安商办", "易某、任某", "安商办", "易某 13800000007"]]
    firms = [["甲公司", ALPHA, 50, "正常经营", "易某路1号", "G1"]]
    return [
        read(table(tmp_path / "o.xlsx", OFFICERS, officers), SEPTEMBER),
        read(table(tmp_path / "t.xlsx", TEAMS, teams), SEPTEMBER),
        read(table(tmp_path / "易某报.xlsx", ENTERPRISES, firms), SEPTEMBER),
    ]


def test_an_officer_named_at_two_places_of_a_row_about_others_leaves_both(database: Database, tmp_path: Path) -> None:
    for ledger in _zone(tmp_path):
        apply.load(database, ledger)
    done = forget(database, DIGESTER, "Officer:E1")
    assert (done.gone, done.struck) == (1, 1)
    assert [(where.file, where.row) for where in done.left] == [("易某报.xlsx", 2)]
    assert "13800000007" not in _words(database)
    members = database.read("MATCH (o:Officer)-[:MEMBER_OF|LEADS]->(t:ServiceTeam) RETURN o.name AS o, t.name AS t")
    assert members == [{"o": "任某", "t": "一组"}]
    assert not apply.rebuild(database)


def test_everywhere_strikes_the_name_from_all_rows_and_tells_what_it_cannot(database: Database, tmp_path: Path) -> None:
    for ledger in _zone(tmp_path):
        apply.load(database, ledger)
    asked = [["丙公司", None, 5, "正常经营", "三号路", "G1", "找易某"]]
    apply.load(database, read(table(tmp_path / "e.xlsx", [*ENTERPRISES, "发展需求"], asked), SEPTEMBER))
    done = forget(database, DIGESTER, "Officer:E1", everywhere=True)
    assert (done.gone, done.struck) == (1, 3)
    assert database.read("MATCH (s:SurveyRecord) WHERE s.needs IS NOT NULL RETURN s.needs AS needs") == [
        {"needs": "找*"}
    ]
    assert [(where.file, where.row) for where in done.left] == [("易某报.xlsx", 2)]
    told = _words(database).replace("易某报.xlsx", "").replace("易某路1号", "")
    assert "易某" not in told, "what a street is called stays, and the name of a file"


def test_nobody_is_forgotten_while_a_load_runs(database: Database, tmp_path: Path) -> None:
    apply.load(database, _zone(tmp_path)[0])
    before = _words(database)
    other = lease.holder()
    database.write(lambda tx: lease.take(Transaction(tx), other))
    with pytest.raises(Busy):
        forget(database, DIGESTER, "Officer:E1")
    database.write(lambda tx: lease.give_back(Transaction(tx), other))
    assert sorted(_words(database)) == sorted(before)
