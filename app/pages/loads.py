"""The page of loads: what was loaded, by whom and when, with its rows by state; each can be taken back."""

from __future__ import annotations

from dash import html

from app import ids
from app.components import ledger_page, loads
from app.i18n import text
from graph.text import Language

PATH = "/loads"
TITLE = text("loads")


def build(language: Language) -> html.Main:
    """The page with nothing in it yet; its script asks for the loads."""
    return html.Main([*ledger_page.frame(ids.LOADS_DEED, language), *loads.room()], className="reviewing")
