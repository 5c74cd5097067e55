"""A node or a missing edge is chosen; the inspector says what is known of it."""

from __future__ import annotations

from typing import Any

from dash import MATCH, Dash, Input, Output, State, no_update

from app import ids
from app.context import Context
from app.i18n import chosen_language
from app.inspecting import became, explain, inspect, judge


def register(app: Dash, context: Context) -> None:
    """The inspector's callbacks."""

    @app.callback(Output(ids.INSPECTOR, "children"), Input(ids.CHOSEN, "data"), prevent_initial_call=True)
    def told(chosen: dict[str, Any] | None) -> Any:
        return inspect(context, chosen or {}, chosen_language())

    others = ids.other_verdicts(MATCH, MATCH, MATCH)

    @app.callback(Output(others, "children"), Input(others, "id"))
    def judged(asked: dict[str, str]) -> Any:
        return judge(context, asked["node"], asked["at"], asked["told"] == "yes", chosen_language())

    asked_by = ids.timeline_button(MATCH)

    @app.callback(
        Output(ids.timeline(MATCH), "children"),
        Input(asked_by, "n_clicks"),
        State(asked_by, "id"),
        prevent_initial_call=True,
    )
    def recalled(clicks: int | None, asked: dict[str, str]) -> Any:
        return became(context, asked["node"], chosen_language()) if clicks else no_update

    reason = ids.reason_button(MATCH, MATCH, MATCH)

    @app.callback(
        Output(ids.reason_answer(MATCH, MATCH, MATCH), "children"),
        Input(reason, "n_clicks"),
        State(reason, "id"),
        prevent_initial_call=True,
    )
    def explained(clicks: int | None, asked: dict[str, str]) -> Any:
        if not clicks:
            return no_update
        return explain(context, asked["question"], asked["node"], asked["at"], chosen_language())
