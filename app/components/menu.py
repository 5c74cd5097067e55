"""A button of the toolbar that unfolds a list of actions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import dash_mantine_components as dmc
from dash import html

from app.components.attributes import act
from app.components.icon import tool_icon


def item(words: str, name: str, **also: object) -> dmc.MenuItem:
    """One line: its words and the action it takes."""
    button = html.Button(words, type="button", role="menuitem", className="menu-item", **act(name, **also))
    return dmc.MenuItem(button, className="menu-line")


def menu(menu_id: str, icon: str, words: str, lines: Iterable[Any]) -> dmc.Menu:
    """The button with its lines below."""
    trigger = html.Button([tool_icon(icon), words], type="button", className="quiet-button", id=menu_id)
    return dmc.Menu([dmc.MenuTarget(trigger), dmc.MenuDropdown(list(lines))], position="bottom-end", shadow="md")
