"""One cell → what it says: a value, none (无), or nothing. Unknown, none and zero stay three things.

Value forms are those met in real ledgers (3人, 约50, ３, 三, 1,200万元, √, 二〇二三年四月 …). A value that cannot be
read raises RowRejected; it is never bent into one that can.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal

from graph.errors import RowRejected
from graph.text import Text
from graph.values.names import normalise
from loaders.code_cells import read_credit_code, read_id_number
from loaders.ledger import Scalar
from loaders.mapping import Column
from loaders.measured_cells import read_amount, read_count, read_date, read_month
from loaders.sheets import Cell
from loaders.told import Said, Told

NONE_WORDS = {"无", "没有", "暂无", "—", "——", "-", "--", "/", "\\"}
UNKNOWN_WORDS = {"不详", "未知", "不清楚", "待查", "N/A", "#N/A", "NULL"}
YES_WORDS = {"是", "有", "√", "✓", "☑", "■", "1", "Y", "YES", "TRUE", "对"}
NO_WORDS = {"否", "无", "没有", "×", "✗", "X", "0", "N", "NO", "FALSE", "□"}
_KEPT = 10.0**15
"""Of a larger number a spreadsheet keeps 15 digits; further ones are none that anybody typed."""

_DOCUMENT_YEAR = re.compile(r"[\[(【〔〈<{]((?:19|20)\d\d)[])】〕〉>}]")
"""The year in a document number: 〔2026〕, which people type with any brackets."""
_DATUMS = {
    "WGS84": "WGS-84",
    "CGCS2000": "WGS-84",
    "GCJ02": "GCJ-02",
    "BD09": "BD-09",
    "国测局": "GCJ-02",
    "百度": "BD-09",
    "高德": "GCJ-02",
    "腾讯": "GCJ-02",
    "火星": "GCJ-02",
    "GPS": "WGS-84",
    "大地2000": "WGS-84",
    "国家2000": "WGS-84",
    "2000国家": "WGS-84",
}


def written(cell: Cell) -> str:
    """A cell as a person reads it, without the spaces around."""
    if isinstance(cell, str):
        return cell.strip()
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell)) if abs(cell) < _KEPT else f"{Decimal(f'{cell:.15g}'):f}"
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return str(cell)


def listed(word: str) -> list[str]:
    """The values of a cell that lists several: 甲公司、乙公司; or one a line."""
    return [part for w in re.split(r"[、,，;；\n]", word) if (part := w.strip())]


def read_cell(cell: Cell, column: Column, heading: str = "", *, epoch_1904: bool = False) -> Told:
    """What `cell` tells as a cell of `column`, whose heading as written may hold a unit. Raises RowRejected.

    `epoch_1904`: bare day numbers count from 1904.
    """
    word = unicodedata.normalize("NFKC", written(cell))
    if not word or word.upper() in UNKNOWN_WORDS:
        return Told(Said.NOTHING)
    number = None if isinstance(cell, bool) or not isinstance(cell, int | float) else cell
    match column.value:
        case "yes_no":
            return Told(_yes_no(word, column))
        case "count" if word in {"无", "没有"}:
            return Told(0)
        case _ if word in NONE_WORDS:
            return Told(Said.NONE)
        case "count":
            return read_count(word if number is None else number)
        case "number" | "yuan":
            return read_amount(word if number is None else number, column, heading)
        case "date":
            return read_date(cell if isinstance(cell, date | float | int) else word, epoch_1904)
        case "month":
            return read_month(cell if isinstance(cell, date | float | int) else word, epoch_1904)
        case "choice":
            return Told(_choice(word, column))
        case "choices":
            found = (_choice(w, column) for w in listed(word))
            return Told(_together([str(v) for v in found if not isinstance(v, Said)], column))
        case "credit_code":
            return read_credit_code(word, is_number=number is not None)
        case "id_number":
            return read_id_number(word, is_number=number is not None)
        case "datum":
            return Told(_datum(word))
        case "code" | "phone":
            return Told(_DOCUMENT_YEAR.sub(r"〔\1〕", word.replace(" ", "")))
        case "text" | "name":
            return Told(written(cell))


def ticked(cells: Mapping[str, Cell], column: Column) -> Told:
    """What a group of tick columns tells: what is ticked. Raises RowRejected for two ticks where one may be chosen."""
    chosen = [value for value, cell in cells.items() if written(cell) and written(cell).upper() not in NO_WORDS]
    if column.value == "choices":
        return Told(_together(chosen, column))
    if len(chosen) > 1:
        raise RowRejected(Text("几个选项同时打了勾", "several choices are ticked"))
    return Told(chosen[0] if chosen else Said.NOTHING)


def _together(chosen: list[str], column: Column) -> str | Said:
    """Several chosen words as one text, each once, in the order in which the column declares them."""
    order = {stored: number for number, stored in enumerate(column.words)}
    return "、".join(sorted(dict.fromkeys(chosen), key=lambda w: order.get(w, len(order)))) or Said.NOTHING


def _yes_no(word: str, column: Column) -> bool:
    if word.upper() in YES_WORDS or word in column.words.get("yes", ()):
        return True
    if word.upper() in NO_WORDS or word in column.words.get("no", ()):
        return False
    raise RowRejected(Text("应填“是”或“否”", "it must be 是 (yes) or 否 (no)"))


def _choice(word: str, column: Column) -> Scalar | Said:
    """The stored value of a word, of an equal word first, else of the longest word it contains."""
    plain = normalise(word)
    listed = column.choices
    if plain in listed:
        return listed[plain]
    contained = [] if column.whole else [w for w in listed if w in plain]
    if contained:
        return listed[max(contained, key=len)]
    match column.unlisted:
        case "reject":
            known = "、".join(w for words in column.words.values() for w in words[:1])
            raise RowRejected(Text(f"不在可选项内；可填：{known}", f"not among the choices: {known}"))
        case "keep":
            return word
        case "drop":
            return Said.NOTHING
        case stored:
            return stored


def _datum(word: str) -> str:
    plain = re.sub(r"[\s\-_]", "", word.upper())
    for known, datum in _DATUMS.items():
        if plain.startswith(known):
            return datum
    raise RowRejected(
        Text("不认识的坐标系；可填 WGS-84、GCJ-02、BD-09", "unknown datum; write WGS-84, GCJ-02 or BD-09")
    )
