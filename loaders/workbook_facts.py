"""What the cells of a workbook do not tell: how its days count, what formulas left blank, merges of some formats.

A look that never fails: whether a workbook can be read at all is found out where it is opened.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from struct import error
from xml.parsers.expat import ExpatError

from graph.errors import LedgerRefused
from graph.text import Text
from loaders.files import LedgerFile
from loaders.merged_ranges import Ranges, ods_merges, xlsb_merges
from loaders.workbook_process import MOST_CELLS, MOST_COLUMNS

MOST_BYTES = 2 << 30
"""What a workbook may unpack to."""

UNZIPPING = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError, error)
"""What reading a damaged zip raises."""

_CHUNK = 1 << 22
_1904 = re.compile(rb"""date1904\s*=\s*["'](?:1|true)["']""")
_1904_XLS = b"\x22\x00\x02\x00\x01\x00"
_REFERENCE = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]+)([0-9]+)["']""")
_ERROR = re.compile(rb"""<c\s[^>]*\bt="e"[^>]*>""")
_NO_RESULT = re.compile(
    rb"""<c\s(?![^>]*\bt="str")[^>]*><f(?:\s[^>]*)?(?:/>|>[^<]*</f>)\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>"""
)
_CELL = re.compile(rb"""\sr="([A-Z]+[0-9]+)""")

_BOMB = Text("文件解压后大得不像台账", "unpacked, the file is too large for a ledger")
_TRIM = Text("请另存为 CSV 后再导入", "save it as CSV and load that")


@dataclass(frozen=True)
class WorkbookFacts:
    """`epoch_1904`: day numbers count from 1904. `merges`: by sheet, where the cells' reader cannot tell them."""

    epoch_1904: bool = False
    merges: Mapping[str, Ranges] = field(default_factory=dict)
    remarks: tuple[Text, ...] = ()


def workbook_facts(file: LedgerFile) -> WorkbookFacts:
    """The facts of a workbook. Raises LedgerRefused for one that unpacks to more than any ledger."""
    try:
        with zipfile.ZipFile(file.path) as packed:
            if sum(part.file_size for part in packed.infolist()) > MOST_BYTES:
                raise LedgerRefused(_BOMB, _TRIM, file.place)
            return _facts(packed)
    except zipfile.BadZipFile:
        return WorkbookFacts(epoch_1904=any(_1904_XLS in chunk for chunk in file.chunks()))
    except (*UNZIPPING, ExpatError, KeyError, IndexError):
        return WorkbookFacts()


def _facts(packed: zipfile.ZipFile) -> WorkbookFacts:
    names = packed.namelist()
    if "content.xml" in names:
        return WorkbookFacts(merges=ods_merges(packed))
    if "xl/workbook.bin" in names:
        epoch_1904, merges = xlsb_merges(packed)
        return WorkbookFacts(epoch_1904, merges)
    return WorkbookFacts(bool(_1904.search(packed.read("xl/workbook.xml"))), remarks=tuple(_remarks(packed)))


def _remarks(packed: zipfile.ZipFile) -> Iterator[Text]:
    """Cells that are blank to us though they are not blank: errors, and formulas whose results were never saved."""
    errors, unsaved = [], []
    for part in _sheet_parts(packed):
        for chunk in _tags(packed, part):
            errors += _ERROR.findall(chunk) if b't="e"' in chunk else []
            unsaved += _NO_RESULT.findall(chunk) if b"<f" in chunk else []
    if errors:
        yield Text(
            f"{len(errors)} 个单元格是公式错误(如 {_at(errors[0])})，当作没有填写",
            f"{len(errors)} cells hold a formula's error (such as {_at(errors[0])}) and are taken as blank",
        )
    if unsaved:
        yield Text(
            f"{len(unsaved)} 个公式没有保存结果(如 {_at(unsaved[0])})，当作没有填写；用表格软件打开保存后即可读出",
            f"{len(unsaved)} formulas were saved without a result (such as {_at(unsaved[0])}) and are taken as blank; "
            "opening and saving the file in a spreadsheet program fills them in",
        )


def _at(cell: bytes) -> str:
    found = _CELL.search(cell)
    return found[1].decode() if found else "?"


def farthest_cell(file: LedgerFile) -> tuple[int, int] | None:
    """The last row and column (from 0) that an xlsx has a cell in, if that makes it too large for a ledger."""
    try:
        with zipfile.ZipFile(file.path) as packed:
            for part in _sheet_parts(packed):
                width = last = 0
                for chunk in _tags(packed, part):
                    references = _REFERENCE.findall(chunk)
                    width = max([width, *(_number(letters) for letters in {letters for letters, _ in references})])
                    last = max([last, *(int(row) for row in {row for _, row in references})])
                if width > MOST_COLUMNS or width * last > MOST_CELLS:
                    return last - 1, width - 1
    except UNZIPPING:
        return None
    return None


def _number(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def _sheet_parts(packed: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    return [part for part in packed.infolist() if part.filename.startswith("xl/worksheets/")]


def _tags(packed: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """The text of a part, cut between cells."""
    rest = b""
    with packed.open(part) as opened:
        while read := opened.read(_CHUNK):
            chunk = rest + read
            end = chunk.rfind(b"<c ")
            if end <= 0:
                end = len(chunk)
            yield chunk[:end]
            rest = chunk[end:]
    yield rest
