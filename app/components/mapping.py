"""What the map has beyond the picture: its ground, a scale bar, a north mark, and words for what it cannot draw."""

from __future__ import annotations

from typing import Any

from dash import dcc, html

from app import ids
from app.components.attributes import act, aria
from app.components.icon import type_mark
from app.i18n import say
from app.mapping.answer import Answer
from graph.model import model
from graph.text import Language

LISTED = 200
"""So many nodes without coordinates are named."""


def ground() -> html.Canvas:
    """Below the nodes: a grid of kilometres, outlines, and lines to true spots. The page's script draws it."""
    return html.Canvas(id="map-ground", className="map-ground", **aria(hidden="true"))


def over(language: Language) -> list[Any]:
    """Above the nodes; shown in the map view only."""
    north = html.Div(
        [html.Span(className="north-needle", **aria(hidden="true")), html.Span(say("north", language))],
        className="map-north",
        title=say("north_up", language),
    )
    scale = html.Div(
        [html.Span(id="map-scale-words"), html.Span(id="map-scale-bar", className="scale-bar")],
        className="map-scale",
        role="img",
        **aria(label=say("scale", language)),
    )
    return [
        dcc.Store(id=ids.MAP_ASKED),
        dcc.Store(id=ids.MAP_PLACES),
        html.Div([north, scale], className="map-marks"),
        html.Div(id=ids.MAP_TOLD, className="map-told"),
    ]


def told(answer: Answer, language: Language) -> list[Any]:
    """What is not drawn and why, what stands roughly, and what is wrong with the file of outlines."""
    lines: list[Any] = []
    if answer.wrong_outlines:
        error = answer.wrong_outlines
        next_step = error.next_step.say(language) if error.next_step else ""
        words = [html.P(f"{error.place.say(language)}: " if error.place else ""), html.P(error.what.say(language))]
        lines.append(html.Div([*words, html.P(next_step)], className="map-wrong", role="alert"))
    if answer.rough:
        lines.append(html.P(say("map_rough", language, count=answer.rough)))
    if answer.unplaced:
        lines.append(_unplaced(answer, language))
    return lines


def _unplaced(answer: Answer, language: Language) -> html.Details:
    rest = len(answer.unplaced) - LISTED
    names = [
        html.Li(
            html.Button(
                [type_mark(model()[answer.scene.nodes[i].ref.type]), answer.scene.caption(i)],
                type="button",
                className="unplaced",
                **act("choose_node", node=i),
            )
        )
        for i in answer.unplaced[:LISTED]
    ]
    more = [html.Li(say("map_more", language, count=f"{rest:,}"), className="note")] if rest > 0 else []
    return html.Details(
        [
            html.Summary(say("map_unplaced", language, count=f"{len(answer.unplaced):,}")),
            html.Ul([*names, *more]),
        ]
    )
