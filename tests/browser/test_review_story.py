"""Who is meant, which rows came back, and which of two ledgers is right: decided by a person, and taken back."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from graph.connection import Database
from graph.errors import DatabaseError
from graph.text import Text
from loaders import apply
from loaders.by_hand import value_by_hand
from tests.browser.ledger_pages import WORK, ImportPage, ReviewPage
from tests.browser.zone import ALPHA, FIRMS, GAMMA, OCTOBER, SCOPE, SEPTEMBER, Zone
from tests.ledgers import ENTERPRISES, MEMBERS, table, text_table, whole_graph

FIRM = "岚川佳科技有限公司"
REGISTRY = ["企业名称", "统一社会信用代码", "注册日期", "企业类型", "注册地址"]


def _members(folder: Path, name: str) -> Path:
    rows = [["安某", "990000197505052027", "2001-07-01", "正式党员", "佳科技", None, "第一支部", "B1", None]]
    return table(folder / name, MEMBERS, rows)


def _works_at(zone: Zone) -> list[str]:
    found = zone.database.read("MATCH (:Member)-[w:WORKS_AT]->(e) WHERE w.until > date() RETURN e.key AS key")
    return [row["key"] for row in found]


def test_a_name_of_three_firms_waits_is_decided_serves_later_ledgers_and_is_taken_back(page: Page, zone: Zone) -> None:
    zone.firms()
    zone.load(_members(zone.desk, "党员名册2026-09-30.xlsx"), SEPTEMBER)
    assert _works_at(zone) == []
    review = ReviewPage(page, zone.address)
    expect(page.get_by_role("heading", name="“佳科技”是哪个企业？")).to_be_visible(timeout=WORK)
    expect(review.count("名称待核对")).to_have_text("1")
    place = page.locator(".place-card")
    expect(place).to_contain_text("党员名册2026-09-30.xlsx")
    expect(place).to_contain_text(re.compile(r"入党日期\s*2001-07-01"))
    expect(place).not_to_contain_text("990000197505052027")
    for name in (FIRM, "岚川佳科技发展有限公司", "佳科技(岚川)有限公司"):
        expect(review.candidate(name)).to_contain_text(re.compile(r"\d+%"))
    decide = page.locator("#decide")
    expect(decide).to_be_disabled()
    review.candidate(FIRM).click()
    expect(page.locator(".decide .note")).to_have_text(f"“佳科技”指 {FIRM}")
    decide.click()
    expect(review.decided.first).to_contain_text(f"“佳科技”指 {FIRM}", timeout=WORK)
    expect(review.decided.first).to_contain_text("安*")
    expect(review.count("名称待核对")).to_have_text("0")
    assert _works_at(zone) == [ALPHA]

    later = _members(zone.desk, "党员名册2026-10-31.xlsx")
    importing = ImportPage(page, zone.address)
    importing.drop(later)
    importing.stands(later.name, "待确认")
    expect(importing.count("待核对")).to_have_count(0)
    expect(page.locator(".summary")).to_have_text("采用 1 行")
    importing.load(later.name)

    review = ReviewPage(page, zone.address)
    review.take_back()
    expect(review.count("名称待核对")).to_have_text("1", timeout=WORK)
    expect(page.locator(".name-card")).to_contain_text("2 行")
    assert _works_at(zone) == []


def test_another_firm_is_searched_for_or_it_is_none_of_them(page: Page, zone: Zone) -> None:
    zone.firms()
    other = ["远山机械有限公司", "91990000MA0000004N", 7, "正常经营", "四号路4号", "G1"]
    zone.load(table(zone.desk / "又一家2026-09-30.xlsx", ENTERPRISES, [other]), SEPTEMBER)
    zone.load(_members(zone.desk, "党员名册2026-09-30.xlsx"), SEPTEMBER)
    review = ReviewPage(page, zone.address)
    search = page.get_by_role("combobox", name="另一个：", exact=True)
    search.press_sequentially("ysjx", delay=30)
    page.get_by_role("option", name=other[0]).click(timeout=WORK)
    expect(review.candidate(other[0])).to_have_attribute("aria-checked", "true")
    page.get_by_role("radio", name="所有台账").click()
    page.locator("#decide").click()
    expect(review.decided.first).to_contain_text("“佳科技”指 远山机械有限公司(所有台账)", timeout=WORK)
    assert _works_at(zone) == [other[1]]
    review.take_back()
    page.get_by_role("radio", name="都不是，是新的一个").click()
    page.locator("#decide").click()
    expect(review.decided.first).to_contain_text("“佳科技”是另外一个", timeout=WORK)
    assert _works_at(zone) == ["佳科技"]


def test_two_that_differ_are_shown_and_an_authority_decides(page: Page, zone: Zone) -> None:
    survey = [[*row, "外商"] for row in FIRMS]
    zone.load(table(zone.desk / "企业台账2026-09-30.xlsx", [*ENTERPRISES, "企业类型"], survey), SEPTEMBER, full=True)
    register = [[FIRM, ALPHA, "2013-01-02", "私营", "某路"]]
    zone.load(text_table(zone.desk / "登记名录2026-09-30.csv", REGISTRY, register), SEPTEMBER)
    apply.load(zone.database, value_by_hand(zone.database, ("Enterprise", ALPHA), "staff", "61", SEPTEMBER, SCOPE))
    assert zone.staff() == 61
    before = whole_graph(zone.database)

    review = ReviewPage(page, zone.address)
    review.tab("说法不一").click()
    expect(review.count("说法不一")).to_have_text("2")
    ownership = page.locator(".conflict-field").filter(has_text="企业类型")
    expect(ownership.locator("tbody")).to_contain_text(
        re.compile("外商投资.*企业台账2026-09-30.*私营.*登记名录2026-09-30")
    )
    staff = page.locator(".conflict-field").filter(has_text="从业人员数")
    expect(staff.locator("tbody")).to_contain_text(re.compile(r"61\s*手工录入.*50\s*非公企业工作台账"))
    expect(staff).to_contain_text("按默认次序")
    staff.get_by_role("button", name="以非公企业工作台账为准").click()
    expect(review.decided.first).to_contain_text("以非公企业工作台账为准", timeout=WORK)
    expect(review.decided.first).to_contain_text("61 → 50")
    expect(staff.locator("tbody")).to_contain_text(re.compile(r"50\s*非公企业工作台账.*61\s*手工录入.*已设定以它为准"))
    assert zone.staff() == 50
    review.take_back()
    expect(staff).to_contain_text("按默认次序", timeout=WORK)
    assert whole_graph(zone.database) == before


def test_rejected_rows_are_listed_with_place_and_reason(page: Page, zone: Zone) -> None:
    wrong = [[*FIRMS[2][:2], "-3", *FIRMS[2][3:]]]
    load = zone.load(table(zone.desk / "有错的2026-10-31.xlsx", ENTERPRISES, wrong), OCTOBER)
    review = ReviewPage(page, zone.address, f"?load={load}&part=rejected")
    expect(review.rows).to_contain_text(
        re.compile(r"有错的2026-10-31\.xlsx\s*台账 2\s*从业人员数量\s*-3\s*人数、家数不能小于零"), timeout=WORK
    )
    review.press("看全部批次")
    expect(page.locator(".of-load")).to_have_count(0)
    review.tab("说法不一").click()
    expect(page.get_by_role("status")).to_contain_text("各台账说法一致")
    assert zone.staff(GAMMA) is None


def test_a_database_that_is_gone_is_told_and_asked_again(
    page: Page, zone: Zone, monkeypatch: pytest.MonkeyPatch
) -> None:
    zone.firms()

    def gone(*_: object, **__: object) -> None:
        raise DatabaseError(Text("连接不上数据库", "the database cannot be reached"), Text("请启动它", "start it"))

    with monkeypatch.context() as patched:
        patched.setattr(Database, "read", gone)
        review = ReviewPage(page, zone.address)
        expect(review.problem).to_contain_text("连接不上数据库")
        expect(review.problem).to_contain_text("请启动它")
    review.press("重试")
    expect(page.get_by_role("status")).to_contain_text("没有待核对的名称", timeout=WORK)
    expect(review.problem).to_have_count(0)
