"""Where a number comes from, as a clerk finds out by keyboard: open a firm, unfold its staff, read cell and history."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from graph.connection import Database
from tests.browser.explorer import READY, Explorer

_GROWN = """
MATCH (e:Enterprise:Entity)<-[:DESCRIBES]-(r:SurveyRecord) WHERE r.staff IS NOT NULL
WITH e, r ORDER BY r.since
WITH e, collect(r.staff) AS staff WHERE staff[-1] <> staff[-2] AND size(staff) >= 3
RETURN e.key AS key, staff[-1] AS now, staff[-2] AS before ORDER BY key LIMIT 1
"""


@pytest.fixture
def grown(demo_zone: Database) -> tuple[str, int, int]:
    """A firm whose staff changed with the last ledger: its code, the number and the one before."""
    (firm,) = demo_zone.read(_GROWN)
    return firm["key"], firm["now"], firm["before"]


def test_a_number_tells_its_cell_and_what_it_was_before(page: Page, address: str, grown: tuple[str, int, int]) -> None:
    code, now, before = grown
    explorer = Explorer(page, address)
    page.locator("#search").press_sequentially(code, delay=10)
    hit = page.get_by_role("option").first
    expect(hit).to_contain_text(code, timeout=READY)
    explorer.does(lambda: hit.click())
    staff = explorer.inspector.locator("[data-what=staff]")
    expect(staff).to_contain_text(f"此前 {before:,}", timeout=READY)
    lines = staff.locator(".trace-line")
    expect(lines.first).to_be_hidden()

    staff.locator("summary").focus()
    page.keyboard.press("Enter")
    newest = lines.first
    expect(newest).to_contain_text(re.compile(rf"现用\s*{now:,}\s*2026-10-31"))
    expect(newest.locator(".trace-cell")).to_have_text(re.compile(r"^台账![A-Z]+\d+$"))
    expect(newest.locator(".trace-heading")).to_contain_text("从业人员")
    expect(newest.locator(".trace-file")).to_have_text("2026-10-31-enterprises-示例数据.xlsx")
    expect(newest.locator(".trace-brought")).to_contain_text("导入")
    expect(lines.nth(1)).to_contain_text(re.compile(rf"此前\s*{before:,}\s*2026-09-30"))
    assert explorer.inspector.evaluate("e => e.scrollWidth <= e.clientWidth"), "nothing is cut off at the side"
