"""An Excel workbook: what it is about first, then the list, the nodes and the edges."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from datetime import date
from io import BytesIO
from typing import Any

import xlsxwriter

from app.reports.about import about
from app.reports.export import Export
from app.reports.tables import edge_table, node_table, row_table
from app.reports.xml_text import xml_text
from graph.text import Text

LONGEST = 32_767
"""The most characters a cell holds; xlsxwriter drops a longer text without a word."""
NARROWEST, WIDEST = 8, 60
"""Column widths in half-width characters."""


def render(export: Export) -> bytes:
    """The workbook's bytes. Text stays text (codes of 18 digits too), dates are dates, nothing becomes a formula."""
    file = BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    formats = {
        "head": book.add_format({"bold": True, "bottom": 1, "valign": "top", "text_wrap": True}),
        "text": book.add_format({"num_format": "@", "valign": "top", "text_wrap": True}),
        "date": book.add_format({"num_format": "yyyy-mm-dd", "valign": "top", "align": "left"}),
        "plain": book.add_format({"valign": "top"}),
    }
    lines = [list(line) for line in about(export)]
    _sheet(book, formats, export.say(Text("说明", "About")), lines, headed=False)
    if export.answer:
        _sheet(book, formats, export.say(Text("名单", "Rows")), row_table(export, export.answer))
    if export.flat.nodes:
        _sheet(book, formats, export.say(Text("节点", "Nodes")), node_table(export))
        _sheet(book, formats, export.say(Text("联系", "Edges")), edge_table(export))
    book.close()
    return file.getvalue()


def _sheet(book: Any, formats: dict[str, Any], name: str, rows: Sequence[list[Any]], headed: bool = True) -> None:
    sheet = book.add_worksheet(name)
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            head = number == 0 if headed else column == 0
            _cell(sheet, number, column, value, formats, "head" if head else None)
    for column in range(len(rows[0])):
        widest = max(_width(row[column]) for row in rows)
        sheet.set_column(column, column, min(max(widest + 2, NARROWEST), WIDEST))
    if headed:
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, len(rows) - 1, len(rows[0]) - 1)
        sheet.repeat_rows(0)
        sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)


def _cell(sheet: Any, row: int, column: int, value: Any, formats: dict[str, Any], forced: str | None) -> None:
    if value is None:
        return
    if isinstance(value, date):
        sheet.write_datetime(row, column, value, formats[forced or "date"])
    elif isinstance(value, (int, float)):
        sheet.write_number(row, column, value, formats[forced or "plain"])
    else:
        text = xml_text(value)
        sheet.write_string(
            row, column, text if len(text) <= LONGEST else text[: LONGEST - 1] + "…", formats[forced or "text"]
        )


def _width(value: Any) -> int:
    """Half-width characters of the widest line; a Chinese one counts two."""
    if isinstance(value, date):
        return 10
    lines = str("" if value is None else value).splitlines() or [""]
    return max(sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line[:WIDEST]) for line in lines)
