"""What is typed where a node is searched for is found, for each sort of such control."""

from __future__ import annotations

from typing import Any

from dash import MATCH, Dash, Input, Output, State, no_update

from app import ids
from app.choices import Choice, suggested
from app.context import Context
from app.i18n import chosen_language


def register(app: Dash, context: Context) -> None:
    """A callback for each sort."""
    for control in (ids.by_hand_other(MATCH), ids.another(MATCH)):
        _register(app, context, control)


def _register(app: Dash, context: Context, control: ids.Id) -> None:
    @app.callback(
        Output(control, "data"),
        Input(control, "searchValue"),
        State(control, "id"),
        State(control, "data"),
        prevent_initial_call=True,
    )
    def suggest(typed: str | None, asked: dict[str, str], offered: list[Choice] | None) -> Any:
        told = suggested(context.database, typed, asked["node"], offered, chosen_language())
        return no_update if told is None else told
