"""A deed on the review page is done; what it alters of the page leaves."""

from __future__ import annotations

from typing import Any

from dash import Dash, Input, Output, State, no_update

from app import ids
from app.context import Context
from app.deeds import Deed
from app.i18n import chosen_language
from app.reviewing.answer import answer


def register(app: Dash, context: Context) -> None:
    """The page's callbacks."""

    @app.callback(
        Output(ids.REPLY, "data", allow_duplicate=True),
        Output(ids.PROGRESS, "children", allow_duplicate=True),
        Output(ids.PARTS, "children"),
        Output(ids.NOTICE, "children", allow_duplicate=True),
        Output(ids.DONE, "children"),
        Output(ids.BODY, "children", allow_duplicate=True),
        Input(ids.REVIEW_DEED, "data"),
        State(ids.REPLY, "data"),
        prevent_initial_call=True,
    )
    def done(deed: Deed, before: dict[str, Any] | None) -> tuple[Any, ...]:
        told = answer(context.reviews, deed, before, chosen_language())
        return told.reply, told.progress, *(told.drawn or (no_update,) * 4)
