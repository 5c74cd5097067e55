"""Ledger sheets as workbooks, as offices send them: title row, merged headings, merged cells, 合计 and 填表人 rows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import xlsxwriter

from loaders.demo.sheet import Cell, LedgerSheet

_FONT = {"font_name": "宋体", "font_size": 10, "valign": "vcenter"}
_BOX = {**_FONT, "border": 1}
_WIDTHS = {
    "名称": 30,
    "地址": 30,
    "代码": 21,
    "身份证号": 21,
    "经营地": 30,
    "注册地": 34,
    "日期": 12,
    "电话": 14,
    "理由": 30,
}


def write_workbook(path: Path, sheet: LedgerSheet, as_of: date) -> None:
    """Write `sheet` to `path`. Codes are text cells, dates are dates."""
    with xlsxwriter.Workbook(path) as book:
        book.set_properties({"title": sheet.title, "created": datetime(2026, 1, 1)})
        page = book.add_worksheet("台账")
        bold = book.add_format({**_BOX, "bold": True, "align": "center", "text_wrap": True, "bg_color": "#EDEDED"})
        plain = book.add_format(_BOX)
        day = book.add_format({**_BOX, "num_format": "yyyy-mm-dd"})
        title = book.add_format({**_FONT, "bold": True, "font_size": 14, "align": "center"})
        page.merge_range(0, 0, 0, len(sheet.headings) - 1, sheet.title, title)
        depth = _write_headings(page, sheet.headings, bold)
        first = depth + 1
        for index, row in enumerate(sheet.rows):
            for column, cell in enumerate(row):
                _write(page, first + index, column, cell, plain, day)
        for top, bottom, column in _merged(sheet):
            cell = sheet.rows[top][column]
            _merge(page, first + top, column, first + bottom, column, cell, day if isinstance(cell, date) else plain)
        last = first + len(sheet.rows)
        if sheet.total:
            for column, cell in enumerate(sheet.total):
                _write(page, last, column, cell, bold, day)
            last += 1
        page.write_string(last, 0, f"填表人：示例　审核人：示例　填表日期：{as_of:%Y-%m-%d}", book.add_format(_FONT))
        page.freeze_panes(first, 0)
        for column, heading in enumerate(sheet.headings):
            leaf = heading.rsplit("/", 1)[-1]
            page.set_column(column, column, next((w for word, w in _WIDTHS.items() if leaf.endswith(word)), 10))


def _write_headings(page: Any, headings: tuple[str, ...], style: Any) -> int:
    """Heading rows below the title, merged both ways. Returns how many."""
    paths = [tuple(heading.split("/")) for heading in headings]
    depth = max(map(len, paths))
    for level in range(depth):
        column = 0
        while column < len(paths):
            path, end = paths[column], column
            if level < len(path) - 1:
                while end + 1 < len(paths) and len(paths[end + 1]) > level + 1 and _same(paths[end + 1], path, level):
                    end += 1
                _merge(page, level + 1, column, level + 1, end, path[level], style)
            elif level == len(path) - 1:
                _merge(page, level + 1, column, depth, column, path[level], style)
            column = end + 1
    return depth


def _same(one: tuple[str, ...], other: tuple[str, ...], level: int) -> bool:
    return one[: level + 1] == other[: level + 1]


def _merged(sheet: LedgerSheet) -> Iterator[tuple[int, int, int]]:
    """(first row, last row, column) of body cells to merge, rows counted from the first of the body."""
    top = 0
    for bottom, row in enumerate(sheet.rows):
        if bottom + 1 == len(sheet.rows) or sheet.rows[bottom + 1][0] != row[0]:
            if bottom > top:
                yield from ((top, bottom, column) for column in range(sheet.merged))
            top = bottom + 1


def _merge(page: Any, top: int, left: int, bottom: int, right: int, cell: Cell, style: Any) -> None:
    value = "" if cell is None else cell
    if (top, left) == (bottom, right):
        page.write(top, left, value, style)
    elif isinstance(value, date):
        page.merge_range(top, left, bottom, right, "", style)
        page.write_datetime(top, left, value, style)
    else:
        page.merge_range(top, left, bottom, right, value, style)


def _write(page: Any, row: int, column: int, cell: Cell, style: Any, day: Any) -> None:
    if cell is None:
        page.write_blank(row, column, None, style)
    elif isinstance(cell, date):
        page.write_datetime(row, column, cell, day)
    elif isinstance(cell, str):
        page.write_string(row, column, cell, style)
    else:
        page.write_number(row, column, cell, style)
