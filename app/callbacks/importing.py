"""A deed on the import page is done; what it alters of the page leaves."""

from __future__ import annotations

from typing import Any

from dash import Dash, Input, Output, State, no_update

from app import ids
from app.context import Context
from app.deeds import Deed
from app.i18n import chosen_language
from app.importing.answer import answer


def register(app: Dash, context: Context) -> None:
    """The one callback of the page."""

    @app.callback(
        Output(ids.REPLY, "data", allow_duplicate=True),
        Output(ids.PROGRESS, "children", allow_duplicate=True),
        Output(ids.FILES, "children"),
        Output(ids.NOTICE, "children", allow_duplicate=True),
        Output(ids.HEAD, "children"),
        Output(ids.BODY, "children", allow_duplicate=True),
        Input(ids.DEED, "data"),
        State(ids.REPLY, "data"),
        prevent_initial_call=True,
    )
    def done(deed: Deed, before: dict[str, Any] | None) -> tuple[Any, ...]:
        told = answer(context.desk, deed, before, chosen_language())
        if told.drawn is None:
            return told.reply, told.progress, *(no_update,) * 4
        drawn = told.drawn
        return told.reply, told.progress, drawn.files, drawn.notice, drawn.head, drawn.body
