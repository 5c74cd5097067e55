"""Files → sheets of cells. Spreadsheets by calamine (xlsx, xls, ods, xlsb), text tables by the csv module."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from charset_normalizer import from_bytes
from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from graph.errors import LedgerRefused, Place
from graph.text import Text
from graph.values.masks import mask_numbers

Cell = str | float | int | bool | date | datetime | None

WORKBOOKS = (".xlsx", ".xls", ".ods", ".xlsb", ".xlsm", ".et")
TABLES = (".csv", ".txt")

_WRONG_TYPE = Text("不是可以导入的文件类型", "not a file type that can be loaded")
_TYPES = Text("请另存为 xlsx、xls、ods、xlsb 或 csv 后再导入", "save it as xlsx, xls, ods, xlsb or csv and load that")
_DAMAGED = Text("文件打不开，可能已损坏或有密码", "the file cannot be opened; it may be damaged or locked")
_RESAVE = Text(
    "请用表格软件打开、去掉密码、另存后再导入", "open it in a spreadsheet program, remove the password, save again"
)


@dataclass(frozen=True)
class Merge:
    """A merged range, first and last row and column inclusive, from 0."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class Sheet:
    """One sheet: all its cells from the first row and column on, so that index + 1 is the row a person sees."""

    name: str
    cells: tuple[tuple[Cell, ...], ...]
    merges: tuple[Merge, ...] = ()
    hidden: bool = False


@dataclass(frozen=True)
class Source:
    """One file: its name and bytes (from which a load is recognised) and its sheets."""

    name: str
    content: bytes
    sheets: tuple[Sheet, ...]


def read_source(path: Path) -> Source:
    """The file at `path`. Raises LedgerRefused for a missing, empty, damaged or unknown file.

    People put ID numbers even into names of files and sheets: there too they are masked.
    """
    name = mask_numbers(path.name)
    place = Place(file=name)
    suffix = path.suffix.lower()
    if suffix not in WORKBOOKS + TABLES:
        raise LedgerRefused(_WRONG_TYPE, _TYPES, place)
    try:
        content = path.read_bytes()
    except OSError as error:
        raise LedgerRefused(
            Text("文件不存在或不能读取", "the file does not exist or cannot be read"),
            Text("检查路径；若正被其他程序打开，请先关闭", "check the path; close it in other programs"),
            place,
        ) from error
    if not content.strip():
        raise LedgerRefused(
            Text("文件是空的", "the file is empty"), Text("请导入填好的台账", "load a filled ledger"), place
        )
    sheets = _text_sheets(content, place) if suffix in TABLES else _workbook_sheets(content, place)
    return Source(name, content, sheets)


def _workbook_sheets(content: bytes, place: Place) -> tuple[Sheet, ...]:
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        return tuple(
            _sheet(book, info.name, info.visible != SheetVisibleEnum.Visible)
            for info in book.sheets_metadata
            if info.typ == SheetTypeEnum.WorkSheet
        )
    except (CalamineError, OSError, ValueError) as error:
        raise LedgerRefused(_DAMAGED, _RESAVE, place) from error


def _sheet(book: CalamineWorkbook, name: str, hidden: bool) -> Sheet:
    sheet = book.get_sheet_by_name(name)
    cells = tuple(tuple(_plain(c) for c in row) for row in sheet.to_python(skip_empty_area=False))
    merges = tuple(Merge(a[0], a[1], b[0], b[1]) for a, b in sheet.merged_cell_ranges or ())
    return Sheet(mask_numbers(name), cells, merges, hidden)


def _plain(cell: object) -> Cell:
    if isinstance(cell, timedelta):
        return str(cell)
    return cell or None if isinstance(cell, str) else cell  # type: ignore[return-value]


def _text_sheets(content: bytes, place: Place) -> tuple[Sheet, ...]:
    text = _decoded(content, place)
    delimiter = max(",\t;", key=text.partition("\n")[0].count)
    try:
        reader = csv.reader(io.StringIO(text), delimiter=delimiter)
        rows = tuple(tuple(cell.strip() or None for cell in row) for row in reader)
    except csv.Error as error:
        raise LedgerRefused(_DAMAGED, _RESAVE, place) from error
    return (Sheet("", rows),)


def _decoded(content: bytes, place: Place) -> str:
    """UTF-8 (with or without mark), UTF-16 by its mark, else GB18030; a text that none of them reads is refused."""
    encodings = ["utf-16"] if content[:2] in (b"\xff\xfe", b"\xfe\xff") else ["utf-8-sig", "gb18030"]
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    guess = from_bytes(content).best()
    if guess is None or "\x00" in str(guess):
        raise LedgerRefused(_DAMAGED, _RESAVE, place)
    return str(guess)
