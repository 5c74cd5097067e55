"""Merged ranges of the formats whose cells come without them: ods, and binary workbooks (xlsb, [MS-XLSB] 2.1)."""

from __future__ import annotations

import re
import struct
import zipfile
from collections.abc import Iterator, Mapping
from xml.parsers import expat

Range = tuple[int, int, int, int]
"""Top, left, bottom, right, from 0, inclusive."""

Ranges = tuple[Range, ...]

_MOST_ELEMENTS = 5_000_000
_WORKBOOK_PROPERTIES, _SHEET, _MERGE = 153, 156, 176
_RELATION = re.compile(r"<Relationship\s[^>]*>")
_ATTRIBUTE = re.compile(r'\b(Id|Target)="([^"]*)"')


class _OdsTables:
    """Follows the rows and columns of an ods as they go by."""

    def __init__(self) -> None:
        self.merges: dict[str, list[Range]] = {}
        self._name, self._row, self._column, self._repeated = "", 0, 0, 1
        self._left = _MOST_ELEMENTS

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._left -= 1
        if not self._left:
            raise ValueError("too much of a workbook to look through")
        if tag == "table:table":
            self._name, self._row = attributes.get("table:name", ""), 0
        elif tag == "table:table-row":
            self._column, self._repeated = 0, int(attributes.get("table:number-rows-repeated", 1))
        elif tag in ("table:table-cell", "table:covered-table-cell"):
            down = int(attributes.get("table:number-rows-spanned", 1))
            across = int(attributes.get("table:number-columns-spanned", 1))
            if down > 1 or across > 1:
                ends = (self._row, self._column, self._row + down - 1, self._column + across - 1)
                self.merges.setdefault(self._name, []).append(ends)
            self._column += int(attributes.get("table:number-columns-repeated", 1))

    def end(self, tag: str) -> None:
        if tag == "table:table-row":
            self._row += self._repeated


def ods_merges(packed: zipfile.ZipFile) -> Mapping[str, Ranges]:
    """The merged ranges of each sheet of an ods. Raises ExpatError, ValueError and what reading a zip raises."""
    tables = _OdsTables()
    parser = expat.ParserCreate()
    parser.StartElementHandler = tables.start
    parser.EndElementHandler = tables.end
    with packed.open("content.xml") as opened:
        parser.ParseFile(opened)
    return {name: tuple(merges) for name, merges in tables.merges.items()}


def xlsb_merges(packed: zipfile.ZipFile) -> tuple[bool, Mapping[str, Ranges]]:
    """Whether day numbers count from 1904, and the merged ranges of each sheet, of a binary workbook.

    Raises KeyError, IndexError, ValueError and what reading a zip raises.
    """
    epoch_1904, sheets = False, {}
    targets = _targets(packed)
    for kind, payload in _records(packed.read("xl/workbook.bin")):
        if kind == _WORKBOOK_PROPERTIES:
            epoch_1904 = bool(payload[0] & 1)
        elif kind == _SHEET:
            relation, rest = _text(payload, 8)
            sheets[_text(payload, rest)[0]] = targets[relation]
    return epoch_1904, {name: tuple(_merges(packed.read(part))) for name, part in sheets.items()}


def _merges(content: bytes) -> Iterator[Range]:
    for kind, payload in _records(content):
        if kind == _MERGE and len(payload) >= 16:
            top, bottom, left, right = struct.unpack_from("<4I", payload)
            yield top, left, bottom, right


def _targets(packed: zipfile.ZipFile) -> dict[str, str]:
    """Relation id → part of the package."""
    relations = _RELATION.findall(packed.read("xl/_rels/workbook.bin.rels").decode())
    told = (dict(_ATTRIBUTE.findall(relation)) for relation in relations)
    return {one["Id"]: "xl/" + one["Target"].removeprefix("/xl/") for one in told}


def _records(content: bytes) -> Iterator[tuple[int, bytes]]:
    position = 0
    while position < len(content):
        kind, position = _variable(content, position, 2)
        size, position = _variable(content, position, 4)
        yield kind, content[position : position + size]
        position += size


def _variable(content: bytes, position: int, most: int) -> tuple[int, int]:
    """A number of which each byte gives seven bits and says whether more follow; and where it ends."""
    number = 0
    for place in range(most):
        byte = content[position]
        position += 1
        number |= (byte & 0x7F) << (7 * place)
        if byte < 0x80:
            break
    return number, position


def _text(payload: bytes, position: int) -> tuple[str, int]:
    (length,) = struct.unpack_from("<I", payload, position)
    end = position + 4 + 2 * length
    return payload[position + 4 : end].decode("utf-16-le"), end
