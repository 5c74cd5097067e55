"""A button of the toolbar that unfolds a list of actions; its script opens, closes and walks it by keyboard."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dash import html

from app.components.attributes import act, aria, data
from app.components.icon import tool_icon


def item(words: str, name: str, **also: object) -> html.Button:
    """One line: its words and the action it takes."""
    return html.Button(words, type="button", role="menuitem", tabIndex="-1", className="menu-item", **act(name, **also))


def group(words: str, items: Iterable[Any]) -> html.Div:
    """Lines under a heading of their own."""
    heading = html.Div(words, className="menu-head", **aria(hidden="true"))
    return html.Div([heading, *items], role="group", **aria(label=words))


def menu(menu_id: str, icon: str, words: str, items: Iterable[Any]) -> html.Div:
    """The button with its lines below."""
    opens = f"{menu_id}-items"
    button = html.Button(
        [tool_icon(icon), words],
        type="button",
        className="quiet-button",
        id=menu_id,
        **aria(haspopup="menu", expanded="false", controls=opens),
        **act("menu", menu=menu_id),
    )
    lines = html.Div(
        list(items),
        id=opens,
        role="menu",
        className="menu-items",
        hidden=True,
        **aria(label=words),
        **data(menu=menu_id),
    )
    return html.Div([button, lines], className="menu")
