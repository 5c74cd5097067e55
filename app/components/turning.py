"""Which lines of how many are shown, and the way to the others."""

from __future__ import annotations

from typing import Any

from dash import html

from app.components.attributes import act
from app.i18n import say
from graph.text import Language

AT_A_TIME = 50
"""Lines of one part."""


def first_of(start: int, total: int) -> int:
    """The first line of the part in which `start` lies."""
    return min(start, max(0, total - 1)) // AT_A_TIME * AT_A_TIME


def build(start: int, total: int, name: str, language: Language, *also: str, **words: object) -> html.Div | None:
    """The bar below a table; nothing where all lines are shown. `also`: what else is to be said of the lines."""
    if total <= AT_A_TIME and not also:
        return None
    last = min(start + AT_A_TIME, total)
    told = [say("lines_shown", language, first=start + 1, last=last, total=f"{total:,}"), *also]
    turns = (("lines_before", start - AT_A_TIME, start == 0), ("lines_after", last, last >= total))
    buttons: list[Any] = [
        html.Button(
            say(word, language),
            type="button",
            className="quiet-button",
            disabled=disabled,
            **act(name, start=to, **words),
        )
        for word, to, disabled in turns
    ]
    return html.Div([html.Span(" · ".join(told), className="note"), *buttons], className="turning")
