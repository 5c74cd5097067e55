"""Files → sheets of cells: workbooks by calamine (xlsx, xls, ods, xlsb), text tables by the csv module."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from graph.errors import LedgerRefused
from graph.text import Text
from graph.values.masks import mask_numbers
from loaders.files import LedgerFile
from loaders.sheets import Sheet
from loaders.text_tables import text_sheets
from loaders.workbooks import DAMAGED, RESAVE, workbook_sheets

WORKBOOKS = (".xlsx", ".xls", ".ods", ".xlsb", ".xlsm", ".et")
TABLES = (".csv", ".txt")

LARGEST_WORKBOOK = 300 << 20
"""Bytes of a workbook; what is larger belongs into a text table, which needs no memory."""

_PACKED, _COMPOUND = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"

WRONG_TYPE = Text("不是可以导入的文件类型", "not a file type that can be loaded")
_TYPES = Text("请另存为 xlsx、xls、ods、xlsb 或 csv 后再导入", "save it as xlsx, xls, ods, xlsb or csv and load that")
_EMPTY = Text("文件是空的", "the file is empty")
FILLED = Text("请导入填好的台账", "load a filled ledger")
_LARGE = Text("工作簿太大", "the workbook is too large")
_AS_TABLE = Text("请另存为 CSV 后再导入", "save it as CSV and load that")
_WEB_PAGE = Text("文件其实是网页，不是工作簿", "the file is a web page, not a workbook")


@dataclass(frozen=True)
class Source:
    """One file and its sheets. `remarks`: what is to be said of the whole file, such as formulas without results."""

    file: LedgerFile
    sheets: tuple[Sheet, ...]
    remarks: tuple[Text, ...] = ()

    @property
    def name(self) -> str:
        """What people call the file."""
        return self.file.name


def read_source(path: Path) -> Source:
    """The file at `path`. Raises LedgerRefused for a missing, empty, damaged, locked, absurd or unknown file.

    People put ID numbers even into names of files and sheets: there too they are masked.
    """
    return open_source(LedgerFile.at(path, mask_numbers(path.name)))


def open_source(file: LedgerFile) -> Source:
    """The sheets of a file, by what it holds rather than by its name. Raises LedgerRefused."""
    if file.path.suffix.lower() not in WORKBOOKS + TABLES:
        raise LedgerRefused(WRONG_TYPE, _TYPES, file.place)
    with file.open() as opened:
        begins = opened.read(512)
    if not begins.strip():
        raise LedgerRefused(_EMPTY, FILLED, file.place)
    if begins.startswith((_PACKED, _COMPOUND)):
        if file.stamp[0] > LARGEST_WORKBOOK:
            raise LedgerRefused(_LARGE, _AS_TABLE, file.place)
        return Source(file, *workbook_sheets(file))
    if file.path.suffix.lower() in TABLES:
        return Source(file, text_sheets(file))
    is_page = begins.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")
    raise LedgerRefused(_WEB_PAGE if is_page else DAMAGED, RESAVE, file.place)
