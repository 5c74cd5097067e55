"""A deed on the page of loads is done; what it alters of the page leaves."""

from __future__ import annotations

from typing import Any

from dash import Dash, Input, Output, State, no_update

from app import ids
from app.context import Context
from app.deeds import Deed
from app.i18n import chosen_language
from app.loads_listed import answer


def register(app: Dash, context: Context) -> None:
    """The one callback of the page."""

    @app.callback(
        Output(ids.REPLY, "data", allow_duplicate=True),
        Output(ids.PROGRESS, "children", allow_duplicate=True),
        Output(ids.NOTICE, "children", allow_duplicate=True),
        Output(ids.BODY, "children", allow_duplicate=True),
        Input(ids.LOADS_DEED, "data"),
        State(ids.REPLY, "data"),
        prevent_initial_call=True,
    )
    def done(deed: Deed, before: dict[str, Any] | None) -> tuple[Any, ...]:
        told = answer(context.listings, deed, before, chosen_language())
        return told.reply, told.progress, *(told.drawn or (no_update,) * 2)
