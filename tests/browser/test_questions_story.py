"""The library as a planner reads it: found by a word, set, and opened as picture, table or map."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date

import pytest
from playwright.sync_api import Locator, Page, expect

from app.components.library import slider
from app.link import Link, read_link
from graph.connection import Database
from graph.errors import DatabaseError
from graph.text import Text
from queries.catalog import catalog
from queries.header import Question
from tests.browser.explorer import READY
from tests.browser.watching import Watched


class Library:
    """One open library."""

    def __init__(self, page: Page, address: str, link: str = "") -> None:
        self.page = page
        page.goto(f"{address}/questions{link}")
        expect(page.locator(".library-question")).to_have_count(len(catalog()), timeout=READY)

    def line(self, question: str) -> Locator:
        return self.page.locator(f"[data-question={question}]")

    def unfold(self, question: str) -> Locator:
        """Open a question; its ways to the answer are ready then."""
        self.line(question).locator("> button").click()
        return self.ready(question)

    def ready(self, question: str) -> Locator:
        expect(self.page.locator(".library-controls")).to_have_attribute("data-of", question, timeout=READY)
        expect(self.line(question).locator("[data-way]").first).to_have_attribute(
            "aria-disabled", re.compile("true|false")
        )
        return self.line(question)

    def links(self, question: str) -> Mapping[str, Link]:
        """What the ways to the answer ask for, by view."""
        ways = self.line(question).locator("[data-way]").all()
        return {
            way.get_attribute("data-way") or "": read_link((way.get_attribute("href") or "/").removeprefix("/"))
            for way in ways
        }

    def set_all(self, question: Question, line: Locator) -> Mapping[str, str]:
        """Set every number to 2 and every distance to the end of its slider; what is not the default now."""
        for number in line.locator("input[inputmode=numeric], input[inputmode=decimal]").all():
            number.fill("2")
            number.press("Tab")
        for handle in line.get_by_role("slider").all():
            handle.press("End")
        defaults = json.loads(self.page.locator(".library-controls").get_attribute("data-defaults") or "")
        numbers = {name: p for name, p in question.parameters.items() if p.type in ("int", "float")}
        wanted = {name: str(slider.MOST if slider.fits(p) else 2) for name, p in numbers.items()}
        return {name: value for name, value in wanted.items() if value != str(defaults[name])}


def shown(page: Page) -> str:
    """The explorer has opened; what it says of its rows."""
    expect(page.locator("#canvas")).to_have_attribute("data-answered", re.compile(r"\d+"), timeout=READY)
    return page.locator("#total").inner_text()


def test_a_question_is_found_set_and_opened_as_picture_and_as_table(page: Page, address: str) -> None:
    library = Library(page, address)
    page.keyboard.press("/")
    page.keyboard.type("直线 党组织")
    page.keyboard.press("Enter")
    expect(page.locator(".library-question:visible")).to_have_count(1)
    expect(page.locator("#library-count")).to_have_text("72 个专题查询中，找到 1 个")
    expect(library.line("uncovered-near-branch").locator("> button")).to_be_focused()
    page.keyboard.press("Enter")
    line = library.ready("uncovered-near-branch")
    thumb = line.get_by_role("slider", name="距离不超过")
    expect(thumb).to_have_attribute("aria-valuenow", "1000")
    for _ in range(10):
        thumb.press("ArrowLeft")
    expect(line.locator(".slid")).to_have_text("500 米")
    expect(page).to_have_url(re.compile(r"/questions\?q=uncovered-near-branch&at=2026-10-31&set\.radius=500$"))
    line.get_by_role("link", name="图", exact=True).click()
    told = shown(page)
    expect(page).to_have_url(re.compile(r"/\?q=uncovered-near-branch&at=2026-10-31&set\.radius=500$"))
    expect(page.locator("#canvas")).to_be_visible()
    page.go_back()
    library.ready("uncovered-near-branch").get_by_role("link", name="表", exact=True).click()
    assert shown(page) == told
    expect(page).to_have_url(re.compile(r"&view=table$"))
    expect(page.locator("#canvas")).to_be_hidden()
    assert (page.locator("#table").bounding_box() or {})["height"] > 550
    page.get_by_role("button", name="图", exact=True).click()
    expect(page.locator("#canvas")).to_be_visible()
    assert "view" not in page.url
    within = "n => { const b = n.renderedBoundingBox(); return b.x1 >= 0 && b.x2 <= cy.width(); }"
    page.wait_for_function(f"() => cy.nodes(':visible').every({within})")


def test_each_question_is_reached_and_its_links_carry_what_was_set(page: Page, address: str) -> None:
    library = Library(page, address)
    for question in catalog().values():
        line = library.unfold(question.id)
        wanted = library.set_all(question, line)
        way = line.locator("[data-way]").first
        if any(p.required for p in question.parameters.values()):
            expect(way).to_have_attribute("aria-disabled", "true")
            continue
        for name, value in wanted.items():
            expect(way).to_have_attribute("href", re.compile(rf"[&]set\.{name}={value}(&|$)"))
        links = library.links(question.id)
        assert set(links) == (
            {"graph", "table", "map"} if question.picture.nodes or question.picture.grouped else {"table"}
        )
        for view, link in links.items():
            assert (link.question, link.parameters, link.view or "graph") == (question.id, wanted, view)
            assert link.at == date(2026, 10, 31)


def test_a_choice_an_area_and_another_day_are_carried_and_the_address_opens_them_again(
    page: Page, address: str
) -> None:
    library = Library(page, address, "#planning")
    line = library.unfold("uncovered-near-branch")
    line.get_by_label("措施").click()
    page.get_by_role("option", name=re.compile("工作覆盖")).click()
    line.get_by_label("片区", exact=True).click()
    page.get_by_role("option").first.click()
    line.get_by_label("数据截至").click()
    page.get_by_role("option", name="2026-09-30", exact=True).click()
    expect(page).to_have_url(re.compile(r"at=2026-09-30&set\.action=work&set\.area="))
    link = library.links("uncovered-near-branch")["map"]
    assert link.parameters["action"] == "work"
    assert link.parameters["area"]
    page.reload()
    library.ready("uncovered-near-branch")
    assert library.links("uncovered-near-branch")["map"] == link


def test_wrong_values_are_told_where_they_are_set_and_where_a_link_brings_them(page: Page, address: str) -> None:
    library = Library(page, address, "?q=uncovered-near-branch&set.radius=far")
    library.ready("uncovered-near-branch")
    told = page.locator(".library-wrong")
    expect(told).to_contain_text("参数 radius（距离不超过）的值不能使用")
    expect(told).to_contain_text("应为整数")
    most = page.get_by_label("每家企业最多列几个党组织")
    most.fill("0")
    most.press("Tab")
    expect(told).to_contain_text("应在 1 – 100 之间", timeout=READY)
    expect(most).to_have_value("0")
    most.fill("4")
    most.press("Enter")
    expect(told).to_be_empty(timeout=READY)


def test_what_a_question_needs_is_waited_for(page: Page, address: str) -> None:
    library = Library(page, address)
    line = library.unfold("firm-file")
    way = line.get_by_text("表", exact=True)
    expect(way).to_have_attribute("aria-disabled", "true")
    box = line.get_by_role("combobox", name="企业")
    box.click()
    box.press_sequentially("科技", delay=30)
    page.get_by_role("option").first.click(timeout=READY)
    expect(way).to_have_attribute("aria-disabled", "false")
    assert library.links("firm-file")["table"].parameters["firm"]


def test_on_a_phone_and_in_english_and_dark(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    library = Library(page, address)
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("heading", name="The library of questions")).to_be_visible(timeout=READY)
    page.locator("#theme-switch").click()
    expect(page.locator("html")).to_have_attribute("data-mantine-color-scheme", "dark")
    library.unfold("uncovered-near-branch")
    said = page.locator("main").inner_text()
    assert not re.search(r"[\u4e00-\u9fff]", said), "nothing stays Chinese"
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    cut = "[...document.querySelectorAll('.library-list *')].filter(e => e.getBoundingClientRect().right > 390).length"
    assert page.evaluate(cut) == 0


def gone(*_: object, **__: object) -> None:
    raise DatabaseError(Text("连接不上数据库", "the database cannot be reached"), Text("请启动它", "start it"))


def test_a_database_that_is_gone_and_comes_back(
    page: Page, address: str, demo_zone: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = Library(page, address)
    with monkeypatch.context() as patched:
        patched.setattr(Database, "read", gone)
        library.line("rates").locator("> button").click()
        expect(page.get_by_role("alert")).to_contain_text("连接不上数据库", timeout=READY)
    page.get_by_role("button", name="重试").last.click()
    library.ready("rates")


def test_a_server_that_does_not_answer(page: Page, address: str, watched: Watched) -> None:
    library = Library(page, address)
    page.context.set_offline(True)
    library.line("cells").locator("> button").click()
    expect(page.locator("#no-answer")).to_be_visible(timeout=READY)
    page.context.set_offline(False)
    library.ready("cells")
    expect(page.locator("#no-answer")).to_be_hidden()
    watched.errors.clear()
