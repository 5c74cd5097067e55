"""The choice of how the explorer shows the scene; one selection holds in all of them."""

from __future__ import annotations

from dash import html

from app.components.attributes import act, aria, data
from app.i18n import say
from app.link import VIEWS
from graph.text import Language

WORDS = {"graph": "show_graph", "map": "show_map", "table": "show_table"}


def build(language: Language) -> html.Div:
    """A button for each view; the page's script presses the one that is shown."""
    return html.Div(
        [
            html.Button(
                say(WORDS[view], language),
                type="button",
                className="view-choice",
                **aria(pressed="true" if view == "graph" else "false"),
                **data(view=view),
                **act("show_as", view=view),
            )
            for view in VIEWS
        ],
        className="view-choices",
        role="group",
        **aria(label=say("show_as", language)),
    )
