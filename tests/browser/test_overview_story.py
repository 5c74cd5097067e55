"""The overview as a secretary reads it in the morning: counts for a day, each followed to what it counts."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from graph.connection import Database
from graph.errors import DatabaseError
from graph.text import Text
from tests.browser.explorer import READY
from tests.browser.watching import Watched
from tests.browser.zone import Zone

WHOLE = 120_000
"""In a fresh database each question is planned while the page waits."""


class Overview:
    """One open overview."""

    def __init__(self, page: Page, address: str, link: str = "") -> None:
        self.page = page
        page.goto(f"{address}/overview{link}")
        self.whole()

    def whole(self) -> None:
        """Wait until every part is there."""
        expect(self.page.locator(".part")).to_have_count(8)
        expect(self.page.locator("[data-waiting]")).to_have_count(0, timeout=WHOLE)

    def hole(self, kind: str) -> Locator:
        return self.page.locator(f"[data-kind={kind}]")

    def part(self, name: str) -> Locator:
        return self.page.get_by_role("region", name=name, exact=True)

    def follow(self, link: Locator) -> str:
        """Go where a number leads; what the explorer then says of its rows."""
        link.click()
        expect(self.page.locator("#canvas")).to_have_attribute("data-answered", re.compile(r"\d+"), timeout=READY)
        return self.page.locator("#total").inner_text()


def test_counts_of_the_newest_day_lead_to_exactly_what_they_count(page: Page, address: str) -> None:
    overview = Overview(page, address)
    expect(page.locator("#overview-date")).to_have_value("2026-10-31")
    expect(page).to_have_url(re.compile(r"/overview\?at=2026-10-31$"))
    assert page.get_by_role("navigation").get_by_role("link").first.inner_text() == "总览"
    expect(overview.hole("unreached")).to_have_text(re.compile(r"14\s*无挂点干部"))
    assert overview.follow(overview.hole("unreached")) == "共 14 条，显示 14 条"
    assert page.evaluate("cy.nodes('[type = \"Enterprise\"]').length") == 14
    page.go_back()
    overview.whole()
    assert overview.follow(page.get_by_role("link", name="应建组建率 未达到 2", exact=True)) == "共 2 条，显示 2 条"
    expect(page.locator("#question")).to_have_value("覆盖率名单")
    page.go_back()
    overview.whole()
    worst = overview.part("各片区组织覆盖").locator("tbody tr").first
    number = worst.locator("td").nth(2).inner_text()
    assert overview.follow(worst.locator("td").nth(2).get_by_role("link")).startswith(f"共 {number} 条")


def test_what_changed_and_how_fresh_the_ledgers_are(page: Page, address: str) -> None:
    overview = Overview(page, address)
    ledgers = overview.part("台账新旧")
    expect(ledgers.locator(".ledger.overdue")).to_have_text(re.compile(r"工商登记名录\s*2026-04-30\s*184 天前\s*过期"))
    expect(ledgers.get_by_role("link", name="查看导入记录")).to_have_attribute("href", "/loads")
    changed = overview.part("与上月相比的变化")
    expect(changed).to_contain_text("自 2026-09-30 以来")
    number = changed.locator("li").filter(has_text="企业经营").get_by_role("link")
    assert overview.follow(number) == "共 4 条，显示 4 条"
    expect(page.locator("#question")).to_have_value("变化清单")


def test_another_day_stands_in_the_address_and_its_link_opens_it(page: Page, address: str) -> None:
    overview = Overview(page, address)
    expect(overview.hole("members_uncovered").locator(".chip-count")).to_have_text("5")
    page.locator("#overview-date").click()
    page.get_by_role("option", name="2026-09-30", exact=True).click()
    expect(page).to_have_url(re.compile(r"/overview\?at=2026-09-30$"))
    overview.whole()
    expect(overview.hole("members_uncovered").locator(".chip-count")).to_have_text("0")
    expect(page.locator("#overview-date")).to_have_value("2026-09-30")


def test_in_english_and_dark(page: Page, address: str) -> None:
    overview = Overview(page, address, "?at=2026-10-31")
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("heading", name="The zone at a glance")).to_be_visible(timeout=READY)
    overview.whole()
    said = page.locator("main").inner_text()
    assert not re.search(r"[\u4e00-\u9fff]", re.sub(r"\S+(?:片区|网格)", "", said)), "only names stay Chinese"
    page.locator("#theme-switch").click()
    expect(page.locator("html")).to_have_attribute("data-mantine-color-scheme", "dark")
    assert overview.follow(page.get_by_role("link", name="Organisation coverage: reached 126")) == "126 of 126 shown"


def test_on_a_phone_nothing_is_cut_off(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    Overview(page, address)
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    cut = "[...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > 390).length"
    assert page.evaluate(cut) == 0


def gone(*_: object, **__: object) -> None:
    raise DatabaseError(Text("连接不上数据库", "the database cannot be reached"), Text("请启动它", "start it"))


def test_a_database_that_is_gone_and_comes_back(
    page: Page, address: str, demo_zone: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(Database, "read", gone)
        page.goto(f"{address}/overview")
        expect(page.get_by_role("alert")).to_contain_text("连接不上数据库", timeout=READY)
        expect(page.get_by_role("alert")).to_contain_text("请启动它")
        expect(page.locator(".overview-parts")).to_be_hidden()
    page.get_by_role("button", name="重试").first.click()
    expect(page.locator("[data-kind=unreached] .chip-count")).to_have_text("14", timeout=WHOLE)
    expect(page.get_by_role("alert")).to_have_count(0)


def test_a_wrong_day_is_told(page: Page, address: str) -> None:
    page.goto(f"{address}/overview?at=2026-13-01")
    expect(page.get_by_role("alert")).to_contain_text("“2026-13-01”不是日期", timeout=READY)


def test_a_server_that_does_not_answer(
    page: Page, address: str, demo_zone: Database, monkeypatch: pytest.MonkeyPatch, watched: Watched
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(Database, "read", gone)
        page.goto(f"{address}/overview")
        expect(page.get_by_role("alert")).to_contain_text("连接不上数据库", timeout=READY)
    page.context.set_offline(True)
    page.get_by_role("button", name="重试").first.click()
    expect(page.locator("#no-answer")).to_be_visible(timeout=READY)
    page.context.set_offline(False)
    expect(page.locator("#no-answer")).to_be_hidden(timeout=READY)
    expect(page.get_by_role("region", name="覆盖率", exact=True)).to_contain_text("22.3%", timeout=WHOLE)
    watched.errors.clear()


def test_an_empty_graph_leads_to_the_import(page: Page, zone: Zone) -> None:
    page.goto(f"{zone.address}/overview")
    told = page.get_by_role("status").filter(has_text="数据库里还没有台账")
    expect(told).to_be_visible(timeout=READY)
    expect(page.locator(".overview-parts")).to_be_hidden()
    told.get_by_role("link", name="台账导入").click()
    expect(page.get_by_role("heading", name="从台账到图谱，先看后导")).to_be_visible(timeout=READY)


def test_a_small_zone_without_areas_says_so(page: Page, zone: Zone) -> None:
    zone.firms()
    overview = Overview(page, zone.address)
    expect(overview.hole("unreached").locator(".chip-count")).to_have_text("3")
    expect(overview.part("各片区组织覆盖").locator("tbody tr")).to_contain_text(["不在片区"])
