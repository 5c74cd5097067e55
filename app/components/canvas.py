"""The canvas, what lies over it (states, notes) and under it (legend, how much is drawn)."""

from __future__ import annotations

import dash_cytoscape as cyto
from dash import html

from app import ids
from app.components import days, mapping, showing, since, state, toolbar
from app.components.attributes import aria
from app.i18n import say
from app.theme.canvas import stylesheet
from graph.text import Language


def build(language: Language) -> html.Div:
    """An empty canvas, which the page's script draws on, over its legend."""
    legend = html.Div(id=ids.LEGEND, className="legend", role="group", **aria(label=say("legend", language)))
    size = html.Div(id=ids.SIZE, className="picture-size", role="status")
    filtered = html.Div(id=ids.FILTERED, className="filtered", role="status")
    under = html.Div([legend, size], className="under")
    above = [since.build(language), filtered]
    return html.Div([*above, _canvas(language), days.build(language), under], className="picture")


def _canvas(language: Language) -> html.Div:
    return html.Div(
        [
            mapping.ground(),
            cyto.Cytoscape(
                id=ids.CANVAS,
                elements=[],
                stylesheet=stylesheet("light"),
                layout={"name": "preset", "fit": False},
                autoRefreshLayout=False,
                boxSelectionEnabled=True,
                minZoom=0.05,
                maxZoom=3,
                responsive=False,
                style={"width": "100%", "height": "100%"},
            ),
            html.Div(id="area-names", className="area-names"),
            *mapping.over(language),
            showing.build(language),
            toolbar.seeing(language),
            html.Div(id=ids.STATE, className="state"),
            state.no_answer(language),
            html.Div(say("loading", language), id="busy", className="busy", role="status", hidden=True),
            days.day_played(),
            html.Div(id="toast", className="toast", role="status", hidden=True),
        ],
        className="canvas",
        role="group",
        **aria(label=say("canvas", language)),
    )
