"""The map as a planner uses it: the same scene on its coordinates, one selection, and the graph untouched."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from math import hypot

from playwright.sync_api import Browser, Page, expect

from app.mapping.outlines import FILE
from graph.connection import Database
from graph.settings import Settings
from tests.browser.explorer import READY, Explorer

NEAR = "?q=uncovered-near-branch&at=2026-10-31"
AT_ONE_ADDRESS = """
MATCH (a:Enterprise)<-[one:OF]-(here:Site), (b:Enterprise)<-[other:OF]-(there:Site)
WHERE a.key < b.key AND here.location = there.location AND one.until > $at AND other.until > $at
RETURN a.key AS a, b.key AS b ORDER BY a, b LIMIT 1
"""


class Map(Explorer):
    """The explorer as a map."""

    def drawn(self) -> None:
        super().drawn()
        if "map" in self.page.url:
            self.placed()

    def placed(self) -> None:
        """Wait until what is drawn has its places."""
        expect(self.page.locator("#canvas")).to_have_attribute("data-mapped", re.compile(r"\d+"), timeout=READY)

    def maps(self, action: Callable[[], object]) -> None:
        """Do something after which the map asks for places, and wait for them."""
        canvas = self.page.locator("#canvas")
        before = int(canvas.get_attribute("data-mapped") or 0)
        action()
        expect(canvas).to_have_attribute("data-mapped", str(before + 1), timeout=READY)

    def shows(self, view: str) -> None:
        self.page.get_by_role("button", name=view, exact=True).click()

    def view(self) -> object:
        return self.page.evaluate("[cy.zoom(), cy.pan()]")


def test_near_links_lie_as_long_on_the_map_as_they_say(page: Page, address: str) -> None:
    explorer = Map(page, address, NEAR + "&view=map")
    expect(page.locator(".map-scale")).to_be_visible()
    expect(page.locator("#map-scale-words")).to_have_text(re.compile(r"\d+ (米|公里)"))
    expect(page.locator(".page-link[aria-current=page]")).to_have_text("地图")
    bar = (page.locator("#map-scale-bar").bounding_box() or {})["width"]
    number, unit = page.locator("#map-scale-words").inner_text().split()
    metres = float(number) * (1000 if unit == "公里" else 1) / bar
    right = 0
    for edge in explorer.edges():
        (x, y), (u, v) = explorer.spot(edge["source"]), explorer.spot(edge["target"])
        right += abs(hypot(x - u, y - v) * metres - edge["metres"]) < 30
    assert right >= 3, "a branch that is nearest where it is seated lies as far on the map as the link says"


def test_two_firms_at_one_address_are_both_seen_and_clicked(page: Page, address: str, demo_zone: Database) -> None:
    row = demo_zone.read(AT_ONE_ADDRESS, {"at": date(2026, 10, 31)})[0]
    firms = [f"Enterprise:{row[end]}" for end in ("a", "b")]
    explorer = Map(page, address, NEAR + "".join(f"&node={firm}" for firm in firms) + "&view=map")
    (x, y), (u, v) = (explorer.spot(firm) for firm in firms)
    assert hypot(x - u, y - v) > 40
    for firm in firms:
        page.mouse.click(*explorer.spot(firm))
        page.wait_for_function("id => cy.nodes(':selected').map(n => n.id()).join() === id", arg=firm)
        expect(explorer.inspector.locator(".facts").first).to_contain_text(firm.split(":")[1], timeout=READY)
    for _ in range(4):
        page.get_by_role("button", name="缩小").click()
    # a function: bare words are evaluated anew in each frame, which the page's policy on scripts forbids
    page.wait_for_function("() => cy.zoom() === liangxin.map.zoom")
    (x, y), (u, v) = (explorer.spot(firm) for firm in firms)
    assert hypot(x - u, y - v) > 40, "they stay apart however far one looks from"


def test_one_selection_holds_on_the_map_in_the_graph_and_in_the_table(page: Page, address: str) -> None:
    explorer = Map(page, address, NEAR + "&view=map")
    firm = explorer.nodes("Enterprise")[0]
    page.mouse.click(*explorer.spot(firm))
    selected = page.locator("#table .ag-center-cols-container .ag-row-selected")
    expect(selected.first).to_be_visible()
    rows = selected.count()
    explorer.shows("图")
    assert page.evaluate("cy.nodes(':selected').map(n => n.id())") == [firm]
    explorer.shows("表")
    expect(selected).to_have_count(rows)
    explorer.shows("地图")
    assert page.evaluate("cy.nodes(':selected').map(n => n.id())") == [firm]
    expect(page).to_have_url(re.compile(rf"node={firm}&view=map$"))


def test_going_to_the_map_and_back_moves_nothing(page: Page, address: str) -> None:
    explorer = Map(page, address, NEAR)
    branch = explorer.nodes("Branch")[0]
    explorer.tap(branch)
    explorer.does(lambda: page.get_by_role("button", name="固定位置").click())
    graph, looked = explorer.positions(), explorer.view()
    explorer.maps(lambda: explorer.shows("地图"))
    on_map, seen = explorer.positions(), explorer.view()
    assert on_map != graph
    expect(page.get_by_role("button", name="布局")).to_be_disabled()
    explorer.drag(branch)
    assert explorer.positions() == on_map, "nobody is dragged on the map"
    page.evaluate("v => cy.viewport({zoom: v[0], pan: v[1]})", seen)
    explorer.shows("图")
    assert explorer.positions() == graph
    assert explorer.view() == looked
    explorer.maps(lambda: explorer.shows("地图"))
    assert explorer.positions() == on_map
    assert explorer.view() == seen
    page.reload()
    explorer.drawn()
    explorer.shows("图")
    assert explorer.positions() == graph


def test_newcomers_appear_at_their_coordinates_and_those_without_are_counted_and_named(
    page: Page, address: str
) -> None:
    explorer = Map(page, address, NEAR)
    graph = explorer.positions()
    explorer.maps(lambda: explorer.shows("地图"))
    before = explorer.positions()
    branch = explorer.nodes("Branch")[0]
    page.mouse.click(*explorer.spot(branch))
    covered = explorer.inspector.locator("[data-edge=COVERS]").first
    members = explorer.inspector.locator("[data-edge=BELONGS_TO][data-other=Member]")
    expect(members).to_be_visible(timeout=READY)
    explorer.maps(lambda: explorer.does(covered.click))
    firms = set(explorer.positions()) - set(before)
    assert firms <= set(explorer.nodes("Enterprise"))
    told = int(members.locator(".expand-count").inner_text())
    explorer.maps(lambda: explorer.does(members.click))
    expect(page.locator(".map-told summary")).to_have_text(f"{told} 个节点没有坐标，未画在地图上")
    assert explorer.nodes("Member") == []
    page.locator(".map-told summary").click()
    expect(page.locator(".unplaced")).to_have_count(told)
    page.locator(".unplaced").first.click()
    expect(explorer.inspector.locator(".card-type")).to_contain_text("党员", timeout=READY)
    explorer.shows("图")
    assert len(explorer.nodes("Member")) == told
    assert {i: at for i, at in explorer.positions().items() if i in graph} == graph


def test_hide_undo_and_another_question_work_on_the_map(page: Page, address: str) -> None:
    explorer = Map(page, address, NEAR + "&view=map")
    firm = explorer.nodes("Enterprise")[0]
    page.mouse.click(*explorer.spot(firm))
    explorer.maps(lambda: explorer.does(lambda: page.keyboard.press("Delete")))
    assert firm not in explorer.nodes()
    explorer.maps(lambda: explorer.does(lambda: page.keyboard.press("Control+z")))
    assert firm in explorer.nodes()
    explorer.maps(lambda: explorer.does(lambda: page.locator("[data-kind=unreached]").click()))
    assert len(explorer.nodes("Enterprise")) == 14
    inside = "cy.nodes(':visible').every(n => { const p = n.renderedPosition(); return p.x > 0 && p.x < cy.width(); })"
    assert page.evaluate(inside)
    expect(page).to_have_url(re.compile(r"q=unreached.*&view=map$"))
    explorer.shows("图")
    within = "n => { const b = n.renderedBoundingBox(); return b.x1 >= 0 && b.x2 <= cy.width(); }"
    assert page.evaluate(f"cy.nodes(':visible').every({within})"), "the graph of it was drawn and is fitted"


def test_a_link_opens_the_map_in_a_fresh_browser_in_english_and_dark(
    page: Page, address: str, browser: Browser
) -> None:
    explorer = Map(page, address, "map")
    expect(page).to_have_url(re.compile(r"/\?q=rates&at=2026-10-31&.*view=map$"))
    assert len(explorer.nodes("Area")) == 6, "it opens on the areas, each in the middle of its cells"
    link, places = page.url, {i: explorer.spot(i) for i in explorer.nodes()}
    fresh = browser.new_context(viewport=page.viewport_size, locale="en-GB")
    fresh.add_cookies([{"name": n, "value": v, "url": address} for n, v in (("language", "en"), ("theme", "dark"))])
    other = Map(fresh.new_page(), address, link.removeprefix(f"{address}/"))
    assert {i: other.spot(i) for i in other.nodes()}.keys() == places.keys()
    expect(other.page.get_by_role("button", name="Map", exact=True)).to_have_attribute("aria-pressed", "true")
    expect(other.page.locator("#map-scale-words")).to_have_text(re.compile(r"^\d+ k?m$"))
    expect(other.page.locator("html")).to_have_attribute("data-mantine-color-scheme", "dark")
    fresh.close()


def test_outlines_of_a_local_file_are_drawn_and_a_wrong_file_is_told(
    page: Page, address: str, demo_zone: Database, engine: Settings
) -> None:
    file = engine.home / FILE
    square = [[117.3, 27.9], [117.5, 27.9], [117.5, 28.1], [117.3, 27.9]]
    try:
        file.write_text(json.dumps({"type": "Polygon", "coordinates": [square]}), encoding="utf-8")
        Map(page, address, NEAR + "&view=map")
        assert page.evaluate("liangxin.map.outlines.closed.length") == 1
        expect(page.get_by_role("alert")).to_have_count(0)
        file.write_text("nothing of the kind", encoding="utf-8")
        page.reload()
        told = page.get_by_role("alert").filter(has_text="GeoJSON")
        expect(told).to_contain_text("改正它或移走它", timeout=READY)
    finally:
        file.unlink(missing_ok=True)
    page.reload()
    Map(page, address, NEAR + "&view=map")
    expect(page.get_by_role("alert")).to_have_count(0)
    assert page.evaluate("liangxin.map.outlines.closed.length") == 0
