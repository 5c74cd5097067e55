"""What a person sees of a number in an xlsx: 2023.1 may stand there as 2023.10, if its format has two places.

Read only when it is asked for: a number that may be two dates is rare.
"""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass
from functools import cached_property
from xml.etree import ElementTree

from loaders.files import LedgerFile
from loaders.sheets import letters
from loaders.workbook_facts import UNZIPPING

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_YEAR_LIKE = re.compile(rb"<c\s([^>]*)><v>((?:19|20)\d\d\.\d+)</v>")
_REFERENCE, _STYLE = re.compile(rb'\br="([A-Z]+\d+)"'), re.compile(rb'\bs="(\d+)"')
_PLACES = re.compile(r"0\.(0+)(_.)?")
_BUILT_IN = {2: "0.00"}


@dataclass(frozen=True)
class ShownNumbers:
    """The year-like numbers of one sheet as they are shown."""

    file: LedgerFile
    sheet: str

    def of(self, row: int, column: int) -> str | None:
        """What stands in a row and column (from 0); None where its format does not fix the places of a number."""
        return self._shown.get(f"{letters(column)}{row + 1}")

    @cached_property
    def _shown(self) -> dict[str, str]:
        try:
            with zipfile.ZipFile(self.file.path) as packed:
                places = _places(packed)
                return dict(_cells(packed.read(_part(packed, self.sheet)), places))
        except (*UNZIPPING, KeyError, ElementTree.ParseError):
            return {}


def _cells(content: bytes, places: list[int | None]) -> list[tuple[str, str]]:
    found = []
    for attributes, number in _YEAR_LIKE.findall(content):
        reference, style = _REFERENCE.search(attributes), _STYLE.search(attributes)
        decimals = places[int(style[1])] if style and int(style[1]) < len(places) else None
        if reference and decimals is not None:
            found.append((reference[1].decode(), f"{float(number):.{decimals}f}"))
    return found


def _places(packed: zipfile.ZipFile) -> list[int | None]:
    """For each cell style, how many decimal places its number format fixes."""
    root = ElementTree.fromstring(packed.read("xl/styles.xml"))
    formats = {int(f.get("numFmtId", 0)): f.get("formatCode", "") for f in root.iter(f"{_MAIN}numFmt")}
    styles = root.find(f"{_MAIN}cellXfs")
    codes = [int(style.get("numFmtId", 0)) for style in (styles if styles is not None else ())]
    matches = [_PLACES.fullmatch(formats.get(code) or _BUILT_IN.get(code, "")) for code in codes]
    return [len(match[1]) if match else None for match in matches]


def _part(packed: zipfile.ZipFile, sheet: str) -> str:
    """The part of the package that holds a sheet. Raises KeyError."""
    book = ElementTree.fromstring(packed.read("xl/workbook.xml"))
    relations = ElementTree.fromstring(packed.read("xl/_rels/workbook.xml.rels"))
    wanted = {s.get("name"): s.get(_RELATION) for s in book.iter(f"{_MAIN}sheet")}[sheet]
    targets = {r.get("Id"): r.get("Target", "") for r in relations}
    return "xl/" + targets[wanted].removeprefix("/xl/")
