"""Why: what is known of one node, from which cell and what it was before, and what each rule says of it."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Annotated, Any, Literal

import typer

from app.cli.options import At, asked_day, opened
from app.cli.output import note_line, print_json, say_line
from app.cli.verdict_lines import say_words, verdict_lines
from app.cli.words import LANGUAGE, say
from app.converters.edges import edge_name
from app.converters.facts import facts
from app.converters.rules import rule_json
from app.converters.traces import stating, words
from app.reasoned import Reasoned, edge_subject, reasoned
from graph.model import model
from loaders.entries import Trace, Traces
from queries.absence import ended
from queries.evidence import Reason
from queries.node import card, find
from queries.results import PictureEdge
from queries.verdicts import Verdict

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
        ref = find(database, key)
        if key not in (ref.key, ref.id):
            note_line(f"“{key}” 现为 {ref.id}", f"“{key}” is now {ref.id}")
        if gone := ended(database, ref, asked):
            note_line(gone.zh, gone.en)
        known = card(database, ref, asked, language=LANGUAGE)
        found = reasoned(database, known, asked, LANGUAGE, EDGES_TRACED)
    if format_ == "json":
        print_json(_why_json(found, asked))
    else:
        _why_text(found, asked)
    return 0


def _why_json(found: Reasoned, asked: date) -> dict[str, Any]:
    known, traces = found.card, found.traces
    subject = (known.ref.type, known.ref.key)
    reasons = {reason.verdict.question: reason for reason in found.reasons}
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
                "trace": _trace_json(told) if (told := traces.of(*stating(known.ref, edge))) else None,
            }
            for edge in known.edges[:EDGES_TRACED]
        ],
        "edges_total": len(known.edges),
        "verdicts": [_verdict_json(v, reasons.get(v.question), traces) for v in known.verdicts],
        "sources": [s.__dict__ for s in known.sources],
    }


def _verdict_json(verdict: Verdict, reason: Reason | None, traces: Traces) -> dict[str, Any]:
    return {
        "question": verdict.question,
        "state": verdict.state,
        "rule": verdict.rule.id,
        "listed": verdict.row is not None,
        "hole": verdict.holds_hole,
        "rules": [rule_json(rule) for rule in verdict.applied],
        "row": verdict.row,
        "missing": [fact.say(LANGUAGE) for fact in verdict.missing],
        "repair": verdict.repair.say(LANGUAGE) if verdict.repair else None,
        "since": reason.began.since if reason and reason.began else None,
        "since_earlier": reason.began.earlier if reason and reason.began else None,
        "since_cut": reason.began.cut if reason and reason.began else None,
        "facts": list(reason.facts) if reason else [],
        "path": [_path_json(edge, traces) for edge in reason.path.edges] if reason else [],
        "path_total": reason.total if reason else 0,
    }


def _path_json(edge: PictureEdge, traces: Traces) -> dict[str, Any]:
    return {
        "source": edge.source.id,
        "name": edge.name,
        "target": edge.target.id,
        "since": edge.since,
        "until": edge.until,
        "trace": _trace_json(told) if (told := traces.of(*edge_subject(edge))) else None,
    }


def _trace_json(trace: Trace) -> dict[str, Any]:
    return {
        "subject": ":".join(trace.subject),
        "what": trace.slot,
        "contested": bool(trace.contested),
        "entries": [asdict(e) | {"other": ":".join(e.other) if e.other else None} for e in trace.entries],
    }


def _why_text(found: Reasoned, asked: date) -> None:
    known, traces = found.card, found.traces
    subject = (known.ref.type, known.ref.key)
    kind = model()[known.ref.type].label
    say_line(
        f"{kind.zh} {known.caption}({known.ref.key})，{asked}", f"{kind.en} {known.caption} ({known.ref.key}), {asked}"
    )
    verdict_lines(found)
    record = model().record_type(known.ref.type)
    told = facts(known.ref.type, known.properties, LANGUAGE)
    if record and known.record:
        told += facts(record.type, known.record, LANGUAGE)
    for fact in told:
        say_line(f"  {fact.label}：{fact.value}", f"  {fact.label}: {fact.value}")
        say_words(words(traces.of(subject, fact.name), LANGUAGE))
    for edge in known.edges[:EDGES_SAID]:
        name = edge_name(known.ref.type, edge.name, edge.direction, edge.ref.type)
        say_line(f"  {name.zh}：{edge.caption}", f"  {name.en}: {edge.caption}")
        say_words(words(traces.of(*stating(known.ref, edge)), LANGUAGE))
    if len(known.edges) > EDGES_SAID:
        rest = len(known.edges) - EDGES_SAID
        say_line(f"  另有 {rest} 条关系(--format json)", f"  {rest} more edges (--format json)")
    for source in known.sources[:10]:
        sheet = f" {source.sheet}" if source.sheet else ""
        say_line(
            f"  来源：{source.file}{sheet} 第 {source.row} 行，截至 {source.as_of}",
            f"  source: {source.file}{sheet} row {source.row}, as of {source.as_of}",
        )
