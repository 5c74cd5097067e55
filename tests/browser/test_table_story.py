"""The table's own filters: they leave rows out and say so; picture and selection stay."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.explorer import Explorer
from tests.browser.keyboard import Keyboard


@pytest.fixture
def explorer(page: Page, address: str) -> Explorer:
    return Explorer(page, address)


def column(page: Page, name: str) -> Locator:
    return page.get_by_label(f"{name} 按此列筛选")


def test_the_tables_filters_say_what_they_leave_and_change_nothing_else(explorer: Explorer) -> None:
    page = explorer.page
    page.locator("#view-nodes").click()
    expect(page.get_by_role("columnheader", name="编号")).to_be_visible()
    drawn, placed = set(explorer.nodes()), explorer.positions()
    branches, firms = len(explorer.nodes("Branch")), len(explorer.nodes("Enterprise"))
    explorer.rows.filter(has_text="党组织").first.click()
    chosen = explorer.chosen(1)
    left = page.locator("#table-left")
    expect(left).to_be_empty()

    column(page, "类型").fill("企业")
    expect(left).to_have_text(f"表中 {branches + firms} 条，筛选后 {firms} 条")
    expect(page.locator("#total")).to_have_text(re.compile(r"共 \d+ 条，显示 \d+ 条"))
    expect(explorer.rows).to_have_count(firms)
    assert set(explorer.nodes()) == drawn
    assert explorer.positions() == placed
    assert explorer.selected() == chosen

    # a number, by another way to filter; both at once
    page.locator(".ag-floating-filter-button-button").nth(2).click()
    menu = page.locator(".ag-filter")
    menu.locator(".ag-picker-field-wrapper").click()
    page.get_by_role("option", name="不少于").click()
    menu.get_by_role("spinbutton").or_(menu.locator("input[type=number]")).first.fill("99")
    expect(left).to_have_text(f"表中 {branches + firms} 条，筛选后 0 条")
    expect(page.locator("#table")).to_contain_text("没有符合的行")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="取消筛选").click()
    expect(left).to_be_empty()
    expect(page.get_by_role("button", name="取消筛选")).to_have_count(0)
    assert explorer.selected() == chosen

    # other columns have filters of their own
    column(page, "名称").fill("岚川")
    expect(left).to_have_text(re.compile("筛选后"))
    page.locator("#view-answer").click()
    expect(left).to_be_empty()


def test_a_row_is_selected_where_its_node_is_and_not_because_it_was_once(explorer: Explorer) -> None:
    page = explorer.page
    selected = page.locator("#table .ag-center-cols-container .ag-row-selected")
    page.locator("#view-nodes").click()
    row = explorer.rows.filter(has_text="党组织").first
    row.click()
    (branch,) = explorer.chosen(1)
    page.locator("#view-answer").click()
    page.keyboard.press("Escape")
    explorer.chosen(0)
    page.locator("#view-nodes").click()
    expect(row).to_be_visible()
    expect(selected).to_have_count(0)
    row.click()
    assert explorer.chosen(1) == {branch}
    expect(selected).to_have_count(1)

    # the rows arrive anew with each action: what is selected stays so
    other = next(i for i in explorer.nodes("Branch") if i != branch)
    explorer.does(lambda: page.evaluate("node => liangxin.act({ name: 'hide', nodes: [node] })", other))
    assert explorer.chosen(1) == {branch}
    expect(selected).to_have_count(1)


def test_the_tables_filters_are_reached_by_keyboard_and_all_is_what_is_left(explorer: Explorer) -> None:
    page = explorer.page
    keys = Keyboard(page)
    keys.to(page.locator("#view-nodes"))
    keys.press("Enter")
    keys.to(page.get_by_role("columnheader", name="类型"))
    keys.press("ArrowDown", "Enter")
    expect(column(page, "类型")).to_be_focused()
    keys.type("企业")
    expect(page.locator("#table-left")).to_have_text(re.compile(r"表中 \d+ 条，筛选后 \d+ 条"))
    keys.press("Escape", "ArrowDown")
    keys.press("Control+a")
    expect(page.locator("#inspector .card-title")).to_be_visible()
    assert explorer.selected() == set(explorer.nodes("Enterprise"))
    keys.to(page.get_by_role("button", name="取消筛选"), "Shift+Tab")
    keys.press("Enter")
    expect(page.locator("#table-left")).to_be_empty()


def test_the_tables_filters_speak_english(page: Page, address: str) -> None:
    page.context.add_cookies([{"name": "language", "value": "en", "url": address}])
    explorer = Explorer(page, address)
    page.locator("#view-nodes").click()
    rows = len(explorer.nodes())
    page.get_by_label("Type Filter this column").fill("Enterprise")
    firms = len(explorer.nodes("Enterprise"))
    expect(page.locator("#table-left")).to_have_text(f"{firms} of {rows} table rows pass the filters")
    page.locator(".ag-floating-filter-button-button").first.click()
    page.locator(".ag-filter .ag-picker-field-wrapper").click()
    said = page.get_by_role("option").all_inner_texts()
    assert said == ["Contains", "Does not contain", "Equals", "Begins with", "Is empty", "Is not empty"]
