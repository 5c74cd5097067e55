"""Ledgers into the real graph: twice, in any order, back out again, rebuilt, previewed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest

from graph.connection import Database
from graph.errors import LedgerRefused, NotFound
from graph.progress import Step
from loaders import apply
from loaders.kept import unused_rows
from loaders.ledger import Ledger
from loaders.loads import loads
from tests.ledgers import BRANCHES, CELLS, ENTERPRISES, MEMBERS, derived_graph, read, table, text_table, whole_graph

APRIL, SEPTEMBER, OCTOBER = date(2026, 4, 30), date(2026, 9, 30), date(2026, 10, 31)
ALPHA, BETA = "91990000MA0000001B", "91990000MA0000002E"
BORIS = "990000197505052027"


@pytest.fixture
def three_dates(tmp_path: Path) -> list[Ledger]:
    """Ledgers of three kinds and dates: moves, ends, reopenings, a firm known by name only, one called by two codes."""
    return [
        read(table(tmp_path / "m4.xlsx", MEMBERS, [
            ["安某", None, "2001-07-01", "预备党员", "甲公司", None, "第一支部", None, None],
            ["鲍某", "990000197505052027", "1999-07-01", "正式党员", "乙公司", BETA, "第一支部", None, "2020-01-01"],
        ]), APRIL, full=True),
        read(table(tmp_path / "m9.xlsx", MEMBERS, [
            ["鲍某", "990000197505052027", "1999-07-01", "正式党员", "甲公司", None, "第二支部", "B2", None],
        ]), SEPTEMBER, full=True),
        read(table(tmp_path / "e9.xlsx", ENTERPRISES, [
            ["甲公司", ALPHA, "50人", "正常经营", "一号路1号", "G1"],
            ["乙公司", BETA, 20, "停产", "二号路2号", "G1"],
        ]), SEPTEMBER, full=True),
        read(table(tmp_path / "e10.xlsx", ENTERPRISES, [
            ["甲公司", ALPHA, "约60", "正常经营", "一号路1号", "G2"],
        ]), OCTOBER, full=True),
        read(table(tmp_path / "b4.xlsx", BRANCHES, [
            ["B1", "第一支部", "企业", "联合建立", "2019-07-01", None, "甲公司", ALPHA, "2019-07-01"],
            ["B1", "第一支部", "企业", "联合建立", "2019-07-01", None, "乙公司", None, "2020-01-01"],
        ]), APRIL, full=True),
        read(table(tmp_path / "b10.xlsx", BRANCHES, [
            ["B1", "第一支部", "企业", "单独建立", "2019-07-01", None, "甲公司", ALPHA, "2019-07-01"],
            ["B2", "第二支部", "企业", "单独建立", "2026-08-01", None, "乙公司", BETA, "2026-08-01"],
        ]), OCTOBER, full=True),
    ]  # fmt: skip


def _orders(ledgers: list[Ledger]) -> Iterator[tuple[Ledger, ...]]:
    """Enough orders: every ledger comes first, last, before and after every other."""
    chosen = list(permutations(ledgers))
    return iter(chosen[:: len(chosen) // 5])


def _load_all(database: Database, ledgers: tuple[Ledger, ...] | list[Ledger]) -> None:
    for ledger in ledgers:
        apply.load(database, ledger)


def _empty(database: Database) -> None:
    for load in loads(database):
        apply.unload(database, load["id"])


def test_any_order_of_loading_gives_the_same_graph(database: Database, three_dates: list[Ledger]) -> None:
    _load_all(database, three_dates)
    expected = whole_graph(database)
    for order in _orders(three_dates):
        _empty(database)
        assert whole_graph(database) == (frozenset(), frozenset())
        _load_all(database, order)
        assert whole_graph(database) == expected


def test_unloading_any_load_leaves_the_graph_as_if_it_had_never_been(
    database: Database, three_dates: list[Ledger]
) -> None:
    for number, ledger in enumerate(three_dates):
        others = three_dates[:number] + three_dates[number + 1 :]
        _load_all(database, others)
        before = whole_graph(database)
        apply.load(database, ledger)
        assert whole_graph(database) != before
        apply.unload(database, ledger.load.id)
        assert whole_graph(database) == before
        _empty(database)


def test_rebuild_gives_the_same_graph_and_repairs_what_was_tampered_with(
    database: Database, three_dates: list[Ledger]
) -> None:
    _load_all(database, three_dates)
    expected = whole_graph(database)
    assert not apply.rebuild(database)
    assert whole_graph(database) == expected
    database.write(lambda tx: tx.run("MATCH (:Branch)-[c:COVERS]->() SET c.until = date('2020-01-01')").consume())
    database.write(lambda tx: tx.run("CREATE (:Enterprise:Entity {key: 'from nowhere', name: 'x'})").consume())
    assert apply.rebuild(database)
    assert whole_graph(database) == expected


def test_the_rows_of_a_file_that_was_loaded_before_are_not_read(database: Database, tmp_path: Path) -> None:
    path = text_table(tmp_path / "g.csv", CELLS, [["G1", "一", "片区", "无"]])
    apply.load(database, read(path, SEPTEMBER))
    again = read(path, SEPTEMBER)
    path.write_text("gone")
    with pytest.raises(LedgerRefused):
        tuple(again.rows)
    assert apply.load(database, again).known


def test_the_same_file_again_is_no_change(database: Database, three_dates: list[Ledger]) -> None:
    first = apply.load(database, three_dates[2])
    before = whole_graph(database)
    again = apply.load(database, three_dates[2])
    assert (first.known, again.known) == (False, True)
    assert again.rows == first.rows
    assert whole_graph(database) == before


def test_the_same_facts_a_month_later_change_nothing_that_holds(database: Database, tmp_path: Path) -> None:
    rows = [["甲公司", ALPHA, 50, "正常经营", "一号路1号", "G1"]]
    apply.load(database, read(table(tmp_path / "e9.xlsx", ENTERPRISES, rows), SEPTEMBER, full=True))
    before = derived_graph(database)
    later = apply.load(database, read(table(tmp_path / "e10.xlsx", ENTERPRISES, rows), OCTOBER, full=True))
    assert not later.changes
    assert derived_graph(database) == before


def test_a_preview_tells_exactly_what_the_load_does_and_writes_nothing(
    database: Database, three_dates: list[Ledger]
) -> None:
    _load_all(database, three_dates[:5])
    before = whole_graph(database)
    foreseen = apply.preview(database, three_dates[5])
    assert whole_graph(database) == before
    done = apply.load(database, three_dates[5])
    assert foreseen.changes.counts == done.changes.counts
    assert foreseen.rows == done.rows
    assert set(map(repr, foreseen.changes.kept)) == set(map(repr, done.changes.kept))


def test_a_long_preview_tells_how_far_it_is(database: Database, tmp_path: Path) -> None:
    rows = [[f"第{number}公司", None, 5, "正常经营", "一号路1号", "G1"] for number in range(1200)]
    told: list[Step] = []
    apply.preview(database, read(table(tmp_path / "e.xlsx", ENTERPRISES, rows), SEPTEMBER, full=True), told.append)
    assert [(step.what, step.done, step.total) for step in told if step.what == apply.READ] == [
        (apply.READ, 0, 1200),
        (apply.READ, 1000, 1200),
        (apply.READ, 1200, 1200),
    ]
    assert told[-1].what == apply.COMPARE
    assert told[-1].done == told[-1].total > 0


def test_a_full_load_ends_what_it_lacks_and_a_rejected_row_is_not_absence(database: Database, tmp_path: Path) -> None:
    apply.load(database, read(table(tmp_path / "e9.xlsx", ENTERPRISES, [
        ["甲公司", ALPHA, 50, "正常经营", "一号路1号", "G1"],
        ["乙公司", BETA, 20, "正常经营", "二号路2号", "G1"],
        ["丙公司", None, 30, "正常经营", "三号路3号", "G1"],
    ]), SEPTEMBER, full=True))  # fmt: skip
    outcome = apply.load(database, read(table(tmp_path / "e10.xlsx", ENTERPRISES, [
        ["甲公司", ALPHA, 55, "正常经营", "一号路1号", "G1"],
        ["乙公司", BETA, "很多", "正常经营", "二号路2号", "G1"],
    ]), OCTOBER, full=True))  # fmt: skip
    assert outcome.rows == {"accepted": 1, "rejected": 1}
    surveyed = database.read(
        "MATCH (e:Enterprise)<-[d:DESCRIBES]-(s:SurveyRecord) WHERE d.since <= $at < d.until "
        "RETURN e.name AS name, s.staff AS staff",
        {"at": OCTOBER},
    )
    assert sorted((r["name"], r["staff"]) for r in surveyed) == [("乙公司", 20), ("甲公司", 55)]
    rejected = unused_rows(database)
    assert [(r.file, r.sheet, r.row, r.faults[0].column, r.faults[0].value) for r in rejected] == [
        ("e10.xlsx", "台账", 3, "从业人员数量", "很多")
    ]


def test_a_name_of_two_firms_waits_and_is_settled_when_one_of_them_goes(database: Database, tmp_path: Path) -> None:
    both = read(table(tmp_path / "e.xlsx", ENTERPRISES, [["甲公司", ALPHA, 50, "正常经营", "一号路", "G1"]]), SEPTEMBER)
    other = read(
        table(tmp_path / "e2.xlsx", ENTERPRISES, [["甲公司", BETA, 20, "正常经营", "二号路", "G1"]]), SEPTEMBER
    )
    named = read(
        table(
            tmp_path / "b.xlsx", BRANCHES, [["B1", "第一支部", "企业", "单独建立", None, None, "甲公司", None, None]]
        ),
        SEPTEMBER,
    )
    apply.load(database, named)
    assert _covered(database) == ["甲公司"]
    apply.load(database, both)
    assert _covered(database) == [ALPHA]
    apply.load(database, other)
    assert _covered(database) == []
    assert unused_rows(database)[0].candidates == (("甲公司", (ALPHA, BETA)),)
    apply.unload(database, both.load.id)
    assert _covered(database) == [BETA]


def _covered(database: Database) -> list[str]:
    return [
        r["key"] for r in database.read("MATCH (:Branch)-[:COVERS]->(e:Enterprise) RETURN e.key AS key ORDER BY key")
    ]


def test_what_rows_merely_name_exists_by_its_name_or_else_its_code(database: Database, tmp_path: Path) -> None:
    by_code = ["B1", "第一支部", "企业", "联合建立", None, None, None, ALPHA, None]
    by_name = ["B1", "第一支部", "企业", "联合建立", None, None, "乙公司", BETA, None]
    apply.load(database, read(table(tmp_path / "b.xlsx", BRANCHES, [by_code, by_name]), SEPTEMBER))
    firms = database.read(
        "MATCH (:Branch)-[:COVERS]->(e:Enterprise:Entity) RETURN e.key AS key, e.name AS name ORDER BY key"
    )
    assert firms == [{"key": ALPHA, "name": ALPHA}, {"key": BETA, "name": "乙公司"}]


def test_a_person_known_by_a_bare_name_waits(database: Database, tmp_path: Path) -> None:
    rows = [["安某", None, "2001-07-01", "正式党员", "甲公司", ALPHA, "第一支部", "B1", None]]
    outcome = apply.load(database, read(table(tmp_path / "m.xlsx", MEMBERS, rows), SEPTEMBER))
    assert outcome.rows == {"waiting": 1}
    assert database.read("MATCH (m:Member:Entity) RETURN count(m) AS number") == [{"number": 0}]


def test_a_correction_takes_the_place_of_what_it_names(database: Database, tmp_path: Path) -> None:
    wrong = read(
        table(tmp_path / "e.xlsx", ENTERPRISES, [["甲公司", ALPHA, 500, "正常经营", "一号路", "G1"]]), SEPTEMBER
    )
    right_rows = [["甲公司", ALPHA, 50, "正常经营", "一号路", "G1"]]
    right = read(table(tmp_path / "e-right.xlsx", ENTERPRISES, right_rows), SEPTEMBER, replaces=wrong.load.id)
    apply.load(database, wrong)
    apply.load(database, right)
    assert [load["id"] for load in loads(database)] == [right.load.id]
    assert database.read("MATCH (s:SurveyRecord) RETURN s.staff AS staff") == [{"staff": 50}]
    other_day = read(table(tmp_path / "e-late.xlsx", ENTERPRISES, right_rows), OCTOBER, replaces=right.load.id)
    with pytest.raises(LedgerRefused):
        apply.load(database, other_day)
    assert [load["id"] for load in loads(database)] == [right.load.id]


def test_unloading_what_is_not_there_is_told(database: Database) -> None:
    with pytest.raises(NotFound):
        apply.unload(database, "no such load")


def test_no_id_number_reaches_the_database(database: Database, three_dates: list[Ledger]) -> None:
    _load_all(database, three_dates)
    nodes, edges = whole_graph(database)
    assert BORIS not in "".join(nodes | edges)
    assert any("990***********2027" in node for node in nodes)


def test_a_cell_without_department_and_one_that_loses_it(database: Database, tmp_path: Path) -> None:
    apply.load(
        database,
        read(
            table(tmp_path / "g9.xlsx", CELLS, [["G1", "一格", "东片区", "经发局"], ["G2", "二格", "东片区", None]]),
            SEPTEMBER,
            full=True,
        ),
    )
    apply.load(
        database,
        read(
            table(tmp_path / "g10.xlsx", CELLS, [["G1", "一格", "东片区", "无"], ["G2", "二格", "东片区", None]]),
            OCTOBER,
            full=True,
        ),
    )
    assert database.read(
        "MATCH (d:Department)-[r:RESPONSIBLE_FOR]->(g) "
        "RETURN d.key AS d, g.key AS g, r.since AS since, r.until AS until"
    ) == [{"d": "经发局", "g": "G1", "since": SEPTEMBER, "until": OCTOBER}]
