"""The explorer on a phone and on a tablet: nothing is cut off, and the question folds away."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.explorer import READY, Explorer

CUT = """width => [...document.querySelectorAll('main *')].filter(
  e => e.getBoundingClientRect().right > width + 1 && !e.closest('#table, .strip')).length"""


@pytest.mark.parametrize("size", [(390, 844), (820, 1180)])
def test_nothing_is_cut_off_and_the_question_folds(page: Page, address: str, size: tuple[int, int]) -> None:
    width, height = size
    page.set_viewport_size({"width": width, "height": height})
    explorer = Explorer(page, address)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert page.evaluate(CUT, width) == 0
    expect(page.locator("#run")).to_be_hidden()
    page.locator("#fold-asking").click()
    expect(page.locator("#run")).to_be_visible()
    page.locator("#canvas").scroll_into_view_if_needed()
    explorer.tap(explorer.nodes("Enterprise")[0])
    expect(explorer.inspector.locator(".card-title")).to_be_visible(timeout=READY)
