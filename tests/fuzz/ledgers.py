"""Sound ledgers to be spoilt: small invented ones of several kinds, as grids of cells."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import xlsxwriter

from loaders.demo.codes import credit_codes, id_numbers
from tests.formats import write_ods, write_xlsb
from tests.ledgers import BRANCHES, CELLS, MEMBERS
from tests.unit.loaders.defects.survey import FORM, firms

PLANTED = "990000197505052027"
"""An ID number that stands in many of them; wherever it is read, it must not come out."""


@dataclass
class Grid:
    """A sheet to be written: cells, merged ranges (top, left, bottom, right), and its name."""

    cells: list[list[Any]]
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    name: str = "台账"
    formulas: dict[tuple[int, int], tuple[str, Any]] = field(default_factory=dict)

    @property
    def width(self) -> int:
        """Columns of the widest row."""
        return max((len(row) for row in self.cells), default=0)


def sound(random: Random) -> Grid:
    """One of the ledgers, with a few rows."""
    return random.choice((_survey, _branches, _members, _cells))(random)


def _survey(random: Random) -> Grid:
    paths = [heading.split("/") for heading in FORM]
    above = [[path[level] if level < len(path) else None for path in paths] for level in range(3)]
    rows = [[row.get(heading) for heading in FORM] for row in firms(random.randint(1, 6))]
    return Grid(
        [["非公企业工作台账(示例数据)"], *above, *rows, ["合计", None, None, 3], ["填表人：某某"]], [(0, 0, 0, 61)]
    )


def _branches(random: Random) -> Grid:
    codes = credit_codes(random)
    rows = [
        [f"B{i}", f"第{i}支部", "企业", "单独建立", date(2020, 1, i + 1), None, f"示例{i}公司", next(codes), "2020.05"]
        for i in range(random.randint(1, 6))
    ]
    return Grid([list(BRANCHES), *rows], [(1, 0, 2, 0)] if len(rows) > 1 else [])


def _members(random: Random) -> Grid:
    numbers = id_numbers(random)
    rows: list[list[Any]] = []
    for i in range(random.randint(1, 6)):
        born, number = next(numbers)
        rows.append(
            [
                f"示某{i}",
                number if i else PLANTED,
                "2001-07-01",
                "正式党员",
                "示例公司",
                None,
                "一支部",
                "B1",
                None,
                born,
            ]
        )
    return Grid([[*MEMBERS, "出生日期"], *rows])


def _cells(random: Random) -> Grid:
    return Grid([list(CELLS), *([f"G{i}", f"第{i}网格", "片区", "无"] for i in range(random.randint(1, 8)))])


def as_xlsx(grids: Sequence[Grid]) -> bytes:
    """A workbook of the grids; what it cannot hold is left out."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_urls": False, "nan_inf_to_errors": True, "strings_to_formulas": False}
    with xlsxwriter.Workbook(out, options) as book:
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        for number, grid in enumerate(grids):
            sheet = book.add_worksheet(f"{number}{grid.name}"[:31])
            for row, cells in enumerate(grid.cells):
                for column, cell in enumerate(cells):
                    if isinstance(cell, date):
                        sheet.write_datetime(row, column, cell, day)
                    elif isinstance(cell, str):
                        sheet.write_string(row, column, cell[:32767])
                    elif cell is not None:
                        sheet.write(row, column, cell)
            for (row, column), (formula, result) in grid.formulas.items():
                sheet.write_formula(row, column, formula, None, result)
            taken: set[tuple[int, int]] = set()
            for top, left, bottom, right in grid.merges:
                area = {(r, c) for r in range(top, bottom + 1) for c in range(left, right + 1)}
                if len(area) > 1 and not area & taken:
                    taken |= area
                    at = grid.cells[top] if top < len(grid.cells) else []
                    sheet.merge_range(top, left, bottom, right, at[left] if left < len(at) else None)
    return out.getvalue()


def as_csv(grid: Grid, encoding: str, delimiter: str = ",") -> bytes:
    """A text table of the grid; letters that the encoding lacks become question marks."""
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(["" if cell is None else cell for cell in row] for row in grid.cells)
    return out.getvalue().encode(encoding, errors="replace")


def as_other(grid: Grid, suffix: str) -> bytes:
    """An ods or xlsb of the grid."""
    plain = [[cell if isinstance(cell, str | float) or cell is None else str(cell) for cell in r] for r in grid.cells]
    plain = [["".join(w for w in c if w.isprintable()) if isinstance(c, str) else c for c in row] for row in plain]
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"x{suffix}"
        if suffix == ".ods":
            write_ods(path, {grid.name: plain}, grid.merges)
        else:
            write_xlsb(path, grid.name, plain, grid.merges)
        return path.read_bytes()
