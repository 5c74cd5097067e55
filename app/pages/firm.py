"""一企一档: one firm on one sheet of paper."""

from __future__ import annotations

from urllib.parse import unquote

from dash import dcc, html

from app import ids
from app.components import state
from app.i18n import say, terms, text
from app.link import FIRM
from graph.text import Language

PATH_TEMPLATE = f"{FIRM}<key>"
TITLE = text("firm_file")

# What the page's scripts say by themselves.
SPOKEN_BY_SCRIPT = ("to_dark", "to_light")


def build(language: Language, key: str = "", at: str = "", **_other: str) -> html.Main:
    """The page before the firm is known."""
    words = {name: terms()[name].say(language) for name in SPOKEN_BY_SCRIPT}
    return html.Main(
        [
            dcc.Store(id=ids.FIRM_WORDS, data={"words": words}),
            dcc.Store(id=ids.FIRM_ASKED, data={"key": unquote(key), "at": at}),
            dcc.Store(id=ids.FIRM_BEGUN),
            html.Div(state.no_answer(language), className="gone"),
            html.Div(
                html.P(say("loading", language), className="sheet-waits", role="status"),
                id=ids.FIRM_SHEET,
                className="sheet-room",
            ),
        ],
        className="firm-file",
    )
