"""The left side: suggestions while typing, a question's controls, and the hole strip."""

from __future__ import annotations

from datetime import date
from typing import Any

from dash import MATCH, Dash, Input, Output, State, ctx, no_update

from app import ids
from app.choices import LISTED, Choice, suggested
from app.components import controls, state, strip
from app.context import Context
from app.form import controls_of
from app.holes import STRIP, hole_counts
from app.i18n import chosen_language
from app.link import read_date
from app.loads import newest
from graph.errors import LiangxinError, TookTooLong


def register(app: Dash, context: Context) -> None:
    """The left side's callbacks."""

    @app.callback(
        Output(ids.SEARCH, "data"),
        Input(ids.SEARCH, "searchValue"),
        State(ids.SEARCH, "data"),
        prevent_initial_call=True,
    )
    def suggest(typed: str | None, offered: list[Choice] | None) -> Any:
        told = suggested(context.database, typed, None, offered, chosen_language()) if typed else []
        return no_update if told is None else told

    key = ids.key_parameter(MATCH, MATCH, MATCH)

    @app.callback(
        Output(key, "data"),
        Input(key, "searchValue"),
        State(key, "id"),
        State(key, "data"),
        prevent_initial_call=True,
    )
    def suggest_key(typed: str | None, control: dict[str, str], offered: list[Choice] | None) -> Any:
        if control["node"] in LISTED:
            return no_update
        told = suggested(context.database, typed, control["node"], offered, chosen_language())
        return no_update if told is None else told

    @app.callback(
        Output(ids.DETAILS, "children"),
        Input(ids.QUESTION, "value"),
        Input(ids.FORM, "data"),
        prevent_initial_call=True,
    )
    def describe(chosen: str | None, form: dict[str, Any] | None) -> Any:
        asked = (form or {}).get("question")
        question_id = asked if ctx.triggered_id == ids.FORM else chosen
        if not question_id:
            return []
        try:
            day = read_date(form["at"]) if form and form.get("at") else newest(context.database) or date.today()
            asked_for = controls_of(context.database, question_id, day)
        except LiangxinError as error:
            return state.failed(error, chosen_language())
        values = (form or {}).get("parameters", {}) if question_id == asked else {}
        return controls.build(asked_for.question, values, asked_for.choices, asked_for.applied, chosen_language())

    @app.callback(Output(ids.STRIP, "children"), Input(ids.FORM, "data"), prevent_initial_call=True)
    def count(form: dict[str, Any] | None) -> Any:
        days = [form["at"], *form.get("dates", [])] if form else []
        at = next((day for day in days if day), None)
        if form is None or at is None:
            return []
        try:
            counts = hole_counts(context.kept, read_date(at), STRIP)
        except TookTooLong:
            return strip.slow(chosen_language())
        except LiangxinError:
            # The picture's own action says what is wrong; the strip stays as it was.
            return no_update
        return strip.build(counts, (form["question"], form["parameters"]), at, chosen_language())
