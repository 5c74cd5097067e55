"""A rule on the page: the value used, whose it is, what it says, and by which document and clause."""

from __future__ import annotations

from collections.abc import Sequence

from dash import html

from app.converters.rules import rule_words
from app.i18n import say
from graph.text import Language
from queries.rule_book import AppliedRule


def build(rule: AppliedRule, language: Language) -> html.Div:
    """One rule as it stands on the day."""
    said = rule_words(rule, language)
    value = [html.Span(said.value, className="rule-value own" if rule.own else "rule-value")] if said.value else []
    return html.Div(
        [
            html.P([html.Span(said.title, className="rule-title"), *value], className="rule-head"),
            html.P(said.tells, className="rule-tells"),
            html.P(said.origin, className="rule-source"),
            *(html.P(note, className="rule-source") for note in said.notes),
        ],
        className="rule",
    )


def folded(rules: Sequence[AppliedRule], language: Language) -> html.Details:
    """Several rules behind a line that says how many, and whether a value among them is the zone's own."""
    own = sum(rule.own for rule in rules)
    title = say("rules_own" if own else "rules_applied", language, count=len(rules), own=own)
    return html.Details(
        [html.Summary(title), *(build(rule, language) for rule in rules)], className="more-rules applied"
    )
