"""An action arrives; the change, and whatever else of the page it alters, leaves.

Not by a callback of Dash: its renderer would hold the action back before it is sent and the change before it is drawn,
which took a quarter of the time of a click (decision 17).
"""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from dash import Dash
from flask import Response, request

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

PATH = "/actions"

Parts = dict[str, Any]
"""By the id of a component, its new children; of a store, its new data."""


def register(app: Dash, context: Context) -> None:
    """The one address of all actions. It takes JSON alone, which no other site's page may send here unasked."""

    def act() -> Response:
        action = request.get_json()
        reply = perform(context.world, context.shelf, action)
        language = chosen_language()
        told = {
            "change": for_browser(reply, language, int(action["number"])),
            "children": _drawn(reply, context, language) | _numbers(reply, language),
            "data": _answered(reply, context, language),
        }
        return Response(json.dumps(told, default=_written), mimetype="application/json")

    app.server.add_url_rule(PATH, view_func=act, endpoint="act", methods=["POST"])


def _written(value: Any) -> Any:
    """Days as they are written, components as Dash takes them."""
    return value.isoformat() if isinstance(value, date) else value.to_plotly_json()


def _drawn(reply: Reply, context: Context, language: Language) -> Parts:
    scene = reply.after.scene
    if reply.lost:
        return {}
    if reply.error:
        return {ids.STATE: state.failed(reply.error, language)}
    return {
        ids.LEGEND: legend.build(entries(scene), grades(scene), turned(scene), notes(scene), language),
        ids.SIZE: picture_size(scene, language),
        ids.FILTERED: filters.at_work(at_work(scene), language),
        ids.STATE: _state(reply, context, language),
    }


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


def _numbers(reply: Reply, language: Language) -> Parts:
    """How many rows there are, only when the answer is another one, and what of them the picture does not show."""
    if _unheard(reply):
        return {}
    scene = reply.after.scene
    short = {ids.SHORT: ("；" if language == "zh" else "; ").join(shortfalls(scene, language))}
    return short | {ids.TOTAL: rows_total(scene, language)} if _another(reply) else short


def _answered(reply: Reply, context: Context, language: Language) -> Parts:
    """Rows and controls, only when the answer is another one: an expand leaves them alone."""
    if _unheard(reply) or not _another(reply):
        return {}
    scene = reply.after.scene
    rows = {"columns": table.shown_columns(scene, language), "rows": table.rows(scene, language)}
    return {ids.ROWS: rows} | _controls(reply, context)


def _unheard(reply: Reply) -> bool:
    return reply.lost or (reply.error is not None and not reply.fresh)


def _another(reply: Reply) -> bool:
    return reply.fresh or reply.asked_anew


def _controls(reply: Reply, context: Context) -> Parts:
    """The controls' values; on a page just opened with the days to choose from, if the database can say them."""
    if not reply.fresh:
        return {ids.FORM: form(None, reply.after.scene)}
    try:
        return {ids.FORM: form(context.database, reply.after.scene)}
    except LiangxinError:
        return {} if reply.error else {ids.FORM: form(None, reply.after.scene)}
