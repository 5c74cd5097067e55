"""The holes of one group by kind."""

from __future__ import annotations

from dash import html

from app.components.attributes import aria, data
from app.i18n import say
from app.overview.counted import Counted
from app.overview.holes import Group
from graph.text import Language


def build(group: Group, language: Language) -> html.Ul:
    """A line for each kind; one of which there is none is there too, without a link."""
    return html.Ul([html.Li(_kind(kind, counted, language)) for kind, counted in group.items()])


def _kind(kind: str, counted: Counted, language: Language) -> html.A | html.Span:
    name, words = say(kind, language), f"{counted.number:,}"
    inner = [html.Span(words, className="chip-count"), html.Span(name, className="chip-name")]
    if not counted.number:
        return html.Span(inner, className="hole-line none", **data(kind=kind))
    return html.A(inner, href=counted.link, className="hole-line", **data(kind=kind), **aria(label=f"{name} {words}"))
