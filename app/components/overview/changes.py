"""What changed since a month before, a line for each kind of change."""

from __future__ import annotations

from typing import Any

from dash import html

from app.components.attributes import data
from app.components.overview import number
from app.i18n import say
from app.overview.changes import Changes, Line
from graph.text import Language


def build(changes: Changes, language: Language) -> list[Any]:
    """Since when, then the lines."""
    return [
        html.P(say("changed_since", language, day=changes.since.isoformat()), className="note"),
        html.Ul([_line(line, language) for line in changes.lines], className="change-lines"),
    ]


def _line(line: Line, language: Language) -> html.Li:
    name = line.name.say(language)
    sorts = [
        html.Span([html.Span(sort.say(language)), html.Span(f"{count:,}", className="sort-count")], className="sort")
        for sort, count in line.sorts
        if count
    ]
    return html.Li(
        [
            html.Span(name, className="change-name"),
            number.build(line.all, name, "change-all"),
            html.Span(sorts or say("no_change", language), className="sorts" if sorts else "sorts note"),
        ],
        **data(change=line.name.en),
    )
