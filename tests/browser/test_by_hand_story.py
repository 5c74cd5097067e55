"""One fact by hand, on the card of a firm: said, traced to who said it and to what was before, and taken back."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from loaders.loads import user
from tests.browser.explorer import Explorer, slow_down
from tests.browser.ledger_pages import WORK
from tests.browser.zone import ALPHA, BETA, FIRMS, OCTOBER, SEPTEMBER, Zone
from tests.ledgers import CELLS, table, whole_graph

OFFICERS = ["工号", "姓名", "所在部门", "挂点企业/企业名称", "挂点企业/统一社会信用代码"]
_CONTACTS = """
MATCH (:Officer {key: 'C1'})-[c:CONTACTS]->(e:Enterprise) WHERE c.until > date() RETURN e.key AS key ORDER BY key
"""


class Form:
    """The form on the card of a firm in the explorer."""

    def __init__(self, explorer: Explorer, code: str) -> None:
        self.page, self.card = explorer.page, explorer.inspector
        self.page.locator("#search").press_sequentially(code, delay=10)
        hit = self.page.get_by_role("option").first
        expect(hit).to_contain_text(code, timeout=WORK)
        explorer.does(lambda: hit.click())
        expect(self.card.locator(".by-hand summary")).to_be_visible(timeout=WORK)

    def unfold(self) -> None:
        """Open it by keyboard."""
        self.card.locator(".by-hand summary").focus()
        self.page.keyboard.press("Enter")

    def choose(self, what: str) -> None:
        """Choose a field or an edge by keyboard."""
        self.card.get_by_label("哪一项").focus()
        self.page.keyboard.press("Enter")
        self.page.keyboard.type(what)
        expect(self.page.get_by_role("option")).to_have_count(1)
        self.page.keyboard.press("ArrowDown")
        self.page.keyboard.press("Enter")

    def enter(self) -> None:
        """Press the button, once what was said before is answered: until then it takes no key."""
        button = self.card.locator("#by-hand-say:enabled:not([data-loading])")
        button.focus(timeout=WORK)
        expect(button).to_be_focused()
        self.page.keyboard.press("Enter")

    @property
    def wrong(self) -> Locator:
        return self.card.locator(".by-hand-wrong")

    @property
    def done(self) -> Locator:
        return self.card.locator(".by-hand-done")

    def take_back(self) -> None:
        self.done.get_by_role("button", name="撤回导入").click()
        expect(self.done).to_contain_text("已撤回", timeout=WORK)


@pytest.fixture
def form(page: Page, zone: Zone) -> Form:
    zone.firms()
    officer = ["C1", "韦某某", "经发局", FIRMS[1][0], BETA]
    zone.load(table(zone.desk / "干部联系台账2026-09-30.xlsx", OFFICERS, [officer]), SEPTEMBER)
    zone.load(table(zone.desk / "网格2026-10-31.xlsx", CELLS, [["G1", "第一网格", "东片区", "经发局"]]), OCTOBER)
    return Form(Explorer(page, zone.address), ALPHA)


def test_a_number_is_corrected_by_keyboard_traced_and_taken_back(form: Form, zone: Zone) -> None:
    page, before = form.page, whole_graph(zone.database)
    form.unfold()
    form.enter()
    expect(form.wrong).to_have_text("没有选择哪一项。先选一项")
    form.choose("从业人员数")
    form.enter()
    expect(form.wrong).to_have_text("没有填写内容。没有时填“无”", timeout=WORK)
    form.card.get_by_label("内容", exact=True).focus()
    page.keyboard.type("许多")
    form.enter()
    expect(form.wrong).to_have_text("不是数字。改正后再提交")
    assert whole_graph(zone.database) == before, "what is wrong is not kept"
    form.card.get_by_label("内容", exact=True).focus()
    page.keyboard.press("Control+a")
    page.keyboard.type("61")
    form.enter()
    expect(form.done).to_contain_text("已录入", timeout=WORK)
    expect(form.done).to_contain_text(f"{FIRMS[0][0]} · 从业人员数 50 → 61")
    assert zone.staff() == 61

    staff = form.card.locator("[data-what=staff]")
    expect(staff).to_contain_text("此前 50")
    staff.locator("summary").focus()
    page.keyboard.press("Enter")
    lines = staff.locator(".trace-line")
    said = rf"现用\s*61\s*2026-10-31.*手工录入.*{user()} 于 \d{{4}}-\d\d-\d\d \d\d:\d\d 导入"
    expect(lines.first).to_contain_text(re.compile(said))
    expect(lines.nth(1)).to_contain_text(re.compile(r"此前\s*50\s*2026-09-30.*台账!C2.*企业台账2026-09-30\.xlsx"))

    form.take_back()
    expect(form.done).to_contain_text("从业人员数 61 → 50")
    expect(staff).not_to_contain_text("61")
    assert whole_graph(zone.database) == before


def test_on_a_slow_pc_a_firm_is_chosen_and_a_number_kept_as_it_was_typed(page: Page, zone: Zone) -> None:
    zone.firms()
    explorer = Explorer(page, zone.address)
    slow_down(page)
    form = Form(explorer, ALPHA)
    form.unfold()
    form.choose("从业人员数")
    form.card.get_by_label("内容", exact=True).focus()
    page.keyboard.type("61")
    form.enter()
    expect(form.done).to_contain_text(f"{FIRMS[0][0]} · 从业人员数 50 → 61", timeout=WORK)
    assert zone.staff() == 61


def test_a_contact_officer_is_searched_for_and_keeps_the_other_firms(form: Form, zone: Zone) -> None:
    page, before = form.page, whole_graph(zone.database)
    form.unfold()
    form.choose("挂点干部")
    form.enter()
    expect(form.wrong).to_have_text("没有选另一端。搜索并选一个，或勾选“明确没有”", timeout=WORK)
    form.card.get_by_role("combobox", name="挂点干部：干部", exact=True).press_sequentially("韦", delay=30)
    page.get_by_role("option", name=re.compile(r"^韦\*")).click(timeout=WORK)
    form.enter()
    expect(form.done).to_contain_text("已录入", timeout=WORK)
    expect(form.done).to_contain_text(re.compile(rf"韦\*.* · 挂点联系 {FIRMS[0][0]}"))
    expect(form.card.locator(".edge-line").filter(has_text="挂点干部")).to_contain_text("韦*")
    assert [row["key"] for row in zone.database.read(_CONTACTS)] == [ALPHA, BETA]
    form.take_back()
    expect(form.card.locator(".edge-line").filter(has_text="挂点干部")).to_have_count(0)
    assert whole_graph(zone.database) == before
