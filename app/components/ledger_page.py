"""What all pages of ledgers have: the stores by which their script and the server talk, and that the server is gone."""

from __future__ import annotations

from typing import Any

from dash import dcc, html

from app import ids
from app.components import state
from app.i18n import terms
from graph.text import Language

# What the pages' script says by itself.
SPOKEN_BY_SCRIPT = ("to_dark", "to_light", "drop_now", "arriving", "arrival_failed")


def frame(deed: str, language: Language) -> list[Any]:
    """Stores and the card that is shown when the server does not answer; `deed` is the store of the page's deeds."""
    words = {name: terms()[name].say(language) for name in SPOKEN_BY_SCRIPT}
    return [
        dcc.Store(id=deed),
        dcc.Store(id=ids.REPLY),
        dcc.Store(id=ids.BEGUN),
        dcc.Store(id=ids.LEDGER_WORDS, data={"words": words, "language": language, "deed": deed}),
        html.Div(state.no_answer(language), className="gone"),
    ]
