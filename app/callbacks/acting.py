"""An action arrives; the change, and whatever else of the page it alters, leaves."""

from __future__ import annotations

from typing import Any

from dash import Dash, Input, Output, no_update

from app import ids
from app.acting import Reply, for_browser, perform
from app.components import filters, legend, state
from app.context import Context
from app.converters import table
from app.converters.filters import at_work
from app.converters.legend import entries, grades, notes, turned
from app.converters.totals import picture_size, rows_total, shortfalls
from app.form import form
from app.i18n import chosen_language
from graph.errors import LiangxinError
from graph.text import Language
from queries.absence import why_empty
from queries.catalog import catalog

OUTPUTS = (
    Output(ids.CHANGE, "data"),
    Output(ids.LEGEND, "children"),
    Output(ids.SIZE, "children"),
    Output(ids.FILTERED, "children"),
    Output(ids.STATE, "children"),
    Output(ids.TOTAL, "children"),
    Output(ids.SHORT, "children"),
    Output(ids.ROWS, "data"),
    Output(ids.FORM, "data"),
)


def register(app: Dash, context: Context) -> None:
    """The one callback of all actions."""

    @app.callback(
        *OUTPUTS,
        Input(ids.ACTION, "data"),
        running=[(Output(ids.BUSY, "hidden"), False, True)],
        prevent_initial_call=True,
    )
    def act(action: dict[str, Any]) -> tuple[Any, ...]:
        reply = perform(context.world, context.shelf, action)
        language = chosen_language()
        change = for_browser(reply, language, int(action["number"]))
        return change, *_drawn(reply, context, language), *_answered(reply, context, language)


def _drawn(reply: Reply, context: Context, language: Language) -> tuple[Any, ...]:
    scene = reply.after.scene
    if reply.lost:
        return (no_update,) * 4
    if reply.error:
        return no_update, no_update, no_update, state.failed(reply.error, language)
    lines = legend.build(entries(scene), grades(scene), turned(scene), notes(scene), language)
    filtered = filters.at_work(at_work(scene), language)
    return lines, picture_size(scene, language), filtered, _state(reply, context, language)


def _state(reply: Reply, context: Context, language: Language) -> Any:
    scene = reply.after.scene
    if scene.nodes:
        return None
    if scene.at is None:
        return state.no_data(language)
    if scene.answer is None or scene.question is None:
        return state.empty(language)
    if scene.answer.total or (scene.comparison and scene.comparison.total):
        return state.table_only(language)
    title = catalog()[scene.question].title.say(language)
    return state.nothing_found(title, scene.at.isoformat(), why_empty(context.database, scene.answer), language)


def _answered(reply: Reply, context: Context, language: Language) -> tuple[Any, ...]:
    """Totals, rows and controls, only when the answer is another one: an expand leaves them alone."""
    after = reply.after.scene
    if reply.lost or (reply.error and not reply.fresh):
        return (no_update,) * 4
    told = ("；" if language == "zh" else "; ").join(shortfalls(after, language))
    if not reply.fresh and not reply.asked_anew:
        return no_update, told, no_update, no_update
    rows = {"columns": table.shown_columns(after, language), "rows": table.rows(after, language)}
    return rows_total(after, language), told, rows, _controls(reply, context)


def _controls(reply: Reply, context: Context) -> Any:
    """The controls' values; on a page just opened with the days to choose from, if the database can say them."""
    if not reply.fresh:
        return form(None, reply.after.scene)
    try:
        return form(context.database, reply.after.scene)
    except LiangxinError:
        return no_update if reply.error else form(None, reply.after.scene)
