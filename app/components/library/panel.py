"""What a question of the library unfolds: its parameters as controls, its rules, and the ways to its answer."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from dash import html

from app import ids
from app.components import controls, day, rules
from app.components.attributes import aria, data
from app.components.icon import tool_icon
from app.components.library import slider
from app.components.showing import WORDS
from app.i18n import say
from graph.text import Language
from queries.header import Question
from queries.rule_book import AppliedRule

ICONS = {"graph": "layout", "table": "table", "map": "map"}


def build(
    question: Question,
    values: Mapping[str, Any],
    choices: Mapping[str, controls.Choices],
    applied: Sequence[AppliedRule],
    days: tuple[date, Iterable[date]],
    wrong: Any,
    language: Language,
) -> list[Any]:
    """`days`: the one to ask for, and all that are offered. `wrong`: what is told of the values."""
    at, offered = days
    every = [one.isoformat() for one in sorted({at, *offered}, reverse=True)]
    asked = day.build(
        ids.library_date(question.id), say("as_of", language), every, allowDeselect=False, value=at.isoformat()
    )
    needs = [name for name, parameter in question.parameters.items() if parameter.required]
    defaults = {name: parameter.default for name, parameter in question.parameters.items()}
    return [
        html.Div(
            [asked, *_controls(question, values, choices, language)],
            className="library-controls",
            **data(of=question.id, defaults=json.dumps(defaults, default=str), needs=json.dumps(needs)),
        ),
        html.Div(
            _ways(question, language),
            className="library-ways",
            role="group",
            **aria(label=say("library_open_in", language)),
        ),
        html.Div(wrong, id=ids.LIBRARY_WRONG, className="library-wrong"),
        rules.folded(applied, language) if applied else None,
    ]


def _controls(
    question: Question, values: Mapping[str, Any], choices: Mapping[str, controls.Choices], language: Language
) -> list[Any]:
    """As in the explorer, where there is less room; distances by a slider."""
    built = controls.of_parameters(question, values, choices, language)
    return [
        slider.build(question.id, name, parameter, int(values.get(name, parameter.default)), language)
        if slider.fits(parameter)
        else control
        for (name, parameter), control in zip(question.parameters.items(), built, strict=True)
    ]


def _ways(question: Question, language: Language) -> list[Any]:
    """A link for each view the answer has; the page's script keeps their addresses."""
    drawn = bool(question.picture.nodes or question.picture.grouped)
    views = list(WORDS) if drawn else ["table"]
    ways: list[Any] = [
        html.A(
            [tool_icon(ICONS[view]), say(WORDS[view], language)],
            href="/",
            className="quiet-button library-way-to" + (" first" if view == views[0] else ""),
            **data(way=view),
        )
        for view in views
    ]
    return ways if len(ways) > 1 else [*ways, html.Span(say("library_numbers", language), className="note")]
