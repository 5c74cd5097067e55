"""What the pages of ledgers do in the browser; the functions stand in assets."""

from __future__ import annotations

from dash import ALL, ClientsideFunction, Dash, Input, Output, State

from app import ids


def register(app: Dash) -> None:
    """The callbacks that run in the browser."""

    def script(name: str, *arguments: Input | State, at_once: bool = False) -> None:
        app.clientside_callback(  # type: ignore[no-untyped-call]
            ClientsideFunction("ledgers", name),
            Output(ids.BEGUN, "data", allow_duplicate=True),
            *arguments,
            prevent_initial_call="initial_duplicate" if at_once else True,
        )

    script("begin", Input(ids.LEDGER_WORDS, "data"), at_once=True)
    script("answered", Input(ids.REPLY, "data"))
    for name, control in (("corrected", ids.taken(ALL)), ("looked_for", ids.words(ALL))):
        script(name, Input(control, "value"), State(control, "id"))
    script("another", Input(ids.another(ALL), "value"))
    heading = ids.heading(ALL, ALL)
    script("heading", Input(heading, "value"), State(heading, "id"))
