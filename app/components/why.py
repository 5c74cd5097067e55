"""Why: how the questions judge a node, the rule and clause, what would put it right, and on demand what it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from dash import html

from app import ids
from app.components import rules as rule_parts
from app.components import trace
from app.components.attributes import data
from app.components.plain import Plain
from app.converters.traces import words
from app.converters.verdicts import STATES, lacking, numbers, rank, since
from app.i18n import say
from app.reasoned import Reasoned, edge_subject
from graph.model import model
from graph.text import Language
from queries.results import Ref
from queries.rule_book import AppliedRule
from queries.verdicts import Verdict

PATH_SHOWN = 12
NUMBERS_SHOWN = 2


def build(verdicts: Sequence[Verdict], ref: Ref, at: date, language: Language) -> html.Section:
    """The verdicts that are told at once, and the place for the rest."""
    lines = _lines(verdicts, ref, at, language)
    waiting = html.P(say("why_more", language), className="note")
    rest = html.Div(waiting, id=ids.other_verdicts(ref.id, at.isoformat(), told=bool(lines)))
    return html.Section([html.H3(say("why", language)), *lines, rest], className="card-section why")


def others(verdicts: Sequence[Verdict], ref: Ref, at: date, told: bool, language: Language) -> list[Any]:
    """The rest of the verdicts; `told`: whether some were told before."""
    lines = _lines(verdicts, ref, at, language)
    return lines if lines or told else [html.P(say("why_none", language), className="note")]


def _lines(verdicts: Sequence[Verdict], ref: Ref, at: date, language: Language) -> list[Any]:
    """What breaks a rule, then what cannot be told, then what else lists the node; the rest are named."""
    told = sorted((v for v in verdicts if v.in_full), key=rank)
    lines: list[Any] = [_verdict(verdict, ref, at, language) for verdict in told]
    kept = [v for v in verdicts if v.state == "holds" and v.row is None]
    if kept:
        names = ("、" if language == "zh" else ", ").join(v.title.say(language) for v in kept)
        lines.append(html.P(say("why_kept", language, names=names), className="note"))
    return lines


def rules_section(rules: Sequence[AppliedRule], language: Language) -> html.Section:
    """Some rules, each with its clause."""
    return html.Section(
        [html.H3(say("why", language)), Plain([rule_parts.build(rule, language) for rule in rules])],
        className="card-section why",
    )


def _verdict(verdict: Verdict, ref: Ref, at: date, language: Language) -> html.Div:
    """The verdict with the rule it rests on; the definitions it also uses stay folded."""
    rest = [rule for rule in verdict.applied if rule.id != verdict.rule.id]
    said = [text.say(language) for text in (lacking(verdict), verdict.repair) if text]
    dot = {"fails": "dot hole", "unknown": "dot unknown"}.get(verdict.state, "dot fine")
    head = html.Div(
        [
            html.Span(className=dot),
            html.Span(verdict.title.say(language), className="verdict-name"),
            html.Span(STATES[verdict.state].say(language), className="verdict-state"),
            html.Span(" · ".join(numbers(verdict, language)[:NUMBERS_SHOWN]), className="verdict-evidence"),
        ],
        className="verdict-head",
    )
    repairs = [html.P(line, className="verdict-repair") for line in said]
    rules = [rule_parts.build(verdict.rule, language), rule_parts.folded(rest, language) if rest else None]
    return html.Div(
        [
            Plain([head, *repairs, *rules]),
            _on_demand(verdict, ref, at, language) if verdict.state in ("fails", "unknown") else None,
        ],
        className="verdict",
        **data(question=verdict.question),
    )


def _on_demand(verdict: Verdict, ref: Ref, at: date, language: Language) -> html.Div:
    """The button that looks back for the beginning, and where its answer goes."""
    return html.Div(
        [
            html.Button(
                say("reason_ask", language),
                id=ids.reason_button(verdict.question, ref.id, at.isoformat()),
                type="button",
                className="quiet-button",
            ),
            html.Div(id=ids.reason_answer(verdict.question, ref.id, at.isoformat())),
        ],
        className="verdict-reason",
    )


def reason(found: Reasoned, language: Language) -> list[Any]:
    """Since when, and the facts and edges it rests on, each with its cell."""
    lines: list[Any] = []
    subject = (found.card.ref.type, found.card.ref.key)
    for one in found.reasons:
        if one.began:
            lines.append(html.P(since(one.began).say(language), className="reason-since"))
        captions = {node.ref: node.caption for node in one.path.nodes}
        for fact in one.facts:
            said = [word for word in words(found.traces.of(subject, fact), language) if word.standing == "shown"]
            if said:
                lines.append(html.Div([html.Span(said[0].value), trace.lines(said, language)], className="reason"))
        for edge in one.path.edges[:PATH_SHOWN]:
            said = words(found.traces.of(*edge_subject(edge)), language)
            line = f"{captions.get(edge.source)} — {model().edge_label(edge.name).say(language)} → "
            lines.append(
                html.Div(
                    [html.Span(f"{line}{captions.get(edge.target)}"), trace.lines(said[:1], language)],
                    className="reason",
                )
            )
        if one.total > PATH_SHOWN:
            lines.append(html.P(say("more", language, count=one.total - PATH_SHOWN), className="more"))
    return [Plain(lines)]
