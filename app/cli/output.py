"""How answers look on a terminal: tables that fit Chinese, JSON and CSV that machines read."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from rich import box
from rich.console import Console
from rich.table import Table

from app.cli.words import LANGUAGE, say
from graph.text import Text


def print_json(value: object) -> None:
    """One JSON document on stdout; dates as ISO words."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2, default=_plain) + "\n")


def print_csv(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> None:
    """Rows as CSV on stdout, with a heading row."""
    writer = csv.DictWriter(sys.stdout, list(columns), extrasaction="ignore")
    writer.writeheader()
    writer.writerows({k: cell(v) for k, v in row.items()} for row in rows)


def print_table(columns: Mapping[str, str], rows: Iterable[Mapping[str, Any]], title: str = "") -> None:
    """Rows as a table; on a pipe as wide as it needs."""
    table = Table(title=title or None, box=box.SIMPLE_HEAD, title_justify="left", header_style="bold")
    for name, label in columns.items():
        table.add_column(label, overflow="fold", no_wrap=name in ("metres", "at", "value"))
    for row in rows:
        table.add_row(*(cell(row.get(name)) for name in columns))
    console = Console(soft_wrap=False, width=None if sys.stdout.isatty() else 200, highlight=False)
    console.print(table)


def cell(value: Any) -> str:
    """One value in words."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return say("是", "yes") if value else say("否", "no")
    if isinstance(value, float):
        return f"{value:.0f}" if value.is_integer() or abs(value) >= 10 else f"{value:.2f}"
    if isinstance(value, Text):
        return value.say(LANGUAGE)
    if isinstance(value, datetime):
        return value.astimezone().strftime("%Y-%m-%d %H:%M")
    if isinstance(value, list | tuple):
        return "、".join(cell(v) for v in value)
    return str(value)


def say_line(zh: str, en: str) -> None:
    """One line on stdout."""
    sys.stdout.write(say(zh, en) + "\n")


def note_line(zh: str, en: str) -> None:
    """One line on stderr, for what is not the answer itself."""
    sys.stderr.write(say(zh, en) + "\n")


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Text):
        return {"zh": value.zh, "en": value.en}
    if isinstance(value, tuple):
        return list(value)
    return str(value)
