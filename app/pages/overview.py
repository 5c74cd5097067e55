"""The overview: the zone at a glance for a day, each number a way into the explorer."""

from __future__ import annotations

from dash import dcc, html

from app import ids
from app.components import state
from app.components.overview import frame
from app.i18n import terms, text
from graph.text import Language

PATH = "/overview"
TITLE = text("overview")

# What the page's script says by itself.
SPOKEN_BY_SCRIPT = ("to_dark", "to_light")


def build(language: Language) -> html.Main:
    """The page with nothing in it yet; its script asks for the day of its address."""
    words = {name: terms()[name].say(language) for name in SPOKEN_BY_SCRIPT}
    return html.Main(
        [
            dcc.Store(id=ids.OVERVIEW_WORDS, data={"words": words}),
            dcc.Store(id=ids.OVERVIEW_ASKED),
            dcc.Store(id=ids.OVERVIEW_DAY),
            dcc.Store(id=ids.OVERVIEW_TURNED),
            html.Div(state.no_answer(language), className="gone"),
            html.Div(frame.build(language), className="overview-room"),
        ],
        className="overview",
    )
