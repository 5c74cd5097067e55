"""The slider over the days that ledgers speak of: it asks the same question of another day, or plays them all."""

from __future__ import annotations

from dash import html

from app import ids
from app.components.attributes import act, aria, data
from app.components.icon import tool_icon
from app.i18n import say
from graph.text import Language


def build(language: Language) -> html.Div:
    """Without days, and hidden; the page's script puts in the slider where there are two or more."""
    play = html.Button(
        [
            html.Span(tool_icon("run"), className="when-still"),
            html.Span(tool_icon("pause"), className="when-playing"),
        ],
        type="button",
        className="tool",
        id=f"{ids.DAYS}-play",
        **aria(label=say("days_play", language)),
        **act("play"),
    )
    return html.Div(
        [
            play,
            html.Div(id=f"{ids.DAYS}-slider", className="days-slider", **data(label=say("days_shown", language))),
            html.Span(id=f"{ids.DAYS}-day", className="days-day", **aria(hidden="true")),
        ],
        id=ids.DAYS,
        className="days",
        role="group",
        hidden=True,
        **aria(label=say("days_shown", language)),
    )


def day_played() -> html.Div:
    """The day, large on the canvas, while the days are played."""
    return html.Div(id=ids.PLAYED, className="played", role="status", hidden=True)
