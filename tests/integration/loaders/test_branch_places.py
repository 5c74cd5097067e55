"""Places where a branch stands or stood are marked as such, whatever ledger brings them or takes them back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from graph.branch_places import BRANCH_PLACE, BRANCH_PLACE_INDEX
from graph.connection import Database
from graph.constraints import apply_schema
from loaders import apply
from tests.ledgers import BRANCHES, ENTERPRISES, read, table

SEPTEMBER, OCTOBER = date(2026, 9, 30), date(2026, 10, 31)
ALPHA, BETA = "91990000MA0000001B", "91990000MA0000002C"
FIRMS = [["甲公司", ALPHA, 50, "正常经营", "一号路1号", "G1"], ["乙公司", BETA, 20, "正常经营", "二号路2号", "G1"]]


def marked(database: Database) -> set[str]:
    rows = database.read(f"MATCH (place:{BRANCH_PLACE}) RETURN coalesce(place.name, place.address) AS place")
    return {row["place"] for row in rows}


@pytest.fixture
def firms_first(database: Database, tmp_path: Path) -> Database:
    apply.load(database, read(table(tmp_path / "e.xlsx", ENTERPRISES, FIRMS), SEPTEMBER, full=True))
    return database


def test_a_site_is_marked_once_a_branch_covers_its_firm_and_not_when_that_is_taken_back(
    firms_first: Database, tmp_path: Path
) -> None:
    assert marked(firms_first) == set()
    branch = [["B1", "第一支部", "企业", "单独建立", None, None, "甲公司", None, None]]
    told = apply.load(firms_first, read(table(tmp_path / "b.xlsx", BRANCHES, branch), SEPTEMBER))
    assert marked(firms_first) == {"一号路1号"}
    branch = [["B1", "第一支部", "企业", "单独建立", None, None, "乙公司", None, None]]
    apply.load(firms_first, read(table(tmp_path / "b10.xlsx", BRANCHES, branch), OCTOBER))
    assert marked(firms_first) == {"一号路1号", "二号路2号"}, "where it once stood stays marked"
    apply.unload(firms_first, told.load.id)
    assert marked(firms_first) == {"二号路2号"}


def test_it_is_marked_too_when_the_branch_comes_first(database: Database, tmp_path: Path) -> None:
    branch = [["B1", "第一支部", "企业", "单独建立", None, None, "乙公司", None, None]]
    apply.load(database, read(table(tmp_path / "b.xlsx", BRANCHES, branch), SEPTEMBER))
    apply.load(database, read(table(tmp_path / "e.xlsx", ENTERPRISES, FIRMS), SEPTEMBER, full=True))
    assert marked(database) == {"二号路2号"}


def test_a_venue_is_marked_while_some_ledger_seats_a_branch_there(firms_first: Database, tmp_path: Path) -> None:
    branch = [["B1", "第一支部", "企业", "单独建立", None, None, "甲公司", None, None]]
    apply.load(firms_first, read(table(tmp_path / "b.xlsx", BRANCHES, branch), SEPTEMBER))
    heads = ["阵地名称", "阵地编号", "地址", "面积(平方米)", "驻有党组织"]
    told = apply.load(
        firms_first, read(table(tmp_path / "v.xlsx", heads, [["中心", "V1", "三号路", 80, "第一支部"]]), SEPTEMBER)
    )
    assert marked(firms_first) == {"一号路1号", "中心"}
    apply.unload(firms_first, told.load.id)
    assert marked(firms_first) == {"一号路1号"}


def test_a_graph_of_before_is_marked_when_it_is_opened(firms_first: Database, tmp_path: Path) -> None:
    branch = [["B1", "第一支部", "企业", "单独建立", None, None, "甲公司", None, None]]
    apply.load(firms_first, read(table(tmp_path / "b.xlsx", BRANCHES, branch), SEPTEMBER))
    firms_first.run_schema(f"DROP INDEX {BRANCH_PLACE_INDEX}")
    firms_first.write(lambda tx: tx.run(f"MATCH (place:{BRANCH_PLACE}) REMOVE place:{BRANCH_PLACE}").consume())
    apply_schema(firms_first)
    assert marked(firms_first) == {"一号路1号"}
