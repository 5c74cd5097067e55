"""Files named on the command line: read as ledgers, their headings mapped by hand, their rejected rows sent back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Annotated

import typer

from app.cli.output import note_line, say_line
from app.cli.words import LANGUAGE, say
from graph.errors import WrongQuestion
from graph.text import Text
from graph.values.digest import Digester
from loaders.ledger import Ledger
from loaders.mapping import mapping_of
from loaders.parcels import open_sources
from loaders.reading import read_ledger
from loaders.remembered import read_remembered, remember_heading, with_remembered
from loaders.returned import ReturnedRow, write_returned
from loaders.sources import Source

Heading = Annotated[
    list[str] | None,
    typer.Option(
        "--heading",
        help=say("表头=列：这个表头就是那一列，记住(须有 --kind)", "heading=column: remembered for the kind (--kind)"),
        metavar="HEADING=COLUMN",
    ),
]
Returned = Annotated[
    Path | None,
    typer.Option("--returned", help=say("退回的行另存到这个文件夹", "where rejected rows are written"), metavar="DIR"),
]


@dataclass(frozen=True)
class Asked:
    """How the files of one command are to be read. `as_of` is inclusive; `home`: where remembered headings are kept."""

    home: Path
    digester: Digester
    kind: str | None
    scope: str
    as_of: date
    full: bool
    replaces: str | None = None


def read_all(paths: list[Path], asked: Asked) -> Iterator[tuple[Source, Ledger]]:
    """Every ledger of the files, folders and zips. Raises LedgerRefused for the first that cannot be read."""
    remembered = read_remembered(asked.home)
    left_out: list[str] = []
    for path in paths:
        for source in open_sources(path, left_out):
            yield (
                source,
                read_ledger(
                    source,
                    asked.digester,
                    kind=asked.kind,
                    scope=asked.scope,
                    as_of=asked.as_of,
                    full=asked.full,
                    replaces=asked.replaces,
                    remembered=remembered,
                ),
            )
    for name in left_out:
        note_line(f"不是台账，没有读取：{name}", f"no ledger, not read: {name}")


def remember(home: Path, kind: str, headings: list[str]) -> None:
    """Keep what a person says of headings. Raises WrongQuestion, DeclarationError for a column the kind lacks."""
    for word in headings:
        heading, _, column = word.rpartition("=")
        if not heading or not kind:
            raise WrongQuestion(
                Text(f"--heading {word} 看不懂", f"--heading {word} is not understood"),
                Text("写成 --kind 种类 --heading 表头=列", "write --kind KIND --heading HEADING=COLUMN"),
            )
        remember_heading(home, mapping_of(kind).kind, column, heading)


def write_rejected(folder: Path, source: Source, ledger: Ledger, home: Path) -> None:
    """Write a file's rejected rows back as a workbook like it, with the reasons in a last column."""
    rows = [ReturnedRow.of(row) for row in ledger.rows if row.faults]
    if rows:
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{PurePosixPath(source.name).stem}_{say('退回', 'returned')}.xlsx"
        mapping = with_remembered(mapping_of(ledger.load.kind), read_remembered(home))
        with path.open("wb") as out:
            write_returned(source, mapping, rows, out, LANGUAGE)
        say_line(f"  退回的 {len(rows)} 行已写入 {path}", f"  {len(rows)} rejected rows are in {path}")
