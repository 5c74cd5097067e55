"""What the browser does by itself; the functions stand in assets, so that the page needs no inline script."""

from __future__ import annotations

from dash import ALL, ClientsideFunction, Dash, Input, Output, State

from app import ids


def register(app: Dash) -> None:
    """The callbacks that run in the browser."""

    def script(name: str, *arguments: Output | Input | State, at_once: bool = False) -> None:
        function = ClientsideFunction("liangxin", name)
        app.clientside_callback(function, *arguments, prevent_initial_call=not at_once)  # type: ignore[no-untyped-call]

    script("begin", Output(ids.SPOKEN, "data"), Input(ids.WORDS, "data"), Input(ids.STYLES, "data"), at_once=True)
    spoken = Output(ids.SPOKEN, "data", allow_duplicate=True)
    script("rows_arrived", spoken, Input(ids.ROWS, "data"))
    script(
        "form_arrived",
        Output(ids.QUESTION, "value"),
        Output(ids.DATE, "data"),
        Output(ids.DATE, "value"),
        Output(ids.COMPARED, "data"),
        Output(ids.COMPARED, "value"),
        Output(ids.RIBBON, "hidden"),
        Input(ids.FORM, "data"),
        State(ids.DATE, "data"),
        State(ids.RIBBON, "hidden"),
    )
    keys, values = ids.key_parameter(ALL, ALL, ALL), ids.parameter(ALL, ALL)
    script(
        "run",
        spoken,
        Input(ids.RUN, "n_clicks"),
        State(ids.QUESTION, "value"),
        State(ids.DATE, "value"),
        State(ids.COMPARED, "value"),
        State(values, "id"),
        State(values, "value"),
        State(keys, "id"),
        State(keys, "value"),
    )
    script("ways_by", spoken, Input(ids.WAYS_BY, "value"), at_once=False)
    script("search_chosen", Output(ids.SEARCH, "value"), Input(ids.SEARCH, "value"))
