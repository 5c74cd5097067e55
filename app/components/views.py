"""Saved views: the panel that saves what is drawn under a name, and lists what was saved."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import dash_mantine_components as dmc
from dash import dcc, html

from app import ids
from app.components.attributes import act, aria, data
from app.components.icon import tool_icon
from app.components.typed import WHEN_LEFT
from app.converters.since import saved_at
from app.i18n import say
from app.saved.view import View
from graph.text import Language
from queries.catalog import catalog


def panel(language: Language) -> html.Div:
    """The button of the toolbar, and what it unfolds."""
    trigger = html.Button(
        [tool_icon("views"), say("views", language)], type="button", className="quiet-button", id=ids.VIEWS
    )
    name = dmc.TextInput(
        id=ids.VIEW_NAME,
        label=say("view_name", language),
        placeholder=say("view_name_hint", language),
        debounce=WHEN_LEFT,
        size="xs",
        className="filter-value",
    )
    inside = [
        html.Div([name, _small("view_save", "save_view_from", language)], className="filter-line"),
        html.Div(
            [
                html.Span(id=f"{ids.VIEW_EXISTS}-words", role="alert"),
                _small("view_replace", "replace_view", language),
            ],
            id=ids.VIEW_EXISTS,
            className="view-exists",
            hidden=True,
        ),
        html.P(say("views_shared", language), className="note"),
        html.Div(id=ids.VIEWS_LIST, className="views-list"),
    ]
    unfolded = dmc.Popover(
        [dmc.PopoverTarget(trigger), dmc.PopoverDropdown(inside, className="filter-panel")],
        position="bottom-end",
        shadow="md",
        transitionProps={"duration": 0},
        width=340,
        trapFocus=True,
        returnFocus=True,
    )
    return html.Div([dcc.Store(id=ids.VIEWS_ASKED), unfolded])


def listed(views: Iterable[View], language: Language) -> list[Any]:
    """A line for each view: its name, question, day, and when it was saved."""
    lines = [_line(view, language) for view in views]
    return lines or [html.P(say("views_none", language), className="note")]


def _line(view: View, language: Language) -> html.Div:
    known = view.question in catalog()
    question = catalog()[view.question].title.say(language) if known else view.question
    about = say("view_line", language, question=question, day=view.at.isoformat())
    delete = html.Details(
        [
            html.Summary(
                tool_icon("bin"), className="tool", **aria(label=say("view_delete", language, name=view.name))
            ),
            _small("view_delete_yes", "delete_view", language, view=view.name),
        ],
        className="view-delete",
    )
    opening = html.Button(
        [
            html.Span(view.name, className="view-called"),
            html.Span(about, className="view-about"),
            html.Span(say("view_kept", language, saved=saved_at(view.saved)), className="view-about"),
        ],
        type="button",
        className="view-open",
        **act("open_saved", view=view.name),
    )
    return html.Div([opening, delete], className="view-line", **data(view=view.name))


def _small(word: str, name: str, language: Language, **also: object) -> html.Button:
    return html.Button(say(word, language), type="button", className="small-button", **act(name, **also))
