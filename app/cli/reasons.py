"""Why: what each rule says of one node, in words and as JSON."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Any, Literal

import typer

from app.cli.options import At, asked_day, opened
from app.cli.output import print_json, say_line
from app.cli.words import LANGUAGE, say
from app.converters.facts import facts
from graph.model import model
from graph.text import Text
from queries.node import Card, card, find
from queries.rules import rules


def add_to(cli: typer.Typer) -> None:
    """Add this command."""
    cli.command(help=say("为什么：各条规则怎样判定它", "why: what each rule says of it"))(why)


def why(
    key: Annotated[str, typer.Argument(metavar="KEY", help=say("标识或 类型:标识", "a key, or Type:key"))],
    at: At = "",
    format_: Annotated[
        Literal["text", "json"], typer.Option("--format", help=say("输出格式", "output format"))
    ] = "text",
) -> int:
    """Why."""
    with opened() as database:
        asked = asked_day(database, at)
        known = card(database, find(database, key), asked, language=LANGUAGE)
    if format_ == "json":
        print_json(_why_json(known, asked))
    else:
        _why_text(known, asked)
    return 0


def _why_json(known: Card, asked: date) -> dict[str, Any]:
    return {
        "key": known.ref.id,
        "at": asked,
        "caption": known.caption,
        "properties": dict(known.properties),
        "record": dict(known.record) if known.record else None,
        "verdicts": [
            {
                "question": v.question,
                "listed": v.row is not None,
                "hole": v.holds_hole,
                "rules": _rules(v.rules),
                "row": v.row,
            }
            for v in known.verdicts
        ],
        "sources": [s.__dict__ for s in known.sources],
    }


def _rules(ids: Iterable[str]) -> list[dict[str, Any]]:
    return [
        {"id": r.id, "title": r.title, "document": r.document, "clause": r.clause, "value": r.value, "state": r.state}
        for r in (rules()[i] for i in ids)
    ]


def _why_text(known: Card, asked: date) -> None:
    kind = model()[known.ref.type].label
    say_line(
        f"{kind.zh} {known.caption}({known.ref.key})，{asked}", f"{kind.en} {known.caption} ({known.ref.key}), {asked}"
    )
    record = model().record_type(known.ref.type)
    told = facts(known.ref.type, known.properties, LANGUAGE)
    if record and known.record:
        told += facts(record.type, known.record, LANGUAGE)
    for label, value in told:
        say_line(f"  {label}：{value}", f"  {label}: {value}")
    for verdict in known.verdicts:
        state = _state(verdict.holds_hole, verdict.row is not None)
        say_line(f"{state.zh} {verdict.title.zh}", f"{state.en} {verdict.title.en}")
        for rule in (rules()[r] for r in verdict.rules):
            say_line(
                f"    {rule.title.zh}——{rule.document.zh} {rule.clause.zh}",
                f"    {rule.title.en} — {rule.document.en}, {rule.clause.en}",
            )
    for source in known.sources[:10]:
        sheet = f" {source.sheet}" if source.sheet else ""
        say_line(
            f"  来源：{source.file}{sheet} 第 {source.row} 行，截至 {source.as_of}",
            f"  source: {source.file}{sheet} row {source.row}, as of {source.as_of}",
        )


def _state(hole: bool, listed: bool) -> Text:
    if hole:
        return Text("✗ 空白点", "✗ hole:")
    return Text("• 已列入", "• listed:") if listed else Text("✓ 未列入", "✓ not listed:")
