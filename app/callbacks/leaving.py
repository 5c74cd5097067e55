"""A file leaves: what is drawn now, in the format asked for."""

from __future__ import annotations

from base64 import b64encode
from typing import Any

from dash import Dash, Input, Output, no_update

from app import ids
from app.components import state
from app.context import Context
from app.i18n import chosen_language
from app.leaving import file_of
from graph.errors import LiangxinError


def register(app: Dash, context: Context) -> None:
    """The download's callback."""

    @app.callback(
        Output(ids.DOWNLOAD, "data"),
        Output(ids.STATE, "children", allow_duplicate=True),
        Input(ids.LEAVE, "data"),
        prevent_initial_call=True,
    )
    def leave(asked: dict[str, Any]) -> tuple[Any, Any]:
        try:
            name, content = file_of(context, str(asked["tab"]), str(asked["format"]), chosen_language())
        except LiangxinError as error:
            return no_update, state.failed(error, chosen_language())
        return {"filename": name, "content": b64encode(content).decode(), "base64": True}, no_update
