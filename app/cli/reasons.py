"""Why: what is known of one node, from which cell and what it was before, and what each rule says of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from typing import Annotated, Any, Literal

import typer

from app.cli.options import At, asked_day, opened
from app.cli.output import print_json, say_line
from app.cli.words import LANGUAGE, say
from app.converters.edges import edge_name
from app.converters.facts import facts
from app.converters.traces import Word, stating, words
from graph.model import model
from graph.text import Text
from loaders.entries import Trace, Traces
from loaders.trace import trace
from queries.node import Card, card, find
from queries.rules import rules

EDGES_SAID, EDGES_TRACED = 12, 50
"""How many edges are told in words, and how many in JSON; it says how many there are."""


def add_to(cli: typer.Typer) -> None:
    """Add this command."""
    cli.command(
        help=say(
            "为什么：每个值出自哪一格、此前是什么，各条规则怎样判定",
            "why: the cell of each value, what it was before, and what each rule says",
        )
    )(why)


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
        stated = [stating(known.ref, edge)[0] for edge in known.edges[:EDGES_TRACED]]
        traces = trace(database, [(known.ref.type, known.ref.key), *stated], asked)
    if format_ == "json":
        print_json(_why_json(known, traces, asked))
    else:
        _why_text(known, traces, asked)
    return 0


def _why_json(known: Card, traces: Traces, asked: date) -> dict[str, Any]:
    subject = (known.ref.type, known.ref.key)
    return {
        "key": known.ref.id,
        "at": asked,
        "caption": known.caption,
        "properties": dict(known.properties),
        "record": dict(known.record) if known.record else None,
        "traces": [_trace_json(t) for t in traces.all if t.subject == subject],
        "edges": [
            {
                "name": edge.name,
                "direction": edge.direction,
                "other": edge.ref.id,
                "caption": edge.caption,
                "since": edge.since,
                "until": edge.until,
                "trace": _trace_json(found) if (found := traces.of(*stating(known.ref, edge))) else None,
            }
            for edge in known.edges[:EDGES_TRACED]
        ],
        "edges_total": len(known.edges),
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


def _trace_json(trace: Trace) -> dict[str, Any]:
    return {
        "subject": ":".join(trace.subject),
        "what": trace.slot,
        "contested": bool(trace.contested),
        "entries": [asdict(e) | {"other": ":".join(e.other) if e.other else None} for e in trace.entries],
    }


def _rules(ids: Iterable[str]) -> list[dict[str, Any]]:
    return [
        {"id": r.id, "title": r.title, "document": r.document, "clause": r.clause, "value": r.value, "state": r.state}
        for r in (rules()[i] for i in ids)
    ]


def _why_text(known: Card, traces: Traces, asked: date) -> None:
    subject = (known.ref.type, known.ref.key)
    kind = model()[known.ref.type].label
    say_line(
        f"{kind.zh} {known.caption}({known.ref.key})，{asked}", f"{kind.en} {known.caption} ({known.ref.key}), {asked}"
    )
    record = model().record_type(known.ref.type)
    told = facts(known.ref.type, known.properties, LANGUAGE)
    if record and known.record:
        told += facts(record.type, known.record, LANGUAGE)
    for fact in told:
        say_line(f"  {fact.label}：{fact.value}", f"  {fact.label}: {fact.value}")
        _say_words(words(traces.of(subject, fact.name), LANGUAGE))
    for edge in known.edges[:EDGES_SAID]:
        name = edge_name(known.ref.type, edge.name, edge.direction, edge.ref.type)
        say_line(f"  {name.zh}：{edge.caption}", f"  {name.en}: {edge.caption}")
        _say_words(words(traces.of(*stating(known.ref, edge)), LANGUAGE))
    if len(known.edges) > EDGES_SAID:
        rest = len(known.edges) - EDGES_SAID
        say_line(f"  另有 {rest} 条关系(--format json)", f"  {rest} more edges (--format json)")
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


def _say_words(found: Iterable[Word]) -> None:
    """From which cell a value comes, and below it what it was before or what is said otherwise."""
    for word in found:
        said = "" if word.standing == "shown" else f"{word.standing_told} {word.value} "
        where = [" ".join(filter(None, [word.file, word.place, word.heading]))]
        where += [say(f"截至 {word.day}", f"as of {word.day}"), word.brought, word.note]
        line = f"      {said}← {say('，', ', ').join(filter(None, where))}"
        say_line(line, line)


def _state(hole: bool, listed: bool) -> Text:
    if hole:
        return Text("✗ 空白点", "✗ hole:")
    return Text("• 已列入", "• listed:") if listed else Text("✓ 未列入", "✓ not listed:")
