"""The saved views are listed when their panel unfolds, and again when one was saved or deleted."""

from __future__ import annotations

from typing import Any

from dash import Dash, Input, Output

from app import ids
from app.components import views
from app.context import Context
from app.i18n import chosen_language


def register(app: Dash, context: Context) -> None:
    """The panel's callback."""

    @app.callback(Output(ids.VIEWS_LIST, "children"), Input(ids.VIEWS_ASKED, "data"), prevent_initial_call=True)
    def list_views(_asked: int) -> list[Any]:
        return views.listed(context.cabinet, chosen_language())
