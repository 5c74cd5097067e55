"""Rejected rows come back as the workbook they were in, and load once they are corrected."""

from __future__ import annotations

import io
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from graph.text import Text
from loaders.mapping import mapping_of
from loaders.returned import ReturnedRow, write_returned
from loaders.sources import read_source
from tests.formats import write_ods
from tests.ledgers import CELLS, MEMBERS, read, table, text_table

DAY = date(2026, 9, 30)


def returned(path: Path, to: Path, further: tuple[ReturnedRow, ...] = ()) -> Path:
    ledger = read(path, DAY)
    rows = [ReturnedRow.of(row) for row in ledger.rows if row.faults]
    with to.open("wb") as out:
        write_returned(read_source(path), mapping_of(ledger.load.kind), [*rows, *further], out, "zh")
    return to


@pytest.fixture
def branches(tmp_path: Path) -> Path:
    """Merged headings and bodies, formats, a total; the second firm's date and the third branch are wrong."""
    book = xlsxwriter.Workbook(tmp_path / "支部.xlsx")
    page = book.add_worksheet("台账")
    red, day = book.add_format({"bg_color": "#FF0000"}), book.add_format({"num_format": "yyyy-mm-dd"})
    page.merge_range("A1:F1", "党组织台账(示例数据)")
    for area, word in (("A2:A3", "党组织代码"), ("B2:B3", "党组织名称"), ("C2:C3", "组建形式"), ("D2:F2", "覆盖企业")):
        page.merge_range(area, word)
    page.write_row("D3", ["企业名称", "统一社会信用代码", "纳入日期"])
    for column, word in enumerate(["B1", "联合支部", "联合建立"]):
        page.merge_range(3, column, 4, column, word)
    page.write_row("D4", ["甲公司", None, "2024-01-01"])
    page.write_row("D5", ["乙公司", None, "去年"])
    page.write_row("A6", ["B2", "二支", "单独建立", "丙公司"])
    page.write_row("A7", ["B3", "三支", "什么", "丁公司"], red)
    page.write_datetime("F7", datetime(2024, 1, 2), day)
    page.write_row("A8", ["合计", "3个"])
    page.set_column("B:B", 33)
    book.add_worksheet("说明").write("A1", "填表说明")
    book.close()
    return tmp_path / "支部.xlsx"


def test_an_xlsx_keeps_its_look_and_only_the_rows_to_correct(branches: Path, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(returned(branches, tmp_path / "退回.xlsx"))
    assert book.sheetnames == ["台账"]
    page = book.active
    words = [[cell for cell in row if cell is not None] for row in page.iter_rows(values_only=True)]
    assert words[3] == [
        "B1",
        "联合支部",
        "联合建立",
        "乙公司",
        "去年",
        "覆盖企业/纳入日期：不是日期；请写成 2023-04-01、2023年4月 等",
    ]
    assert words[4][:5] == ["B3", "三支", "什么", "丁公司", datetime(2024, 1, 2)]
    assert words[4][5].startswith("组建形式：不在可选项内")
    assert len(words) == 5
    assert page["G3"].value == "退回原因 / reason"
    assert {"A1:F1", "A2:A3", "D2:F2"} <= {str(area) for area in page.merged_cells.ranges}
    assert page["A5"].fill.fgColor.rgb == "FFFF0000"
    assert page["F5"].number_format == "yyyy-mm-dd"
    assert page.column_dimensions["B"].width > 30


def test_it_loads_once_it_is_corrected_and_reasons_say_nothing(branches: Path, tmp_path: Path) -> None:
    path = returned(branches, tmp_path / "退回.xlsx")
    again = read(path, DAY)
    assert [len(row.faults) for row in again.rows] == [1, 1]
    assert again.unmapped == ()
    book = openpyxl.load_workbook(path)
    book.active["F4"], book.active["C5"] = "2025-01-01", "单独建立"
    book.save(path)
    corrected = read(path, DAY)
    assert [(row.mentions[0].code, row.faults) for row in corrected.rows] == [("B1", ()), ("B3", ())]
    assert not any("退回原因" in heading for row in corrected.rows for heading in row.cells)


def test_rows_sent_back_a_second_time_have_one_column_of_reasons(branches: Path, tmp_path: Path) -> None:
    second = returned(returned(branches, tmp_path / "一.xlsx"), tmp_path / "二.xlsx")
    headings = [cell.value for cell in openpyxl.load_workbook(second).active[3]]
    assert headings.count("退回原因 / reason") == 1


@pytest.mark.parametrize("suffix", ["csv", "ods"])
def test_other_formats_come_back_as_a_plain_workbook(tmp_path: Path, suffix: str) -> None:
    rows = [["G1", "一", "片区", None], [None, "没有\x07编码", "片区", None]]
    path = tmp_path / f"g.{suffix}"
    if suffix == "csv":
        text_table(path, CELLS, rows)
    else:
        write_ods(path, {"网格": [CELLS, rows[0], [None, "没有编码", "片区", None]]})
    again = read(returned(path, tmp_path / "退回.xlsx"), DAY)
    assert [row.cells["网格名称"] for row in again.rows] == ["没有编码"]


def test_a_file_that_merges_a_cell_twice_comes_back_with_the_first_of_its_merges(tmp_path: Path) -> None:
    rows = [["网格台账", None, None, None], CELLS, [None, "没有编码", "片区", None]]
    path = write_ods(tmp_path / "g.ods", {"网格": rows}, merges=[(0, 0, 0, 3), (0, 2, 0, 3)])
    page = openpyxl.load_workbook(returned(path, tmp_path / "退回.xlsx")).active
    assert [str(area) for area in page.merged_cells.ranges] == ["A1:D1"]
    assert [cell.value for cell in page[3]][1] == "没有编码"


def test_waiting_rows_go_back_with_their_reason_and_id_numbers_to_their_sender(tmp_path: Path) -> None:
    number = "990000197505052027"
    row = ["鲍某", number, "1999-07-01", "正式党员", "甲公司", None, "第一支部", "B1", None]
    path = table(tmp_path / "m.xlsx", MEMBERS, [row])
    waiting = ReturnedRow("台账", 3, (Text("“甲公司”可能是两家", "“甲公司” may be two firms"),))
    book = openpyxl.load_workbook(io.BytesIO(returned(path, tmp_path / "退回.xlsx", (waiting,)).read_bytes()))
    words = [cell.value for cell in book.active[3]]
    assert words[1] == number
    assert words[-1] == "“甲公司”可能是两家"
