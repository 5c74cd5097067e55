"""A toolbar button."""

from __future__ import annotations

from dash import html

from app.components.attributes import act, aria, data
from app.components.icon import tool_icon


def tool(button_id: str, icon: str, label: str, name: str, **words: object) -> html.Button:
    """An icon that acts, told in words to a pointer that rests on it and to a screen reader."""
    return html.Button(
        tool_icon(icon),
        type="button",
        className="tool",
        id=button_id,
        **aria(label=label),
        **data(tip=label),
        **act(name, **words),
    )
