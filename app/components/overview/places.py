"""Areas or grid cells with the share of their firms that is covered, worst first."""

from __future__ import annotations

from typing import Any

from dash import html

from app.components.attributes import aria
from app.components.overview import number
from app.i18n import say
from app.overview.rates import Places, Share
from graph.text import Language

COLUMNS = ("column_called", "place_covered", "place_share", "rate_gap", "rate_unknown")

WORDS = {"area": ("no_area", "nowhere_area"), "cell": ("no_cell", "nowhere_cell")}
"""By what they are: that there are none, and what lies in none."""


def build(places: Places, language: Language) -> list[Any]:
    """The table, and the way to all where only the worst are shown."""
    none, nowhere = WORDS[places.by]
    if not places.shares:
        return [html.P(say(none, language), className="note")]
    heads = [html.Th(say(name, language), scope="col", className=name) for name in COLUMNS]
    lines = [_line(share, nowhere, language) for share in places.shares]
    table = html.Table([html.Thead(html.Tr(heads)), html.Tbody(lines)], className="lines shares")
    every = html.A(say("every_row", language, count=f"{places.total:,}"), href=places.link, className="every")
    return [html.Div(table, className="lines-room"), every]


def _line(share: Share, nowhere: str, language: Language) -> html.Tr:
    name = share.name or say(nowhere, language)
    width = {"width": f"{share.percent or 0:.1f}%"}
    bar = html.Div(html.Div(className="fill", style=width), className="bar", **aria(hidden="true"))
    percent = "—" if share.percent is None else f"{share.percent:.1f}%"
    gap, unknown = say("rate_gap", language), say("rate_unknown", language)
    return html.Tr(
        [
            html.Th(html.A(name, href=share.base.link), scope="row"),
            html.Td([number.build(share.reached, name), f" / {share.base.number:,}"], className="number"),
            html.Td(html.Div([bar, html.Span(percent)], className="share")),
            html.Td(number.build(share.gap, f"{name} {gap}"), className="number"),
            html.Td(number.build(share.unknown, f"{name} {unknown}"), className="number"),
        ]
    )
