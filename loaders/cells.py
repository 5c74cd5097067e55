"""One cell → what it says: a value, none (无), or nothing. Unknown, none and zero stay three things.

Value forms are those met in real ledgers (3人, 约50, ３, 三, 1,200万元, √, 二〇二三年四月 …). A value that cannot be
read raises RowRejected; it is never bent into one that can.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from graph.errors import RowRejected
from graph.text import Text
from graph.values.codes import CodeState, credit_code_state, is_id_number, normalise_code
from graph.values.dates import NotADate, PartialDate, parse_date
from graph.values.names import normalise
from loaders.ledger import Scalar
from loaders.mapping import Column
from loaders.sheets import Cell


class Said(Enum):
    """A cell without a value: it says nothing (blank, unknown) or says that there is none."""

    NOTHING = "nothing"
    NONE = "none"


@dataclass(frozen=True)
class Told:
    """What a cell tells. `state`: what the check of a code found; `note`: what a person should know of the reading.

    `others`: the second and later values of a cell that lists several.
    """

    value: Scalar | Said
    state: CodeState | None = None
    note: Text | None = None
    others: tuple[Told, ...] = ()


NONE_WORDS = {"无", "没有", "暂无", "—", "——", "-", "--", "/", "\\"}
UNKNOWN_WORDS = {"不详", "未知", "不清楚", "待查", "N/A", "#N/A", "NULL"}
YES_WORDS = {"是", "有", "√", "✓", "☑", "■", "1", "Y", "YES", "TRUE", "对"}
NO_WORDS = {"否", "无", "没有", "×", "✗", "X", "0", "N", "NO", "FALSE", "□"}
_NUMERALS = {
    "零": 0,
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
    "十": 10,
}
_UNITS = "人名个家户件项次年"
_AREA = "平方米|平米|平方|m2"
_NUMBER = re.compile(rf"(约|近|大约)?(\d+(?:\.\d+)?)(余|多|左右)?(?:[{_UNITS}]|{_AREA})?(亿|万)?元?(\(.*\))?")
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
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return str(cell).strip()


def listed(word: str) -> list[str]:
    """The values of a cell that lists several: 甲公司、乙公司; or one a line."""
    return [part for w in re.split(r"[、,，;；\n]", word) if (part := w.strip())]


def read_cell(cell: Cell, column: Column, heading: str = "") -> Told:
    """What `cell` tells as a cell of `column`, whose heading as written may hold a unit. Raises RowRejected."""
    word = unicodedata.normalize("NFKC", written(cell))
    if not word or word.upper() in UNKNOWN_WORDS:
        return Told(Said.NOTHING)
    match column.value:
        case "yes_no":
            return Told(_yes_no(word, column))
        case "count":
            return _count(word)
        case _ if word in NONE_WORDS:
            return Told(Said.NONE)
        case "number":
            return Told(_number(word)[0])
        case "yuan":
            return Told(_yuan(word, heading))
        case "date":
            return Told(str(_date(cell if isinstance(cell, date | float | int) else word)))
        case "month":
            return Told(_month(cell if isinstance(cell, date | float | int) else word))
        case "choice":
            return Told(_choice(word, column))
        case "choices":
            found = (_choice(w, column) for w in listed(word))
            return Told(_together([str(v) for v in found if not isinstance(v, Said)], column))
        case "credit_code":
            return _credit_code(cell, word)
        case "id_number":
            return _id_number(cell, word)
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


def _number(word: str) -> tuple[float, bool]:
    """The number and whether it is approximate."""
    if (numeral := word.rstrip(_UNITS)) in _NUMERALS:
        return float(_NUMERALS[numeral]), False
    match = _NUMBER.fullmatch(word.replace(",", "").replace(" ", ""))
    if match is None:
        raise RowRejected(Text("不是数字", "not a number"))
    scale = 10_000 if match[4] == "亿" else 1
    return float(match[2]) * scale, bool(match[1] or match[3] or match[5])


def _yuan(word: str, heading: str) -> float:
    """An amount in yuan: 万 and 亿 count where the cell has them; a bare number has the unit of its heading."""
    tens_of_thousands = re.search("[万亿]", word) or ("万元" in heading and "元" not in word)
    return round(_number(word)[0] * (10_000 if tens_of_thousands else 1), 2)


def _count(word: str) -> Told:
    if word in {"无", "没有"}:
        return Told(0)
    if word in NONE_WORDS:
        return Told(Said.NONE)
    number, approximate = _number(word)
    if not number.is_integer():
        raise RowRejected(Text("人数、家数应为整数", "a count must be a whole number"))
    note = Text("约数，按所写数字记", "approximate, kept as the number written") if approximate else None
    return Told(int(number), note=note)


def _date(cell: Cell | date) -> PartialDate:
    try:
        return parse_date(cell)  # type: ignore[arg-type]
    except NotADate as error:
        raise RowRejected(
            Text("不是日期；请写成 2023-04-01、2023年4月 等", "not a date; write 2023-04-01, 2023年4月 or the like")
        ) from error


def _month(cell: Cell | date) -> str:
    """The month a date lies in: spreadsheets turn 2026年9月 into the first of September."""
    told = _date(cell)
    if told.precision == "year":
        raise RowRejected(Text("应填月份，如 2026年9月", "it must be a month, such as 2026年9月"))
    return told.day.isoformat()[:7]


def _choice(word: str, column: Column) -> Scalar | Said:
    """The stored value of a word, of an equal word first, else of the longest word it contains."""
    plain = normalise(word)
    listed = {normalise(w): stored for stored, words in column.words.items() for w in (*words, stored)}
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


def _credit_code(cell: Cell, word: str) -> Told:
    code = normalise_code(word)
    state: CodeState = "damaged" if isinstance(cell, float | int) else credit_code_state(code)
    notes: dict[CodeState, Text] = {
        "failed": Text("信用代码未通过校验，照原样保留", "the credit code fails its check; kept as it is"),
        "damaged": Text(
            "信用代码已被表格软件损坏，不用于识别企业", "the credit code was damaged by a spreadsheet; not used"
        ),
    }
    return Told(code, state, notes.get(state))


def _id_number(cell: Cell, word: str) -> Told:
    number = normalise_code(word)
    if isinstance(cell, float | int) or "E+" in number:
        raise RowRejected(Text("身份证号已被表格软件损坏", "the ID number was damaged by a spreadsheet"))
    if not is_id_number(number):
        raise RowRejected(Text("身份证号未通过校验", "the ID number fails its check"))
    return Told(number)


def _datum(word: str) -> str:
    plain = re.sub(r"[\s\-_]", "", word.upper())
    for known, datum in _DATUMS.items():
        if plain.startswith(known):
            return datum
    raise RowRejected(
        Text("不认识的坐标系；可填 WGS-84、GCJ-02、BD-09", "unknown datum; write WGS-84, GCJ-02 or BD-09")
    )
