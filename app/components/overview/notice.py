"""What the overview says when something failed, or when there is nothing to look at yet."""

from __future__ import annotations

from dash import html

from app.components import problem
from app.components.attributes import act
from app.components.icon import tool_icon
from app.i18n import say
from app.importing.tray import Problem
from graph.errors import LiangxinError
from graph.text import Language


def failed(error: LiangxinError, language: Language) -> html.Div:
    """What is wrong, what to do, and a way to ask again."""
    retry = html.Button(say("retry", language), type="button", className="quiet-button", **act("retry"))
    return problem.build(Problem.of(error), [retry], language)


def no_data(language: Language) -> html.Div:
    """An empty database, and the way to fill it."""
    link = html.A(say("importing", language), href="/import", className="quiet-button")
    told = [html.P(say(word, language)) for word in ("no_data_title", "no_data_next")]
    return html.Div([tool_icon("upload"), *told, link], className="nothing-waits", role="status")
