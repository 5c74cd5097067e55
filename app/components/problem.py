"""What cannot be done, where and why, with a next step: as a card in the page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html

from app.components.icon import tool_icon
from app.importing.tray import Problem
from graph.text import Language


def build(problem: Problem, buttons: Sequence[Any], language: Language) -> html.Div:
    """The card, read out at once."""
    where = problem.place.say(language) if problem.place else ""
    return html.Div(
        [
            tool_icon("warning"),
            html.Div(
                [
                    html.P(problem.what.say(language), className="problem-what"),
                    html.P(where, className="problem-where") if where else None,
                    html.P(problem.next_step.say(language), className="problem-next") if problem.next_step else None,
                    html.Div(list(buttons), className="row") if buttons else None,
                ]
            ),
        ],
        className="problem",
        role="alert",
    )
