"""The CSV pair and the workbook, opened again."""

from __future__ import annotations

import csv
from datetime import date
from io import BytesIO, StringIO
from zipfile import ZipFile

from python_calamine import CalamineWorkbook
from reports_sample import FIRM, MEMBER, OTHER, answer, picture

from app.reports import Source, render
from queries.catalog import catalog
from queries.results import Answer, Picture
from queries.rules import rules


def csv_table(content: bytes, name: str) -> list[dict[str, str]]:
    raw = ZipFile(BytesIO(content)).read(name)
    assert raw.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(StringIO(raw.decode("utf-8-sig"), newline="")))


def book(**options: object) -> CalamineWorkbook:
    arguments = {"picture": picture(), "answer": answer(), "language": "zh"} | options
    content = render(arguments.pop("picture"), arguments.pop("answer"), ".xlsx", **arguments)
    return CalamineWorkbook.from_filelike(BytesIO(content))


def sheet(workbook: CalamineWorkbook, name: str) -> list[dict[str, object]]:
    head, *rows = workbook.get_sheet_by_name(name).to_python()
    return [dict(zip(head, row, strict=True)) for row in rows]


def test_csv_pair_holds_every_node_and_edge() -> None:
    content = render(picture(), None, ".csv.zip", language="zh")
    nodes, edges = csv_table(content, "nodes.csv"), csv_table(content, "edges.csv")
    assert {n["id"] for n in nodes} == {n.ref.id for n in picture().nodes}
    assert {(e["source"], e["target"], e["id"]) for e in edges} == {
        (e.source.id, e.target.id, e.id) for e in picture().edges
    }
    assert next(n for n in nodes if n["id"] == FIRM.id)["label"] == "岚川晶曜光电有限公司"


def test_a_spreadsheet_runs_no_cell_as_a_formula() -> None:
    nodes = csv_table(render(picture(short_name="@SUM(1)"), None, ".csv.zip", language="zh"), "nodes.csv")
    cells = [cell for node in nodes for cell in node.values()]
    assert "'=HYPERLINK(1)" in cells
    assert "'@SUM(1)" in cells
    assert not [c for c in cells if c.startswith(("=", "+", "-", "@"))]


def test_the_same_content_gives_the_same_zip() -> None:
    assert render(picture(), None, ".csv.zip", language="zh") == render(picture(), None, ".csv.zip", language="zh")


def test_the_workbook_opens_on_its_definitions() -> None:
    source = Source("党员花名册.xlsx", "members", date(2026, 10, 31), "zone/a")
    workbook = book(demo=True, sources=(source,))
    assert workbook.sheet_names == ["说明", "名单", "节点", "联系"]
    lines = workbook.get_sheet_by_name("说明").to_python()
    said = {str(line[0]): line[1] for line in lines}
    question = catalog()["uncovered-near-branch"]
    assert said["标题"] == question.title.zh
    assert said["数据截至"] == date(2026, 10, 31)
    assert said["名单"] == "共 5 条，显示 2 条"
    assert said["节点"] == "共 9 条，显示 7 条"
    assert said["联系"] == "7 条，其中待建联系 2 条"
    assert said["口径说明"] == question.tells.zh.strip()
    assert "党员花名册.xlsx" in str(said["来源台账"])
    assert "示例数据" in said
    for rule in question.rules:
        assert rules()[rule].clause.zh in str(said[f"规则：{rule}"])
    for parameter in question.parameters.values():
        assert f"参数：{parameter.label.zh}" in said


def test_rows_stand_under_the_labels_of_their_columns_and_codes_stay_text() -> None:
    question = catalog()["uncovered-near-branch"]
    rows = sheet(book(), "名单")
    assert len(rows) == 2
    assert [heading.split(" (")[0] for heading in rows[0]] == [c.label.zh for c in question.columns.values()]
    assert OTHER.key in rows[0].values()


def test_nodes_and_edges_in_words_with_real_dates() -> None:
    workbook = book()
    firms = {row["标识"]: row for row in sheet(workbook, "节点")}
    assert firms[FIRM.key]["企业类型"] == "私营"
    assert firms[FIRM.key]["注册日期"] == "2011-03"
    people = [row for row in firms.values() if row["类型"] == "党员"]
    assert [row["入党日期"] for row in people] == [date(2009, 7, 1)]
    assert firms[OTHER.key]["企业名称"] == "=HYPERLINK(1)"
    spells = [row for row in sheet(workbook, "联系") if row["起点标识"] == MEMBER.id and row["联系类型"] == "工作于"]
    assert [(r["开始日期"], r["结束日期(不含)"]) for r in spells] == [
        (date(2015, 1, 1), date(2018, 1, 1)),
        (date(2020, 6, 1), ""),
    ]


def test_english_workbook_has_no_chinese_headings() -> None:
    workbook = book(language="en")
    assert workbook.sheet_names == ["About", "Rows", "Nodes", "Edges"]
    for name in workbook.sheet_names[1:]:
        for heading in workbook.get_sheet_by_name(name).to_python()[0]:
            assert str(heading).isascii()


def test_a_picture_without_an_answer_tells_its_date() -> None:
    workbook = book(answer=None, at=date(2026, 9, 30), title="晶曜光电周边")
    assert workbook.sheet_names == ["说明", "节点", "联系"]
    said = {str(line[0]): line[1] for line in workbook.get_sheet_by_name("说明").to_python()}
    assert (said["标题"], said["数据截至"]) == ("晶曜光电周边", date(2026, 9, 30))


def test_rows_without_a_picture_still_make_a_workbook() -> None:
    assert book(picture=Picture()).sheet_names == ["说明", "名单"]


def test_a_text_longer_than_a_cell_is_cut_with_a_mark() -> None:
    firms = {row["标识"]: row for row in sheet(book(picture=picture(business_scope="经营" * 20_000)), "节点")}
    assert len(str(firms[FIRM.key]["经营范围"])) == 32_767
    assert str(firms[FIRM.key]["经营范围"]).endswith("…")


def test_a_private_column_of_the_rows_leaves_masked() -> None:
    question = catalog()["path-to-officer"]
    row = dict.fromkeys(question.columns) | {"officer_name": "张三丰", "post": "主任 11010519491231002X"}
    asked = Answer(question.id, date(2026, 9, 30), {"firm": FIRM.key}, (), 1, (row,))
    (cells,) = sheet(book(picture=Picture(), answer=asked), "名单")
    assert "张*" in cells.values()
    assert "主任 110***********002X" in cells.values()
