"""Options that several commands share, and how their words become values."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Annotated

import typer

from app.cli.words import LANGUAGE, say
from app.counting_ahead import counting_after
from app.loads import newest
from graph.connection import Database
from graph.constraints import apply_schema
from graph.errors import WrongQuestion
from graph.progress import shown
from graph.settings import Settings, read_settings
from graph.text import Text
from graph.values.dates import NotADate, parse_date

At = Annotated[
    str,
    typer.Option(
        "--at", help=say("数据截至哪一天(默认最新)", "the day to ask about (default: the newest)"), metavar="DATE"
    ),
]
AsOf = Annotated[str, typer.Option("--as-of", help=say("台账数据截至日", "the ledger's as-of date"), metavar="DATE")]
Json = Annotated[bool, typer.Option("--json", help=say("输出 JSON", "print JSON"))]
Full = Annotated[
    bool | None,
    typer.Option(
        "--full/--partial",
        help=say(
            "全量：范围内未列出的视为已结束；部分(默认)：只改列出的",
            "full: what the scope lacks has ended; partial (default)",
        ),
    ),
]
Kind = Annotated[
    str, typer.Option("--kind", help=say("台账种类(默认按表头识别)", "kind of ledger (default: told by its headings)"))
]
Scope = Annotated[str, typer.Option("--scope", help=say("范围：园区/科室", "scope: zone/office"), metavar="PATH")]


def day(word: str, option: str) -> date:
    """The date of an option. Raises WrongQuestion naming the option."""
    try:
        told = parse_date(word)
    except NotADate as error:
        told = None
        cause = error
    if told is None or told.precision != "day":
        raise WrongQuestion(
            Text(f"{option} 的值“{word}”不是日期", f"“{word}” given to {option} is not a date"),
            Text("请写成 2026-09-30", "write it like 2026-09-30"),
        ) from (cause if told is None else None)
    return told.day


def asked_day(database: Database, word: str) -> date:
    """The day to ask about: the word, else the newest as-of date, else today."""
    if word:
        return day(word, "--at")
    return newest(database) or date.today()


@contextmanager
def opened(settings: Settings | None = None) -> Iterator[Database]:
    """The database of the settings, with its start shown to whoever waits, and as this release expects it."""
    chosen = settings or read_settings()
    with shown(LANGUAGE) as progress:
        database = Database.open(chosen, progress)
    with database:
        apply_schema(database)
        yield database


@contextmanager
def changing(settings: Settings | None = None) -> Iterator[Database]:
    """The database for a command that changes the graph: what is counted ahead is brought up after it."""
    with opened(settings) as database, counting_after(database):
        yield database
