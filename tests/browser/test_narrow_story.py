"""Every page on a phone, a tablet, a small and a very large screen: nothing is cut off, nothing lies over another."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.explorer import READY, Explorer
from tests.browser.ledger_pages import ImportPage, ReviewPage
from tests.browser.test_accessibility import PLACES
from tests.browser.zone import SEPTEMBER, Zone
from tests.ledgers import ENTERPRISES, MEMBERS, table

SIZES = {"phone": (390, 844), "tablet": (820, 1180), "notebook": (1280, 800), "4K": (3840, 2160)}
PAGES = ("explorer, areas", "map", "overview", "questions", "import", "review", "loads", "firm file")

# What reaches over the edge of the window, or of its frame, where nothing can be moved sideways to see it.
CUT = """width => {
  const style = e => getComputedStyle(e);
  const moved = e => {
    for (let p = e.parentElement; p && p !== document.body; p = p.parentElement)
      if (["auto", "scroll"].includes(style(p).overflowX)) return true;
    return false;
  };
  const name = e => `${e.tagName}.${e.className}`;
  return [...document.querySelectorAll("header *, main *")].filter(e => {
    const box = e.getBoundingClientRect();
    if (!box.width || !box.height || style(e).visibility === "hidden") return false;
    if (e.closest("#table, .skip, .gone")) return false;
    const over = (box.right > width + 1 || box.left < -1) && !moved(e);
    const clipped = style(e).overflowX === "hidden" && style(e).textOverflow !== "ellipsis";
    return over || (clipped && e.scrollWidth > e.clientWidth + 1 && !/mantine/.test(e.className));
  }).map(name);
}"""

# Controls smaller than WCAG 2.2 asks for (24 pixels); a link within a sentence or a table's cell may be as its text.
SMALL = """() => [...document.querySelectorAll("header, main")].flatMap(part => [...part.querySelectorAll(
  "a, button, input, select, summary, [role=checkbox], [role=radio], [role=tab]"
)]).filter(e => {
  const box = e.getBoundingClientRect();
  return box.width && (box.width < 24 || box.height < 24) && !e.closest("#table, p, .skip, .gone");
}).map(e => `${e.tagName}.${e.className} ${e.textContent}`)"""

# Parts of the page that follow one another must not lie over one another.
OVER = """() => [...document.querySelectorAll(
  ".page, .explorer, .middle, .importing, .room, .body, .reviewing, .review-body, .rows, .tray"
)].flatMap(frame => {
  const lifted = ["absolute", "fixed", "sticky"];
  const parts = [...frame.children].filter(e => !lifted.includes(getComputedStyle(e).position));
  const boxes = parts.map(e => [e, e.getBoundingClientRect()]).filter(([, box]) => box.width && box.height);
  return boxes.flatMap(([a, one], i) => boxes.slice(i + 1).filter(([, other]) =>
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > 2
    && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 2
  ).map(([b]) => `${a.className} / ${b.className}`));
})"""

# The longest line of running text, in characters; a table's cells are none, and a sheet of paper has its width.
LONGEST = """() => {
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  let longest = [0, ""];
  for (let node; (node = walker.nextNode()); ) {
    const said = node.data.trim();
    if (said.length < 60 || node.parentElement.closest("script, style, table, #table, .sheet")) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const lines = new Set([...range.getClientRects()].map(box => Math.round(box.top))).size;
    if (lines && said.length / lines > longest[0]) longest = [said.length / lines, said];
  }
  return longest;
}"""


def whole(page: Page, width: int) -> None:
    """Assert that nothing of the page is cut off and that nothing lies over another."""
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert page.evaluate(CUT, width) == []
    assert page.evaluate(OVER) == []


def sized(page: Page, screen: str) -> int:
    width, height = SIZES[screen]
    page.set_viewport_size({"width": width, "height": height})
    return width


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("place", PAGES)
def test_nothing_of_a_page_is_cut_off(page: Page, address: str, place: str, language: str) -> None:
    page.context.add_cookies([{"name": "language", "value": language, "url": address}])
    sized(page, "phone")
    PLACES[place](page, address)
    for screen in SIZES:
        width = sized(page, screen)
        whole(page, width)
        if place != "firm file":
            expect(page.locator(".page-link[aria-current=page]")).to_be_in_viewport(ratio=1)
        if width < 1000:
            assert page.evaluate(SMALL) == []
    longest, said = page.evaluate(LONGEST)
    assert longest <= 95, f"on the largest screen this line is too long to read: {said}"


def test_the_question_folds(page: Page, address: str) -> None:
    width = sized(page, "phone")
    explorer = Explorer(page, address)
    whole(page, width)
    expect(page.locator("#run")).to_be_hidden()
    page.locator("#fold-asking").click()
    expect(page.locator("#run")).to_be_visible()
    whole(page, width)
    page.locator("#canvas").scroll_into_view_if_needed()
    explorer.tap(explorer.nodes("Enterprise")[0])
    expect(explorer.inspector.locator(".card-title")).to_be_visible(timeout=READY)


def test_a_ledger_is_loaded_and_a_name_decided_on_a_phone(page: Page, zone: Zone) -> None:
    width = sized(page, "phone")
    zone.firms()
    member = ["安某", "990000197505052027", "2001-07-01", "正式党员", "佳科技", None, "第一支部", "B1", None]
    zone.load(table(zone.desk / "党员名册2026-09-30.xlsx", MEMBERS, [member]), SEPTEMBER)
    importing = ImportPage(page, zone.address)
    ledger = table(
        zone.desk / "企业台账2026-10-31.xlsx",
        [*ENTERPRISES, "谁也不认识的表头"],
        [
            ["岚川新来的半导体材料有限公司", None, 50, "正常经营", "一号路1号", "G1", "甲"],
            ["岚川佳科技有限公司", "91990000MA0000001B", 70, "正常经营", "一号路1号", "G1", "乙"],
        ],
    )
    importing.drop(ledger)
    importing.stands(ledger.name, "待确认")
    page.locator(".headings summary").click()
    whole(page, width)
    assert page.evaluate(SMALL) == []
    importing.take_as("部分")
    importing.stands(ledger.name, "待确认")
    importing.answered()
    importing.load(ledger.name)
    whole(page, width)
    review = ReviewPage(page, zone.address)
    review.candidate("岚川佳科技有限公司").click()
    whole(page, width)
    assert page.evaluate(SMALL) == []
    page.locator("#decide").click()
    expect(review.decided.first).to_contain_text("“佳科技”指", timeout=READY * 4)
    whole(page, width)
