"""The overview's day is found, then each of its parts is asked by itself, so that the fast ones are there first."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State, no_update

from app import ids
from app.components import overview
from app.components.overview import notice
from app.context import Context
from app.i18n import chosen_language
from app.kept import Kept
from app.link import read_date, read_link
from app.loads import as_of_dates
from app.overview.parts import PARTS
from graph.errors import LiangxinError


def register(app: Dash, context: Context) -> None:
    """The page's callbacks, those in the browser too; their functions stand in assets."""

    @app.callback(
        Output(ids.OVERVIEW_DAY, "data"),
        Output(ids.OVERVIEW_DATE, "data"),
        Output(ids.OVERVIEW_DATE, "value"),
        Output(ids.NOTICE, "children", allow_duplicate=True),
        Output(ids.BODY, "hidden"),
        Input(ids.OVERVIEW_ASKED, "data"),
        prevent_initial_call=True,
    )
    def opened(asked: dict[str, Any]) -> tuple[Any, ...]:
        language = chosen_language()
        try:
            days = as_of_dates(context.database)
            at = read_link(str(asked["search"])).at or next(iter(days), None)
        except LiangxinError as error:
            return no_update, no_update, no_update, notice.failed(error, language), True
        if at is None or not days:
            return no_update, [], None, notice.no_data(language), True
        offered = sorted({at, *days}, reverse=True)
        choices = [{"value": day.isoformat(), "label": day.isoformat()} for day in offered]
        day = {"at": at.isoformat(), "number": asked["number"]}
        return day, choices, at.isoformat(), None, False

    for part, ask in PARTS.items():
        _register_part(app, context, part, ask)

    def script(name: str, output: Output, *arguments: Input | State, at_once: bool = False) -> None:
        function = ClientsideFunction("overview", name)
        app.clientside_callback(function, output, *arguments, prevent_initial_call=not at_once)  # type: ignore[no-untyped-call]

    nobody = Output(ids.OVERVIEW_TURNED, "data", allow_duplicate=True)
    script("begin", Output(ids.OVERVIEW_ASKED, "data"), Input(ids.OVERVIEW_WORDS, "data"), at_once=True)
    script("arrived", nobody, Input(ids.OVERVIEW_DAY, "data"))
    script("turn", nobody, Input(ids.OVERVIEW_DATE, "value"), State(ids.OVERVIEW_DAY, "data"))


def _register_part(app: Dash, context: Context, part: str, ask: Callable[[Kept, date], Any]) -> None:
    @app.callback(Output(ids.overview(part), "children"), Input(ids.OVERVIEW_DAY, "data"), prevent_initial_call=True)
    def told(day: dict[str, Any]) -> Any:
        language = chosen_language()
        try:
            return overview.PARTS[part](ask(context.kept, read_date(str(day["at"]))), language)
        except LiangxinError as error:
            return notice.failed(error, language)
