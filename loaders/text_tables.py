"""Text tables (CSV): rows that are read lazily, each time anew, so that a million of them fit into little memory.

A text table is gone through once when it is opened: its encoding and its quotes hold to the last row, or it is refused
before anything of it is used.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import BinaryIO

from graph.errors import LedgerRefused
from graph.text import Text
from loaders.files import LedgerFile
from loaders.sheets import Row, Sheet

LONGEST_LINE = 1 << 22
"""Characters of one line; a longer one is no line of a ledger."""

MOST_COLUMNS = 1_000
"""A sheet with more is no ledger."""

_SAMPLE = 1 << 16
_TELLING = 10
"""So many letters beyond ASCII that decode as UTF-8 are not there by chance."""

_ENCODING = Text("文字编码既不是 UTF-8、GB18030，也不是 UTF-16", "the text is neither UTF-8 nor GB18030 nor UTF-16")
_RESAVE = Text(
    "请用表格软件打开，另存为 UTF-8 的 CSV 或 xlsx 后再导入",
    "open it in a spreadsheet program and save it as UTF-8 CSV or xlsx",
)


@dataclass(frozen=True)
class TextRows(Iterable[Row]):
    """The rows of a text table, read from the file each time they are gone through."""

    file: LedgerFile
    encoding: str
    delimiter: str

    def __iter__(self) -> Iterator[Row]:
        with self.file.open() as opened:
            reader = csv.reader(self._lines(opened), delimiter=self.delimiter, strict=True)
            try:
                yield from reader
            except csv.Error as error:
                raise self._refused(reader.line_num, _csv_fault(str(error))) from error

    def _lines(self, opened: BinaryIO) -> Iterator[str]:
        text = io.TextIOWrapper(opened, self.encoding, newline="")
        number = 0
        while line := text.readline(LONGEST_LINE):
            number += 1
            if len(line) == LONGEST_LINE:
                raise self._refused(number, Text("这一行长得不合理", "the line is unreasonably long"))
            yield line

    def _refused(self, line: int, what: Text) -> LedgerRefused:
        at = Text(f"文本第 {line} 行：{what.zh}", f"line {line} of the text: {what.en}")
        return LedgerRefused(at, _RESAVE, self.file.place)


def text_sheets(file: LedgerFile) -> tuple[Sheet, ...]:
    """The one sheet of a text table. Raises LedgerRefused for what cannot be read to its end."""
    with file.open() as opened:
        sample = opened.read(_SAMPLE)
    for encoding in _encodings(sample):
        rows = TextRows(file, encoding, "")
        try:
            rows = TextRows(file, encoding, _delimiter(rows))
            _go_through(rows)
        except UnicodeError:
            continue
        return (Sheet("", rows),)
    raise LedgerRefused(_ENCODING, _RESAVE, file.place)


def _encodings(sample: bytes) -> tuple[str, ...]:
    """What the text may be written in: by its mark, by the zero bytes of UTF-16, else UTF-8 before GB18030."""
    if sample[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return ("utf-16",)
    if zeros := sample.count(0):
        return ("utf-16-le",) if sample[1::2].count(0) * 2 > zeros else ("utf-16-be",)
    return ("utf-8-sig",) if _surely_utf8(sample) else ("utf-8-sig", "gb18030")


def _surely_utf8(sample: bytes) -> bool:
    """Whether a text that fails as UTF-8 further down is damaged rather than written in something else."""
    try:
        readable = sample.decode()
    except UnicodeDecodeError as error:
        readable = sample[: error.start].decode()
    return sum(letter > "\x7f" for letter in readable) >= _TELLING


def _delimiter(rows: TextRows) -> str:
    """What stands most often between the words of the first lines."""
    with rows.file.open() as opened:
        first = "".join(islice(rows._lines(opened), 20))
    return max(",\t;", key=first.count)


def _go_through(rows: TextRows) -> None:
    for number, row in enumerate(rows, 1):
        if len(row) > MOST_COLUMNS:
            raise rows._refused(number, Text(f"有 {len(row)} 列，不是台账", f"{len(row)} columns: not a ledger"))


def _csv_fault(told: str) -> Text:
    if "unexpected end of data" in told:
        return Text(
            "引号没有成对，后面的行都并进了一格", "a quote is never closed: the rows after it ran into one cell"
        )
    if "field larger" in told:
        return Text("有一格长得不合理，可能引号没有成对", "a cell is unreasonably long; a quote may never be closed")
    return Text("引号的用法有误", "quotes are used wrongly")
