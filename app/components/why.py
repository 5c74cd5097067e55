"""Why: what the questions say of a node, and the rules with their clauses."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html

from app.i18n import say
from graph.text import Language
from queries.catalog import catalog
from queries.rules import Rule, rules
from queries.verdicts import Verdict


def build(verdicts: Sequence[Verdict], language: Language) -> html.Section:
    """The questions that list the node, faults first; those that do not are left out."""
    listed = sorted((v for v in verdicts if v.row is not None), key=lambda v: not v.holds_hole)
    lines: list[Any] = [_verdict(verdict, language) for verdict in listed]
    if not lines:
        lines = [html.P(say("why_none", language), className="note")]
    return html.Section([html.H3(say("why", language)), *lines], className="card-section why")


def rules_section(ids: Sequence[str], language: Language) -> html.Section:
    """Some rules by their ids, each with its clause."""
    return html.Section(
        [html.H3(say("why", language)), *(_rule(rules()[i], language) for i in ids if i in rules())],
        className="card-section why",
    )


def _verdict(verdict: Verdict, language: Language) -> html.Div:
    """The verdict with the rule it rests on; the definitions it also uses stay folded."""
    applied = [rules()[i] for i in verdict.rules if i in rules()]
    rest = [
        html.Details(
            [
                html.Summary(say("more_rules", language, count=len(applied) - 1)),
                *(_rule(rule, language) for rule in applied[1:]),
            ],
            className="more-rules",
        )
    ]
    return html.Div(
        [
            html.Div(
                [
                    html.Span(className="dot hole" if verdict.holds_hole else "dot fine"),
                    html.Span(verdict.title.say(language), className="verdict-name"),
                    html.Span(_evidence(verdict, language), className="verdict-evidence"),
                ],
                className="verdict-head",
            ),
            *(_rule(rule, language) for rule in applied[:1]),
            *(rest if len(applied) > 1 else []),
        ],
        className="verdict",
    )


def _evidence(verdict: Verdict, language: Language) -> str:
    """The row's numbers, which are what the verdict rests on."""
    question = catalog()[verdict.question]
    row = verdict.row or {}
    numbers: list[str] = []
    for name, column in question.columns.items():
        value: Any = row.get(name)
        if column.type in ("int", "float") and value is not None and len(numbers) < 2:
            unit = f" {column.unit.say(language)}" if column.unit else ""
            numbers.append(f"{column.label.say(language)} {value:,.0f}{unit}")
    return (" · ").join(numbers)


def _rule(rule: Rule, language: Language) -> html.Div:
    source = (" " if language == "zh" else ", ").join([rule.document.say(language), rule.clause.say(language)])
    return html.Div(
        [html.P(rule.tells.say(language), className="rule-tells"), html.P(source, className="rule-source")],
        className="rule",
    )
