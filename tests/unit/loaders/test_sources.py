"""Every format an office sends is read, and what cannot be read is refused with a sentence that says why."""

from __future__ import annotations

import os
import zipfile
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from graph.errors import LedgerRefused
from loaders.reading import read_ledger
from loaders.sources import read_source
from tests.formats import write_ods, write_xlsb
from tests.ledgers import BRANCHES, DIGESTER, ENTERPRISES, read, table, text_table

DATA = Path(__file__).parents[2] / "data"
DAY = date(2026, 9, 30)
BRANCH_ROWS = [
    ["党组织代码", "党组织名称", "组建形式", "覆盖企业"],
    ["B1", "联合支部", "联合建立", "甲公司"],
    [None, None, None, "乙公司"],
]
MERGED = [(1, column, 2, column) for column in range(3)]


def refusal(path: Path) -> str:
    with pytest.raises(LedgerRefused) as refused:
        read_source(path)
    assert refused.value.place is not None
    assert refused.value.place.file == path.name
    assert refused.value.next_step is not None
    return refused.value.say("zh")


@pytest.mark.parametrize("suffix", ["ods", "xlsb"])
def test_merged_body_cells_count_for_each_row_in_formats_whose_reader_hides_them(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"台账.{suffix}"
    if suffix == "ods":
        write_ods(path, {"台账": BRANCH_ROWS}, MERGED)
    else:
        write_xlsb(path, "台账", BRANCH_ROWS, MERGED)
    rows = read(path, DAY).rows
    assert [row.mentions[0].code for row in rows] == ["B1", "B1"]
    assert [row.cells["覆盖企业"] for row in rows] == ["甲公司", "乙公司"]


def test_an_old_workbook_with_its_merges_hidden_sheet_and_days_counted_from_1904() -> None:
    ledger = read(DATA / "ledger.xls", DAY)
    first, second = ledger.rows
    assert [row.mentions[0].code for row in (first, second)] == ["B1", "B1"]
    assert [s.since for s in first.statements if s.slot == "COVERS"] == ["2023-04-01"]
    assert ("草稿", "隐藏的工作表，没有读取") in [(remark.value, remark.zh) for remark in ledger.remarks]


@pytest.mark.parametrize("days_1904", [True, False])
def test_bare_day_numbers_count_from_where_the_workbook_says(tmp_path: Path, days_1904: bool) -> None:
    book = xlsxwriter.Workbook(tmp_path / "e.xlsx", {"date_1904": days_1904})
    sheet = book.add_worksheet()
    sheet.write_row("A1", ["企业名称", "从业人员数量", "投产日期"])
    sheet.write_row("A2", ["甲公司", 5, 45017 - (1462 if days_1904 else 0)])
    book.close()
    (row,) = read(tmp_path / "e.xlsx", DAY).rows
    assert [s.value for s in row.statements if s.slot == "in_production_since"] == ["2023-04-01"]


def test_a_number_that_may_be_two_months_is_read_as_it_is_shown_else_refused(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(tmp_path / "e.xlsx")
    sheet, two_places = book.add_worksheet("A&B"), book.add_format({"num_format": "0.00"})
    sheet.write_row("A1", ["企业名称", "从业人员数量", "投产日期"])
    sheet.write_row("A2", ["甲公司", 5])
    sheet.write("C2", 2023.1, two_places)
    sheet.write_row("A3", ["乙公司", 5, 2023.1])
    book.close()
    shown, bare = read(tmp_path / "e.xlsx", DAY).rows
    assert [s.value for s in shown.statements if s.slot == "in_production_since"] == ["2023-10"]
    assert "1 月或 10 月" in bare.faults[0].zh


def test_formulas_give_their_results_and_say_where_there_is_none(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(tmp_path / "e.xlsx")
    sheet = book.add_worksheet()
    sheet.write_row("A1", ["企业名称", "从业人员数量", "经营状态"])
    sheet.write_formula("A2", '=CONCAT("甲","公司")', None, "甲公司")
    sheet.write_formula("B2", "=40+2", None, 42)
    sheet.write_formula("C2", "=1/0", None, "#DIV/0!")
    sheet.write_row("A3", ["乙公司", 7])
    sheet.write_formula("C3", "=VLOOKUP(A3,Z:Z,1,0)", None, "")
    book.close()
    with zipfile.ZipFile(tmp_path / "e.xlsx") as made:
        parts = {name: made.read(name) for name in made.namelist()}
    page = parts["xl/worksheets/sheet1.xml"]
    parts["xl/worksheets/sheet1.xml"] = page.replace(b'<c r="C3" t="str">', b'<c r="C3">').replace(b"<v></v>", b"")
    with zipfile.ZipFile(tmp_path / "f.xlsx", "w") as changed:
        for name, content in parts.items():
            changed.writestr(name, content)
    ledger = read(tmp_path / "f.xlsx", DAY)
    first, second = ledger.rows
    assert first.cells == {"企业名称": "甲公司", "从业人员数量": "42"}
    assert "经营状态" not in second.cells
    said = "；".join(remark.zh for remark in ledger.remarks)
    assert "公式错误(如 C2)" in said
    assert "没有保存结果(如 C3)" in said


def test_a_misnamed_workbook_is_read_by_what_it_is(tmp_path: Path) -> None:
    made = table(tmp_path / "e.xlsx", ENTERPRISES, [["甲公司", None, 5, None, None, None]])
    made.rename(tmp_path / "e.csv")
    assert len(tuple(read(tmp_path / "e.csv", DAY).rows)) == 1


def test_utf16_needs_no_mark(tmp_path: Path) -> None:
    for encoding in ("utf-16-le", "utf-16-be"):
        path = text_table(tmp_path / "e.csv", ENTERPRISES, [["甲公司", None, 5, None, None, None]], encoding)
        assert read(path, DAY).load.kind == "enterprises"


def test_locked_files_say_so(tmp_path: Path) -> None:
    assert "有密码" in refusal(DATA / "locked.xlsx")
    assert "有密码" in refusal(write_ods(tmp_path / "e.ods", {"台账": BRANCH_ROWS}, locked=True))


def test_a_stray_cell_far_away_is_named(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(tmp_path / "e.xlsx")
    sheet = book.add_worksheet()
    sheet.write_row("A1", ENTERPRISES)
    sheet.write("XFD1048576", "x")
    book.close()
    assert "XFD1048576" in refusal(tmp_path / "e.xlsx")


def test_a_sheet_of_too_many_columns_is_refused(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(tmp_path / "e.xlsx")
    book.add_worksheet().write_row("A1", ["列"] * 2000)
    book.close()
    assert "2000 列" in refusal(tmp_path / "e.xlsx")
    assert "1200 列" in refusal(text_table(tmp_path / "e.csv", ["列"] * 1200, []))


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("e.xlsx", b"PK\x03\x04 and then nothing", "可能已损坏"),
        ("e.xls", b"<html><table><tr><td>1</td></tr></table></html>", "网页"),
        ("e.csv", '甲,乙\n1,"没有关上的引号\n2,3\n'.encode(), "引号没有成对"),
        ("e.csv", "企业名称,从业人员数量,经营状态\n".encode() + b"\xff\xfe\xfd,1\n", "文字编码"),
        ("e.csv", b"   \n", "空的"),
        ("e.docx", b"PK\x03\x04", "不是可以导入的文件类型"),
    ],
)
def test_what_cannot_be_read_says_why(tmp_path: Path, name: str, content: bytes, told: str) -> None:
    (tmp_path / name).write_bytes(content)
    assert told in refusal(tmp_path / name)


def test_a_file_changed_while_it_is_read_is_refused(tmp_path: Path) -> None:
    path = text_table(tmp_path / "b.csv", BRANCHES, [["B1", "一支", None, None, None, None, None, None, None]])
    source = read_source(path)
    with path.open("a", encoding="utf-8") as file:
        file.write("B2,二支,,,,,,,\n")
    os.utime(path, (1, 1))
    with pytest.raises(LedgerRefused, match="changed while"):
        read_ledger(source, DIGESTER, kind=None, scope="测试园区", as_of=DAY, full=False)
