"""The library: a question is opened, and what is set in its controls is looked at."""

from __future__ import annotations

from typing import Any

from dash import ALL, ClientsideFunction, Dash, Input, Output, State, no_update

from app import ids
from app.components import problem, state
from app.components.library import panel
from app.context import Context
from app.i18n import chosen_language
from app.importing.tray import Problem
from app.library import opened, wrong_values
from app.link import read_link
from graph.errors import LiangxinError
from graph.text import Language
from queries.catalog import catalog


def register(app: Dash, context: Context) -> None:
    """The page's callbacks, those in the browser too; their functions stand in assets."""

    @app.callback(
        Output(ids.LIBRARY_TURNED, "data", allow_duplicate=True),
        Output(ids.library(ALL), "children"),
        Input(ids.LIBRARY_ASKED, "data"),
        State(ids.library(ALL), "id"),
        running=[(Output("busy", "hidden"), False, True)],
        prevent_initial_call=True,
    )
    def unfolded(asked: dict[str, Any], rooms: list[dict[str, str]]) -> tuple[dict[str, Any], list[Any]]:
        question = asked.get("question")
        panels: dict[Any, Any] = {asked.get("before"): []}
        if question:
            panels[question] = _panel(context, str(question), asked, chosen_language())
        told = [panels.get(room["of"], no_update) for room in rooms]
        return {"question": question, "number": asked["number"]}, told

    @app.callback(
        Output(ids.LIBRARY_WRONG, "children"),
        Input(ids.LIBRARY_SET, "data"),
        prevent_initial_call=True,
    )
    def looked_at(values: dict[str, Any]) -> Any:
        given = {name: value for name, value in values["parameters"].items() if value not in (None, "")}
        return _told(wrong_values(catalog()[str(values["question"])], given), chosen_language())

    def script(name: str, output: Output, *arguments: Input | State, at_once: bool = False) -> None:
        function = ClientsideFunction("library", name)
        app.clientside_callback(function, output, *arguments, prevent_initial_call=not at_once)  # type: ignore[no-untyped-call]

    nobody = Output(ids.LIBRARY_TURNED, "data", allow_duplicate=True)
    script("begin", Output(ids.LIBRARY_ASKED, "data"), Input(ids.LIBRARY_WORDS, "data"), at_once=True)
    script("unfolded", nobody, Input(ids.LIBRARY_TURNED, "data"))
    days, values, keys = ids.library_date(ALL), ids.parameter(ALL, ALL), ids.key_parameter(ALL, ALL, ALL)
    script(
        "set",
        Output(ids.LIBRARY_SET, "data"),
        Input(days, "value"),
        Input(values, "value"),
        Input(keys, "value"),
        State(days, "id"),
        State(values, "id"),
        State(keys, "id"),
        at_once=True,
    )


def _panel(context: Context, question: str, asked: dict[str, Any], language: Language) -> Any:
    try:
        link = read_link(str(asked.get("search") or ""))
        found = opened(context.database, question, link.at, link.parameters)
    except LiangxinError as error:
        return state.failed(error, language)
    wrong, days = _told(found.wrong, language), (found.at, found.days)
    asked_for = found.controls
    return panel.build(asked_for.question, found.values, asked_for.choices, asked_for.applied, days, wrong, language)


def _told(error: LiangxinError | None, language: Language) -> Any:
    return problem.build(Problem.of(error), [], language) if error else None
