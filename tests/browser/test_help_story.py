"""A first visit and the keyboard: the tour shows itself once, the help sheet lists what keys do, and they do it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from app.shortcuts import EVERYWHERE, EXPLORER
from tests.browser.conftest import OFFICE_SCREEN
from tests.browser.explorer import READY, Explorer
from tests.browser.test_overview_story import Overview


@pytest.fixture
def newcomer(browser: Browser) -> Iterator[Page]:
    """A browser that has never been here."""
    context = browser.new_context(viewport=OFFICE_SCREEN, locale="zh-CN")
    yield context.new_page()
    context.close()


def test_the_tour_shows_itself_once(newcomer: Page, address: str) -> None:
    Explorer(newcomer, address, "")
    tour = newcomer.get_by_role("dialog", name="快速导览")
    expect(tour).to_contain_text("找一家企业")
    for title in ("问一个问题", "看空白点", "读懂这张图", "问为什么"):
        newcomer.get_by_role("button", name="下一步", exact=True).click()
        expect(tour.get_by_role("heading")).to_have_text(title)
    newcomer.get_by_role("button", name="上一步").click()
    expect(tour.get_by_role("heading")).to_have_text("读懂这张图")
    newcomer.get_by_role("button", name="跳过，不再显示").click()
    expect(tour).to_have_count(0)
    newcomer.goto(address)
    Explorer(newcomer, address, "")
    expect(tour).to_have_count(0)


def test_the_tour_is_not_in_the_way_of_a_link(newcomer: Page, address: str) -> None:
    Explorer(newcomer, address)
    expect(newcomer.locator("#tour")).to_be_hidden()


def test_escape_ends_the_tour_and_the_help_sheet_brings_it_back(newcomer: Page, address: str) -> None:
    Explorer(newcomer, address, "")
    expect(newcomer.locator("#tour")).to_be_visible()
    newcomer.keyboard.press("Escape")
    expect(newcomer.locator("#tour")).to_be_hidden()
    Overview(newcomer, address)
    newcomer.get_by_role("button", name="帮助", exact=True).click()
    newcomer.get_by_role("button", name="再看一遍导览").click()
    expect(newcomer.locator("#tour")).to_be_visible(timeout=READY)


def test_the_help_sheet_lists_every_shortcut_and_keeps_the_focus(page: Page, address: str) -> None:
    Explorer(page, address)
    page.keyboard.press("?")
    sheet = page.get_by_role("dialog", name="帮助")
    expect(sheet).to_be_visible()
    expect(sheet.locator(".keys dt")).to_have_count(len(EVERYWHERE) + len(EXPLORER))
    expect(sheet).to_contain_text("撤回操作")
    inside = "document.activeElement === document.body || !!document.activeElement.closest('#help')"
    for _ in range(8):
        page.keyboard.press("Tab")
        assert page.evaluate(inside)
    page.keyboard.press("Escape")
    expect(sheet).to_have_count(0)


def test_keys_do_what_the_sheet_says(page: Page, address: str) -> None:
    explorer = Explorer(page, address)
    page.keyboard.press("l")
    expect(page.locator("#labels")).to_have_attribute("aria-pressed", "true")
    zoom = page.evaluate("cy.zoom()")
    page.keyboard.press("+")
    assert page.evaluate("cy.zoom()") == pytest.approx(zoom * 1.25)
    page.keyboard.press("0")
    assert page.evaluate("cy.zoom()") == pytest.approx(zoom)
    page.keyboard.press("t")
    expect(page.locator("#fold-table")).to_have_attribute("aria-expanded", "false")
    node = explorer.nodes()[0]
    page.evaluate("id => liangxin.choose([id])", node)
    explorer.does(lambda: page.keyboard.press("p"))
    assert page.evaluate("id => !!cy.getElementById(id).data('pinned')", node)
    explorer.does(lambda: page.keyboard.press("h"))
    assert node not in explorer.nodes()
    explorer.does(lambda: page.keyboard.press("Control+z"))
    assert node in explorer.nodes()
    explorer.does(lambda: page.keyboard.press("Control+Shift+z"))
    assert node not in explorer.nodes()
    page.keyboard.press("/")
    expect(page.locator("#search")).to_be_focused()
    page.keyboard.press("l")
    expect(page.locator("#search")).to_have_value("l")
    expect(page.locator("#labels")).to_have_attribute("aria-pressed", "true")


def test_single_keys_can_be_turned_off_and_numbers_lead_to_pages(page: Page, address: str) -> None:
    Explorer(page, address)
    page.get_by_role("button", name="帮助", exact=True).click()
    page.get_by_role("switch", name="单键快捷键").click()
    page.get_by_role("button", name="关闭", exact=True).click()
    page.keyboard.press("l")
    expect(page.locator("#labels")).not_to_have_attribute("aria-pressed", "true")
    page.get_by_role("button", name="帮助", exact=True).click()
    page.get_by_role("switch", name="单键快捷键").click()
    page.keyboard.press("Escape")
    page.keyboard.press("1")
    expect(page).to_have_url(re.compile("/overview"), timeout=READY)
