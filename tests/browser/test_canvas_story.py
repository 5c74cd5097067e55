"""What a planner does on the canvas: filter, lay out, choose many, find ways, note, expand and collapse again."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.explorer import READY, Explorer

COUNTED = """
() => {
  const renderer = cy.renderer(), [draw, one] = [liangxin.draw, renderer.drawCachedElement];
  renderer.drawCachedElement = function (context, ...rest) {
    if (context.canvas.isConnected) window.drawnAlone += 1;
    return one.call(this, context, ...rest);
  };
  liangxin.draw = (change) => { draw(change); window.drawnAlone = 0; };
}
"""
"""Counts the elements that are drawn straight to the screen, not from a layer, since the last change."""
MOVED = "() => new Promise((done) => { cy.panBy({ x: 4, y: 0 }); liangxin.onceSeen(done); })"


@pytest.fixture
def explorer(page: Page, address: str) -> Explorer:
    return Explorer(page, address)


def test_a_filter_says_in_words_what_it_hid_and_is_clicked_away(explorer: Explorer) -> None:
    page = explorer.page
    page.locator("#filters").click()
    page.locator("#filter-metres").fill("500")
    explorer.does(lambda: page.locator("#filter-metres").press("Enter"))
    chip = page.locator("[data-filter=within]")
    expect(chip).to_have_text(re.compile(r"待建联系不超过 500 米：隐去 \d+ 个"))
    assert all(edge["metres"] <= 500 for edge in explorer.edges() if edge.get("metres") is not None)
    expect(page.locator("#picture-size")).to_contain_text("已隐藏")
    page.keyboard.press("Escape")
    hidden = len(explorer.nodes())
    explorer.does(chip.click)
    assert len(explorer.nodes()) > hidden
    expect(chip).to_have_count(0)
    explorer.does(lambda: page.locator("#undo").click())
    expect(chip).to_have_count(1)


def test_a_wrong_filter_is_told_and_changes_nothing(explorer: Explorer) -> None:
    page = explorer.page
    before = explorer.nodes()
    page.locator("#filters").click()
    page.locator("#filter-words").press("Enter")
    expect(page.get_by_role("alert").filter(has_text="请写出名称里的字")).to_be_visible(timeout=READY)
    assert explorer.nodes() == before


def test_two_nodes_are_chosen_and_the_ways_between_them_drawn(explorer: Explorer) -> None:
    page = explorer.page
    before = explorer.positions()
    first, second = explorer.nodes("Enterprise")[:2]
    page.evaluate("ids => liangxin.choose(ids)", [first, second])
    expect(explorer.inspector.locator(".card-title")).to_have_text("已选 2 个", timeout=READY)
    explorer.does(lambda: page.get_by_role("button", name="查找最短路径").click())
    expect(page.locator("#toast")).to_have_text(re.compile(r"\d+ 条最短路径，每条 \d+ 步"))
    chosen = page.evaluate("liangxin.selected()")
    assert {first, second} < set(chosen)
    joined = (
        "([a, b]) => cy.elements('node:selected, edge')"
        ".aStar({root: cy.getElementById(a), goal: cy.getElementById(b)}).found"
    )
    assert page.evaluate(joined, [first, second])
    after = explorer.positions()
    assert all(after[i] == place for i, place in before.items())


def test_what_several_share_arrives_and_what_they_do_not_share_is_said(explorer: Explorer) -> None:
    page = explorer.page
    explorer.does(lambda: page.locator("[data-kind=unreached]").click())
    page.evaluate("ids => liangxin.choose(ids)", explorer.nodes("Enterprise"))
    share = page.get_by_role("button", name="查找共同相邻")
    share.click(timeout=READY)
    expect(page.get_by_role("alert").filter(has_text="没有共同相邻")).to_be_visible(timeout=READY)


def test_many_are_chosen_by_what_they_are_and_by_a_line_around_them(explorer: Explorer) -> None:
    page = explorer.page
    page.locator("#choosing").click()
    page.get_by_role("menuitem", name="有缺口的").first.click()
    lacking = {i for edge in explorer.edges() if edge.get("ghost") for i in (edge["source"], edge["target"])}
    assert set(page.evaluate("liangxin.selected()")) == lacking
    expect(explorer.inspector.locator(".card-title")).to_have_text(f"已选 {len(lacking)} 个", timeout=READY)
    page.evaluate("id => liangxin.choose([id])", explorer.nodes("Branch")[0])
    page.locator("#choosing").click()
    page.get_by_role("menuitem", name="同类型的").first.click()
    assert set(page.evaluate("liangxin.selected()")) == set(explorer.nodes("Branch"))
    page.locator("#lasso").click()
    expect(page.locator("#lasso")).to_have_attribute("aria-pressed", "true")
    node = explorer.nodes("Branch")[0]
    x, y = explorer.spot(node)
    page.mouse.move(x - 25, y - 25)
    page.mouse.down()
    for dx, dy in ((25, -25), (25, 25), (-25, 25)):
        page.mouse.move(x + dx, y + dy)
    page.mouse.up()
    assert page.evaluate("liangxin.selected()") == [node]
    expect(page.locator("#lasso")).to_have_attribute("aria-pressed", "false")


def test_a_note_stands_under_its_node_and_is_taken_away_again(explorer: Explorer) -> None:
    page = explorer.page
    branch = explorer.nodes("Branch")[0]
    explorer.tap(branch)
    explorer.inspector.locator(".note-of > summary").click(timeout=READY)
    page.locator("#note").fill("下周二上门")
    explorer.does(lambda: page.get_by_role("button", name="写上").click())
    label = f"cy.getElementById('{branch}').data('label')"
    assert page.evaluate(label).endswith("✎ 下周二上门")
    page.reload()
    explorer.drawn()
    assert page.evaluate(label).endswith("✎ 下周二上门")
    explorer.does(lambda: page.locator("#undo").click())
    assert "✎" not in page.evaluate(label)


def test_what_was_expanded_collapses_again(explorer: Explorer) -> None:
    page = explorer.page
    before = explorer.positions()
    branch = explorer.nodes("Branch")[0]
    explorer.tap(branch)
    line = explorer.inspector.locator("[data-edge=BELONGS_TO][data-other=Member]")
    explorer.does(lambda: line.click(timeout=READY))
    assert explorer.nodes("Member")
    collapse = page.locator("#collapse")
    expect(collapse).to_have_text(f"收起已展开的 {len(explorer.nodes('Member'))} 个", timeout=READY)
    explorer.does(collapse.click)
    assert explorer.positions() == before
    expect(collapse).to_have_count(0, timeout=READY)


def test_layouts_on_demand_leave_what_is_pinned(explorer: Explorer) -> None:
    page = explorer.page
    branch = explorer.nodes("Branch")[0]
    explorer.tap(branch)
    explorer.does(lambda: page.locator("#pin").click())
    placed = explorer.positions()
    for words in ("按片区分组", "按类型分列", "以所选为中心", "按关系远近"):
        page.locator("#layouts").click()
        explorer.does(lambda words=words: page.get_by_role("menuitem", name=words).first.click())
        found = explorer.positions()
        assert found[branch] == pytest.approx(placed[branch], abs=0.11)
        assert len(set(found.values())) == len(found)
    expect(page.locator("#undo")).to_have_attribute("aria-label", "撤回操作：布局：按关系远近")


def test_the_page_opens_on_areas_and_leads_down_to_firms(page: Page, address: str) -> None:
    explorer = Explorer(page, address, "")
    assert len(explorer.nodes("Area")) == len(explorer.nodes()) == 6
    labels = page.evaluate("cy.nodes().map(n => n.data('label'))")
    assert "东篱片区\n16/84" in labels
    expect(page.locator(".legend")).to_contain_text("组织覆盖企业/正常经营企业")
    expect(page).to_have_url(re.compile(r"q=rates&at=2026-10-31&set\.by=area&set\.rate=organisation"))
    before = explorer.positions()
    area = page.evaluate("cy.nodes().filter(n => n.data('name') === '东篱片区').id()")
    explorer.does(lambda: page.evaluate("id => void cy.getElementById(id).emit('dbltap')", area))
    cells = page.evaluate("cy.nodes('[type = \"GridCell\"]').map(n => n.data('share'))")
    assert [sum(numbers) for numbers in zip(*cells, strict=True)] == [16, 84]
    cell = explorer.nodes("GridCell")[0]
    explorer.does(lambda: page.evaluate("id => void cy.getElementById(id).emit('dbltap')", cell))
    assert explorer.nodes("Enterprise")
    after = explorer.positions()
    assert all(after[i] == place for i, place in before.items())
    explorer.does(lambda: page.evaluate("id => void cy.getElementById(id).emit('dbltap')", area))
    assert explorer.positions() == before


def test_a_new_picture_moves_without_being_drawn_anew(explorer: Explorer) -> None:
    page = explorer.page
    explorer.choose_question("联合党支部负荷")
    expect(page.get_by_role("combobox", name="至少")).to_be_visible(timeout=READY)
    page.evaluate(COUNTED)
    explorer.run()
    expect(page).to_have_title(re.compile("联合党支部负荷"))
    for _ in range(5):
        page.evaluate(MOVED)
    assert page.evaluate("window.drawnAlone") == 0


def test_printed_it_is_the_picture_with_its_legend_and_the_title_names_question_and_day(explorer: Explorer) -> None:
    page = explorer.page
    expect(page).to_have_title("附近党组织 · 2026-10-31 · 两新图谱")
    page.emulate_media(media="print")
    for shown in ("#canvas", ".legend", "#picture-size"):
        expect(page.locator(shown)).to_be_visible()
    for hidden in (".asking", ".toolbar", ".strip", ".seeing", ".view-choices", "#days", ".below", ".top"):
        expect(page.locator(hidden).first).to_be_hidden()
