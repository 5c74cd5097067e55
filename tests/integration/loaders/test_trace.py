"""From a value back to its cell: on a real graph, over several ledgers, dates and kinds."""

from __future__ import annotations

from datetime import date

import pytest

from graph.connection import Database
from loaders import apply
from loaders.entries import Trace
from loaders.trace import trace
from tests.ledgers import BRANCHES, ENTERPRISES, read, table, text_table

APRIL, SEPTEMBER, OCTOBER = date(2026, 4, 30), date(2026, 9, 30), date(2026, 10, 31)
ALPHA = "91990000MA0000001B"
FIRM, BRANCH = ("Enterprise", ALPHA), ("Branch", "B1")
REGISTRY = ["企业名称", "统一社会信用代码", "注册日期", "注册地址"]
SURVEY = [*ENTERPRISES, "注册地址", "出资人", "联系电话"]


@pytest.fixture(scope="module")
def ledgers(shared_database: Database, tmp_path_factory: pytest.TempPathFactory) -> Database:
    """A firm that its ledger changes, that another kind contradicts, that a full ledger lacks; a firm merely named."""
    shared_database.run_schema("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS")
    tmp_path = tmp_path_factory.mktemp("traced")
    firm = ["甲公司", ALPHA, "50人", "正常经营", "一号路", "G1", "一号路", "王小明", "13900001234"]
    other = ["乙公司", "91990000MA0000002E", 20, "正常经营", "二号路", "G1"]
    later = [*firm[:2], "约60", *firm[3:6], "四号路", *firm[7:]]
    for ledger in (
        read(table(tmp_path / "e4.xlsx", SURVEY, [other, firm], title="台账"), APRIL, full=True),
        read(table(tmp_path / "e9.xlsx", SURVEY, [later, other]), SEPTEMBER, full=True),
        read(table(tmp_path / "e10.xlsx", SURVEY, [other]), OCTOBER, full=True),
        read(text_table(tmp_path / "r.csv", REGISTRY, [["甲公司", ALPHA, "2019-03", "三号路"]]), SEPTEMBER),
        read(
            table(
                tmp_path / "b9.xlsx",
                BRANCHES,
                [
                    ["B1", "第一支部", "企业", "联合建立", None, None, "甲公司", ALPHA, "2020-01-01"],
                    ["B1", "第一支部", "企业", "联合建立", None, None, "丙公司", None, None],
                ],
            ),
            SEPTEMBER,
        ),
    ):
        apply.load(shared_database, ledger)
    return shared_database


def _told(found: Trace | None) -> list[tuple[object, ...]]:
    assert found is not None
    return [(e.value, e.standing, e.source.file, e.source.cell) for e in found.entries]


def test_a_number_tells_its_cell_who_brought_it_and_what_it_was_before(ledgers: Database) -> None:
    staff = trace(ledgers, [FIRM], SEPTEMBER).of(FIRM, "staff")
    assert _told(staff) == [(60, "shown", "e9.xlsx", "C2"), (50, "earlier", "e4.xlsx", "C4")]
    assert staff is not None
    source = staff.entries[0].source
    assert (source.kind, source.sheet, source.row, source.heading) == ("enterprises", "台账", 2, "从业人员数量")
    assert source.as_of == SEPTEMBER
    assert source.loaded_by
    assert source.loaded_at is not None
    assert _told(trace(ledgers, [FIRM], APRIL).of(FIRM, "staff")) == [
        (60, "later", "e9.xlsx", "C2"),
        (50, "shown", "e4.xlsx", "C4"),
    ]


def test_what_another_ledger_says_at_the_same_date_is_told_with_who_won(ledgers: Database) -> None:
    place = trace(ledgers, [FIRM], OCTOBER).of(FIRM, "registered_place")
    assert _told(place) == [
        ("四号路", "shown", "e9.xlsx", "G2"),
        ("三号路", "lost", "r.csv", "D2"),
        ("一号路", "earlier", "e4.xlsx", "G4"),
    ]
    assert place is not None
    assert [(e.value, e.by and e.by.file) for e in place.contested] == [("三号路", "e9.xlsx")]


def test_what_a_full_ledger_lacks_is_ended_by_it(ledgers: Database) -> None:
    staff = trace(ledgers, [FIRM], OCTOBER).of(FIRM, "staff")
    assert _told(staff)[0] == (60, "ended", "e9.xlsx", "C2")
    assert staff is not None
    ended = staff.entries[0].by
    assert ended is not None
    assert (ended.file, ended.row) == ("e10.xlsx", None)


def test_an_edge_is_traced_from_the_end_that_states_it(ledgers: Database) -> None:
    covers = trace(ledgers, [FIRM, BRANCH], OCTOBER).of(BRANCH, "COVERS", FIRM)
    assert _told(covers) == [("甲公司", "shown", "b9.xlsx", "G3")]
    assert covers is not None
    assert covers.entries[0].since == "2020-01-01"


def test_the_name_of_what_is_merely_named_comes_from_the_row_that_names_it(ledgers: Database) -> None:
    named = ("Enterprise", "丙公司")
    assert _told(trace(ledgers, [named], OCTOBER).of(named, "name")) == [("丙公司", "shown", "b9.xlsx", "G4")]


def test_private_values_leave_masked(ledgers: Database) -> None:
    found = trace(ledgers, [FIRM], OCTOBER)
    assert {told[0] for told in _told(found.of(FIRM, "investor_name"))} == {"王*"}
    assert {told[0] for told in _told(found.of(FIRM, "phone"))} == {"139****1234"}
    assert "王小明" not in repr(found)
    assert "13900001234" not in repr(found)
