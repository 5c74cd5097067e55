"""A firm on one sheet before a visit: from the explorer to paper and back."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from graph.connection import Database
from tests.browser.explorer import READY, Explorer
from tests.browser.ledger_pages import WORK
from tests.browser.test_overview_story import gone
from tests.browser.zone import ALPHA, FIRMS, SEPTEMBER, Zone
from tests.ledgers import BRANCHES, table

PAGES = re.compile(rb"/Type\s*/Page[^s]")


def test_from_a_firm_in_the_picture_to_its_sheet_and_back(page: Page, address: str) -> None:
    explorer = Explorer(page, address, "?q=members-uncovered")
    firm = explorer.nodes("Enterprise")[0]
    explorer.tap(firm)
    explorer.inspector.get_by_role("link", name="一企一档").click()
    sheet = page.get_by_role("article")
    expect(sheet).to_be_visible(timeout=READY)
    key = firm.removeprefix("Enterprise:")
    expect(page).to_have_url(re.compile(rf"/firm/{key}\?at=2026-10-31$"))
    expect(sheet).to_contain_text(key)
    expect(sheet.locator(".sheet-judged .fails").first).to_contain_text("有党员未覆盖")
    expect(sheet.locator(".of-members")).to_contain_text("在册正式党员")
    expect(sheet.locator(".of-identity")).to_contain_text("网格联系部门")
    expect(sheet.locator(".sheet-unknown")).to_contain_text("入党申请人数")
    expect(sheet.locator(".sheet-foot")).to_contain_text("非公企业工作台账 2026-10-31")
    expect(sheet.locator(".of-officers")).to_contain_text(re.compile(r"[\u4e00-\u9fff]\*"))
    page.get_by_role("link", name="在图谱中查看").click()
    explorer.drawn()
    expect(explorer.inspector.locator(".card-title")).to_have_text(explorer.caption(firm), timeout=READY)


@pytest.mark.parametrize(("language", "theme", "word"), [("zh", "light", "打印"), ("en", "dark", "Print")])
def test_it_is_one_page_of_paper(
    page: Page, address: str, tmp_path: Path, language: str, theme: str, word: str
) -> None:
    cookies = {"language": language, "theme": theme}
    page.context.add_cookies([{"name": name, "value": value, "url": address} for name, value in cookies.items()])
    firm = Explorer(page, address, "?q=members-uncovered").nodes("Enterprise")[0].removeprefix("Enterprise:")
    page.goto(f"{address}/firm/{firm}")
    expect(page.get_by_role("button", name=word, exact=True)).to_be_visible(timeout=READY)
    printed = page.pdf(path=tmp_path / "firm.pdf", prefer_css_page_size=True)
    assert len(PAGES.findall(printed)) == 1
    page.emulate_media(media="print")
    expect(page.get_by_role("button")).to_have_count(0)
    expect(page.get_by_role("navigation")).to_have_count(0)
    ink = "getComputedStyle(document.querySelector('.sheet dd')).color"
    assert page.evaluate(ink) == "rgb(0, 0, 0)"


def test_forty_pairs_and_forty_requests_are_one_page_too(page: Page, zone: Zone) -> None:
    _much(zone)
    page.goto(f"{zone.address}/firm/{ALPHA}")
    expect(page.get_by_role("article")).to_be_visible(timeout=WORK)
    requests = page.locator(".of-requests dd > span:visible")
    expect(requests).to_have_count(40)
    assert len(PAGES.findall(page.pdf(prefer_css_page_size=True))) == 1
    page.emulate_media(media="print")
    shown = requests.all_inner_texts()
    assert 2 <= len(shown) <= 6
    assert shown[0].startswith("2026-11-22 · 期限内 · 第39件"), "what is due first stands first"
    assert shown[-1] == f"另有 {41 - len(shown)} 条，见系统"
    pairs = page.locator(".of-co_building dd").first.locator("span:visible").all_inner_texts()
    assert pairs[0].startswith("机关第39支部"), "the newest pair stands first"
    assert pairs[-1] == f"另有 {41 - len(pairs)} 条，见系统"


def _much(zone: Zone) -> None:
    """A firm with a branch that has forty pairs, and with forty open requests."""
    zone.firms()
    branch = ["B1", "第一支部", "企业", "单独建立", "2020-01-01", None, FIRMS[0][0], ALPHA, "2020-01-01"]
    zone.load(table(zone.desk / "党组织台账2026-09-30.xlsx", BRANCHES, [branch]), SEPTEMBER)
    day = date(2025, 1, 1)
    pairs = [[f"机关第{i}支部", f"J{i}", "第一支部", "B1", day + timedelta(days=i), f"X{i}"] for i in range(40)]
    headings = ["机关党组织/名称", "机关党组织/代码", "企业党组织/名称", "企业党组织/代码", "签订日期", "协议编号"]
    zone.load(table(zone.desk / "结对共建台账2026-09-30.xlsx", headings, pairs), SEPTEMBER)
    long = "厂区门前的公交车站离得太远，职工上下班不方便，希望增设一站"
    requests = [
        [f"Q{i}", f"第{i}件：{long}", day, date(2026, 12, 31) - timedelta(days=i), "办理中", *FIRMS[0][:2]]
        for i in range(40)
    ]
    headings = [
        "诉求编号",
        "诉求内容",
        "提出日期",
        "办结期限",
        "办理状态",
        "提出企业/企业名称",
        "提出企业/统一社会信用代码",
    ]
    zone.load(table(zone.desk / "诉求台账2026-09-30.xlsx", headings, requests), SEPTEMBER)


def test_the_button_prints(page: Page, address: str) -> None:
    page.add_init_script("window.print = () => (window.printed = (window.printed || 0) + 1)")
    firm = Explorer(page, address, "?q=members-uncovered").nodes("Enterprise")[0].removeprefix("Enterprise:")
    page.goto(f"{address}/firm/{firm}")
    page.get_by_role("button", name="打印", exact=True).click(timeout=READY)
    assert page.evaluate("window.printed") == 1


def test_an_unknown_firm_and_a_wrong_day_are_told(page: Page, address: str) -> None:
    page.goto(f"{address}/firm/nobody")
    expect(page.get_by_role("alert")).to_contain_text("没有键为", timeout=READY)
    expect(page.get_by_role("alert")).to_contain_text("请用搜索查找")
    page.goto(f"{address}/firm/nobody?at=2026-13-01")
    expect(page.get_by_role("alert")).to_contain_text("“2026-13-01”不是日期", timeout=READY)


def test_a_database_that_is_gone_and_comes_back(
    page: Page, address: str, demo_zone: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    firm = demo_zone.read("MATCH (e:Enterprise) RETURN e.key AS key ORDER BY key LIMIT 1")[0]["key"]
    with monkeypatch.context() as patched:
        patched.setattr(Database, "read", gone)
        page.goto(f"{address}/firm/{firm}")
        expect(page.get_by_role("alert")).to_contain_text("连接不上数据库", timeout=READY)
        expect(page.get_by_role("alert")).to_contain_text("请启动它")
    page.get_by_role("button", name="重试").first.click()
    expect(page.get_by_role("article")).to_be_visible(timeout=READY)


def test_nothing_loaded_leads_to_the_import(page: Page, zone: Zone) -> None:
    page.goto(f"{zone.address}/firm/{ALPHA}")
    told = page.get_by_role("status").filter(has_text="数据库里还没有台账")
    expect(told.get_by_role("link", name="台账导入")).to_be_visible(timeout=READY)
