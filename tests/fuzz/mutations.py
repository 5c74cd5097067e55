"""What may happen to a ledger on its way: to its cells and rows, to its bytes, to the parts of its package.

Each mutation is a function of its own. Those of grids change one in place; those of files make a `Mutant`.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

from loaders.workbook_facts import UNZIPPING
from tests.fuzz.ledgers import PLANTED, Grid, as_csv, as_other, as_xlsx, sound

ODD: tuple[Any, ...] = (
    "", " ", "\t", "　", "无", "—", "-", "/", "不详", "合计", "小计：", "填表人：", "注：", "甲", "1",
    0, -1, 3.7, 1e15, 1e300, -1e300, 1e-300, 2023.1, 45017, 99999999, True, False,
    date(1905, 7, 15), date(9999, 12, 31), date(1900, 1, 1), "2023-02-30", "9999-99-99", "0000-00-00",
    "二〇二三年十三月", "约", "人", "1,2,3", "１２", "十百千", "-0", "1e9", "٣", "NaN", "9.1E+17", "919900000000000000",
    "√", "×", "是是",
    PLANTED, f"见{PLANTED}", "990000 19750505 2027", "13800000007",
    "=1+1", "=HYPERLINK(\"http://x\")", "@SUM(A1)", "'; DROP", "}) DETACH DELETE n //", "{placeholder}", "{0}", "%s",
    "|", "、、、", "甲公司、乙公司;丙公司", "a/b/c", "//", "\n\n", "\x07\x0b", "\ufeff", "\u202e反", "👩\u200d👧",
    "㐀𠀀", "ﷺ", "x" * 5000, "企业名称", "统一社会信用代码", "（上饶）有限公司", "退回原因", "~|\\/:*?[]", "A" * 300,
)  # fmt: skip


@dataclass(frozen=True)
class Mutant:
    """A file that somebody may send. `how`: the mutations that made it."""

    name: str
    content: bytes
    how: tuple[str, ...]


GridMutation = Callable[[Grid, Random], None]
FileMutation = Callable[[Mutant, Random], Mutant]


def odd_cell(grid: Grid, random: Random) -> None:
    """A cell that holds something else."""
    row = random.choice(grid.cells)
    if row:
        row[random.randrange(len(row))] = random.choice(ODD)


def odd_row(grid: Grid, random: Random) -> None:
    """A row of odd cells anywhere, headings included."""
    grid.cells.insert(random.randrange(len(grid.cells) + 1), random.choices(ODD, k=random.randint(0, grid.width + 2)))


def odd_column(grid: Grid, random: Random) -> None:
    """A column that holds one odd thing everywhere below the headings."""
    column, cell = random.randrange(max(1, grid.width)), random.choice(ODD)
    for row in grid.cells[random.randint(1, 4) :]:
        if column < len(row):
            row[column] = cell


def lost_row(grid: Grid, random: Random) -> None:
    """A row that is missing."""
    if len(grid.cells) > 1:
        del grid.cells[random.randrange(len(grid.cells))]


def lost_column(grid: Grid, random: Random) -> None:
    """A column that is missing."""
    column = random.randrange(max(1, grid.width))
    for row in grid.cells:
        del row[column : column + 1]


def repeated_rows(grid: Grid, random: Random) -> None:
    """A row that comes again and again, perhaps headings."""
    row = random.choice(grid.cells)
    at = random.randrange(len(grid.cells))
    grid.cells[at:at] = [list(row) for _ in range(random.randint(1, 40))]


def other_order(grid: Grid, random: Random) -> None:
    """Columns in another order, or rows."""
    if random.random() < 0.7:
        order = random.sample(range(grid.width), grid.width)
        grid.cells = [[row[i] if i < len(row) else None for i in order] for row in grid.cells]
        grid.merges = []
    else:
        random.shuffle(grid.cells)


def odd_heading(grid: Grid, random: Random) -> None:
    """A heading that is spelt otherwise, has another's name, or is something odd."""
    row = random.choice(grid.cells[:4])
    if row:
        at = random.randrange(len(row))
        word = str(row[at] or "")
        row[at] = random.choice([word[::-1], f"{word}\n(万元)", f" {word} *", random.choice(row), random.choice(ODD)])


def ragged(grid: Grid, random: Random) -> None:
    """Rows that end early, or late."""
    for row in grid.cells:
        if random.random() < 0.4:
            row[random.randint(0, len(row)) :] = random.choices(ODD, k=random.randint(0, 3))


def odd_merge(grid: Grid, random: Random) -> None:
    """Merged ranges anywhere, some far larger than the table."""
    for _ in range(random.randint(1, 5)):
        top, left = random.randint(0, len(grid.cells) + 3), random.randint(0, grid.width + 3)
        large = random.random() < 0.1
        bottom = top + random.randint(0, 300 if large else 4)
        grid.merges.append((top, left, bottom, left + random.randint(0, 60 if large else 3)))


def formulas(grid: Grid, random: Random) -> None:
    """Formulas with results, errors, or nothing."""
    for _ in range(random.randint(1, 8)):
        at = random.randrange(len(grid.cells)), random.randrange(max(1, grid.width))
        formula = random.choice(("=A1", "=1/0", "=NOW()", "=SUM(A:A)", '=CONCAT("甲","公司")', "=A1048576"))
        grid.formulas[at] = (formula, random.choice([*ODD[:40], "#REF!", "#DIV/0!"]))
        grid.formulas[at] = (formula, "" if isinstance(grid.formulas[at][1], date) else grid.formulas[at][1])


def long_table(grid: Grid, random: Random) -> None:
    """Many rows."""
    body = grid.cells[-1]
    grid.cells += [list(body) for _ in range(random.randint(50, 400))]


GRID_MUTATIONS: tuple[GridMutation, ...] = (
    odd_cell, odd_cell, odd_cell, odd_row, odd_column, lost_row, lost_column, repeated_rows, other_order, odd_heading,
    ragged, odd_merge, formulas, long_table,
)  # fmt: skip


def as_file(grid: Grid, random: Random) -> tuple[str, bytes]:
    """The grid in one of the formats and encodings, mostly under its right name."""
    kind = random.choice((".xlsx", ".xlsx", ".xlsx", ".csv", ".csv", ".ods", ".xlsb"))
    if kind == ".xlsx":
        further = [sound(random) for _ in range(random.choice((0, 0, 0, 1, 2)))]
        content = as_xlsx([grid, *further])
    elif kind == ".csv":
        encoding = random.choice(("utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "big5"))
        content = as_csv(grid, encoding, random.choice(",,,;\t"))
    else:
        content = as_other(grid, kind)
    if random.random() < 0.05:
        kind = random.choice((".xls", ".xlsx", ".csv", ".txt", ".ods", ".et", ".xlsb", ".docx", ""))
    return f"台账{kind}", content


def cut(mutant: Mutant, random: Random) -> Mutant:
    """A file that did not arrive whole."""
    return replace(mutant, content=mutant.content[: random.randrange(len(mutant.content) + 1)])


def flipped(mutant: Mutant, random: Random) -> Mutant:
    """Some bytes that are other ones."""
    content = bytearray(mutant.content)
    for _ in range(random.choice((1, 1, 3, 30)) if content else 0):
        content[random.randrange(len(content))] = random.randrange(256)
    return replace(mutant, content=bytes(content))


def inserted(mutant: Mutant, random: Random) -> Mutant:
    """Some bytes that do not belong."""
    at = random.randrange(len(mutant.content) + 1)
    more = random.choice((b"\x00" * 40, b'"', b"\xff\xfe", b"\r", random.randbytes(random.randint(1, 200))))
    return replace(mutant, content=mutant.content[:at] + more + mutant.content[at:])


def in_a_zip(mutant: Mutant, random: Random) -> Mutant:
    """The file in a zip, with others, perhaps with a zip within."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", random.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))) as packed:
        packed.writestr(random.choice(("", "../", "/", "街道/")) + mutant.name, mutant.content)
        if random.random() < 0.3:
            packed.writestr(random.choice(("通知.docx", "a.zip", "~$x.xlsx", "空.csv", "x" * 99 + ".csv")), b"x,y\n1,2")
    return Mutant("包.zip", out.getvalue(), mutant.how)


def _parts(mutant: Mutant) -> list[str]:
    """The names of the parts of a package; none of what is no package."""
    try:
        with zipfile.ZipFile(io.BytesIO(mutant.content)) as packed:
            return packed.namelist()
    except UNZIPPING:
        return []


def _repacked(mutant: Mutant, change: Callable[[str, bytes], bytes | None], more: dict[str, bytes]) -> Mutant:
    """The package with its parts changed (None: left out) and more of them; other files as they are."""
    out = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(mutant.content)) as packed, zipfile.ZipFile(out, "w", 8) as changed:
            for part in packed.namelist():
                content = change(part, packed.read(part))
                if content is not None:
                    changed.writestr(part, content)
            for part, content in more.items():
                changed.writestr(part, content)
    except UNZIPPING:
        return mutant
    return replace(mutant, content=out.getvalue())


def odd_part(mutant: Mutant, random: Random) -> Mutant:
    """A part of the package that is cut, flipped, gone, or another's."""
    names = _parts(mutant)
    if not names:
        return mutant
    chosen, how = random.choice(names), random.choice((cut, flipped, inserted, None))

    def change(part: str, content: bytes) -> bytes | None:
        if part != chosen:
            return content
        return how(Mutant("", content, ()), random).content if how else None

    return _repacked(mutant, change, {})


def far_cell(mutant: Mutant, random: Random) -> Mutant:
    """A cell that says it stands far away: 10⁶ columns, 10⁹ rows, or nowhere."""
    where = random.choice((b"XFD1048576", b"ZZZZ1", b"A4294967296", b"B99999999", b"1A", b"", b"XFE2", b"A0", b"a1"))

    def change(part: str, content: bytes) -> bytes:
        if part.startswith("xl/worksheets/sheet"):
            cells = re.findall(rb'r="[A-Z]+\d+"', content)
            content = content.replace(random.choice(cells), b'r="' + where + b'"', 1) if cells else content
        return content

    return _repacked(mutant, change, {})


def cells_without_places(mutant: Mutant, random: Random) -> Mutant:
    """Cells and rows that do not say where they stand, and many of nothing."""
    blank = b"<row>" + b"<c/>" * random.choice((10, 5000)) + b"</row>"

    def change(part: str, content: bytes) -> bytes:
        if part.startswith("xl/worksheets/sheet"):
            content = re.sub(rb' r="[A-Z]*\d+"', b"", content)
            content = content.replace(b"</sheetData>", blank * random.choice((1, 50)) + b"</sheetData>")
        return content

    return _repacked(mutant, change, {})


def many_merges(mutant: Mutant, random: Random) -> Mutant:
    """Thousands of merged ranges, one over the other."""
    ranges = b"".join(
        b'<mergeCell ref="A%d:%s%d"/>' % (i, random.choice((b"A", b"XFD")), 99999) for i in range(1, 2000)
    )

    def change(part: str, content: bytes) -> bytes:
        merged = b"</sheetData><mergeCells>" + ranges + b"</mergeCells>"
        return content.replace(b"</sheetData>", merged) if part.startswith("xl/worksheets/sheet") else content

    return _repacked(mutant, change, {})


def bomb(mutant: Mutant, random: Random) -> Mutant:
    """A package that unpacks to far more than it is."""
    size = random.choice((1 << 20, 20 << 20))
    where = random.choice(("xl/sharedStrings.xml", "xl/worksheets/sheet1.xml", "content.xml", "xl/styles.xml"))

    def change(part: str, content: bytes) -> bytes:
        if part != where:
            return content
        at = content.find(b">", len(content) // 2) + 1
        return content[:at] + random.choice((b" ", b"<x/>", b"A")) * size + content[at:]

    return _repacked(mutant, change, {})


def entities(mutant: Mutant, random: Random) -> Mutant:
    """Entities that name each other (a billion laughs)."""
    laughs = b'<!DOCTYPE x [<!ENTITY a "ha">' + b"".join(
        b'<!ENTITY %c "%s">' % (98 + i, b"&%c;" % (97 + i) * 10) for i in range(12)
    )

    def change(part: str, content: bytes) -> bytes:
        if part.endswith(".xml"):
            content = re.sub(rb"(<\?xml[^>]*\?>)", lambda m: m[1] + laughs + b"]>", content, count=1)
            content = content.replace(b"</t>", b"&m;</t>", 1)
        return content

    return _repacked(mutant, change, {})


def macros(mutant: Mutant, random: Random) -> Mutant:
    """A project of macros, and what else workbooks carry along."""
    more = {"xl/vbaProject.bin": random.randbytes(500), "xl/macrosheets/sheet1.xml": b"<macro/>"}
    return replace(_repacked(mutant, lambda part, content: content, more), name=mutant.name.replace(".xlsx", ".xlsm"))


def old_workbook(mutant: Mutant, random: Random) -> Mutant:
    """A workbook of Excel 97 in its place, to be spoilt in turn."""
    content = (Path(__file__).parents[1] / "data" / "ledger.xls").read_bytes()
    changed = bytearray(content)
    for _ in range(random.choice((0, 1, 2, 5, 40))):
        at = random.randrange(len(changed)) if random.random() < 0.5 else random.randrange(512, 2600)
        changed[at] = random.choice((0, 1, 0xFF, random.randrange(256)))
    return replace(mutant, name=random.choice(("台账.xls", "台账.et", "台账.xlsx")), content=bytes(changed))


def wide_text(mutant: Mutant, random: Random) -> Mutant:
    """A text table of 10⁵ columns, of one endless line, of quotes that never close, or of lines that end oddly."""
    line = random.choice(
        (
            b"a," * 100_000,
            b"x" * 5_000_000,
            b'"' + b"a,b\n" * 50_000,
            b"\r".join([b"a,b"] * 999),
            b'a"b","c"d\n' * 9,
            b"\n",
        )
    )
    return replace(mutant, name="台账.csv", content=random.choice((line, mutant.content + line)))


FILE_MUTATIONS: tuple[FileMutation, ...] = (
    cut, flipped, flipped, inserted, in_a_zip, odd_part, odd_part, odd_part, far_cell, cells_without_places,
    many_merges, bomb, entities, macros, old_workbook, old_workbook, wide_text,
)  # fmt: skip
