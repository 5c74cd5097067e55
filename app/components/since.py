"""The line above the canvas that says which saved view is shown, and what changed since it was saved."""

from __future__ import annotations

from dash import html

from app import ids
from app.components.attributes import act, aria
from app.components.icon import tool_icon
from app.i18n import say
from graph.text import Language


def build(language: Language) -> html.Div:
    """The line, before any view is shown; the page's script fills it."""
    return html.Div(
        [
            tool_icon("views"),
            html.Span(
                [
                    html.Strong(className="since-title", id=f"{ids.SINCE}-title"),
                    html.Span(id=f"{ids.SINCE}-words"),
                ],
                className="since-told",
                role="status",
            ),
            html.Button(
                say("since_choose", language),
                type="button",
                className="small-button",
                id=f"{ids.SINCE}-choose",
                hidden=True,
                **act("choose_new"),
            ),
            html.Button(
                tool_icon("close"),
                type="button",
                className="tool",
                **aria(label=say("dismiss", language)),
                **act("since_close"),
            ),
        ],
        id=ids.SINCE,
        className="since",
        hidden=True,
    )
