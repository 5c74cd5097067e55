"""Buttons that carry their action: the page's script reads `data-act`, so a button needs no callback of its own."""

from __future__ import annotations

import json
from typing import Any

from dash import html

from app.components.icon import tool_icon


def act(name: str, **words: object) -> dict[str, str]:
    """The attribute by which a click on an element becomes an action."""
    return {"data-act": json.dumps({"name": name, **words}, ensure_ascii=False)}


def tool(icon: str, label: str, name: str, **attributes: Any) -> html.Button:
    """A toolbar button: an icon, told in words to a pointer that rests on it and to a screen reader."""
    button_id = {"id": attributes.pop("id")} if "id" in attributes else {}
    return html.Button(
        tool_icon(icon),
        type="button",
        className="tool",
        **button_id,
        **{"aria-label": label, "data-tip": label, **act(name, **attributes)},
    )
