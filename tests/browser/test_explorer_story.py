"""What the page is for, as one clerk lives it: find, ask, look, learn why, expand, take back, take away."""

from __future__ import annotations

import re
from pathlib import Path

import networkx as nx
import pytest
from playwright.sync_api import Page, Route, expect

from app import ids
from tests.browser.explorer import READY, Explorer, slow_down

ANSWERS = re.compile("_dash-update-component")
DETAILS = f'"output":"{ids.DETAILS}.children"'
"""What the browser asks the controls of a question with."""


@pytest.fixture
def explorer(page: Page, address: str) -> Explorer:
    return Explorer(page, address)


def test_opens_on_the_holes_of_the_newest_day(explorer: Explorer) -> None:
    page = explorer.page
    expect(page.locator("#date")).to_have_value("2026-10-31")
    expect(page.locator("#demo-ribbon")).to_have_text("示例数据")
    expect(page.locator("[data-kind=qualified_unbuilt] .chip-count")).to_have_text("2", timeout=READY)
    expect(page.locator("[data-kind=members_uncovered] .chip-count")).to_have_text("5")
    expect(page.locator("[data-kind=unreached] .chip-count")).to_have_text("14")
    expect(page.locator("[data-kind=cell_unassigned] .chip-count")).to_have_text("1")
    expect(page.locator("[data-kind=joint_qualified] .chip-count")).to_have_text("2")
    expect(page.locator("[data-kind=joint_overfull] .chip-count")).to_have_text("1")
    ghosts = [edge for edge in explorer.edges() if edge.get("ghost")]
    assert ghosts
    assert all(re.fullmatch(r"[\d,]+ 米", edge["label"]) for edge in ghosts if edge.get("metres") is not None)


def test_a_chip_draws_exactly_its_holes(explorer: Explorer) -> None:
    page = explorer.page
    explorer.does(lambda: page.locator("[data-kind=members_uncovered]").click())
    assert len(explorer.nodes("Enterprise")) == 5
    missing = [edge for edge in explorer.edges() if edge.get("ghost")]
    assert len(missing) == 5
    expect(page.locator("#total")).to_have_text("共 5 条，显示 5 条")
    expect(page.locator("[data-kind=members_uncovered]")).to_have_attribute("aria-pressed", "true")


def test_search_by_pinyin_initials_adds_what_is_chosen(explorer: Explorer) -> None:
    page = explorer.page
    page.locator("#search").press_sequentially("jkq", delay=30)
    hit = page.get_by_role("option").first
    expect(hit).to_contain_text("经开区", timeout=READY)
    name = hit.locator(".hit-name").inner_text()
    explorer.does(lambda: hit.click())
    expect(explorer.inspector.locator(".card-title")).to_have_text(name)
    expect(page.locator("#undo")).to_have_attribute("aria-label", f"撤回操作：加入“{name}”")


def test_question_date_and_parameters_decide_the_picture(explorer: Explorer) -> None:
    page = explorer.page
    explorer.choose_question("附近党组织")
    explorer.choose_date("2026-04-30")
    radius = page.get_by_label("距离不超过")
    radius.fill("300")
    explorer.run()
    expect(page).to_have_url(re.compile(r"q=uncovered-near-branch&at=2026-04-30&set\.radius=300"))
    near = [edge["metres"] for edge in explorer.edges() if edge.get("ghost") and edge.get("metres") is not None]
    assert near
    assert max(near) <= 300
    expect(explorer.rows.first).to_be_visible()


def test_what_was_typed_counts_when_the_question_is_run_at_once_on_a_slow_pc(page: Page, address: str) -> None:
    explorer = Explorer(page, address, "?q=uncovered-near-branch&at=2026-04-30")
    slow_down(page)
    page.get_by_label("距离不超过").press("Control+a")
    page.keyboard.type("300")
    explorer.run()
    expect(page).to_have_url(re.compile(r"q=uncovered-near-branch&at=2026-04-30&set\.radius=300"))


def test_a_question_run_before_its_controls_have_come_is_asked_as_it_stands(explorer: Explorer) -> None:
    page = explorer.page
    before = page.get_by_label("距离不超过")
    expect(before).to_be_visible()
    held: list[Route] = []

    def hold(route: Route) -> None:
        if DETAILS in (route.request.post_data or ""):
            held.append(route)
        else:
            route.continue_()

    page.route(ANSWERS, hold)
    explorer.choose_question("联合党支部负荷")
    explorer.run()
    expect(page).to_have_title(re.compile("联合党支部负荷"))
    expect(before).to_be_visible()
    page.route(ANSWERS, lambda route: route.continue_())
    for route in held:
        route.continue_()
    expect(page.get_by_role("combobox", name="至少")).to_be_visible()


def test_a_link_opens_what_it_names(page: Page, address: str) -> None:
    explorer = Explorer(page, address, "?q=joint-branch-load&at=2026-10-31&set.least=over")
    assert len(explorer.nodes("Branch")) == 1
    expect(page.locator("#question")).to_have_value("联合党支部负荷")
    expect(page.get_by_role("combobox", name="至少")).to_have_value("已超限")


def test_a_node_tells_what_is_known_and_why(explorer: Explorer) -> None:
    explorer.does(lambda: explorer.page.locator("[data-kind=qualified_unbuilt]").click())
    firm = explorer.nodes("Enterprise")[0]
    explorer.tap(firm)
    card = explorer.inspector
    expect(card.locator(".facts").first).to_contain_text(firm.removeprefix("Enterprise:"), timeout=READY)
    expect(card.locator(".why")).to_contain_text("应建未建")
    expect(card.locator(".why")).to_contain_text("第四条")
    expect(card.locator(".sources .source").first).to_contain_text(re.compile(r"第 \d+ 行"))
    expect(card.locator(".record")).to_contain_text("正常经营")


def test_a_missing_edge_tells_how_far_and_by_which_rule(explorer: Explorer) -> None:
    ghost = next(edge for edge in explorer.edges() if edge.get("metres") is not None)
    explorer.page.evaluate("id => void cy.getElementById(id).emit('tap')", ghost["id"])
    expect(explorer.inspector).to_contain_text(ghost["label"])
    expect(explorer.inspector.locator(".rule")).to_be_visible()


def test_expanding_counts_first_and_moves_nobody(explorer: Explorer) -> None:
    page = explorer.page
    branch = explorer.nodes("Branch")[0]
    explorer.tap(branch)
    line = explorer.inspector.locator("[data-edge=BELONGS_TO][data-other=Member]")
    expect(line).to_be_visible(timeout=READY)
    told = int(line.locator(".expand-count").inner_text())
    before = explorer.positions()
    explorer.does(line.click)
    after = explorer.positions()
    assert len(explorer.nodes("Member")) == told
    assert all(after[i] == place for i, place in before.items())
    names = page.evaluate("cy.nodes('[type = \"Member\"]').map(n => n.data('label'))")
    assert all(re.fullmatch(r".\*(·\d+)?", name) for name in names)


def test_hide_undo_and_redo(explorer: Explorer) -> None:
    page = explorer.page
    branch = explorer.nodes("Branch")[0]
    explorer.tap(branch)
    expect(explorer.inspector.locator(".card-title")).to_be_visible(timeout=READY)
    explorer.does(lambda: page.keyboard.press("Delete"))
    assert branch not in explorer.nodes()
    expect(page.locator("#picture-size")).to_contain_text("已隐藏 1 个")
    explorer.does(lambda: page.keyboard.press("Control+z"))
    assert branch in explorer.nodes()
    expect(page.locator("#redo")).to_have_attribute("aria-label", "恢复操作：隐藏1个节点")
    explorer.does(lambda: page.locator("#redo").click())
    assert branch not in explorer.nodes()


def test_undo_of_a_question_brings_back_picture_table_and_controls(explorer: Explorer) -> None:
    page = explorer.page
    first = explorer.positions()
    explorer.does(lambda: page.locator("[data-kind=unreached]").click())
    expect(page.locator("#question")).to_have_value("无挂点干部")
    explorer.does(lambda: page.locator("#undo").click())
    assert explorer.positions() == first
    expect(page.locator("#question")).to_have_value("附近党组织")


def test_what_a_person_drags_stays_there(explorer: Explorer) -> None:
    page = explorer.page
    node = explorer.nodes("Branch")[0]
    explorer.does(lambda: explorer.drag(node))
    placed = explorer.positions()
    page.locator("#layouts").click()
    explorer.does(lambda: page.get_by_role("menuitem", name="按关系远近").first.click())
    assert explorer.positions()[node] == pytest.approx(placed[node], abs=0.11)
    page.reload()
    explorer.drawn()
    assert explorer.positions()[node] == pytest.approx(placed[node], abs=0.11)


def test_the_legend_counts_and_toggles_types(explorer: Explorer) -> None:
    page = explorer.page
    branches = len(explorer.nodes("Branch"))
    line = page.locator(".legend [data-type=Branch]")
    expect(line.locator(".legend-count")).to_have_text(str(branches))
    explorer.does(line.click)
    assert not explorer.nodes("Branch")
    expect(line).to_have_attribute("aria-pressed", "false")
    explorer.does(line.click)
    assert len(explorer.nodes("Branch")) == branches


def test_table_and_canvas_share_one_selection(explorer: Explorer) -> None:
    page = explorer.page
    explorer.rows.first.click()
    explorer.chosen(1)
    expect(explorer.inspector.locator(".card-title")).to_be_visible(timeout=READY)
    page.keyboard.press("Escape")
    expect(explorer.inspector).to_contain_text("点选一个节点")
    branch = explorer.nodes("Branch")[0]
    explorer.tap(branch)
    expect(page.locator("#table .ag-row-selected").first).to_be_visible()


def test_the_table_works_by_keyboard(explorer: Explorer) -> None:
    page = explorer.page
    page.locator("#view-nodes").click()
    expect(page.get_by_role("columnheader", name="编号")).to_be_visible()
    first = explorer.rows.filter(has=page.get_by_text("990000200001")).locator(".ag-cell").first
    first.focus()
    expect(first).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Space")
    expect(explorer.inspector.locator(".card-title")).to_be_visible(timeout=READY)
    count = len(explorer.nodes())
    explorer.does(lambda: page.keyboard.press("Delete"))
    assert len(explorer.nodes()) == count - 1


def test_what_is_cut_off_is_said(page: Page, address: str) -> None:
    explorer = Explorer(page, address, "?q=uncovered-near-branch&at=2026-04-30&set.action=work&set.radius=100000")
    total = page.locator("#total").inner_text()
    shown, of = (int(number) for number in reversed(re.findall(r"\d+", total.replace(",", ""))))
    assert explorer.nodes()
    if shown < of:
        expect(page.locator("#shortfalls")).to_contain_text("未显示")
    else:
        expect(page.locator("#shortfalls")).to_be_empty()


def test_language_and_theme(explorer: Explorer) -> None:
    page = explorer.page
    nodes = explorer.nodes()
    page.get_by_role("button", name="English").click()
    expect(page.locator("#run")).to_have_text("Run", timeout=READY)
    explorer.drawn()
    assert explorer.nodes() == nodes
    expect(page.locator("#total")).to_contain_text("shown")
    page.locator("#theme-switch").click()
    expect(page.locator("html")).to_have_attribute("data-mantine-color-scheme", "dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(15, 19, 24)"


def test_graphml_leaves_as_it_is_drawn(explorer: Explorer, tmp_path: Path) -> None:
    page = explorer.page
    page.locator("#export-menu").click()
    with page.expect_download() as download:
        page.get_by_role("menuitem", name="图数据(GraphML)").first.click()
    path = tmp_path / download.value.suggested_filename
    download.value.save_as(path)
    assert path.name.startswith("附近党组织_2026-10-31")
    graph = nx.read_graphml(path)
    assert set(graph.nodes) == set(explorer.nodes())
    assert any("岚川" in str(value) for _, data in graph.nodes(data=True) for value in data.values())


def test_the_picture_leaves_as_png(explorer: Explorer, tmp_path: Path) -> None:
    page = explorer.page
    page.locator("#export-menu").click()
    with page.expect_download() as download:
        page.get_by_role("menuitem", name="图片(PNG)").first.click()
    path = tmp_path / download.value.suggested_filename
    download.value.save_as(path)
    assert path.read_bytes().startswith(b"\x89PNG")
    assert path.stat().st_size > 20_000


def test_nothing_drawn_is_nothing_to_export(explorer: Explorer) -> None:
    page = explorer.page
    page.evaluate("liangxin.choose(cy.nodes().map(n => n.id()))")
    explorer.does(lambda: page.locator("#hide").click())
    page.locator("#export-menu").click()
    page.get_by_role("menuitem", name="名单(Excel)").first.click()
    expect(page.locator("#toast")).to_contain_text("没有可导出的内容")


def test_two_days_are_compared_and_a_link_shows_the_same(explorer: Explorer) -> None:
    page = explorer.page
    explorer.does(lambda: page.locator("[data-kind=members_uncovered]").click())
    explorer.compare_with("2026-09-30")
    explorer.run()
    expect(page.locator("#total")).to_have_text("与 2026-09-30 相比：新增 5，不再有 0，仍有 0")
    expect(page.locator(".legend")).to_contain_text("＋ 新增")
    firms = page.evaluate("cy.nodes('[type = \"Enterprise\"]').map(n => [n.data('turned'), n.data('label')])")
    assert [turned for turned, _ in firms] == ["gained"] * 5
    assert all(label.startswith("＋ ") for _, label in firms)
    expect(explorer.rows.first).to_contain_text("新增")
    again = Explorer(page.context.new_page(), explorer.address, "?" + page.url.partition("?")[2])
    expect(again.page.locator("#compared")).to_have_value("2026-09-30")
    expect(again.page.locator("#total")).to_have_text("与 2026-09-30 相比：新增 5，不再有 0，仍有 0")
    explorer.does(lambda: page.locator("#undo").click())
    assert page.evaluate("cy.elements('[?turned]').length") == 0
    expect(page.locator("#compared")).to_have_value("")
