"""Which rows below the headings are data: not blank, no totals, no footers, no repeated headings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.cells import written
from loaders.headings import Headings
from loaders.sheets import Cell, Sheet

_TOTAL = re.compile(r"^(合计|小计|总计|共计|累计)")
_FOOTER = re.compile(r"^(填表人|制表|审核|填报|负责人|联系人|备注[::]|注[::]|说明[::])")
_CODE = re.compile(r"\(?(\d{1,2}|[甲乙丙丁戊己庚辛])\)?")


def body_rows(sheet: Sheet, headings: Headings) -> Iterator[tuple[int, tuple[Cell, ...]]]:
    """(index, cells) of each data row; a vertically merged cell counts for each of its rows."""
    rows = [tuple(row) for row in sheet.rows]
    filled = _filled(sheet, rows, headings.first_row)
    leaves = {path.rsplit("/", 1)[-1] for path in headings.paths.values()}
    for index in range(headings.first_row, len(rows)):
        cells = filled.get(index, rows[index])
        if _is_data(rows[index], leaves):
            yield index, cells


def _filled(sheet: Sheet, body: list[tuple[Cell, ...]], first_row: int) -> dict[int, tuple[Cell, ...]]:
    rows: dict[int, list[Cell]] = {}
    for merge in sheet.merges:
        if merge.top < first_row or merge.top == merge.bottom:
            continue
        value = body[merge.top][merge.left]
        for index in range(merge.top + 1, min(merge.bottom + 1, len(body))):
            rows.setdefault(index, list(body[index]))[merge.left] = value
    return {index: tuple(cells) for index, cells in rows.items()}


def _is_data(cells: tuple[Cell, ...], leaves: set[str]) -> bool:
    words = [written(c) for c in cells]
    told = [w for w in words if w]
    if not told or (len(told) == 1 and told[0].isdigit()):
        return False
    if any(_TOTAL.match(w.replace(" ", "")) for w in told[:2]) or _FOOTER.match(told[0].replace(" ", "")):
        return False
    if all(_CODE.fullmatch(w) for w in told) and len(told) > 2:
        return False
    return sum(re.sub(r"\s+", "", w) in leaves for w in told) < max(2, len(told) // 2)
