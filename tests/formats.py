"""Workbooks of the formats that no library here writes, made by hand: ods, and binary workbooks (xlsb)."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

Grid = Sequence[Sequence[str | float | None]]
Span = tuple[int, int, int, int]
"""Top, left, bottom, right, from 0, inclusive."""

_ODS = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
    "{tables}</office:spreadsheet></office:body></office:document-content>"
)
_MANIFEST = (
    '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest '
    'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">{entries}</manifest:manifest>'
)
_OPENDOCUMENT = "application/vnd.oasis.opendocument.spreadsheet"


def write_ods(path: Path, sheets: dict[str, Grid], merges: Iterable[Span] = (), locked: bool = False) -> Path:
    """An ods; `merges` are those of every sheet."""
    spans = {(top, left): (bottom - top + 1, right - left + 1) for top, left, bottom, right in merges}
    tables = ""
    for name, rows in sheets.items():
        body = "".join(
            "<table:table-row>"
            + "".join(_ods_cell(cell, spans.get((r, c))) for c, cell in enumerate(row))
            + "</table:table-row>"
            for r, row in enumerate(rows)
        )
        tables += f"<table:table table:name={quoteattr(name)}>{body}</table:table>"
    encrypted = "<manifest:encryption-data/>" if locked else ""
    entries = f'<manifest:file-entry manifest:full-path="content.xml">{encrypted}</manifest:file-entry>'
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("mimetype", _OPENDOCUMENT)
        packed.writestr("content.xml", _ODS.format(tables=tables))
        packed.writestr("META-INF/manifest.xml", _MANIFEST.format(entries=entries))
    return path


def _ods_cell(cell: str | float | None, span: tuple[int, int] | None) -> str:
    spanned = f' table:number-rows-spanned="{span[0]}" table:number-columns-spanned="{span[1]}"' if span else ""
    if cell is None:
        return f"<table:table-cell{spanned}/>"
    if isinstance(cell, str):
        word = f"<text:p>{escape(cell)}</text:p>"
        return f'<table:table-cell office:value-type="string"{spanned}>{word}</table:table-cell>'
    value = f'office:value-type="float" office:value="{cell}"'
    return f"<table:table-cell {value}{spanned}><text:p>{cell}</text:p></table:table-cell>"


def write_xlsb(path: Path, name: str, rows: Grid, merges: Sequence[Span] = (), epoch_1904: bool = False) -> Path:
    """A binary workbook of one sheet ([MS-XLSB] 2.1), with as few records as a reader needs."""
    book = [
        (131, b""),
        (153, struct.pack("<II", int(epoch_1904), 0) + _text("")),
        (143, b""),
        (156, struct.pack("<II", 0, 1) + _text("rId1") + _text(name)),
        (144, b""),
        (132, b""),
    ]
    width = max(map(len, rows))
    sheet = [(129, b""), (148, struct.pack("<4I", 0, len(rows) - 1, 0, width - 1)), (145, b"")]
    for number, row in enumerate(rows):
        sheet.append((0, struct.pack("<IIHBBBI", number, 0, 300, 0, 0, 0, 0)))
        for column, cell in enumerate(row):
            if isinstance(cell, str):
                sheet.append((6, struct.pack("<II", column, 0) + _text(cell)))
            elif cell is not None:
                sheet.append((5, struct.pack("<IId", column, 0, cell)))
    sheet.append((146, b""))
    if merges:
        ranges = [(176, struct.pack("<4I", top, bottom, left, right)) for top, left, bottom, right in merges]
        sheet += [(177, struct.pack("<I", len(ranges))), *ranges, (178, b"")]
    sheet.append((130, b""))
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("[Content_Types].xml", '<?xml version="1.0"?><Types/>')
        packed.writestr("xl/workbook.bin", b"".join(_record(*one) for one in book))
        packed.writestr(
            "xl/_rels/workbook.bin.rels",
            '<?xml version="1.0" encoding="UTF-8"?>'
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="rId1" Type="{relation}" Target="worksheets/sheet1.bin"/></Relationships>',
        )
        packed.writestr("xl/worksheets/sheet1.bin", b"".join(_record(*one) for one in sheet))
    return path


def _record(kind: int, payload: bytes) -> bytes:
    return _variable(kind) + _variable(len(payload)) + payload


def _variable(number: int) -> bytes:
    """A number of which each byte gives seven bits and says whether more follow."""
    parts = []
    while True:
        number, part = number >> 7, number & 0x7F
        parts.append(part | (0x80 if number else 0))
        if not number:
            return bytes(parts)


def _text(word: str) -> bytes:
    return struct.pack("<I", len(word)) + word.encode("utf-16-le")
