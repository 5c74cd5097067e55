"""The pictures of the guide, as the pages are now: drawn anew with LIANGXIN_DRAW=1, else compared with those kept."""

from __future__ import annotations

import os
from base64 import b64encode
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from loaders.demo import DEMO_SCOPE
from tests.browser.explorer import READY, Explorer
from tests.browser.ledger_pages import ImportPage, LoadsPage, ReviewPage
from tests.browser.test_map_story import Map
from tests.browser.test_overview_story import Overview
from tests.browser.test_questions_story import Library
from tests.browser.zone import FIRMS, SEPTEMBER, Zone
from tests.ledgers import ENTERPRISES, MEMBERS, table

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


def _explorer(page: Page, address: str, link: str) -> Explorer:
    explorer = Explorer(page, address, link)
    expect(page.locator("[data-kind=unreached] .chip-count")).to_have_text("14", timeout=READY)
    return explorer


def _areas(page: Page, address: str) -> None:
    explorer = _explorer(page, address, "?q=rates&set.by=area&set.rate=organisation")
    cell = "cy.nodes().filter(n => n.data('name') === '东篱片区').emit('dbltap')"
    explorer.does(lambda: page.evaluate(f"() => void {cell}"))
    page.evaluate("liangxin.fit()")


def _why(page: Page, address: str) -> None:
    explorer = _explorer(page, address, "?q=uncovered-near-branch")
    explorer.does(lambda: page.locator("[data-kind=members_uncovered]").click())
    explorer.tap(explorer.nodes("Enterprise")[0])
    expect(explorer.inspector.locator(".verdict").first).to_be_visible(timeout=READY)


def _near(page: Page, address: str) -> None:
    explorer = _explorer(page, address, "?q=uncovered-near-branch")
    page.locator("#filters").click()
    page.locator("#filter-metres").fill("500")
    explorer.does(lambda: page.locator("#filter-metres").press("Enter"))
    page.keyboard.press("Escape")
    page.evaluate("liangxin.fit()")


def _map(page: Page, address: str) -> None:
    Map(page, address, "?q=uncovered-near-branch&view=map")
    expect(page.locator("[data-kind=unreached] .chip-count")).to_have_text("14", timeout=READY)


def _questions(page: Page, address: str) -> None:
    library = Library(page, address)
    page.locator("#library-find").fill("附近")
    library.unfold("uncovered-near-branch")


def _firm(page: Page, address: str) -> None:
    firm = Explorer(page, address, "?q=members-uncovered").nodes("Enterprise")[0].removeprefix("Enterprise:")
    page.set_viewport_size({"width": 1100, "height": 1240})
    page.goto(f"{address}/firm/{firm}?at=2026-10-31")
    expect(page.get_by_role("article")).to_be_visible(timeout=READY)


def _loads(page: Page, address: str) -> None:
    loads = LoadsPage(page, address)
    loads.find("2026-10-31")
    expect(loads.rows).to_have_count(10, timeout=READY)


PICTURES: dict[str, Callable[[Page, str], object]] = {
    "overview": Overview,
    "guide-areas": _areas,
    "guide-why": _why,
    "guide-near": _near,
    "guide-map": _map,
    "guide-questions": _questions,
    "guide-firm": _firm,
    "loads": _loads,
}


@pytest.mark.parametrize("name", PICTURES)
def test_the_guide_shows_the_page_as_it_is(page: Page, address: str, name: str) -> None:
    PICTURES[name](page, address)
    like_the_kept(page, name)


def test_the_guide_shows_the_import_and_the_review_as_they_are(page: Page, zone: Zone) -> None:
    zone.load(table(zone.desk / "企业台账2026-09-30.xlsx", ENTERPRISES, FIRMS), SEPTEMBER, full=True, scope=DEMO_SCOPE)
    more, fewer, wrong = (
        [*firm[:2], staff, *firm[3:], "电子信息"] for firm, staff in zip(FIRMS, (65, 12, -3), strict=True)
    )
    new = ["岚川新来的电路板有限公司", "91990000MA0000004N", 8, "在建", "四号路4号", "G1", "电子信息"]
    october = table(zone.desk / "企业台账2026-10-31.xlsx", [*ENTERPRISES, "谁也不认识"], [more, fewer, wrong, new])
    importing = ImportPage(page, zone.address)
    importing.drop(october)
    importing.stands(october.name, "待确认")
    importing.row("岚川佳科技有限公司", "从业人员数").locator(".place").click()
    expect(page.locator(".cells")).to_be_visible()
    importing.answered()
    like_the_kept(page, "import")

    member = ["安某", "990000197505052027", "2001-07-01", "正式党员", "佳科技", None, "第一支部", "B1", None]
    members = table(zone.desk / "党员名册2026-09-30.xlsx", MEMBERS, [member])
    zone.load(members, SEPTEMBER, scope=DEMO_SCOPE)
    review = ReviewPage(page, zone.address)
    review.candidate("岚川佳科技有限公司").click()
    expect(page.locator("#decide")).to_be_enabled()
    review.answered()
    like_the_kept(page, "review")


def like_the_kept(page: Page, name: str) -> None:
    """Assert that the page looks like the picture kept; with LIANGXIN_DRAW=1 it is kept anew."""
    page.wait_for_load_state("networkidle")
    for toast in page.locator("#toast").all():
        expect(toast).to_be_hidden(timeout=READY)
    page.mouse.move(5, 5)
    drawn = page.screenshot(animations="disabled", caret="hide")
    kept = IMAGES / f"{name}.png"
    if os.environ.get("LIANGXIN_DRAW") == "1":
        kept.write_bytes(drawn)
    blank = page.context.new_page()
    differing = blank.evaluate(DIFFERING, [b64encode(one).decode() for one in (drawn, kept.read_bytes())])
    assert differing <= LIKE, f"{differing:.1%} of the pixels differ from {kept.name}; LIANGXIN_DRAW=1 draws it anew"
