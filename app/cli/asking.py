"""Questions and answers: ask, export."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from app.cli.comparing import say_compared
from app.cli.library import say_rules
from app.cli.options import At, asked_day, day, opened
from app.cli.output import note_line, print_csv, print_json, print_table, say_line
from app.cli.words import LANGUAGE, say
from app.converters import table
from app.converters.rules import rule_json
from app.loads import is_demo
from app.reports import read_sources, write
from app.reports.formats import ending
from graph.errors import WrongQuestion
from graph.text import Text
from queries.absence import why_empty
from queries.ask import ask as ask_question
from queries.catalog import catalog
from queries.comparing import compared
from queries.neighbours import around as picture_around
from queries.node import find
from queries.picture import picture
from queries.results import Answer

Settings_ = Annotated[
    list[str] | None,
    typer.Option("--set", help=say("参数，可重复", "a parameter; may be repeated"), metavar="NAME=VALUE"),
]
Limit = Annotated[int, typer.Option("--limit", help=say("最多列出多少行", "at most this many rows"))]
Compare = Annotated[
    str,
    typer.Option(
        "--compare-with",
        help=say("与更早的一天对比：新增、不再有、仍有", "compare with an earlier day"),
        metavar="DATE",
    ),
]
EXPORTED = 5000
"""Rows and nodes an export holds at most; it says how many of how many."""


def add_to(cli: typer.Typer) -> None:
    """Add these commands."""
    cli.command(help=say("问一个问题", "ask a question"))(ask)
    cli.command(help=say("导出子图或名单", "export a subgraph or list"))(export)


def ask(
    question: Annotated[str, typer.Argument(metavar="QUESTION", autocompletion=lambda: list(catalog()))],
    at: At = "",
    set_: Settings_ = None,
    format_: Annotated[
        Literal["table", "json", "csv"], typer.Option("--format", help=say("输出格式", "output format"))
    ] = "table",
    compare_with: Compare = "",
    limit: Limit = 200,
) -> int:
    """Ask."""
    given = _settings(set_ or [])
    with opened() as database:
        if compare_with:
            before, after = day(compare_with, "--compare-with"), asked_day(database, at)
            found = compared(database, question, before, after, given)
            say_compared(found, format_, limit)
            if format_ != "json":
                _say_applied(found.after, is_demo(database))
            return 0
        answer = ask_question(database, question, asked_day(database, at), given, limit)
        empty = why_empty(database, answer)
        demo = is_demo(database)
    declared = catalog()[question]
    if format_ == "json":
        print_json(_as_json(answer) | ({"why_empty": empty.say(LANGUAGE)} if empty else {}))
    elif format_ == "csv":
        print_csv(list(declared.columns), answer.rows)
    else:
        print_table(
            table.headings(declared, LANGUAGE),
            (table.worded(declared, row, LANGUAGE) for row in answer.rows),
            f"{declared.title.say(LANGUAGE)} {answer.at}",
        )
    if format_ != "json":
        if empty:
            note_line(empty.zh, empty.en)
        _say_totals(answer, demo)
    return 0


def _say_totals(answer: Answer, demo: bool) -> None:
    note_line(f"共{answer.total}条，显示{answer.shown}条", f"{answer.shown} of {answer.total} shown")
    _say_applied(answer, demo)


def _say_applied(answer: Answer, demo: bool) -> None:
    say_rules(answer.applied)
    if demo:
        note_line("示例数据", "demo data")


def _as_json(answer: Answer) -> dict[str, Any]:
    return {
        "question": answer.question,
        "at": answer.at,
        "parameters": dict(answer.parameters),
        "rules": [rule_json(rule) for rule in answer.applied],
        "total": answer.total,
        "shown": answer.shown,
        "truncated": answer.truncated,
        "rows": [{**row, "nodes": table.named_nodes(row, catalog()[answer.question])} for row in answer.rows],
    }


def export(
    to: Annotated[
        Path,
        typer.Option("--to", help=say("文件，后缀决定格式", "the file; its ending chooses the format"), metavar="FILE"),
    ],
    question: Annotated[
        str, typer.Option("--question", help=say("导出一个问题的答案", "export the answer of a question"))
    ] = "",
    around: Annotated[
        str, typer.Option("--around", help=say("导出某节点周围", "export what is around a node"), metavar="KEY")
    ] = "",
    hops: Annotated[int, typer.Option("--hops", help=say("几步之内", "within so many steps"))] = 1,
    at: At = "",
    set_: Settings_ = None,
    limit: Limit = EXPORTED,
) -> int:
    """Export."""
    if bool(question) == bool(around):
        raise WrongQuestion(
            Text("请在 --question 和 --around 中选一个", "give either --question or --around"),
            Text(
                "例：liangxin export --question unreached --to 名单.xlsx",
                "e.g. liangxin export --question unreached --to list.xlsx",
            ),
        )
    ending(to)  # an unknown format is refused before anything is asked
    with opened() as database:
        asked = asked_day(database, at)
        answer = ask_question(database, question, asked, _settings(set_ or []), limit) if question else None
        drawn = (
            picture(database, answer, LANGUAGE)
            if answer
            else picture_around(database, find(database, around), asked, hops, limit, LANGUAGE)
        )
        sources = read_sources(database, drawn, asked)
        title = catalog()[question].title.say(LANGUAGE) if question else around
        write(to, drawn, answer, language=LANGUAGE, title=title, at=asked, demo=is_demo(database), sources=sources)
    say_line(
        f"已导出 {to}：{len(drawn.nodes)} 个节点、{len(drawn.edges)} 条关系",
        f"exported {to}: {len(drawn.nodes)} nodes, {len(drawn.edges)} edges",
    )
    if (answer and answer.truncated) or drawn.total > len(drawn.nodes):
        note_line(
            f"未导出全部：共 {answer.total if answer else drawn.total}",
            f"not all of it: there are {answer.total if answer else drawn.total}",
        )
    return 0


def _settings(words: Iterable[str]) -> dict[str, str]:
    given = {}
    for pair in words:
        name, equals, value = pair.partition("=")
        if not equals or not name:
            raise WrongQuestion(
                Text(f"参数“{pair}”写法不对", f"“{pair}” is not a parameter"),
                Text("请写成 名称=值", "write NAME=VALUE"),
            )
        given[name] = value
    return given
