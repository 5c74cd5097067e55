"""The loads: one is found, and taken back after a question; the graph is as if it had never been."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from loaders import apply
from loaders.by_hand import value_by_hand
from tests.browser.ledger_pages import WORK, LoadsPage
from tests.browser.zone import ALPHA, FIRMS, OCTOBER, SCOPE, Zone
from tests.ledgers import ENTERPRISES, table, whole_graph

NAME = "企业台账2026-10-31.xlsx"


def _october(zone: Zone) -> str:
    grown = [[*row[:2], 99, *row[3:]] for row in FIRMS]
    return zone.load(table(zone.desk / NAME, ENTERPRISES, grown), OCTOBER, full=True)


def test_a_load_is_found_and_taken_back_once_the_person_says_yes(page: Page, zone: Zone) -> None:
    zone.firms()
    before = whole_graph(zone.database)
    _october(zone)
    assert zone.staff() == 99
    loads = LoadsPage(page, zone.address)
    expect(loads.rows).to_have_count(2)
    loads.find("没有这样的")
    expect(page.get_by_role("status")).to_contain_text("没有符合的批次")
    loads.press("看全部批次")
    expect(loads.rows).to_have_count(2)
    loads.find("非公企业 2026-10")
    expect(loads.rows).to_have_count(1)
    expect(loads.rows).to_contain_text(
        re.compile(rf"2026-10-31\s*非公企业工作台账\s*测试园区\s*全量\s*{NAME}\s*3\s*0\s*0")
    )

    loads.press(f"撤回导入 {NAME}")
    expect(page.get_by_role("alert")).to_contain_text("取出它的 3 行？")
    loads.press("取消")
    expect(page.get_by_role("alert").filter(has_text="取出")).to_have_count(0)
    assert zone.staff() == 99
    loads.press(f"撤回导入 {NAME}")
    loads.press("确认撤回")
    expect(loads.outcome).to_contain_text(f"已撤回 {NAME}：取出 3 行，图谱 3 处变化", timeout=WORK)
    assert whole_graph(zone.database) == before
    loads.find("")
    expect(loads.rows).to_have_count(1)


def test_what_is_loaded_by_hand_stands_there_in_the_language_of_the_page(page: Page, zone: Zone) -> None:
    zone.firms()
    apply.load(zone.database, value_by_hand(zone.database, ("Enterprise", ALPHA), "staff", "61", OCTOBER, SCOPE))
    page.context.add_cookies([{"name": "language", "value": "en", "url": zone.address}])
    loads = LoadsPage(page, zone.address)
    expect(loads.row("Stated by hand")).to_have_count(1)
    expect(page.locator("table")).not_to_contain_text("手工")
    loads.press("Unload Stated by hand")
    loads.press("Yes, unload")
    expect(loads.outcome).to_contain_text("Took Stated by hand back. Rows: 1; changes in the graph: 1", timeout=WORK)
    assert zone.staff() == 50


def test_a_load_that_somebody_else_has_taken_back(page: Page, zone: Zone) -> None:
    zone.firms()
    october = _october(zone)
    loads = LoadsPage(page, zone.address)
    loads.press(f"撤回导入 {NAME}")
    apply.unload(zone.database, october)
    loads.press("确认撤回")
    expect(loads.problem).to_contain_text(f"没有批次 {october}", timeout=WORK)
    loads.press("知道了")
    expect(loads.problem).to_have_count(0)
    expect(loads.rows).to_have_count(1)


def test_nothing_loaded_leads_to_the_import(page: Page, zone: Zone) -> None:
    LoadsPage(page, zone.address)
    told = page.get_by_role("status").filter(has_text="还没有导入过台账")
    told.get_by_role("link", name="台账导入").click()
    expect(page.get_by_role("heading", name="从台账到图谱，先看后导")).to_be_visible(timeout=WORK)
