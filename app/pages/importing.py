"""The import page: files on the left, the one looked at on the right, from what it was taken for to what it did."""

from __future__ import annotations

from dash import html

from app import ids
from app.components import importing, ledger_page
from app.components.attributes import aria
from app.i18n import say, text
from graph.text import Language

PATH = "/import"
TITLE = text("importing")


def build(language: Language) -> html.Main:
    """The page with nothing in it yet; its script asks what lies on this tab's tray."""
    return html.Main(
        [
            *ledger_page.frame(ids.DEED, language),
            importing.tray(language),
            html.Section(importing.room(), className="room", **aria(label=say("importing", language))),
        ],
        className="importing",
    )
