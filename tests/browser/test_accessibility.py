"""axe finds nothing on any page, in Chinese and light or in English and dark. A new page is one more line of PLACES."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import violations
from tests.browser.explorer import READY, Explorer
from tests.browser.ledger_pages import LedgerPage
from tests.browser.test_map_story import Map
from tests.browser.test_overview_story import Overview
from tests.browser.test_questions_story import Library

Open = Callable[[Page, str], object]
"""Opens a page, given where the application answers, and returns when it is whole."""


def explorer_with_a_firm(page: Page, address: str) -> None:
    explorer = Explorer(page, address)
    explorer.tap(explorer.nodes("Enterprise")[0])
    expect(page.locator(".why .verdict").first).to_be_visible(timeout=READY)
    expect(page.get_by_text(re.compile("正在核对其他规则|Checking the other rules"))).to_have_count(0, timeout=READY)
    page.locator("#inspector").evaluate("card => card.querySelectorAll('details').forEach(one => one.open = true)")


def explorer_with_a_missing_node(page: Page, address: str) -> None:
    explorer = Explorer(page, address, "?q=qualified-unbuilt")
    explorer.tap(page.evaluate("cy.nodes('[?missing]')[0].id()"))
    expect(explorer.inspector.locator(".rule").first).to_be_visible(timeout=READY)


def explorer_with_its_export_menu(page: Page, address: str) -> None:
    Explorer(page, address)
    page.locator("#export-menu").click()
    expect(page.get_by_role("menuitem").first).to_be_focused()


def explorer_with_what_a_search_finds(page: Page, address: str) -> None:
    Explorer(page, address)
    page.locator("#search").press_sequentially("jkq", delay=30)
    expect(page.locator(".hit").first).to_be_visible(timeout=READY)
    page.keyboard.press("ArrowDown")


def explorer_with_its_filters(page: Page, address: str) -> None:
    Explorer(page, address)
    page.locator("#filters").click()
    expect(page.locator("#filters")).to_have_attribute("aria-expanded", "true")
    expect(page.locator(".filter-panel")).to_be_visible()


def help_sheet(page: Page, address: str) -> None:
    Explorer(page, address)
    page.keyboard.press("?")
    expect(page.locator("#help")).to_be_visible()


def tour(page: Page, address: str) -> None:
    Explorer(page, address)
    page.get_by_role("button", name=re.compile("帮助|Help")).click()
    page.get_by_role("button", name=re.compile("再看一遍导览|Take the tour again")).click()
    expect(page.locator("#tour")).to_be_visible()


def file_of_a_firm(page: Page, address: str) -> None:
    firm = Explorer(page, address).nodes("Enterprise")[0].removeprefix("Enterprise:")
    page.goto(f"{address}/firm/{firm}")
    expect(page.get_by_role("article")).to_be_visible(timeout=READY)


def ledgers(path: str) -> Open:
    return lambda page, address: LedgerPage(page, address, path)


PLACES: dict[str, Open] = {
    "explorer": explorer_with_a_firm,
    "explorer, missing node": explorer_with_a_missing_node,
    "explorer, export menu": explorer_with_its_export_menu,
    "explorer, areas": lambda page, address: Explorer(page, address, ""),
    "explorer, filters": explorer_with_its_filters,
    "help": help_sheet,
    "tour": tour,
    "explorer, search": explorer_with_what_a_search_finds,
    "map": lambda page, address: Map(page, address, "map"),
    "questions": Library,
    "overview": Overview,
    "firm file": file_of_a_firm,
    "import": ledgers("/import"),
    "review": ledgers("/review"),
    "loads": ledgers("/loads"),
}


@pytest.mark.parametrize(("language", "theme"), [("zh", "light"), ("en", "dark")])
@pytest.mark.parametrize("place", PLACES)
def test_axe_finds_nothing(page: Page, address: str, place: str, language: str, theme: str) -> None:
    cookies = {"language": language, "theme": theme}
    page.context.add_cookies([{"name": name, "value": value, "url": address} for name, value in cookies.items()])
    PLACES[place](page, address)
    assert violations(page) == []


def test_a_menu_is_worked_by_keyboard(page: Page, address: str) -> None:
    Explorer(page, address)
    button = page.locator("#export-menu")
    button.press("Enter")
    items = page.get_by_role("menuitem")
    expect(items.first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(items.last).to_be_focused()
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(items).to_have_count(0)


def test_a_choice_tells_whether_it_is_open(page: Page, address: str) -> None:
    Explorer(page, address)
    question = page.get_by_role("combobox", name="专题查询", exact=True)
    expect(question).to_have_attribute("aria-expanded", "false")
    question.click()
    expect(question).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(question).to_have_attribute("aria-expanded", "false")


def test_a_choice_names_no_item_that_is_gone(page: Page, address: str) -> None:
    Explorer(page, address)
    search, item = page.locator("#search"), re.compile(".+")
    search.fill("jk")  # at once: an answer to "j" would be replaced, and the item chosen in it with it
    expect(page.locator(".hit").first).to_be_visible(timeout=READY)
    page.keyboard.press("ArrowDown")
    expect(search).to_have_attribute("aria-activedescendant", item)
    search.press_sequentially("zzzz")
    expect(page.locator(".hit")).to_have_count(0, timeout=READY)
    expect(search).not_to_have_attribute("aria-activedescendant", item)
