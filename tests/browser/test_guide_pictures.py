"""The pictures of the guide, as the pages are now: drawn anew with LIANGXIN_DRAW=1, else compared with those kept."""

from __future__ import annotations

import os
from base64 import b64encode
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.explorer import READY, Explorer

IMAGES = Path(__file__).parents[2] / "docs" / "images"
LIKE = 0.06
"""Of the pixels so many may differ: other fonts, and lines a pixel off."""

DIFFERING = """
async ([one, other]) => {
  const load = (data) => new Promise((done) => {
    const image = new Image();
    image.onload = () => done(image);
    image.src = "data:image/png;base64," + data;
  });
  const [a, b] = [await load(one), await load(other)];
  if (a.width !== b.width || a.height !== b.height) return 1;
  const pixels = (image) => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [image.width, image.height];
    const pen = canvas.getContext("2d");
    pen.drawImage(image, 0, 0);
    return pen.getImageData(0, 0, image.width, image.height).data;
  };
  const [left, right] = [pixels(a), pixels(b)];
  let found = 0;
  for (let i = 0; i < left.length; i += 4) {
    const apart = [0, 1, 2].map((k) => Math.abs(left[i + k] - right[i + k]));
    if (Math.max(...apart) > 60) found += 1;
  }
  return found / (left.length / 4);
}
"""


def _areas(explorer: Explorer) -> None:
    page = explorer.page
    cell = "cy.nodes().filter(n => n.data('name') === '东篱片区').emit('dbltap')"
    explorer.does(lambda: page.evaluate(f"() => void {cell}"))
    page.evaluate("liangxin.fit()")


def _why(explorer: Explorer) -> None:
    page = explorer.page
    explorer.does(lambda: page.locator("[data-kind=members_uncovered]").click())
    explorer.tap(explorer.nodes("Enterprise")[0])
    expect(explorer.inspector.locator(".verdict").first).to_be_visible(timeout=READY)


def _near(explorer: Explorer) -> None:
    page = explorer.page
    page.locator("#filters").click()
    page.locator("#filter-metres").fill("500")
    explorer.does(lambda: page.locator("#filter-metres").press("Enter"))
    page.keyboard.press("Escape")
    page.evaluate("liangxin.fit()")


PICTURES: dict[str, tuple[str, Callable[[Explorer], None]]] = {
    "guide-areas": ("?q=rates&set.by=area&set.rate=organisation", _areas),
    "guide-why": ("?q=uncovered-near-branch", _why),
    "guide-near": ("?q=uncovered-near-branch", _near),
}


@pytest.mark.parametrize("name", PICTURES)
def test_the_guide_shows_the_page_as_it_is(page: Page, address: str, name: str) -> None:
    link, lead = PICTURES[name]
    explorer = Explorer(page, address, link)
    expect(page.locator("[data-kind=unreached] .chip-count")).to_have_text("14", timeout=READY)
    lead(explorer)
    page.wait_for_load_state("networkidle")
    expect(page.locator("#toast")).to_be_hidden(timeout=READY)
    page.mouse.move(5, 5)
    drawn = page.screenshot(animations="disabled", caret="hide")
    kept = IMAGES / f"{name}.png"
    if os.environ.get("LIANGXIN_DRAW") == "1":
        kept.write_bytes(drawn)
    blank = page.context.new_page()
    differing = blank.evaluate(DIFFERING, [b64encode(one).decode() for one in (drawn, kept.read_bytes())])
    assert differing <= LIKE, f"{differing:.1%} of the pixels differ from {kept.name}; LIANGXIN_DRAW=1 draws it anew"
