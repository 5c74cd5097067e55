"""The map asks where the nodes drawn stand; their places leave, and words for those that have none."""

from __future__ import annotations

from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, no_update

from app import ids
from app.components import mapping, state
from app.context import Context
from app.i18n import chosen_language
from app.mapping.answer import Maps, answer
from graph.errors import LiangxinError


def register(app: Dash, context: Context) -> None:
    """The map's callbacks; the function of the second stands in assets."""
    maps = Maps(context.database, context.shelf, context.home)

    @app.callback(
        Output(ids.MAP_PLACES, "data"),
        Output(ids.MAP_TOLD, "children"),
        Output(ids.STATE, "children", allow_duplicate=True),
        Input(ids.MAP_ASKED, "data"),
        prevent_initial_call=True,
    )
    def placed(asked: dict[str, Any]) -> tuple[Any, ...]:
        language = chosen_language()
        try:
            found = answer(maps, asked)
        except LiangxinError as error:
            return {"number": asked["number"]}, no_update, state.failed(error, language)
        return found.reply, mapping.told(found, language), no_update

    app.clientside_callback(  # type: ignore[no-untyped-call]
        ClientsideFunction("map", "placed"),
        Output(ids.SPOKEN, "data", allow_duplicate=True),
        Input(ids.MAP_PLACES, "data"),
        prevent_initial_call=True,
    )
