"""A node or a missing edge is chosen; the inspector says what is known of it."""

from __future__ import annotations

from typing import Any

from dash import Dash, Input, Output

from app import ids
from app.context import Context
from app.i18n import chosen_language
from app.inspecting import inspect


def register(app: Dash, context: Context) -> None:
    """The inspector's callback."""

    @app.callback(Output(ids.INSPECTOR, "children"), Input(ids.CHOSEN, "data"), prevent_initial_call=True)
    def told(chosen: dict[str, Any] | None) -> Any:
        return inspect(context, chosen or {}, chosen_language())
