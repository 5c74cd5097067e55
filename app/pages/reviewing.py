"""The review page: names to decide, rejected rows, conflicts; and what was decided just now with its way back."""

from __future__ import annotations

from dash import html

from app import ids
from app.components import ledger_page, reviewing
from app.i18n import text
from graph.text import Language

PATH = "/review"
TITLE = text("reviewing")


def build(language: Language) -> html.Main:
    """The page with nothing in it yet; its script asks what waits."""
    return html.Main([*ledger_page.frame(ids.REVIEW_DEED, language), *reviewing.room()], className="reviewing")
