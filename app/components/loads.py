"""The loads as a table, newest as-of date first; each can be taken back, once the person has said yes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import dash_mantine_components as dmc
from dash import html

from app import ids
from app.components import problem, turning, typed
from app.components.attributes import act, aria
from app.components.icon import tool_icon
from app.i18n import say
from app.loads_state import Listing
from graph.text import Language
from loaders.kinds import label_of, load_name
from loaders.loads import DONE

COLUMNS = (
    *("as_of", "kind", "scope", "extent", "column_file"),
    *("rows_accepted", "rows_rejected", "rows_waiting", "column_loaded", "column_load"),
)


def room() -> list[Any]:
    """The page with nothing in it yet."""
    return [
        html.Div(id=ids.NOTICE, className="notice"),
        html.Div(id=ids.PROGRESS, className="standing-now"),
        html.Div(id=ids.BODY, className="review-body"),
    ]


def notice(state: Listing, language: Language) -> Any:
    """What went wrong, or what was taken back."""
    if state.problem is not None:
        word = "retry" if state.loads is None else "dismiss"
        button = html.Button(say(word, language), type="button", className="quiet-button", **act("again"))
        return problem.build(state.problem, [button], language)
    if state.gone is None:
        return None
    button = html.Button(say("dismiss", language), type="button", className="quiet-button", **act("noticed"))
    told = html.P(state.gone.say(language), className="outcome-title")
    return html.Div(
        [tool_icon("check"), told, html.Div(className="spring"), button], className="outcome", role="status"
    )


def build(state: Listing, language: Language) -> Any:
    """The table, or what to do where nothing is loaded."""
    if state.loads is None:
        return None
    if not state.loads:
        link = html.A(say("importing", language), href="/import", className="quiet-button")
        return html.Div(
            [tool_icon("upload"), html.P(say("no_loads", language)), link], className="nothing-waits", role="status"
        )
    found = state.fitting
    start = turning.first_of(state.start, len(found))
    shown = found[start : start + turning.AT_A_TIME]
    heads = [html.Th(say(name, language), scope="col", className=name) for name in COLUMNS]
    lines = [_load(load, state, language) for load in shown]
    return html.Div(
        [
            html.Div(
                [html.P(say("loads_tell", language), className="note"), _search(state, language)], className="rows-head"
            ),
            html.Div(
                html.Table([html.Thead(html.Tr([*heads, html.Th("")])), html.Tbody(lines)], className="lines loads"),
                className="lines-room",
            )
            if lines
            else _none_found(language),
            turning.build(start, len(found), "rows", language),
        ],
        className="review-table",
    )


def _search(state: Listing, language: Language) -> dmc.TextInput:
    words = say("find_loads", language)
    return typed.sought(ids.words("loads"), label=words, hint=words, value=state.words, size="xs", className="find")


def _none_found(language: Language) -> html.Div:
    every = html.Button(say("all_loads", language), type="button", className="quiet-button", **act("rows", words=""))
    return html.Div([html.P(say("no_load_found", language)), every], className="nothing-waits", role="status")


def _load(load: Mapping[str, Any], state: Listing, language: Language) -> html.Tr:
    numbers = [
        html.Td(f"{load[name]:,}", className=f"number {name}" if load[name] else "number none")
        for name in ("accepted", "rejected", "waiting")
    ]
    extent = say("full" if load["full"] else "partial", language)
    unfinished = (
        html.Span(say("load_unfinished", language), className="stage is-failed") if load["state"] != DONE else None
    )
    cells = [
        html.Td(load["as_of"].isoformat(), className="since"),
        html.Td(label_of(load["kind"]).say(language)),
        html.Td(load["scope"]),
        html.Td(extent),
        html.Td([load_name(load["kind"], load["file"]).say(language), unfinished]),
        *numbers,
        html.Td(
            [html.Span(_at(load["loaded_at"])), html.Span(load["loaded_by"], className="note")], className="said since"
        ),
        html.Td(load["id"], className="load-id"),
    ]
    return html.Tr([*cells, html.Td(_take_back(load, state, language), className="taking-back")])


def _take_back(load: Mapping[str, Any], state: Listing, language: Language) -> Any:
    """The button; then the question, with what goes."""
    if state.asked != load["id"]:
        return html.Button(
            say("unload", language),
            type="button",
            className="quiet-button",
            disabled=state.working is not None,
            **aria(label=say("unload_named", language, file=load_name(load["kind"], load["file"]).say(language))),
            **act("ask", load=load["id"]),
        )
    rows = load["accepted"] + load["rejected"] + load["waiting"]
    return html.Div(
        [
            html.P(say("unload_question", language, rows=f"{rows:,}"), className="question"),
            html.Div(
                [
                    html.Button(
                        say("unload_yes", language),
                        type="button",
                        className="primary danger",
                        disabled=state.working is not None,
                        **act("unload"),
                    ),
                    html.Button(say("cancel", language), type="button", className="quiet-button", **act("ask")),
                ],
                className="row",
            ),
        ],
        role="alert",
    )


def _at(moment: datetime) -> str:
    return moment.astimezone().strftime("%Y-%m-%d %H:%M")
