"""What is seen before the page's scripts are read, and that the canvas goes on from there."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.explorer import Explorer
from tests.browser.watching import Watched


def without_scripts(page: Page, address: str) -> None:
    """The page as it is while the browser still reads them."""
    page.route("**/*.js*", lambda route: route.fulfill(body=""))
    page.goto(address)
    page.unroute("**/*.js*")


def places(page: Page) -> dict[str, tuple[float, float]]:
    """Where the middle of each area's disc is on the screen, by the words under it."""
    found: dict[str, list[float]] = page.evaluate(
        "Object.fromEntries([...document.querySelectorAll('#first-picture g')].map(g => {"
        " const disc = g.querySelector('.rim').getBoundingClientRect();"
        " return [[...g.querySelectorAll('tspan')].map(t => t.textContent).join('\\n'),"
        "  [disc.x + disc.width / 2, disc.y + disc.height / 2]]; }))"
    )
    return {words: (x, y) for words, (x, y) in found.items()}


def test_the_areas_are_seen_before_any_script_ran_and_stay_where_they_are(
    page: Page, address: str, watched: Watched
) -> None:
    Explorer(page, address, "")
    page.evaluate("sessionStorage.clear()")
    without_scripts(page, address)
    assert watched.errors == ["DashRenderer is not defined"]
    watched.errors.clear()
    first = places(page)
    assert len(first) == 6
    expect(page.locator("#first-picture")).to_contain_text("2026-10-31")

    explorer = Explorer(page, address, "")
    expect(page.locator("#first-picture")).to_have_count(0)
    drawn = {page.evaluate("id => cy.getElementById(id).data('label')", i): explorer.spot(i) for i in explorer.nodes()}
    assert set(drawn) == set(first)
    for words, (x, y) in first.items():
        assert abs(drawn[words][0] - x) < 4
        assert abs(drawn[words][1] - y) < 4


def test_a_page_with_a_question_of_its_own_does_not_show_it(page: Page, address: str) -> None:
    explorer = Explorer(page, address, "")
    page.get_by_role("link", name="总览").click()
    page.wait_for_url("**/overview")
    shown = page.evaluate(
        "Promise.all(['/', '/?q=unreached', '/overview'].map(path => fetch(path).then(answer => answer.text())))"
        ".then(pages => pages.map(html => html.includes('first-picture\"')))"
    )
    assert shown == [False, False, False]
    page.get_by_role("link", name="关系图谱").click()
    explorer.drawn()
    assert len(explorer.nodes("Area")) == 6
