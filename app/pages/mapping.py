"""The map: the explorer opened on real coordinates."""

from __future__ import annotations

from dash import html

from app.i18n import text
from app.link import MAP
from app.pages import explorer
from graph.text import Language

PATH = MAP
TITLE = text("show_map")


def build(language: Language) -> html.Main:
    """The same page and the same scene; its script opens it as the map."""
    return explorer.build(language, opens="map")
