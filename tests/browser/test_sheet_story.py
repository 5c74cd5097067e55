"""The picture that leaves for paper: A4 across, printed without colour, every word large enough to be read."""

from __future__ import annotations

import itertools
import json
import re
from math import dist
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Page

from app.mapping.outlines import FILE
from graph.settings import Settings
from tests.browser.explorer import Explorer
from tests.browser.test_map_story import Map

WIDTH, HEIGHT = 277, 190
"""What a printer reaches on a sheet of A4 laid across, in millimetres."""
LEAST = 2.3
"""So high a word is at least, in millimetres: 6.5 points."""
LEGIBLE = 4.5
"""So much lighter the ground is at least than words on it, as WCAG counts contrast."""

NEAR = "?q=uncovered-near-branch&at=2026-10-31"
COMPARED = "?q=uncovered-near-branch&at=2026-10-31&compare=2026-04-30"
LARGE = "?q=officer-load&at=2026-10-31"


def printed(page: Page, folder: Path) -> Image.Image:
    """The picture as a person gets it, as a printer without colour prints it."""
    page.locator("#export-menu").click()
    with page.expect_download() as download:
        page.get_by_role("menuitem", name="图片(PNG)").first.click()
    path = folder / "picture.png"
    download.value.save_as(path)
    return Image.open(path).convert("L")


def sheet(page: Page) -> dict[str, Any]:
    """What the drawing tells of itself: all that is written with its place and height, and how much is left out."""
    told: dict[str, Any] = page.evaluate("liangxin.sheet().then(({ canvas, ...told }) => told)")
    return told


def light(grey: float) -> float:
    """How light a grey of 0 to 255 is, from 0 to 1."""
    part = grey / 255
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def contrast(picture: Image.Image, box: dict[str, float]) -> float:
    """How the darkest dot stands out from the lightest, where something is written."""
    left, top = max(0, round(box["x"])), max(0, round(box["y"]))
    dots = picture.crop((left, top, round(box["x"] + box["w"]), round(box["y"] + box["h"])))
    dark, pale = dots.getextrema()
    assert isinstance(dark, int)
    assert isinstance(pale, int)
    return (light(pale) + 0.05) / (light(dark) + 0.05)


@pytest.mark.parametrize(
    ("link", "told"),
    [
        (NEAR, ["党组织 9(六边形)", "企业 3(圆角方形)", "待建联系(虚线)"]),
        (COMPARED, ["＋ 新增 6(粗线、粗框)", "－ 不再有 24(点线、虚框)", "仍有 6(细线、无框)"]),
        ("?at=2026-10-31", ["片区 6(圆盘)", "圆盘深色部分和数字：组织覆盖企业/正常经营企业"]),
    ],
)
def test_the_picture_is_legible_on_a4_without_colour(
    page: Page, address: str, tmp_path: Path, link: str, told: list[str]
) -> None:
    explorer = Explorer(page, address, link)
    before = explorer.positions()
    picture = printed(page, tmp_path)
    assert picture.width / picture.height == pytest.approx(WIDTH / HEIGHT, rel=0.001)
    assert picture.width / WIDTH * 25.4 > 290
    assert explorer.positions() == before
    found = sheet(page)
    written = {one["words"]: one for one in found["written"]}
    assert all(one["millimetres"] >= LEAST for one in written.values())
    assert {words for words in told if words not in written} == set()
    assert any(words.startswith("数据截至 2026-10-31") for words in written)
    captions = page.evaluate("cy.nodes(':visible').map(n => n.data('label'))")
    missed = [label for label in captions if label not in written]
    assert missed == [], found["left"]
    faint = {words: contrast(picture, one["box"]) for words, one in written.items()}
    assert {words: found for words, found in faint.items() if found < LEGIBLE} == {}


def test_the_picture_is_the_same_from_a_dark_page(page: Page, address: str, tmp_path: Path) -> None:
    page.context.add_cookies([{"name": "theme", "value": "dark", "url": address}])
    Explorer(page, address, NEAR)
    dark = printed(page, tmp_path)
    page.locator("#theme-switch").click()
    assert ImageChops.difference(dark, printed(page, tmp_path)).getbbox() is None


def test_a_rule_is_told_by_its_mark_and_a_type_by_its_name_where_shapes_are_the_same(page: Page, address: str) -> None:
    explorer = Explorer(page, address, "?q=unreached&at=2026-10-31")
    explorer.does(lambda: page.evaluate("liangxin.act({ name: 'look', colouring: 'coverage' })"))
    words = [one["words"] for one in sheet(page)["written"]]
    assert any(re.fullmatch(r"无组织无挂点干部 \d+\(名称前标 △\)", said) for said in words)
    assert any(said.startswith("△ ") for said in words)
    page.evaluate(
        "cy.add([1, 2].map(n => ({ data: { id: `x${n}`, type: ['Activity', 'Visit'][n - 1], label: `${n}` } })))"
    )
    words = [one["words"] for one in sheet(page)["written"]]
    assert {"〔活动〕1", "〔走访〕2"} <= set(words)
    assert page.evaluate("cy.getElementById('x1').style('label')") == "1"
    page.evaluate(
        "cy.add(['Area', 'GridCell'].map(type => ({ data: { id: type, type, label: type, share: [1, 2] } })))"
    )
    words = [one["words"] for one in sheet(page)["written"]]
    assert {"〔片区〕Area", "〔网格〕GridCell"} <= set(words)


def test_words_that_find_no_room_are_left_out_and_counted(page: Page, address: str, tmp_path: Path) -> None:
    explorer = Explorer(page, address, LARGE)
    drawn = len(explorer.nodes())
    assert drawn > 500
    found = sheet(page)
    captions = [one for one in found["written"] if "at" in one]  # where it stands in the canvas; other words do not
    assert all(one["millimetres"] >= LEAST for one in found["written"])
    assert found["left"] + len(captions) == drawn
    assert any(f"{found['left']} 处文字没有位置或过小，未印" in one["words"] for one in found["written"])
    for one, other in itertools.combinations([one["box"] for one in captions], 2):
        apart_x = max(one["x"], other["x"]) - min(one["x"] + one["w"], other["x"] + other["w"])
        apart_y = max(one["y"], other["y"]) - min(one["y"] + one["h"], other["y"] + other["h"])
        assert max(apart_x, apart_y) > -10, "two captions cover each other"
    assert page.evaluate("cy.nodes().filter(n => Number(n.style('text-opacity')) < 1).length") == 0


def test_whatever_its_size_a_picture_fits_the_room_and_its_captions_are_high_enough(page: Page, address: str) -> None:
    Explorer(page, address, NEAR)
    room = {"width": 269, "height": 150}
    for width, height in itertools.product([1, 60, 900, 4_000, 90_000], repeat=2):
        fits = page.evaluate("([box, room]) => liangxin.printed(box, room)", [{"w": width, "h": height}, room])
        fine = page.evaluate("liangxin.printed.fine")
        assert fits["millimetres"] >= LEAST
        assert fits["scale"] * width / fine <= room["width"] + 0.01
        assert fits["scale"] * height / fine <= room["height"] + 0.01


def test_the_map_is_printed_with_its_ground_and_scale(
    page: Page, address: str, engine: Settings, tmp_path: Path
) -> None:
    file = engine.home / FILE
    ring = [[117.0, 27.5], [119.0, 27.5], [119.0, 29.0], [117.0, 29.0], [117.0, 27.5]]
    explorer = Map(page, address, NEAR + "&view=map")
    bare, told = printed(page, tmp_path), sheet(page)
    before, view = explorer.positions(), explorer.view()
    try:
        file.write_text(json.dumps({"type": "Polygon", "coordinates": [ring]}), encoding="utf-8")
        explorer = Map(page, address, NEAR + "&view=map")
        shaded, more = printed(page, tmp_path), sheet(page)
    finally:
        file.unlink(missing_ok=True)
    assert (explorer.positions(), explorer.view()) == (before, view)
    words = " ".join(one["words"] for one in told["written"])
    assert re.search(r"底图方格边长 \d+ (米|公里)", words)
    assert "上方为正北" in words
    assert "灰色块：区域" not in words
    assert any("灰色块：区域" in one["words"] for one in more["written"])
    assert all(one["millimetres"] >= LEAST for one in told["written"])
    within = tuple(round(told["room"][side] * 12) for side in ("x", "y", "width", "height"))
    ground = (within[0], within[1], within[0] + within[2], within[1] + within[3])
    lines, areas = (picture.crop(ground).histogram() for picture in (bare, shaded))
    assert lines[255] > sum(lines) / 2, "white paper between the grid's lines"
    assert sum(lines[200:250]) > 5_000, "the grid's lines"
    assert areas[255] < sum(areas) / 10, "the area's grey covers the paper"
    below = [one for one in told["written"] if one["box"]["y"] > ground[3]]
    scale = next(one for one in below if re.fullmatch(r"\d+ (米|公里)", one["words"]))
    base = round(scale["box"]["y"] + 2.9 * 12)
    bar = [x for x in range(round(scale["box"]["x"] + scale["box"]["w"]), bare.width) if bare.getpixel((x, base)) < 90]
    metres = int(scale["words"].split()[0]) * (1000 if scale["words"].endswith("公里") else 1)
    drawn = (bar[-1] - bar[0]) / metres
    ends = told["spots"]
    longest = max(page.evaluate("cy.edges('[?ghost]').map(e => e.data())"), key=lambda edge: float(edge["metres"]))
    assert dist(ends[longest["source"]], ends[longest["target"]]) / drawn == pytest.approx(longest["metres"], rel=0.05)
