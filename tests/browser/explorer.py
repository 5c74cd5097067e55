"""The explorer page as a person uses it: its parts by what they are called, and what its canvas shows."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from playwright.sync_api import Locator, Page, expect

READY = 30_000
"""The first questions of a fresh database are planned while the page waits."""


def slow_down(page: Page) -> None:
    """As on a slow PC: whatever waits on the page until the next moment waits 400 ms."""
    page.evaluate("""() => {
        const wait = window.setTimeout;
        window.setTimeout = (then, ms, ...words) => wait(then, ms > 0 ? ms : 400, ...words);
    }""")


class Explorer:
    """One open explorer page."""

    def __init__(self, page: Page, address: str, link: str = "?q=uncovered-near-branch") -> None:
        self.page = page
        self.address = address
        page.goto(f"{address}/{link}")
        self.drawn()

    def drawn(self) -> None:
        """Wait until the page has opened and its picture is drawn."""
        expect(self._canvas).to_have_attribute("data-answered", re.compile(r"\d+"), timeout=READY)

    @property
    def _canvas(self) -> Locator:
        return self.page.locator("#canvas")

    def does(self, action: Callable[[], object]) -> None:
        """Do something that is one action, and wait until its answer is drawn."""
        before = int(self._canvas.get_attribute("data-answered") or 0)
        action()
        expect(self._canvas).to_have_attribute("data-answered", str(before + 1), timeout=READY)

    def nodes(self, node_type: str | None = None) -> list[str]:
        """The ids of the nodes drawn."""
        ids: list[str] = self.page.evaluate("cy.nodes(':visible').map(n => n.id())")
        return [i for i in ids if node_type is None or i.startswith(f"{node_type}:")]

    def caption(self, node_id: str) -> str:
        """What a node drawn is called."""
        name: str = self.page.evaluate("id => cy.getElementById(id).data('name')", node_id)
        return name

    def edges(self) -> list[Mapping[str, Any]]:
        found: list[Mapping[str, Any]] = self.page.evaluate("cy.edges(':visible').map(e => e.data())")
        return found

    def positions(self) -> dict[str, tuple[float, float]]:
        found = self.page.evaluate(
            "Object.fromEntries(cy.nodes().map(n => [n.id(), [n.position('x'), n.position('y')]]))"
        )
        return {i: (x, y) for i, (x, y) in found.items()}

    def selected(self) -> set[str]:
        """The ids of the nodes chosen on the canvas."""
        return set(self.page.evaluate("liangxin.selected()"))

    def chosen(self, count: int) -> set[str]:
        """The ids of the nodes chosen, once so many are: the table tells the canvas of its rows a moment later."""
        self.page.wait_for_function("count => liangxin.selected().length === count", arg=count, timeout=READY)
        return self.selected()

    def spot(self, node_id: str) -> tuple[float, float]:
        """Where a node stands on the screen."""
        x, y = self.page.evaluate(
            "id => { const p = cy.getElementById(id).renderedPosition();"
            " const b = cy.container().getBoundingClientRect(); return [b.left + p.x, b.top + p.y]; }",
            node_id,
        )
        return x, y

    def tap(self, node_id: str) -> None:
        """Bring a node into view and click it where it stands on the screen."""
        self.page.evaluate("id => liangxin.focus(id)", node_id)
        self.page.mouse.click(*self.spot(node_id))

    def drag(self, node_id: str, right: float = 60, down: float = 40) -> None:
        """Take a node with the mouse and let it go so many pixels further."""
        x, y = self.spot(node_id)
        self.page.mouse.move(x, y)
        self.page.mouse.down()
        self.page.mouse.move(x + right, y + down, steps=4)
        self.page.mouse.up()

    def choose_question(self, title: str) -> None:
        self.page.locator("#question").click()
        self.page.get_by_role("option", name=title, exact=True).click()

    def choose_date(self, day: str) -> None:
        self.page.locator("#date").click()
        self.page.get_by_role("option", name=day, exact=True).click()

    def compare_with(self, day: str) -> None:
        self.page.locator("#compared").click()
        self.page.get_by_role("option", name=day, exact=True).last.click()

    def run(self) -> None:
        self.does(lambda: self.page.locator("#run").click())

    def save_view(self, name: str) -> None:
        self.page.locator("#views").click()
        self.page.get_by_label("把现在的图存为").fill(name)
        self.does(self.page.get_by_role("button", name="保存", exact=True).click)
        expect(self.page.locator(f".view-line[data-view='{name}']")).to_be_visible()
        self.page.keyboard.press("Escape")

    @property
    def inspector(self) -> Locator:
        return self.page.locator("#inspector")

    @property
    def rows(self) -> Locator:
        return self.page.locator("#table .ag-center-cols-container .ag-row")
