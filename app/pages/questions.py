"""The library of questions: each in plain words with its parameters, and the way to its answer."""

from __future__ import annotations

from dash import dcc, html

from app import ids
from app.components import state
from app.components.library import frame
from app.i18n import say, terms, text
from graph.text import Language
from queries.catalog import catalog

PATH = "/questions"
TITLE = text("questions")

# What the page's script says by itself.
SPOKEN_BY_SCRIPT = ("to_dark", "to_light", "library_all", "library_found")


def build(language: Language) -> html.Main:
    """All questions, none of them opened; the page's script opens the one of its address."""
    words = {name: terms()[name].say(language) for name in SPOKEN_BY_SCRIPT}
    return html.Main(
        [
            dcc.Store(id=ids.LIBRARY_WORDS, data={"words": words}),
            *(dcc.Store(id=name) for name in (ids.LIBRARY_ASKED, ids.LIBRARY_SET, ids.LIBRARY_TURNED)),
            html.Div(state.no_answer(language), className="gone"),
            html.Div(say("loading", language), id="busy", className="busy", role="status", hidden=True),
            html.Div(frame.build(list(catalog().values()), language), className="library-room"),
        ],
        className="library",
    )
