"""Where a value comes from: a fold under it, with its cell, its date, who brought it, and what was said before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html

from app.components.attributes import aria, data
from app.components.icon import tool_icon
from app.converters.facts import Fact
from app.converters.traces import Word, before
from app.i18n import say
from graph.text import Language

LINES_SHOWN = 8


def fact(fact: Fact, found: Sequence[Word], language: Language) -> Any:
    """A fact; it unfolds to where it comes from, where any row says it."""
    value: list[Any] = [html.Span(fact.value, className="fact-value")]
    if any(word.contests for word in found):
        value.append(_contested(language))
    if earlier := before(found):
        value.append(html.Span(say("trace_before", language, value=earlier), className="fact-before"))
    parts = [html.Span(fact.label, className="fact-label"), html.Span(value, className="fact-values")]
    if not found:
        return html.Div(parts, className="fact")
    return html.Details(
        [html.Summary([*parts, tool_icon("fold")]), lines(found, language)],
        className="fact traced",
        **data(what=fact.name),
    )


def fold(name: str, found: Sequence[Word], language: Language) -> Any:
    """A fold that stands beside something else, such as an edge; nothing where no row says it."""
    if not found:
        return None
    label = say("trace_of", language, name=name)
    mark = [_contested(language)] if any(word.contests for word in found) else []
    return html.Details(
        [html.Summary([*mark, tool_icon("fold")], **aria(label=label), **data(tip=label)), lines(found, language)],
        className="edge-trace traced",
    )


def lines(found: Sequence[Word], language: Language) -> html.Ol:
    """The lines of a trace, newest first."""
    shown: list[Any] = [_line(word) for word in found[:LINES_SHOWN]]
    if len(found) > LINES_SHOWN:
        shown.append(html.Li(say("more", language, count=len(found) - LINES_SHOWN), className="more"))
    return html.Ol(shown, className="trace")


def _line(word: Word) -> html.Li:
    cell = [html.Span(word.place, className="trace-cell")] if word.place else []
    heading = [html.Span(word.heading, className="trace-heading")] if word.heading else []
    return html.Li(
        [
            html.Div(
                [
                    html.Span(word.standing_told, className="standing"),
                    html.Span(word.value, className="trace-value"),
                    html.Span(word.day, className="trace-day"),
                ],
                className="trace-head",
            ),
            html.Div(word.note, className="trace-note") if word.note else None,
            html.Div([*cell, *heading], className="trace-place"),
            html.Div(word.file, className="trace-file"),
            html.Div(word.brought, className="trace-brought"),
        ],
        className=f"trace-line {word.standing}",
    )


def _contested(language: Language) -> html.Span:
    return html.Span([tool_icon("warning"), say("trace_contested", language)], className="contested")
