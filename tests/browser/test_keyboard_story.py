"""A person without a mouse finds a firm, asks, compares, works in the table, expands, filters, saves and opens."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.browser.explorer import READY, Explorer
from tests.browser.keyboard import Keyboard

FIRM = "91990000MAK6GAWG8R"
"""岚川砺锋半导体材料有限公司: no officer is assigned to it."""


def rows_chosen(page: Page) -> set[str]:
    rows = page.locator("#table .ag-center-cols-container .ag-row-selected")
    return {str(row.get_attribute("row-id")) for row in rows.all()}


def same_in_table_and_picture(explorer: Explorer, count: int) -> set[str]:
    """What is chosen, once so many rows are; the picture must say the same."""
    expect(explorer.page.locator("#table .ag-center-cols-container .ag-row-selected")).to_have_count(count)
    chosen = explorer.chosen(count)
    assert rows_chosen(explorer.page) == chosen
    return chosen


def test_all_is_done_by_keyboard_and_the_focus_is_always_seen(page: Page, address: str) -> None:
    keys = Keyboard(page)
    explorer = Explorer(page, address, "")

    # past everything into the table; then the search, two letters, the suggestion
    keys.press("Tab")
    expect(page.get_by_role("button", name="跳到表格")).to_be_focused()
    keys.press("Enter")
    expect(page.locator("#table .ag-cell:focus")).to_have_count(1)
    keys.press("/")
    expect(page.locator("#search")).to_be_focused()
    explorer.does(lambda: keys.choose(FIRM, typed="lf"))
    assert explorer.selected() == {f"Enterprise:{FIRM}"}

    # why it is a hole
    expect(explorer.inspector.locator(".why")).to_contain_text("无挂点干部")
    keys.to(page.locator("#question"))

    # the near-branch question, 500 m, compared with April
    keys.choose("附近党组织", typed="附近")
    expect(page.locator("#question")).to_have_value("附近党组织")
    expect(page.get_by_label("距离不超过")).to_be_visible(timeout=READY)
    keys.to(page.get_by_label("距离不超过"))
    keys.press("Control+a")
    keys.type("500")
    keys.to(page.locator("#compared"))
    keys.choose("2026-04-30")
    keys.to(page.locator("#run"))
    explorer.does(lambda: keys.press("Enter"))
    expect(page).to_have_url(re.compile(r"q=uncovered-near-branch&at=2026-10-31&compare=2026-04-30&set\.radius=500"))
    compared = page.locator("#total").inner_text()
    assert re.fullmatch(r"与 2026-04-30 相比：新增 \d+，不再有 \d+，仍有 \d+", compared)

    # rows chosen in the table are chosen in the picture
    keys.to(page.locator("#view-nodes"))
    keys.press("Enter")
    expect(explorer.rows.first).to_be_visible()
    keys.press("g", "Space")
    first = same_in_table_and_picture(explorer, 1)
    keys.press("ArrowDown", "ArrowDown", "Space")
    both = same_in_table_and_picture(explorer, 2)
    assert first < both
    keys.press("Escape")
    assert same_in_table_and_picture(explorer, 0) == set()

    # one branch: what stands around it is counted, and expanded
    branch = explorer.nodes("Branch")[0]
    keys.press("g")
    keys.to(page.locator(f"#table [row-id='{branch}'] .ag-cell").first, "ArrowDown")
    keys.press("Space")
    assert same_in_table_and_picture(explorer, 1) == {branch}
    members = explorer.inspector.locator("[data-edge=BELONGS_TO][data-other=Member]")
    expect(members).to_be_visible()
    told = int(members.locator(".expand-count").inner_text())
    before = explorer.positions()
    keys.press("i")
    keys.to(members)
    explorer.does(lambda: keys.press("Enter"))
    keys.sees()
    assert len(explorer.nodes("Member")) == told
    assert all(explorer.positions()[i] == place for i, place in before.items())
    expect(explorer.inspector.get_by_role("button", name=re.compile("收起"))).to_be_visible()
    keys.sees()

    # a filter on what is drawn, taken back
    drawn = set(explorer.nodes())
    keys.to(page.locator("#filters"), "Shift+Tab")
    keys.press("Enter")
    expect(page.locator("#filter-metres")).to_be_focused()
    keys.press("Control+a")
    keys.type("100")
    explorer.does(lambda: keys.press("Enter"))
    expect(page.locator("[data-filter=within]")).to_contain_text("不超过 100 米")
    assert set(explorer.nodes()) < drawn
    keys.press("Escape")
    expect(page.locator("#filters")).to_be_focused()
    explorer.does(lambda: keys.press("Control+z"))
    assert set(explorer.nodes()) == drawn

    # undone by its button until there is nothing to take back: the focus is not lost with it
    keys.to(page.locator("#undo"), "Shift+Tab")
    while page.locator("#undo").is_enabled():
        explorer.does(lambda: keys.press("Enter"))
    keys.sees()
    while page.locator("#redo").is_enabled():
        keys.to(page.locator("#redo"))
        explorer.does(lambda: keys.press("Enter"))
    keys.sees()

    # back to what was taken back last: saved, and opened again
    explorer.does(lambda: keys.press("Control+z"))
    assert set(explorer.nodes()) == drawn
    placed = explorer.positions()
    keys.to(page.locator("#views"))
    keys.press("Enter")
    expect(page.locator("#view-name")).to_be_focused()
    keys.type("只用键盘")
    explorer.does(lambda: keys.press("Enter"))
    expect(page.locator(".view-line[data-view='只用键盘']")).to_be_visible()
    keys.press("Escape")
    assert page.evaluate("window.byMouse") == 0
    page.keyboard.press("2")
    expect(page).not_to_have_url(re.compile("saved="))
    explorer.drawn()
    keys.to(page.locator("#views"))
    keys.press("Enter")
    keys.to(page.locator(".view-line[data-view='只用键盘'] .view-open"))
    explorer.does(lambda: keys.press("Enter"))
    keys.sees()
    assert set(explorer.nodes()) == drawn
    assert explorer.positions() == placed
    expect(page.locator("#total")).to_have_text(compared)
    assert keys.mouse_events() == 0
