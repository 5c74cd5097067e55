"""The import page before anything is dropped: where to drop, the list of files, and the room for the one looked at."""

from __future__ import annotations

from typing import Any

from dash import html

from app import ids
from app.components.attributes import act, aria, data
from app.components.icon import tool_icon
from app.i18n import say
from app.importing.uploads import LARGEST_UPLOAD, TAKEN
from graph.text import Language

STEPS = (
    ("import_read", "import_read_tells"),
    ("import_preview", "import_preview_tells"),
    ("import_load", "import_load_tells"),
)


def tray(language: Language) -> html.Aside:
    """The left side."""
    return html.Aside(
        [
            _drop_zone(language),
            html.Div(id=ids.ARRIVING, className="arriving", role="status"),
            html.Div(id=ids.FILES, className="files"),
        ],
        className="tray",
        **aria(label=say("import_files", language)),
    )


def room() -> list[Any]:
    """Where the file looked at is shown: what it was taken for, how the work on it stands, and its rows."""
    return [
        html.Div(id=ids.NOTICE, className="notice"),
        html.Div(id=ids.HEAD, className="head"),
        html.Div(id=ids.PROGRESS, className="standing-now"),
        html.Div(id=ids.BODY, className="body"),
    ]


def introduction(language: Language) -> html.Div:
    """What happens here, for somebody who sees it for the first time."""
    return html.Div(
        [
            html.H2(say("import_title", language)),
            html.Ol([_step(title, tells, language) for title, tells in STEPS], className="steps"),
            html.P([tool_icon("shield"), say("import_private", language)], className="promise"),
            html.P(say("import_examples", language), className="note"),
        ],
        className="introduction",
    )


def _drop_zone(language: Language) -> html.Button:
    """Where files are dropped or chosen; the page's script sends them."""
    return html.Button(
        [
            tool_icon("upload"),
            html.Span(say("drop_here", language), className="drop-title"),
            html.Span(say("drop_limits", language, most=LARGEST_UPLOAD >> 20), className="drop-limits"),
        ],
        id=ids.DROP,
        type="button",
        className="drop",
        **data(accept=",".join(TAKEN)),
        **act("choose"),
    )


def _step(title: str, tells: str, language: Language) -> html.Li:
    return html.Li([html.H3(say(title, language)), html.P(say(tells, language))])
