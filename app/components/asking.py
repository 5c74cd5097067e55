"""The left side: search, question, its parameters, date, and the button that asks."""

from __future__ import annotations

from collections.abc import Sequence

import dash_mantine_components as dmc
from dash import html

from app import ids
from app.components import day
from app.components.attributes import act, aria
from app.components.icon import tool_icon
from app.i18n import say
from graph.text import Language
from queries.header import Question


def build(questions: Sequence[Question], language: Language) -> html.Aside:
    """The left side, before any question is chosen."""
    return html.Aside(
        [
            dmc.Select(
                id=ids.SEARCH,
                label=say("search", language),
                placeholder=say("search_hint", language),
                data=[],
                searchable=True,
                clearable=True,
                debounce=False,
                leftSection=tool_icon("search"),
                filter={"function": "keepAll"},
                renderOption={"function": "renderHit"},
                nothingFoundMessage=say("search_type_more", language),
                comboboxProps={"shadow": "md", "width": 340, "position": "bottom-start"},
                className="control",
            ),
            html.Button(
                [tool_icon("fold"), say("asking_fold", language)],
                type="button",
                className="quiet-button asking-fold",
                id="fold-asking",
                **aria(expanded="false"),
                **act("fold_asking"),
            ),
            html.Hr(),
            dmc.Select(
                id=ids.QUESTION,
                label=say("questions", language),
                placeholder=say("choose_question", language),
                data=[{"value": q.id, "label": q.title.say(language)} for q in questions],
                allowDeselect=False,
                searchable=True,
                nothingFoundMessage=say("library_none", language),
                className="control",
            ),
            html.Div(id=ids.DETAILS, className="details"),
            day.build(ids.DATE, say("as_of", language), allowDeselect=False),
            day.build(
                ids.COMPARED, say("compare_with", language), placeholder=say("compare_none", language), clearable=True
            ),
            html.Div(
                [
                    dmc.Button(say("run", language), id=ids.RUN, size="sm", className="run"),
                    html.Button(
                        [tool_icon("link"), say("copy_link", language)],
                        type="button",
                        className="quiet-button",
                        **act("copy_link"),
                    ),
                ],
                className="row",
            ),
        ],
        className="asking",
        **aria(label=say("questions", language)),
    )
