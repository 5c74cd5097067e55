"""The library before any question is opened: topics on the left, the questions of each under its name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import dash_mantine_components as dmc
from dash import html

from app import ids
from app.components import typed
from app.components.attributes import act, aria, data
from app.components.icon import tool_icon
from app.i18n import say
from graph.text import Language, Text
from queries.header import Question
from queries.topics import by_topic


def build(questions: Sequence[Question], language: Language) -> list[Any]:
    """Head with the box that finds, topics, questions."""
    topics = [(of_topic[0].topic, name, of_topic) for name, of_topic in by_topic(questions)]
    return [
        html.Div(
            [html.H2(say("library_title", language)), _find(language)],
            className="library-head",
        ),
        html.Div(
            [
                html.Nav(
                    [_way(topic, name, len(of_topic), language) for topic, name, of_topic in topics],
                    className="library-topics",
                    **aria(label=say("library_topics", language)),
                ),
                html.Div(
                    [
                        html.P(
                            say("library_all", language, count=len(questions)),
                            id="library-count",
                            className="note",
                            role="status",
                        ),
                        html.P(say("library_none", language), id="library-none", className="library-none", hidden=True),
                        *(_section(topic, name, of_topic, language) for topic, name, of_topic in topics),
                    ],
                    className="library-list",
                ),
            ],
            className="library-body",
        ),
    ]


def _find(language: Language) -> dmc.TextInput:
    label, hint = say("library_find", language), say("library_hint", language)
    return typed.sought(ids.LIBRARY_FIND, label=label, hint=hint, className="library-find")


def _way(topic: str, name: Text, count: int, language: Language) -> html.A:
    return html.A(
        [html.Span(name.say(language)), html.Span(str(count), className="legend-count")],
        href=f"#{topic}",
        className="library-way",
        **data(of=topic),
    )


def _section(topic: str, name: Text, questions: Sequence[Question], language: Language) -> html.Section:
    return html.Section(
        [
            html.H3(name.say(language), id=topic),
            *(_question(question, name, language) for question in questions),
        ],
        className="library-section",
        **aria(labelledby=topic),
        **data(topic=topic),
    )


def _question(question: Question, topic: Text, language: Language) -> html.Div:
    """Title and words as one button; below it is room for what it unfolds."""
    head = html.Button(
        [
            html.Span(tool_icon("fold"), className="library-fold"),
            html.Span(question.title.say(language), className="library-title"),
            html.Span(question.tells.say(language), className="library-tells"),
        ],
        type="button",
        className="library-question-head",
        **aria(expanded="false"),
        **act("unfold", question=question.id),
    )
    return html.Div(
        [head, html.Div(id=ids.library(question.id), className="library-unfolded")],
        className="library-question",
        **data(question=question.id, found=found_by(question, topic)),
    )


def found_by(question: Question, topic: Text) -> str:
    """What the box finds a question by: any word of what it is called and tells, in either language, and its id."""
    words = (question.title, question.tells, topic)
    return " ".join([question.id, *(part for word in words for part in (word.zh, word.en))]).lower()
