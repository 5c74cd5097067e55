"""The published form of the survey ledger (three heading rows, merged), to be filled and spoiled by tests."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

import xlsxwriter

from loaders.demo.codes import credit_codes

FORM = [
    "序号",
    "单位",
    *(f"企业座落地/{w}" for w in ("园区", "楼宇", "其他")),
    "园区级别",
    *(f"企业基本情况/{w}" for w in ("企业名称", "统一社会信用代码", "企业注册地", "企业经营地", "联系电话")),
    *(f"企业基本情况/企业类型/{w}" for w in ("私营", "港澳台商", "外商")),
    *(f"企业基本情况/{w}" for w in ("年营业收入(万元)", "从业人员数量(名)", "是否规模以上", "经营状态", "投产日期")),
    *(f"企业出资人情况/{w}" for w in ("姓名", "是否是党员", "是否兼任党组织书记", "“两代表一委员”")),
    *(f"党组织设置情况/{w}" for w in ("是否建立党组织", "成立时间")),
    *(f"党组织设置情况/组建形式/{w}" for w in ("单独建立", "联合建立", "网格建立")),
    *(f"党组织设置情况/类别/{w}" for w in ("党支部", "党总支", "党委")),
    *(
        f"党组织设置情况/未建立党组织原因/{w}"
        for w in ("没有党员", "企业出资人不支持", "上级党组织未及时指导", "其他原因")
    ),
    "党组织设置情况/是否选派指导员、联络员",
    "书记/姓名",
    *(f"书记/来源/{w}" for w in ("出资人", "中层", "上级选派", "其他")),
    *(f"党务工作者/{w}" for w in ("人数", "专职")),
    *(f"党员/组织关系/{w}" for w in ("在非公企业", "不在非公企业")),
    *(f"党员/{w}" for w in ("35岁以下", "中层", "一线", "近3年新发展")),
    *(f"群团/{w}" for w in ("工会", "共青团", "妇联")),
    *(f"保障/{w}" for w in ("活动场所", "使用面积", "经费")),
    *(f"制度/{w}" for w in ("三会一课", "民主评议", "换届")),
    "备注",
]
DEPTH = 3


@dataclass
class Page:
    """One sheet: titles, headings, and rows by heading; what follows the rows; how cells are formatted or merged."""

    name: str = "董园街道"
    titles: list[str] = field(default_factory=list)
    headings: list[str] = field(default_factory=lambda: list(FORM))
    rows: list[dict[str, Any]] = field(default_factory=list)
    under_headings: list[str] = field(default_factory=list)
    formats: dict[tuple[int, str], str] = field(default_factory=dict)
    merged: list[tuple[int, int, str]] = field(default_factory=list)
    end: list[list[Any]] = field(default_factory=list)
    hidden: bool = False

    @property
    def first(self) -> int:
        """Index of the first row below the headings."""
        return len(self.titles) + DEPTH + bool(self.under_headings)


@dataclass
class Survey:
    """A workbook of such sheets."""

    pages: list[Page] = field(default_factory=lambda: [Page()])

    def write(self, path: Path) -> Path:
        """Write it as an xlsx."""
        with xlsxwriter.Workbook(path) as book:
            for page in self.pages:
                sheet = book.add_worksheet(page.name)
                if page.hidden:
                    sheet.hide()
                _write(book, sheet, page)
        return path


def firms(number: int) -> list[dict[str, Any]]:
    """Rows of invented firms, without any defect."""
    codes = credit_codes(Random(11))
    return [
        {
            "序号": i + 1,
            "企业基本情况/企业名称": f"示例第{i + 1}号电子有限公司",
            "企业基本情况/统一社会信用代码": next(codes),
            "企业基本情况/企业经营地": f"示例大道{i + 1}号",
            "企业基本情况/企业类型/私营": "√",
            "企业基本情况/年营业收入(万元)": 1200 + i,
            "企业基本情况/从业人员数量(名)": 50 + i,
            "企业基本情况/是否规模以上": "是",
            "企业基本情况/经营状态": "正常经营",
            "企业基本情况/投产日期": "2020-05-01",
            "企业出资人情况/姓名": "某某",
            "书记/姓名": "某人",
            "书记/来源/其他": "√",
            "群团/工会": "是",
        }
        for i in range(number)
    ]


def _write(book: Any, sheet: Any, page: Page) -> None:
    for row, title in enumerate(page.titles):
        sheet.merge_range(row, 0, row, len(page.headings) - 1, title)
    _write_headings(sheet, page.headings, len(page.titles))
    for column, word in enumerate(page.under_headings):
        sheet.write(page.first - 1, column, word)
    formats: dict[str, Any] = {}
    for number, row in enumerate(page.rows):
        for column, heading in enumerate(page.headings):
            value = row.get(heading)
            if value is None:
                continue
            shown = page.formats.get((number, heading))
            style = formats.setdefault(shown, book.add_format({"num_format": shown})) if shown else None
            sheet.write(page.first + number, column, value, style)
    for top, bottom, heading in page.merged:
        column = page.headings.index(heading)
        value = page.rows[top].get(heading)
        sheet.merge_range(page.first + top, column, page.first + bottom, column, value)
    for number, cells in enumerate(page.end):
        sheet.write_row(page.first + len(page.rows) + number, 0, cells)


def _write_headings(sheet: Any, headings: list[str], top: int) -> None:
    """Heading rows merged both ways, as the form is printed."""
    paths = [heading.split("/") for heading in headings]
    for level in range(DEPTH):
        column = 0
        while column < len(paths):
            path, end = paths[column], column
            above = path[: level + 1]
            if level < len(path) - 1:
                while end + 1 < len(paths) and len(paths[end + 1]) > level + 1 and paths[end + 1][: level + 1] == above:
                    end += 1
            bottom = DEPTH - 1 if level == len(path) - 1 else level
            if level < len(path):
                if (bottom, end) == (level, column):
                    sheet.write(top + level, column, path[level])
                else:
                    sheet.merge_range(top + level, column, top + bottom, end, path[level])
            column = end + 1
