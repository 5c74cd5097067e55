"""One fact by hand: the form shows what it needs, says it, and takes it back."""

from __future__ import annotations

from typing import Any

from dash import ALL, Dash, Input, Output, State, ctx, no_update

from app import ids
from app.by_hand.sayable import sayable
from app.by_hand.saying import ledger_said, load_said, take_back
from app.components import by_hand
from app.context import Context
from app.i18n import chosen_language
from graph.errors import LiangxinError
from queries.results import Ref


def register(app: Dash, context: Context) -> None:
    """The form's callbacks."""

    @app.callback(
        Output(ids.BY_HAND_VALUE, "children"),
        Input(ids.BY_HAND_WHAT, "value"),
        State(ids.CHOSEN, "data"),
        prevent_initial_call=True,
    )
    def ask(what: str | None, chosen: dict[str, Any] | None) -> Any:
        one = sayable(Ref.parse(str((chosen or {}).get("id"))).type).get(what or "") if chosen else None
        return by_hand.controls(one, chosen_language()) if one else []

    part = ids.by_hand(ALL)

    @app.callback(
        Output(ids.CHOSEN, "data", allow_duplicate=True),
        Output(ids.BY_HAND_WRONG, "children"),
        Input(ids.BY_HAND_SAY, "n_clicks"),
        State(ids.BY_HAND_WHAT, "value"),
        State(part, "id"),
        State(part, "value"),
        State(part, "checked"),
        State(ids.by_hand_other(ALL), "value"),
        State(ids.BY_HAND_DATE, "value"),
        State(ids.CHOSEN, "data"),
        running=[(Output(ids.BY_HAND_SAY, "loading"), True, False)],
        prevent_initial_call=True,
    )
    def say(
        clicks: int | None,
        what: str | None,
        parts: list[dict[str, str]],
        values: list[Any],
        ticks: list[Any],
        others: list[Any],
        as_of: str | None,
        chosen: dict[str, Any],
    ) -> tuple[Any, Any]:
        if not clicks:
            return no_update, no_update
        told = {
            one["part"]: tick if one["part"] == "none" else value
            for one, value, tick in zip(parts, values, ticks, strict=True)
        }
        if others:
            told["value"] = others[0]
        language = chosen_language()
        try:
            ledger = ledger_said(context.database, str(chosen["id"]), what or "", told, as_of)
            done = load_said(context.database, ledger, language)
        except LiangxinError as error:
            step = error.next_step.say(language) if error.next_step else ""
            return no_update, by_hand.wrong(error.what.say(language), step, language)
        return {**chosen, "said": done}, []

    @app.callback(
        Output(ids.CHOSEN, "data", allow_duplicate=True),
        Input(ids.by_hand_undo(ALL), "n_clicks"),
        State(ids.CHOSEN, "data"),
        prevent_initial_call=True,
    )
    def undo(clicks: list[int | None], chosen: dict[str, Any]) -> Any:
        if not any(clicks) or not isinstance(ctx.triggered_id, dict):
            return no_update
        language = chosen_language()
        try:
            done = take_back(context.database, str(ctx.triggered_id["load"]), language)
        except LiangxinError as error:
            done = {"load": ctx.triggered_id["load"], "title": error.what.say(language), "lines": []}
        return {**chosen, "said": done}
