"""The slider over the days: one day after another of the same question, with what recurs where it was."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.explorer import READY, Explorer
from tests.browser.zone import SEPTEMBER, Zone

QUESTION = "?q=uncovered-near-branch&at=2026-10-31&set.action=work"


@pytest.fixture
def explorer(page: Page, address: str) -> Explorer:
    return Explorer(page, address, QUESTION)


def slider(page: Page) -> Locator:
    return page.get_by_role("slider", name="数据截至哪一天")


def test_another_day_is_a_slide_away_and_what_recurs_stays(explorer: Explorer) -> None:
    page = explorer.page
    before = explorer.positions()
    slider(page).focus()
    explorer.does(lambda: page.keyboard.press("Home"))
    expect(page).to_have_url(re.compile(r"q=uncovered-near-branch&at=2026-04-30&set\.action=work"))
    expect(page.locator("#date")).to_have_value("2026-04-30")
    expect(slider(page)).to_have_attribute("aria-valuetext", "2026-04-30")
    after = explorer.positions()
    recurring = before.keys() & after.keys()
    assert recurring
    assert before.keys() != after.keys()
    assert all(after[i] == before[i] for i in recurring)
    explorer.does(lambda: page.locator("#undo").click())
    assert explorer.positions() == before
    expect(slider(page)).to_have_attribute("aria-valuetext", "2026-10-31")


def test_playing_goes_through_the_days_stops_at_the_newest_and_is_taken_back_at_once(explorer: Explorer) -> None:
    page = explorer.page
    slider(page).focus()
    explorer.does(lambda: page.keyboard.press("Home"))
    earliest = explorer.positions()
    page.evaluate(
        "window.seen = []; new MutationObserver(() => seen.push([played.textContent, liangxin.at]))"
        ".observe(played, { childList: true })"
    )
    page.get_by_role("button", name="逐日播放").click()
    expect(page.get_by_role("button", name="暂停")).to_be_visible()
    expect(page.locator("#played")).to_have_text("2026-10-31", timeout=2 * READY)
    expect(page.get_by_role("button", name="逐日播放")).to_be_visible()
    expect(page.locator("#played")).to_be_hidden()
    # each day was written when it was drawn, none was left out
    assert page.evaluate("seen") == [[day, day] for day in ("2026-09-30", "2026-10-31")]
    expect(page.locator("#date")).to_have_value("2026-10-31")
    expect(page.locator("#undo")).to_have_attribute("aria-label", "撤回操作：播放“附近党组织”至 2026-10-31")
    explorer.does(lambda: page.locator("#undo").click())
    assert explorer.positions() == earliest
    expect(page.locator("#date")).to_have_value("2026-04-30")


def test_what_a_person_asks_ends_the_play(explorer: Explorer) -> None:
    page = explorer.page
    page.get_by_role("button", name="逐日播放").click()
    expect(page.locator("#played")).to_have_text("2026-04-30", timeout=READY)
    page.locator("#undo").click()
    expect(page.get_by_role("button", name="逐日播放")).to_be_visible()
    expect(page.locator("#played")).to_be_hidden()


def test_a_single_day_has_no_slider(page: Page, zone: Zone) -> None:
    zone.firms(as_of=SEPTEMBER)
    Explorer(page, zone.address, "?q=unreached")
    expect(page.locator("#date")).to_have_value("2026-09-30")
    expect(page.locator("#days")).to_be_hidden()
