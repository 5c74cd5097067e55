"""Defects of real ledgers (domain notes §3), each as a change of a sound survey and of what is to be read from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.unit.loaders.defects.survey import FORM, Page, Survey

BASIC = "企业基本情况/"
NAME, CODE, STAFF = f"{BASIC}企业名称", f"{BASIC}统一社会信用代码", f"{BASIC}从业人员数量(名)"
TURNOVER, STATE, DAY = f"{BASIC}年营业收入(万元)", f"{BASIC}经营状态", f"{BASIC}投产日期"
PRIVATE, FOREIGN, UNION = f"{BASIC}企业类型/私营", f"{BASIC}企业类型/外商", "群团/工会"
ABSENT = object()
"""The row says nothing of the slot."""


@dataclass
class Expected:
    """What is read: by row of the survey the slots it states; rows rejected and noted, with words of the reason."""

    slots: dict[int, dict[str, Any]] = field(default_factory=dict)
    rejected: dict[int, str] = field(default_factory=dict)
    noted: dict[int, str] = field(default_factory=dict)
    suggested: dict[int, str] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)
    unmapped: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Cell:
    """A defect of one cell. `slot` then has `value`; `rejected` and `noted` are words of what is said of the row."""

    name: str
    heading: str
    written: Any
    slot: str
    value: Any = None
    rejected: str = ""
    noted: str = ""
    shown: str = ""
    code: Any = None
    """What becomes of the credit code, where the defect is one of it."""

    def spoil(self, survey: Survey, row: int, expected: Expected) -> None:
        page = survey.pages[0]
        page.rows[row][self.heading] = self.written
        if self.shown:
            page.formats[row, self.heading] = self.shown
        if self.rejected:
            expected.rejected[row] = self.rejected
        else:
            expected.slots.setdefault(row, {})[self.slot] = self.value
            if self.heading == CODE:
                expected.slots[row]["uscc"] = self.code
        if self.noted:
            expected.noted[row] = self.noted


BROKEN = "已被表格软件损坏"
PRODUCTION = "in_production_since"
CELLS = [
    *(
        Cell(f"日期 {written}", DAY, written, PRODUCTION, value)
        for written, value in (
            ("2023.04", "2023-04"), ("2023年4月", "2023-04"), ("202304", "2023-04"), ("20230401", "2023-04-01"),
            ("2023-4-1", "2023-04-01"), ("二〇二三年四月", "2023-04"), (45017, "2023-04-01"), (2023.04, "2023-04"),
        )
    ),
    Cell("日期 2023.10 成了数字", DAY, 2023.1, PRODUCTION, rejected="1 月或 10 月"),
    Cell("日期 2023.10 按显示", DAY, 2023.1, PRODUCTION, "2023-10", shown="0.00"),
    Cell("日期 文字 2023.1", DAY, "2023.1", PRODUCTION, "2023-01", noted="若是 10 月"),
    Cell("日期 去年", DAY, "去年", PRODUCTION, rejected="不是日期"),
    Cell("人数 3人", STAFF, "3人", "staff", 3),
    Cell("人数 约50", STAFF, "约50", "staff", 50, noted="约数"),
    Cell("人数 50余", STAFF, "50余", "staff", 50, noted="约数"),
    Cell("人数 12(其中预备2)", STAFF, "12(其中预备2)", "staff", 12, noted="其中预备2"),
    Cell("人数 全角", STAFF, "３", "staff", 3),
    Cell("人数 汉字", STAFF, "二十三", "staff", 23),
    Cell("人数 十几", STAFF, "十几", "staff", rejected="不是数字"),
    Cell("人数 无", STAFF, "无", "staff", 0),
    Cell("人数 —", STAFF, "—", "staff", None),
    Cell("人数 /", STAFF, "/", "staff", None),
    Cell("人数 不详", STAFF, "不详", "staff", ABSENT),
    Cell("人数 空", STAFF, None, "staff", ABSENT),
    Cell("金额 1,200万元", TURNOVER, "1,200万元", "turnover", 1200),
    Cell("金额 1.2亿", TURNOVER, "1.2亿", "turnover", 12000),
    Cell("金额 元", TURNOVER, "12000000元", "turnover", 1200),
    Cell("金额 无", TURNOVER, "无", "turnover", None),
    Cell("代码 成了数字", CODE, 919900000012345678.0, "uscc_state", "damaged", noted=BROKEN, code="919900000012346000"),
    Cell("代码 科学计数", CODE, "9.1361E+17", "uscc_state", "damaged", noted=BROKEN, code="9.1361E+17"),
    Cell("代码 组织机构代码", CODE, "MA3A9B8C7", "uscc_state", ABSENT, noted="组织机构代码", code=ABSENT),
    Cell("代码 注册号", CODE, "361100210012345", "uscc_state", ABSENT, noted="工商注册号", code=ABSENT),
    Cell("代码 办理中", CODE, "办理中", "uscc_state", ABSENT, noted="没有采用", code=ABSENT),
    Cell("选项 别的说法", STATE, "已停产(设备搬迁)", "operating_state", "stopped"),
    Cell("选项 不在其内", STATE, "看情况", "operating_state", rejected="不在可选项内"),
    Cell("是否 打勾", f"{BASIC}是否规模以上", "√", "above_scale", True),
    Cell("是否 打叉", f"{BASIC}是否规模以上", "×", "above_scale", False),
    Cell("两个选项都打勾", FOREIGN, "√", "ownership", rejected="同时打了勾"),
    Cell("名称 空", NAME, None, "name", rejected="必填"),
]  # fmt: skip


def typed_code(change: Callable[[str], str]) -> Callable[[Survey, int, Expected], None]:
    """A code typed otherwise than it is."""

    def spoil(survey: Survey, row: int, expected: Expected) -> None:
        code = survey.pages[0].rows[row][CODE]
        survey.pages[0].rows[row][CODE] = change(code)
        expected.slots[row] = {"uscc": code, "uscc_state": "valid"}

    return spoil


def letter_for_zero(survey: Survey, row: int, expected: Expected) -> None:
    code = survey.pages[0].rows[row][CODE]
    wrong = code.replace("0", "O", 1)
    survey.pages[0].rows[row][CODE] = wrong
    expected.slots[row] = {"uscc": wrong, "uscc_state": "failed"}
    expected.noted[row], expected.suggested[row] = "未通过校验", code


ROWS: dict[str, Callable[[Survey, int, Expected], None]] = {
    "代码 全角": typed_code(lambda code: "".join(chr(ord(letter) + 0xFEE0) for letter in code)),
    "代码 小写带空格": typed_code(lambda code: f" {code[:6]} {code[6:].lower()} "),
    "代码 O 当作 0": letter_for_zero,
}


def titles(survey: Survey, expected: Expected) -> None:
    survey.pages[0].titles = ["非公企业工作台账(示例数据)", "截至 2026 年 9 月"]


def newlines(survey: Survey, expected: Expected) -> None:
    page = survey.pages[0]
    _rename(page, {STAFF: f"{BASIC}从业人员\n数量（名）", CODE: f"{BASIC}统一社会\n信用代码*"})


def code_row(survey: Survey, expected: Expected) -> None:
    survey.pages[0].under_headings = ["甲", *(str(i) for i in range(1, len(FORM)))]


def other_order(survey: Survey, expected: Expected) -> None:
    groups: dict[str, list[str]] = {}
    for heading in survey.pages[0].headings:
        groups.setdefault(heading.split("/")[0], []).append(heading)
    survey.pages[0].headings = [heading for group in reversed(groups) for heading in groups[group]]


def misspelt(survey: Survey, expected: Expected) -> None:
    _rename(survey.pages[0], {UNION: "群团/公会"})  # as the published form has it


def mislabelled(survey: Survey, expected: Expected) -> None:
    reasons = "党组织设置情况/未建立党组织原因"
    _rename(survey.pages[0], {f"{reasons}/其他原因": f"{reasons}/外商投资企业"})  # as the published form has it
    survey.pages[0].rows[0][f"{reasons}/外商投资企业"] = "√"
    expected.slots.setdefault(0, {})["unbuilt_reason"] = "其他原因"


def wrong_total(survey: Survey, expected: Expected) -> None:
    page = survey.pages[0]
    page.end.append(["合计", *("71" if heading == TURNOVER else None for heading in page.headings[1:])])
    expected.remarks += ["是合计，不作为数据", "写 71，各行相加为"]


def footer(survey: Survey, expected: Expected) -> None:
    survey.pages[0].end.append(["填表人：某某        审核人：某某        填表日期：2026年9月30日"])
    expected.remarks.append("是表尾，不作为数据")


def numbered_blanks(survey: Survey, expected: Expected) -> None:
    survey.pages[0].end += [[98], [99], []]


def merged_bodies(survey: Survey, expected: Expected) -> None:
    page = survey.pages[0]
    for row in page.rows:
        row["单位"] = None
    page.rows[0]["单位"] = "董园街道办事处"
    page.merged.append((0, len(page.rows) - 1, "单位"))
    for row in range(len(page.rows)):
        expected.slots.setdefault(row, {})["reporting_unit"] = "董园街道办事处"


def hidden_sheet(survey: Survey, expected: Expected) -> None:
    survey.pages.append(Page("草稿", rows=[{NAME: "不应读取有限公司"}], hidden=True))
    expected.remarks.append("隐藏的工作表")


def remarks_column(survey: Survey, expected: Expected) -> None:
    survey.pages[0].rows[0]["备注"] = "以实地走访为准，身份证990000197505052027"
    expected.unmapped["备注"] = ""


SHEETS: dict[str, Callable[[Survey, Expected], None]] = {
    "标题": titles,
    "表头换行": newlines,
    "表头下的编号行": code_row,
    "列的顺序": other_order,
    "工会写成公会": misspelt,
    "原因栏标错": mislabelled,
    "合计有误": wrong_total,
    "填表人": footer,
    "只有序号的行": numbered_blanks,
    "合并的单位": merged_bodies,
    "隐藏的工作表": hidden_sheet,
    "备注": remarks_column,
}


def _rename(page: Page, names: dict[str, str]) -> None:
    page.headings = [names.get(heading, heading) for heading in page.headings]
    page.rows = [{names.get(heading, heading): cell for heading, cell in row.items()} for row in page.rows]
    page.formats = {(row, names.get(heading, heading)): shown for (row, heading), shown in page.formats.items()}
