"""Headings however they stand: merged or not, told apart by what is above them, unknown ones with what they may be."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from graph.errors import LedgerRefused
from loaders.heading_rows import readings
from loaders.headings import find_headings
from loaders.mapping import mapping_of
from loaders.sheets import Merge, Sheet
from tests.ledgers import read, table, text_table

DAY = date(2026, 9, 30)


def columns(kind: str, rows: Sequence[Sequence[str]], merges: Sequence[Merge] = ()) -> dict[str, int]:
    return find_headings(Sheet("台账", rows, tuple(merges)), mapping_of(kind)).columns


def test_a_gap_belongs_to_its_left_neighbour_unless_cells_are_merged() -> None:
    above = ["党组织代码", "党组织名称", "组建形式", "覆盖企业", "", "驻地", ""]
    below = ["", "", "", "企业名称", "统一社会信用代码", "企业名称", "统一社会信用代码"]
    expected = {"firm_name": 3, "firm_uscc": 4, "seat_firm_name": 5, "seat_firm_uscc": 6}
    assert columns("branches", [above, below]).items() >= expected.items()
    title = ["党组织台账"] + [""] * 6
    merged_title = [Merge(0, 0, 0, 6)]
    assert columns("branches", [title, above, below], merged_title).items() >= expected.items()
    merged = [Merge(0, 3, 0, 3), Merge(0, 5, 0, 6)]
    assert "firm_uscc" not in columns("branches", [above, below], merged)


@pytest.mark.parametrize("depth", [1, 2, 3, 4, 5])
def test_one_to_five_heading_rows_below_titles(depth: int) -> None:
    titles = [["非公企业工作台账", "", ""], ["(示例数据)", "", ""]]
    above = [[f"第{level}层", f"第{level}层", f"第{level}层"] for level in range(depth - 1)]
    leaves = [["企业名称", "从业人员\n数量（名）*", "经营 状态"]]
    found = find_headings(Sheet("台账", [*titles, *above, *leaves, ["甲公司", "5", ""]]), mapping_of("enterprises"))
    assert (found.columns, found.first_row) == ({"name": 0, "staff": 1, "operating_state": 2}, 2 + depth)


def test_a_heading_that_names_two_levels_at_once_is_a_path() -> None:
    row = ["党组织名称", "组建形式", "覆盖企业/企业名称", "驻地/企业名称"]
    assert columns("branches", [row]).items() >= {"firm_name": 2, "seat_firm_name": 3}.items()


def test_equal_headings_stay_apart_in_what_is_kept(tmp_path: Path) -> None:
    headings = ["企业名称", "从业人员数量", "备注", "备注"]
    (row,) = read(text_table(tmp_path / "e.csv", headings, [["甲公司", "5", "一", "二"]]), DAY).rows
    assert (row.cells["备注"], row.cells["备注(D)"]) == ("一", "二")


def test_cells_without_a_heading_are_kept_and_listed(tmp_path: Path) -> None:
    headings = ["企业名称", "从业人员数量", ""]
    ledger = read(text_table(tmp_path / "e.csv", headings, [["甲公司", "5", "去年搬来", "更远"]]), DAY)
    (row,) = ledger.rows
    assert (row.cells["(C)"], row.cells["(D)"]) == ("去年搬来", "更远")
    assert [(u.heading, u.sample) for u in ledger.unmapped] == [("(C)", "去年搬来"), ("(D)", "更远")]


def test_an_unknown_heading_comes_with_its_cell_a_sample_and_what_it_may_be(tmp_path: Path) -> None:
    headings = ["企业名称", "从业人员数量", "经营现状", "法人手机"]
    (state, phone) = read(
        table(tmp_path / "e.xlsx", headings, [["甲公司", 5, None, None], ["乙公司", 6, "停产", 13800000007]]), DAY
    ).unmapped
    assert (state.heading, state.letter, state.sample) == ("经营现状", "C", "停产")
    assert state.nearest[0].column == "operating_state"
    assert state.nearest[0].likeness == 0.75
    assert phone.sample == "138****0007"


def test_a_missing_heading_is_told_with_those_that_may_be_it(tmp_path: Path) -> None:
    path = table(tmp_path / "e.xlsx", ["企业名称", "从业人员", "经营状态"], [["甲公司", 5, "停产"]])
    assert read(path, DAY).load.kind == "enterprises"
    path = table(tmp_path / "e.xlsx", ["企业名称", "从业者数量", "经营状态", "网格编码"], [["甲公司", 5, "停产", "G1"]])
    with pytest.raises(LedgerRefused) as refused:
        read(path, DAY, kind="enterprises")
    assert "会不会是“从业者数量”" in refused.value.say("zh")
    assert "perhaps “从业者数量”" in refused.value.say("en")


def test_sheets_of_offices_are_read_whole_and_others_are_said(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(tmp_path / "e.xlsx")
    for office, firm in (("董园街道", "甲公司"), ("石帆乡", "乙公司")):
        page = book.add_worksheet(office)
        page.write_row("A1", ["企业名称", "从业人员数量", "经营状态"])
        page.write_row("A2", [firm, 5, "停产"])
    book.add_worksheet("说明").write_column("A1", ["填表说明", "请如实填写"])
    grids = book.add_worksheet("网格")
    grids.write_row("A1", ["网格编码", "网格名称", "所属片区", "联系部门"])
    grids.write_row("A2", ["G1", "一", "片区", "经发局"])
    book.close()
    ledger = read(tmp_path / "e.xlsx", DAY)
    assert [(row.sheet, row.cells["企业名称"]) for row in ledger.rows] == [("董园街道", "甲公司"), ("石帆乡", "乙公司")]
    said = {remark.value: remark.zh for remark in ledger.remarks}
    assert said["说明"] == "没有台账表头，没有读取"
    assert "--kind grid_cells" in said["网格"]


def test_all_kinds_share_one_reading_of_the_top_rows() -> None:
    sheet = Sheet("台账", [[f"列{i}" for i in range(60)]] * 30)
    assert len(readings(sheet)) == 15 * 5, "15 rows to start in, 1 to 5 of them"
