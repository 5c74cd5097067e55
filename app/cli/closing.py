"""Closing a month: its figures are kept as published, and what is loaded later shows as a difference."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from app.cli.options import Scope, changing
from app.cli.output import say_line
from app.cli.reporting import outcome_lines
from app.cli.words import LANGUAGE, say
from graph.connection import Database
from graph.errors import NotFound, WrongQuestion
from graph.progress import shown
from graph.text import Text
from graph.values.dates import NotADate, PartialDate, last_of_month, parse_date
from loaders import apply
from loaders.month_closing import closing_load, month_ledger, published_in
from queries.figures import month_figures

Month = Annotated[str, typer.Argument(metavar="MONTH", help=say("月份，如 2026-09", "the month, such as 2026-09"))]
By = Annotated[str, typer.Option("--by", help=say("填报单位", "who reports the figures"))]
Undo = Annotated[bool, typer.Option("--undo", help=say("撤回这个月的定稿", "open the month again"))]


def add_to(cli: typer.Typer) -> None:
    """Add this command."""
    cli.command(name="close-month", help=say("月度定稿：把当月数字留作上报数", "close a month: keep its figures"))(
        close
    )


def close(month: Month, by: By = "", scope: Scope = "全区", undo: Undo = False) -> int:
    """Close a month, or open it again."""
    asked = _month(month)
    with changing() as database:
        if undo:
            _undo(database, asked)
            return 0
        _refuse_early_or_twice(database, asked)
        figures = {row.figure: row.value for row in month_figures(database, last_of_month(asked.day))}
        ledger = month_ledger(asked, figures, scope.strip("/"), by)
        with shown(LANGUAGE) as progress:
            outcome = apply.load(database, ledger, progress)
    outcome_lines(ledger, outcome)
    for row in ledger.rows:
        say_line(f"    {row.cells['指标']} {row.cells['数值']}", f"    {row.cells['指标']} {row.cells['数值']}")
    say_line(f"  可撤回：liangxin close-month {asked} --undo", f"  open it again: liangxin close-month {asked} --undo")
    return 0


def _undo(database: Database, month: PartialDate) -> None:
    load = closing_load(database, month)
    if load is None:
        raise NotFound(
            Text(f"{month} 没有定稿", f"{month} has not been closed"),
            Text("用 liangxin loads 查看", "see liangxin loads"),
        )
    with shown(LANGUAGE) as progress:
        apply.unload(database, load, progress)
    say_line(f"已撤回 {month} 的定稿(批次 {load})", f"{month} is open again (load {load})")


def _refuse_early_or_twice(database: Database, month: PartialDate) -> None:
    end = last_of_month(month.day)
    if end >= date.today():
        raise WrongQuestion(
            Text(f"{month} 还没有过完", f"{month} is not over"),
            Text(f"{end} 之后再定稿", f"close it after {end}"),
        )
    if file := published_in(database, month):
        raise WrongQuestion(
            Text(f"{month} 的数字已留存于“{file}”", f"the figures of {month} are already kept in “{file}”"),
            Text("要重新定稿，先撤回它", "to close the month anew, take that back first"),
        )


def _month(word: str) -> PartialDate:
    try:
        told = parse_date(word)
        if told.precision == "month":
            return told
    except NotADate:
        pass
    raise WrongQuestion(Text(f"“{word}”不是月份", f"“{word}” is not a month"), Text("写成 2026-09", "write 2026-09"))
