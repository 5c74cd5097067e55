"""Saved views: a planner keeps what was arranged, a colleague opens the link, and is told what changed meanwhile."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.browser.explorer import Explorer
from tests.browser.zone import ALPHA, BETA, FIRMS, GAMMA, OCTOBER, SEPTEMBER, Zone
from tests.ledgers import CELLS, ENTERPRISES, table

NEWCOMER = "91990000MA0000004L"
LINK = "?q=unreached&at=2026-09-30"


def firm(code: str) -> str:
    return f"Enterprise:{code}"


def load(zone: Zone) -> None:
    cells = [["G1", "一号网格", "东片区", "甲局"], ["G2", "二号网格", "西片区", "乙局"]]
    zone.load(table(zone.desk / "网格2026-09-30.xlsx", CELLS, cells), SEPTEMBER)
    zone.firms()


def test_a_view_opens_elsewhere_as_it_was_and_says_what_changed_since(page: Page, zone: Zone, colleague: Page) -> None:
    load(zone)
    explorer = Explorer(page, zone.address, LINK)
    assert set(explorer.nodes("Enterprise")) == {firm(ALPHA), firm(BETA), firm(GAMMA)}
    explorer.does(lambda: explorer.drag(firm(ALPHA)))
    explorer.tap(firm(BETA))
    page.locator(".note-of summary").click()
    page.get_by_label("备注", exact=True).fill("下周去看")
    explorer.does(page.get_by_role("button", name="写上").click)
    page.locator("#filters").click()
    page.get_by_label("名称含有").fill("岚川佳")
    explorer.does(page.get_by_role("button", name="应用").last.click)
    page.keyboard.press("Escape")
    explorer.save_view("九月走访")
    expect(page).to_have_url(re.compile(r"\?saved=[^&]+(&node=.*)?$"))
    placed, drawn = explorer.positions(), set(explorer.nodes())
    assert firm(GAMMA) not in drawn

    link = page.evaluate("location.search")
    other = Explorer(colleague, zone.address, link)
    assert other.positions() == placed
    assert set(other.nodes()) == drawn
    expect(colleague.locator(".filter-chip")).to_contain_text("岚川佳")
    other.tap(firm(BETA))
    expect(other.inspector.get_by_label("备注", exact=True)).to_have_value("下周去看")
    expect(colleague.locator("#since")).to_contain_text(re.compile(r"视图“九月走访” · 2026-09-30.*没有变化"))
    expect(colleague.locator("#date")).to_have_value("2026-09-30")

    firms = [["岚川佳新材料有限公司", NEWCOMER, 30, "正常经营", "四号路4号", "G1"]]
    zone.load(table(zone.desk / "企业台账补报.xlsx", ENTERPRISES, firms), SEPTEMBER)
    colleague.locator("#views").click()
    other.does(colleague.locator(".view-open").click)
    since = colleague.locator("#since")
    expect(since).to_contain_text(re.compile(r"与 \d{4}-\d\d-\d\d 保存时相比：新增 1 条，少了 0 条"))
    after = other.positions()
    assert all(after[i] == place for i, place in placed.items() if i in after)
    since.get_by_role("button", name="选中新增的").click()
    assert colleague.evaluate("liangxin.selected()") == [firm(NEWCOMER)]
    other.does(lambda: colleague.locator("#undo").click())
    expect(since).to_contain_text("没有变化")
    assert other.positions() == placed


def test_a_name_that_is_taken_is_asked_about_and_a_view_can_be_deleted(page: Page, zone: Zone) -> None:
    load(zone)
    zone.load(table(zone.desk / "企业台账.xlsx", ENTERPRISES, FIRMS[:1]), OCTOBER)
    explorer = Explorer(page, zone.address, LINK)
    page.locator("#views").click()
    expect(page.locator("#views-list")).to_contain_text("还没有保存过视图")
    page.keyboard.press("Escape")
    explorer.save_view("走访")
    explorer.choose_date("2026-10-31")
    explorer.run()
    expect(page).to_have_url(re.compile(r"\?q=unreached&at=2026-10-31"))
    page.locator("#views").click()
    expect(page.locator(".view-line")).to_contain_text("2026-09-30")
    page.get_by_label("把现在的图存为").fill("走访")
    page.get_by_role("button", name="保存", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("已经有名为“走访”的视图")
    explorer.does(page.get_by_role("button", name="替换它").click)
    expect(page.locator(".view-line")).to_contain_text("无挂点干部 · 2026-10-31")
    page.get_by_label("删除视图“走访”").click()
    explorer.does(page.get_by_role("button", name="确认删除").click)
    expect(page.locator("#views-list")).to_contain_text("还没有保存过视图")
    expect(page).to_have_url(re.compile(r"\?q=unreached&at=2026-10-31"))


def test_cells_opened_by_hand_come_back_with_their_shares_as_they_are_now(
    page: Page, zone: Zone, colleague: Page
) -> None:
    load(zone)
    explorer = Explorer(page, zone.address, "?at=2026-09-30")
    area = next(i for i in explorer.nodes("Area") if explorer.caption(i) == "东片区")
    explorer.does(lambda: page.evaluate("id => void cy.getElementById(id).emit('dbltap')", area))
    shares = "cy.nodes('[type = \"GridCell\"]').map(n => [n.id(), n.data('share')])"
    assert page.evaluate(shares) == [["GridCell:G1", [0, 3]]]
    explorer.save_view("东片区")
    link = page.evaluate("location.search")
    Explorer(colleague, zone.address, link)
    assert colleague.evaluate(shares) == [["GridCell:G1", [0, 3]]]
    firms = [["岚川佳新材料有限公司", NEWCOMER, 30, "正常经营", "四号路4号", "G1"]]
    zone.load(table(zone.desk / "企业台账补报.xlsx", ENTERPRISES, firms), SEPTEMBER)
    again = Explorer(colleague.context.new_page(), zone.address, link)
    assert again.page.evaluate(shares) == [["GridCell:G1", [0, 4]]]


def test_a_tab_whose_view_was_replaced_meanwhile_says_so_and_keeps_what_it_shows(
    page: Page, zone: Zone, colleague: Page
) -> None:
    load(zone)
    explorer = Explorer(page, zone.address, LINK)
    explorer.save_view("走访")
    other = Explorer(colleague, zone.address, page.evaluate("location.search"))
    other.does(lambda: other.drag(firm(ALPHA)))
    placed = other.positions()
    colleague.locator("#views").click()
    colleague.get_by_label("把现在的图存为").fill("走访")
    colleague.get_by_role("button", name="保存", exact=True).click()
    other.does(colleague.get_by_role("button", name="替换它").click)
    before = explorer.positions()
    assert before != placed
    page.reload()
    explorer.drawn()
    since = page.locator("#since")
    expect(since).to_contain_text(re.compile(r"已于 \d{4}-\d\d-\d\d \d\d:\d\d 被新存的同名视图替换"))
    assert explorer.positions() == before
    page.locator("#views").click()
    explorer.does(page.locator(".view-open").click)
    assert explorer.positions() == placed
    expect(since).not_to_contain_text("替换")
    colleague.reload()
    other.drawn()
    expect(colleague.locator("#since")).not_to_contain_text("替换")


def test_a_view_that_is_not_there_is_told_with_the_next_step(page: Page, zone: Zone) -> None:
    load(zone)
    explorer = Explorer(page, zone.address, "?saved=没有这个")
    state = page.locator("#state")
    expect(state).to_contain_text("没有名为“没有这个”的视图")
    expect(state).to_contain_text("点工具栏“视图”看看有哪些")
    page.get_by_role("button", name="知道了").click()
    page.locator("#views").click()
    page.get_by_label("把现在的图存为").fill("空")
    explorer.does(page.get_by_role("button", name="保存", exact=True).click)
    expect(state).to_contain_text("图上还没有内容")
