"""A button that opens a list of things to do; its script opens, closes and walks it by keyboard."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dash import html

from app.components.attributes import act, aria, data
from app.components.icon import tool_icon


def build(menu_id: str, icon: str, label: str, items: Sequence[tuple[str, Mapping[str, Any]]]) -> html.Div:
    """The button `menu_id` and its list: words and what a click on them does, as `act` says it."""
    opens = f"{menu_id}-items"
    button = html.Button(
        [tool_icon(icon), label],
        type="button",
        id=menu_id,
        className="quiet-button",
        **aria(haspopup="menu", expanded="false", controls=opens),
        **act("menu", menu=menu_id),
    )
    lines = [
        html.Button(words, type="button", role="menuitem", tabIndex="-1", className="menu-item", **does)
        for words, does in items
    ]
    listed = html.Div(
        lines, id=opens, role="menu", className="menu-items", hidden=True, **aria(label=label), **data(menu=menu_id)
    )
    return html.Div([button, listed], className="menu")
