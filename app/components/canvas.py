"""The canvas and what lies over it: legend, how much is drawn, states, and the tip of a resting pointer."""

from __future__ import annotations

import dash_cytoscape as cyto
from dash import html

from app import ids
from app.components import state
from app.components.attributes import aria
from app.i18n import say
from app.theme.canvas import stylesheet
from graph.text import Language


def build(language: Language) -> html.Div:
    """An empty canvas; the page's script draws on it."""
    return html.Div(
        [
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
            html.Div(id=ids.LEGEND, className="legend", role="group", **aria(label=say("legend", language))),
            html.Div(id=ids.SIZE, className="picture-size", role="status"),
            html.Div(id=ids.STATE, className="state"),
            state.no_answer(language),
            html.Div(say("loading", language), id="busy", className="busy", role="status", hidden=True),
            html.Div(id="toast", className="toast", role="status", hidden=True),
        ],
        className="canvas",
        role="group",
        **aria(label=say("canvas", language)),
    )
