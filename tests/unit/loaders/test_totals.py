"""Rows that are no data, and totals that are checked against the rows they sum."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from loaders.ledger import Ledger
from tests.ledgers import read, table

DAY = date(2026, 9, 30)
HEADINGS = ["序号", "企业名称", "从业人员数量", "年营业收入(万元)", "是否规模以上"]


def ledger(tmp_path: Path, rows: Sequence[Sequence[Any]]) -> Ledger:
    return read(table(tmp_path / "e.xlsx", HEADINGS, rows, "工作台账"), DAY)


def wrong(found: Ledger) -> list[tuple[str, str]]:
    return [(remark.column, remark.zh) for remark in found.remarks if remark.column]


def test_a_wrong_sum_names_its_column_the_sum_written_and_the_sum_found(tmp_path: Path) -> None:
    found = ledger(
        tmp_path, [[1, "甲公司", 50, 1.1, "是"], [2, "乙公司", "20人", 2.2, "否"], ["合 计", "2家", 71, 3.3, 1]]
    )
    assert len(tuple(found.rows)) == 2
    assert wrong(found) == [("从业人员数量", "第 5 行的合计：“从业人员数量”写 71，各行相加为 70")]


def test_subtotals_sum_their_group_and_totals_all_of_them(tmp_path: Path) -> None:
    rows = [
        [1, "甲公司", 50, None, None],
        ["董园街道小计", None, 50, None, None],
        [2, "乙公司", 20, None, None],
        [3, "丙公司", 5, None, None],
        ["石帆乡小计", None, 25, None, None],
        ["总计", "3家", 75, None, None],
    ]
    assert wrong(ledger(tmp_path, rows)) == []
    rows[4][2] = 26
    assert [column for column, _ in wrong(ledger(tmp_path, rows))] == ["从业人员数量"]


def test_a_total_may_stand_above_its_rows(tmp_path: Path) -> None:
    rows = [["合计", None, 70, None, None], [1, "甲公司", 50, None, None], [2, "乙公司", 20, None, None]]
    assert wrong(ledger(tmp_path, rows)) == []
    rows[0][2] = 60
    assert "写 60，各行相加为 70" in wrong(ledger(tmp_path, rows))[0][1]


def test_firms_whose_names_sound_like_totals_are_firms(tmp_path: Path) -> None:
    names = ["合计划科技有限公司", "共计软件有限公司", "注意力科技有限公司", "负责任食品有限公司", "说明书印刷厂"]
    found = ledger(tmp_path, [[i, name, 5, None, None] for i, name in enumerate(names, 1)])
    assert [row.cells["企业名称"] for row in found.rows] == names


def test_rows_that_are_no_data_are_left_out_and_said(tmp_path: Path) -> None:
    found = ledger(
        tmp_path,
        [
            ["甲", "乙", "1", "2", "3"],
            [1, "甲公司", 50, None, None],
            [2, None, None, None, None],
            HEADINGS,
            [3, "丙公司", 5, None, None],
            [None, None, None, None, None],
            ["本页合计", None, 55, None, None],
            ["填表人：某某", None, "审核人：某某", None, None],
            ["注：1.以上为示例数据", None, None, None, None],
            ["2.人数含派遣", None, None, None, None],
        ],
    )
    assert [row.row for row in found.rows] == [4, 7]
    assert [remark.zh for remark in found.remarks] == [
        "第 9 行是合计，不作为数据",
        "第 10, 11, 12 行是表尾，不作为数据",
    ]


def test_what_no_sum_is_made_of_is_not_checked(tmp_path: Path) -> None:
    headings = ["企业名称", "从业人员数量", "党员占比(%)"]
    rows = [["甲公司", 50, 10], ["乙公司", 50, 20], ["合计", 100, 15]]
    assert wrong(read(table(tmp_path / "e.xlsx", headings, rows), DAY)) == []
