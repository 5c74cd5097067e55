"""Workbooks as offices send them: merged headings, titles, totals, footers, one-hot choices, merged bodies."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from graph.errors import LedgerRefused
from loaders.ledger import LedgerRow
from tests.ledgers import BRANCHES, ENTERPRISES, MEMBERS, read, table, text_table

DAY = date(2026, 9, 30)
CODE = "91990000MA0000001B"


def said(row: LedgerRow) -> dict[str, object]:
    """slot → value, or the name of the node an edge leads to."""
    return {
        s.slot: s.value if s.to is None else row.mentions[s.to].code or row.mentions[s.to].name for s in row.statements
    }


def _survey_with_three_heading_rows(path: Path) -> Path:
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("董园街道")
    sheet.merge_range("A1:H1", "非公企业工作台账(示例数据)")
    sheet.merge_range("A2:A4", "序号")
    sheet.merge_range("B2:F2", "企业基本情况")
    sheet.merge_range("B3:B4", "企业\n名称")
    sheet.merge_range("C3:C4", "统一社会信用代码")
    sheet.merge_range("D3:E3", "企业类型")
    sheet.write("D4", "私营")
    sheet.write("E4", "外商")
    sheet.merge_range("F3:F4", "从业人员数量（名）")
    sheet.merge_range("G2:H2", "未建立党组织原因")
    sheet.merge_range("G3:G4", "没有党员")
    sheet.merge_range("H3:H4", "其他原因")
    sheet.write_row("A5", [1, "甲公司", CODE, "√", "", 50, "√", ""])
    sheet.write_row("A6", [2, "乙公司", "", "", "√", "20人", "", "√"])
    sheet.write_row("A7", [3])
    sheet.write_row("A8", ["合计", "2家", "", 1, 1, 70, 1, 1])
    sheet.write("A9", "填表人：某某    审核人：某某")
    hidden = book.add_worksheet("草稿")
    hidden.hide()
    hidden.write("A1", "草稿")
    book.close()
    return path


def test_three_merged_heading_rows_with_title_ticks_totals_and_footer(tmp_path: Path) -> None:
    ledger = read(_survey_with_three_heading_rows(tmp_path / "台账.xlsx"), DAY)
    assert ledger.load.kind == "enterprises"
    assert [row.row for row in ledger.rows] == [5, 6]
    first, second = map(said, ledger.rows)
    assert (first["name"], first["uscc"], first["ownership"], first["staff"]) == ("甲公司", CODE, "private", 50)
    assert (second["ownership"], second["staff"], second["unbuilt_reason"]) == ("foreign", 20, "其他原因")
    assert ledger.rows[0].cells["企业基本情况/企业类型/私营"] == "√"
    assert [heading.heading for heading in ledger.unmapped] == ["序号"]
    assert [(remark.value, remark.zh) for remark in ledger.remarks] == [
        ("草稿", "隐藏的工作表，没有读取"),
        ("董园街道", "第 8 行是合计，不作为数据"),
        ("董园街道", "第 9 行是表尾，不作为数据"),
    ]


def test_every_statement_knows_its_cell(tmp_path: Path) -> None:
    ledger = read(_survey_with_three_heading_rows(tmp_path / "台账.xlsx"), DAY)
    cells = {s.slot: s.cell for s in ledger.rows[0].statements}
    assert (cells["name"], cells["staff"]) == ("B5", "F5")
    assert (cells["ownership"], cells["unbuilt_reason"]) == ("D5", "G5"), "of tick columns the ticked one"


def test_an_edge_and_a_place_know_their_cell_too(tmp_path: Path) -> None:
    headings = ["企业名称", "统一社会信用代码", "从业人员数量", "网格编码", "所属集团", "经度", "纬度"]
    row = ["甲公司", CODE, 5, "G1", "无", 117.9, 28.4]
    ledger = read(table(tmp_path / "e.xlsx", headings, [row]), DAY)
    cells = {s.slot: s.cell for s in ledger.rows[0].statements}
    assert (cells["<OF"], cells["IN_GRID"], cells["PART_OF"], cells["location"]) == ("D2", "D2", "E2", "F2")


def test_a_vertically_merged_cell_counts_for_each_of_its_rows(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(tmp_path / "b.xlsx")
    sheet = book.add_worksheet()
    sheet.write_row("A1", ["党组织代码", "党组织名称", "组建形式", "覆盖企业"])
    for column, value in enumerate(["B1", "联合支部", "联合建立"]):
        sheet.merge_range(1, column, 2, column, value)
    sheet.write_column("D2", ["甲公司", "乙公司"])
    book.close()
    rows = read(tmp_path / "b.xlsx", DAY).rows
    assert [said(row)["COVERS"] for row in rows] == ["甲公司", "乙公司"]
    assert {row.mentions[0].code for row in rows} == {"B1"}


def test_column_order_never_matters(tmp_path: Path) -> None:
    row = ["甲公司", CODE, 50, "正常经营", "一号路1号", "G1"]
    forward = read(table(tmp_path / "a.xlsx", ENTERPRISES, [row]), DAY).rows[0]
    backward = read(table(tmp_path / "b.xlsx", ENTERPRISES[::-1], [row[::-1]]), DAY).rows[0]
    assert said(forward) == said(backward)


def test_none_ends_an_edge_and_blank_says_nothing(tmp_path: Path) -> None:
    rows = [
        ["B1", "第一支部", "企业", "单独建立", None, None, "无", None, None],
        ["B2", "第二支部", "企业", "单独建立", None, None, None, None, None],
    ]
    first, second = read(table(tmp_path / "b.xlsx", BRANCHES, rows), DAY).rows
    assert "COVERS" in said(first)
    assert said(first)["COVERS"] is None
    assert "COVERS" not in said(second)


def test_id_numbers_are_gone_after_reading(tmp_path: Path) -> None:
    number = "990000197505052027"
    headings = [*MEMBERS, "备注"]
    row = ["鲍某", number, "1999-07-01", "正式党员", "甲公司", CODE, "第一支部", "B1", None, f"身份证{number}已核"]
    ledger = read(table(tmp_path / "m.xlsx", headings, [row]), DAY)
    assert number not in repr(ledger)
    assert ledger.rows[0].cells["身份证号"] == "990***********2027"
    assert ledger.rows[0].cells["备注"] == "身份证990***********2027已核"


def test_a_wrong_id_number_is_masked_in_its_rejection(tmp_path: Path) -> None:
    row = ["鲍某", "990000197505052028", "1999-07-01", "正式党员", "甲公司", CODE, "第一支部", "B1", None]
    ledger = read(table(tmp_path / "m.xlsx", MEMBERS, [row]), DAY)
    assert ledger.rows[0].faults[0].value == "990***********2028"
    assert "990000197505052028" not in repr(ledger)


def test_an_end_before_its_start_is_rejected(tmp_path: Path) -> None:
    row = ["B1", "第一支部", "企业", "单独建立", "2026-05-01", "2026-04-01", "甲公司", CODE, "2026-05-01"]
    fault = read(table(tmp_path / "b.xlsx", BRANCHES, [row]), DAY).rows[0].faults[0]
    assert "早于" in fault.zh


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_text_tables_in_every_encoding_met(tmp_path: Path, encoding: str) -> None:
    row = ["甲公司", CODE, "50", "正常经营", "一号路1号", "G1"]
    ledger = read(text_table(tmp_path / "e.csv", ENTERPRISES, [row], encoding), DAY)
    assert said(ledger.rows[0])["name"] == "甲公司"


def test_missing_headings_are_named_with_what_was_found(tmp_path: Path) -> None:
    with pytest.raises(LedgerRefused) as refused:
        read(text_table(tmp_path / "e.csv", ["企业名称", "电话"], [["甲", "1"]]), DAY, kind="enterprises")
    assert "从业人员数量" in refused.value.say("zh")
    assert "电话" in refused.value.say("zh")
    assert "e.csv" in refused.value.say("en")


def test_the_same_bytes_scope_and_date_are_the_same_load(tmp_path: Path) -> None:
    path = table(tmp_path / "e.xlsx", ENTERPRISES, [["甲公司", CODE, 50, "正常经营", None, None]])
    one = read(path, DAY).load.id
    assert read(path, DAY).load.id == one
    assert read(path, DAY, scope="别处").load.id != one
    assert read(path, date(2026, 10, 31)).load.id != one
    assert read(path, DAY, full=True).load.id != one


def test_rows_that_repeat_or_contradict_are_rejected_with_the_row_they_meet(tmp_path: Path) -> None:
    row = ["甲公司", CODE, 50, "正常经营", "一号路1号", "G1"]
    other_site = [*row[:4], "二号路2号", "G2"]
    contradicts = [*row[:2], 70, *row[3:]]
    first, second, third, fourth = read(
        table(tmp_path / "e.xlsx", ENTERPRISES, [row, other_site, row, contradicts]), DAY
    ).rows
    assert not first.faults
    assert not second.faults, "a second site completes the firm"
    assert third.faults[0].zh == "与第 2 行重复"
    assert fourth.faults[0].zh == "与第 2 行是同一对象，但“从业人员数”说法不同"
    assert "“Staff”" in fourth.faults[0].en
