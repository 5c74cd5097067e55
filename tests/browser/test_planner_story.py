"""What a planner comes for, from the address to the link a colleague opens."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.browser.explorer import READY, Explorer

APRIL = "2026-04-30"


def told(explorer: Explorer) -> dict[str, object]:
    """What a person reads of the picture: where all stands, what each says, and what the page says of it."""
    page = explorer.page
    return {
        "positions": explorer.positions(),
        "drawn": sorted(explorer.nodes()),
        "labels": page.evaluate("Object.fromEntries(cy.nodes(':visible').map(n => [n.id(), n.data('label')]))"),
        "edges": sorted(str((edge["id"], edge.get("label"), edge.get("turned"))) for edge in explorer.edges()),
        "question": page.locator("#question").input_value(),
        "day": page.locator("#date").input_value(),
        "compared": page.locator("#compared").input_value(),
        "total": page.locator("#total").inner_text(),
        "size": page.locator("#picture-size").inner_text(),
        "filters": page.locator(".filter-chip").all_inner_texts(),
        "legend": page.locator(".legend").inner_text(),
        "rows": explorer.rows.all_inner_texts()[:8],
    }


def test_from_a_firm_to_the_link_that_shows_a_colleague_the_same(page: Page, address: str, colleague: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    explorer = Explorer(page, address, "")

    # the holes there are, and one firm among them
    explorer.does(lambda: page.locator("[data-kind=members_uncovered]").click())
    firm = explorer.nodes("Enterprise")[0].removeprefix("Enterprise:")
    page.locator("#search").press_sequentially(firm, delay=10)
    page.get_by_role("option").filter(has_text=firm).first.click()
    expect(explorer.inspector.locator(".why")).to_contain_text("有党员未覆盖", timeout=READY)

    # the branches near such firms, now and in April, no further than 500 m
    explorer.choose_question("附近党组织")
    explorer.compare_with(APRIL)
    explorer.run()
    expect(page.locator("#total")).to_have_text(re.compile(rf"与 {APRIL} 相比：新增 \d+，不再有 \d+，仍有 \d+"))
    metres = [edge["metres"] for edge in explorer.edges() if edge.get("metres") is not None]
    assert max(metres) > 500
    assert {edge.get("turned") for edge in explorer.edges()} >= {"gained", "lost"}
    page.locator("#filters").click()
    page.locator("#filter-metres").fill("500")
    explorer.does(lambda: page.locator("#filter-metres").press("Enter"))
    page.keyboard.press("Escape")
    expect(page.locator("[data-filter=within]")).to_contain_text("不超过 500 米")
    near = [edge["metres"] for edge in explorer.edges() if edge.get("metres") is not None]
    assert near
    assert max(near) <= 500

    # one branch is put aside, and the whole is kept under a name
    branch = explorer.nodes("Branch")[0]
    x, y = explorer.positions()[branch]
    explorer.does(lambda: explorer.drag(branch))
    assert explorer.positions()[branch] != (x, y)
    explorer.save_view("四月以来五百米内")
    page.get_by_role("button", name="复制链接").click()
    expect(page.locator("#toast")).to_contain_text("链接")
    link = page.evaluate("navigator.clipboard.readText()")
    assert link.startswith(f"{address}/?saved=")

    # the link in a browser that has never been here
    other = Explorer(colleague, address, link.removeprefix(f"{address}/"))
    expect(other.rows.first).to_be_visible()
    expect(colleague.locator("#compared")).to_have_value(APRIL)
    expect(colleague.get_by_label("距离不超过")).to_have_value("1,000 米")
    assert told(other) == told(explorer)
