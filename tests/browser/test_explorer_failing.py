"""What the page says when things are not as they should be, and that it finds its way back."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from app.scene.shelf import Shelf
from graph.connection import Database
from graph.errors import DatabaseError, TookTooLong
from graph.settings import Settings
from graph.text import Text
from tests.browser.explorer import READY, Explorer
from tests.browser.watching import Watched


def test_a_database_that_is_gone_and_comes_back(
    page: Page, address: str, demo_zone: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    explorer = Explorer(page, address)
    before = explorer.nodes()
    expect(page.locator("[data-kind=unreached]")).to_be_visible(timeout=READY)

    def gone(*_: object, **__: object) -> None:
        raise DatabaseError(Text("连接不上数据库", "the database cannot be reached"), Text("请启动它", "start it"))

    with monkeypatch.context() as patched:
        patched.setattr(Database, "read", gone)
        page.locator("[data-kind=unreached]").click()
        expect(page.get_by_role("alert")).to_contain_text("连接不上数据库", timeout=READY)
        expect(page.get_by_role("alert")).to_contain_text("请启动它")
        assert explorer.nodes() == before
    explorer.does(lambda: page.get_by_role("button", name="重试").first.click())
    assert len(explorer.nodes("Enterprise")) == 14
    expect(page.get_by_role("alert")).to_have_count(0)


def test_counts_that_take_too_long_keep_nobody_from_the_picture(
    page: Page, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(*_: object) -> None:
        raise TookTooLong(Text("超过时限", "too slow"))

    monkeypatch.setattr("app.callbacks.asking.hole_counts", slow)
    explorer = Explorer(page, address, "")
    expect(page.locator("#strip")).to_contain_text("请点开一个片区", timeout=READY)
    assert explorer.nodes("Area")


def test_a_wrong_link_says_what_is_wrong(page: Page, address: str) -> None:
    Explorer(page, address, "?q=uncoverd-near-branch")
    expect(page.get_by_role("alert")).to_contain_text("uncovered-near-branch")


def test_a_question_that_finds_nothing(page: Page, address: str) -> None:
    Explorer(page, address, "?q=members-uncovered&at=2026-09-30")
    expect(page.locator(".state-card.nothing")).to_contain_text("2026-09-30 没有“有党员未覆盖”")


def test_an_answer_in_numbers_is_read_in_the_table(page: Page, address: str) -> None:
    explorer = Explorer(page, address, "?q=zone-figures&at=2026-09-30")
    expect(page.locator(".state-card.table-only")).to_be_visible()
    for figure, value in (("单独党支部", "52"), ("联合党支部", "21"), ("指导员和联合支部书记", "77")):
        row = explorer.rows.filter(has=page.get_by_role("gridcell", name=figure, exact=True))
        expect(row.locator("[col-id=value]")).to_have_text(value)


def test_a_scene_the_server_lost_is_sent_again(page: Page, address: str, engine: Settings) -> None:
    explorer = Explorer(page, address)
    before = explorer.positions()
    Shelf(engine.home).forget(page.evaluate("liangxin.tab()"))
    node = explorer.nodes("Branch")[0]
    explorer.tap(node)
    expect(explorer.inspector.locator(".card-title")).to_be_visible(timeout=READY)
    page.locator("#hide").click()
    expect(page.locator("#picture-size")).to_contain_text("已隐藏 1 个", timeout=READY)
    assert explorer.positions() == before


def test_a_server_that_does_not_answer(page: Page, address: str, watched: Watched) -> None:
    Explorer(page, address)
    page.context.set_offline(True)
    page.locator("#show-all").click()
    expect(page.locator("#no-answer")).to_be_visible(timeout=READY)
    page.context.set_offline(False)
    page.get_by_role("button", name="重试").last.click()
    expect(page.locator("#no-answer")).to_be_hidden()
    expect(page.locator("#redo")).to_be_disabled()
    watched.errors.clear()
