"""A ledger on its way in, as a clerk takes it there: dropped, recognised, looked at, corrected, loaded, sent back."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from playwright.sync_api import Page, expect

from tests.browser.ledger_pages import WORK, ImportPage
from tests.browser.zone import ALPHA, BETA, FIRMS, GAMMA, Zone
from tests.ledgers import CELLS, ENTERPRISES, MEMBERS, table, whole_graph

NAME = "企业台账2026-10-31.xlsx"
DELTA = "91990000MA0000004N"


def _october(folder: Path, *rows: list[Any], name: str = NAME) -> Path:
    return table(folder / name, ENTERPRISES, list(rows))


def _with(row: list[Any], column: str, value: Any) -> list[Any]:
    return [value if heading == column else cell for heading, cell in zip(ENTERPRISES, row, strict=True)]


@pytest.fixture
def importing(page: Page, zone: Zone) -> ImportPage:
    zone.firms()
    return ImportPage(page, zone.address)


def test_a_ledger_is_looked_at_declined_in_part_loaded_and_its_rejected_rows_come_back(
    importing: ImportPage, zone: Zone
) -> None:
    before = whole_graph(zone.database)
    grown, shrunk = _with(FIRMS[0], "从业人员数量", 65), _with(FIRMS[1], "从业人员数量", 12)
    wrong = _with(FIRMS[2], "从业人员数量", "-3")
    unknown = ["新来的厂", None, 8, "在建", None, None]
    importing.drop(_october(zone.desk, grown, shrunk, wrong, unknown))
    importing.stands(NAME, "待确认")
    expect(importing.taken("台账种类")).to_have_value("非公企业工作台账")
    expect(importing.taken("数据截至")).to_have_value("2026-10-31")
    expect(importing.taken("范围")).to_have_value("测试园区")
    expect(importing.page.locator(".hints")).to_contain_text("取自文件名")
    expect(importing.row("岚川佳科技有限公司", "从业人员数")).to_contain_text(re.compile(r"变更.*50→65"))
    expect(importing.row("新来的厂", "企业")).to_contain_text("新增")
    importing.tab("退回").click()
    expect(importing.rows).to_have_count(1)
    expect(importing.rows).to_contain_text("人数、家数不能小于零")
    expect(importing.rows).to_contain_text("-3")
    assert whole_graph(zone.database) == before, "nothing is written by looking"

    importing.tab("全部变化").click()
    importing.row("岚川佳科技发展有限公司", "从业人员数").get_by_role("checkbox").click()
    expect(importing.page.locator(".summary")).to_contain_text("不采纳 1 行(1 处变化)")
    importing.load(NAME)
    expect(importing.outcome).to_contain_text("4 行中采用 2 行；退回 2 行")
    assert (zone.staff(), zone.staff(BETA), zone.staff(GAMMA)) == (65, 20, 20)

    path = importing.returned(zone.desk)
    sheet = openpyxl.load_workbook(path).active
    assert sheet is not None
    heads, *rows = sheet.iter_rows(values_only=True)
    assert path.name == "企业台账2026-10-31_退回.xlsx"
    assert heads == (*ENTERPRISES, "退回原因 / reason")
    assert [(row[0], row[2], row[-1]) for row in rows] == [
        ("岚川佳科技发展有限公司", 12, "未采纳"),
        ("佳科技(岚川)有限公司", "-3", "从业人员数量：人数、家数不能小于零"),
    ]
    sheet["C3"] = 3
    corrected = zone.desk / "改好的企业台账2026-10-31.xlsx"
    assert sheet.parent is not None
    sheet.parent.save(corrected)
    importing.drop(corrected)
    importing.stands(corrected.name, "待确认")
    importing.show(corrected.name)
    importing.take_as("部分")
    expect(importing.count("退回")).to_have_count(0)
    importing.load(corrected.name)
    assert (zone.staff(), zone.staff(BETA), zone.staff(GAMMA)) == (65, 12, 3)


def test_a_full_ledger_that_would_end_much_asks_first(importing: ImportPage, zone: Zone) -> None:
    importing.drop(_october(zone.desk, _with(FIRMS[0], "从业人员数量", 65)))
    importing.stands(NAME, "待确认")
    question = importing.page.get_by_role("alert").filter(has_text="到此为止")
    expect(question).to_contain_text("会让 4 个对象到此为止")
    expect(importing.page.get_by_role("button", name="导入", exact=True)).to_have_count(0)
    expect(importing.row("岚川佳科技发展有限公司", "结束").first).to_contain_text("未列出")
    importing.take_as("部分")
    expect(question).to_have_count(0, timeout=WORK)
    expect(importing.count("结束")).to_have_count(0)
    importing.take_as("全量")
    expect(question).to_be_visible(timeout=WORK)
    importing.press("核对过了，导入")
    importing.stands(NAME, "已导入")
    assert (zone.staff(), zone.staff(BETA)) == (65, None)


def test_a_heading_nobody_has_seen_is_named_once(importing: ImportPage, zone: Zone) -> None:
    headings = ["企业名称", "统一社会信用代码", "在册用工数"]
    first = table(zone.desk / "花名册2026-10-31.xlsx", headings, [[FIRMS[0][0], ALPHA, 71]])
    importing.drop(first)
    importing.stands(first.name, "不能导入")
    importing.taken("台账种类").click()
    importing.page.get_by_role("option", name="非公企业工作台账").click()
    expect(importing.problem).to_contain_text("非公企业工作台账缺少表头：从业人员数量", timeout=WORK)
    importing.heading("在册用工数").click()
    near = importing.page.get_by_role("option").first
    expect(near).to_have_text(re.compile(r"^在岗职工数 · \d\d%$"))
    near.click()
    importing.stands(first.name, "待确认")
    expect(importing.row("岚川佳科技有限公司", "从业人员数")).to_contain_text("50→71")
    importing.row("岚川佳科技有限公司", "从业人员数").locator(".place").click()
    expect(importing.page.locator(".cells")).to_contain_text(re.compile(r"在册用工数\s*71"))
    expect(importing.page.locator(".cells")).not_to_contain_text("未识别")
    importing.take_as("部分")
    expect(importing.count("结束")).to_have_count(0, timeout=WORK)
    importing.load(first.name)
    assert zone.staff() == 71

    second = table(zone.desk / "花名册2026-11-20.xlsx", headings, [[FIRMS[1][0], BETA, 33]])
    importing.drop(second)
    importing.stands(second.name, "待确认")
    importing.show(second.name)
    expect(importing.row("岚川佳科技发展有限公司", "从业人员数")).to_contain_text("20→33")
    expect(importing.page.locator(".headings")).to_have_count(0)


def test_several_files_and_a_zip_at_once_and_what_is_no_ledger_is_told(importing: ImportPage, zone: Zone) -> None:
    cells = table(zone.desk / "网格2026-09-30.xlsx", CELLS, [["G1", "第一网格", "东片区", "经发局"]])
    packed = zone.desk / "各部门.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.write(cells, cells.name)
        archive.writestr("说明.docx", "not a ledger")
    broken, letter = zone.desk / "坏了的.xlsx", zone.desk / "通知.docx"
    broken.write_bytes(b"PK\x03\x04 no workbook")
    letter.write_bytes(b"a letter")
    october = _october(zone.desk, *(_with(row, "从业人员数量", 99) for row in FIRMS))
    importing.choose([letter, broken, packed, october])
    importing.stands("各部门.zip/网格", "待确认")
    importing.stands("坏了的.xlsx", "不能导入")
    importing.stands(NAME, "待确认")
    told = importing.page.locator(".notice")
    expect(told).to_contain_text(re.compile(r"不是可以导入的文件类型.*通知\.docx.*另存为"))
    expect(told).to_contain_text("压缩包里有 1 个文件不是台账，没有读取：说明.docx")
    importing.press("知道了")
    expect(told).to_be_empty()
    importing.show("坏了的.xlsx")
    expect(importing.problem).to_contain_text("文件打不开，可能已损坏")
    importing.card("坏了的.xlsx").get_by_role("button", name="从列表移除 坏了的.xlsx").click()
    expect(importing.card("坏了的.xlsx")).to_have_count(0)
    importing.press("导入全部 2 个")
    importing.stands("各部门.zip/网格", "已导入")
    importing.stands(NAME, "已导入")
    assert zone.staff(GAMMA) == 99
    importing.press("清掉已完成的")
    expect(importing.page.locator(".introduction")).to_be_visible()


def test_what_only_a_person_knows_is_asked_and_a_load_is_taken_back(importing: ImportPage, zone: Zone) -> None:
    before = whole_graph(zone.database)
    undated = _october(zone.desk, *(_with(row, "从业人员数量", 99) for row in FIRMS), name="企业台账.xlsx")
    importing.drop(undated)
    importing.stands(undated.name, "待补充")
    expect(importing.page.locator(".asking-tells")).to_contain_text("补上标出的各项")
    importing.taken("数据截至").fill("2026-10-31")
    importing.taken("数据截至").press("Enter")
    importing.stands(undated.name, "待确认")
    importing.load(undated.name)
    assert zone.staff() == 99
    importing.press("撤回导入")
    importing.stands(undated.name, "待确认")
    assert whole_graph(zone.database) == before


def test_a_day_picked_in_the_calendar_is_gone_on_with(importing: ImportPage, zone: Zone) -> None:
    undated = _october(zone.desk, *FIRMS, name="企业台账.xlsx")
    importing.drop(undated)
    importing.stands(undated.name, "待补充")
    importing.pick_first_of_month("数据截至")
    importing.stands(undated.name, "待确认")


def test_a_name_that_waits_leads_to_review(importing: ImportPage, zone: Zone) -> None:
    member = ["安某", "990000197505052027", "2001-07-01", "正式党员", "佳科技", None, "第一支部", "B1", None]
    path = table(zone.desk / "党员名册2026-10-31.xlsx", MEMBERS, [member])
    importing.drop(path)
    importing.stands(path.name, "待确认")
    importing.tab("待核对").click()
    expect(importing.tab("待核对")).to_have_attribute("aria-selected", "true")
    expect(importing.row("佳科技")).to_contain_text("岚川佳科技有限公司")
    importing.load(path.name)
    importing.page.get_by_role("link", name="去核对").click()
    expect(importing.page).to_have_url(re.compile(r"/review\?load=[0-9a-f]{16}$"))
    expect(importing.page.get_by_role("heading", name="“佳科技”是哪个企业？")).to_be_visible(timeout=WORK)


def test_in_english_by_keyboard_alone(page: Page, zone: Zone) -> None:
    """Dates, tabs, a row declined, and loading, without a mouse; the file itself comes by the system's own dialog."""
    zone.firms()
    page.context.add_cookies([{"name": "language", "value": "en", "url": zone.address}])
    importing = ImportPage(page, zone.address)
    changed = [_with(FIRMS[0], "从业人员数量", 65), _with(FIRMS[1], "从业人员数量", 12), FIRMS[2]]
    with page.expect_file_chooser() as chooser:
        page.locator("#drop").focus()
        page.keyboard.press("Enter")
    chooser.value.set_files(_october(zone.desk, *changed))
    importing.stands(NAME, "To confirm")
    importing.tab("Changed").focus()
    page.keyboard.press("Enter")
    expect(importing.tab("Changed")).to_have_attribute("aria-selected", "true")
    expect(importing.rows).to_have_count(2)
    box = importing.row("岚川佳科技发展有限公司", "Staff").get_by_role("checkbox", name="Decline 台账 3")
    box.focus()
    page.keyboard.press("Space")
    expect(page.locator(".summary")).to_have_text("Rows that go in: 2; declined: 1 (changes: 1)")
    page.get_by_role("button", name="Load", exact=True).focus()
    page.keyboard.press("Enter")
    importing.stands(NAME, "Loaded")
    expect(importing.outcome).to_contain_text("Loaded: 2 of 3 rows are in use; rejected: 1")
    assert (zone.staff(), zone.staff(BETA)) == (65, 20)
