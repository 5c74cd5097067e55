"""A button of the toolbar that unfolds a list of actions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import dash_mantine_components as dmc
from dash import html

from app.components.attributes import act
from app.components.icon import tool_icon


def item(words: str, name: str, **also: object) -> html.Button:
    """One line: its words and the action it takes."""
    return html.Button(words, type="button", role="menuitem", className="menu-item", **act(name, **also))


def menu(menu_id: str, icon: str, words: str, items: Iterable[Any]) -> dmc.Menu:
    """The button with its lines below."""
    trigger = html.Button([tool_icon(icon), words], type="button", className="quiet-button", id=menu_id)
    lines = [dmc.MenuItem(line, className="menu-line") for line in items]
    return dmc.Menu([dmc.MenuTarget(trigger), dmc.MenuDropdown(lines)], position="bottom-end", shadow="md")
