"""Workbooks (xlsx, xls, ods, xlsb) → sheets of cells. Formulas give their results; macros are never looked at."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from graph.errors import LedgerRefused, Place
from graph.text import Text
from graph.values.masks import mask_numbers
from loaders.apart import Apart, Died, Parts
from loaders.files import LedgerFile
from loaders.sheets import Merge, Row, Sheet, letters
from loaders.shown_numbers import ShownNumbers
from loaders.workbook_facts import WorkbookFacts, farthest_cell, workbook_facts
from loaders.workbook_process import SheetHead, Unopened

DAMAGED = Text("文件打不开，可能已损坏", "the file cannot be opened; it may be damaged")
_DIED = Text(
    "文件打不开，可能已损坏，或大得不像台账", "the file cannot be opened; it may be damaged, or too large for a ledger"
)
RESAVE = Text("请用表格软件打开、另存为 xlsx 后再导入", "open it in a spreadsheet program and save it as xlsx")

_LOCKED = Text("文件有密码", "the file has a password")
_UNLOCK = Text(
    "请用表格软件打开、去掉密码、另存后再导入", "open it in a spreadsheet program, remove the password, save again"
)
_TRIM = Text(
    "请删去数据右边和下面多余的行列，另存后再导入；行数很多时请另存为 CSV",
    "delete the stray rows and columns beyond the data and save again; save very long tables as CSV",
)
_APART = Apart()


def workbook_sheets(file: LedgerFile) -> tuple[tuple[Sheet, ...], tuple[Text, ...]]:
    """The sheets of a workbook, and what is to be said of it. Raises LedgerRefused for one that cannot be read."""
    try:
        with file.open(), _APART.opening(file.path) as parts:
            facts = workbook_facts(file)
            sheets = tuple(_sheets(file, parts, facts))
    except Died as error:
        raise _too_much(file) from error
    return sheets, facts.remarks


def _sheets(file: LedgerFile, parts: Parts, facts: WorkbookFacts) -> Iterator[Sheet]:
    while isinstance(head := _checked(file, parts.next()), SheetHead):
        rows: list[Row] = []
        while (some := _checked(file, parts.next())) is not None:
            rows += some
        told = facts.merges.get(head.name, ()) if head.merges is None else head.merges
        merges = tuple(Merge(*ends) for ends in told)
        shown = ShownNumbers(file, head.name).of
        yield Sheet(mask_numbers(head.name), rows, merges, head.hidden, facts.epoch_1904, shown)


def _checked(file: LedgerFile, part: Any) -> Any:
    if not isinstance(part, Unopened):
        return part
    if part.why == "locked":
        raise LedgerRefused(_LOCKED, _UNLOCK, file.place)
    if part.why == "damaged":
        raise LedgerRefused(DAMAGED, RESAVE, file.place)
    told = Text(
        f"工作表大得不像台账：{part.rows} 行、{part.columns} 列",
        f"the sheet is too large for a ledger: {part.rows} rows, {part.columns} columns",
    )
    raise LedgerRefused(told, _TRIM, Place(file=file.name, sheet=mask_numbers(part.sheet)))


def _too_much(file: LedgerFile) -> LedgerRefused:
    """Why the other process died: cells far apart take all memory, as does what is damaged or malicious."""
    farthest = farthest_cell(file)
    if farthest is None:
        return LedgerRefused(_DIED, RESAVE, file.place)
    row, column = farthest
    where = f"{letters(column)}{row + 1}"
    told = Text(f"表格一直到 {where}，大得不像台账", f"the table reaches to {where}: too large for a ledger")
    return LedgerRefused(told, _TRIM, file.place)
