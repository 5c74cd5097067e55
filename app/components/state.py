"""What the page says when there is no picture to show, or when something failed: a sentence and a next step."""

from __future__ import annotations

from typing import Any

from dash import html

from app.components.attributes import act
from app.components.icon import tool_icon
from app.i18n import say
from graph.errors import LiangxinError
from graph.text import Language, Text


def failed(error: LiangxinError, language: Language) -> html.Div:
    """What went wrong, what to do, and a way to try again."""
    where = error.place.say(language) if error.place else ""
    what = error.what.say(language)
    return _card(
        "failed",
        "warning",
        f"{where}：{what}" if where and language == "zh" else f"{where}: {what}" if where else what,
        error.next_step.say(language) if error.next_step else "",
        [
            _retry(language),
            html.Button(say("dismiss", language), type="button", className="quiet-button", **act("dismiss")),
        ],
        role="alert",
    )


def nothing_found(title: str, date: str, why: Text | None, language: Language) -> html.Div:
    """A question that found nothing, which may be good news; `why` where it is for want of data."""
    next_step = why.say(language) if why else say("nothing_next", language)
    return _card("nothing", "search", say("nothing_title", language, name=title, date=date), next_step)


def no_data(language: Language) -> html.Div:
    """An empty database."""
    return _card("no-data", "plus", say("no_data_title", language), say("no_data_next", language))


def table_only(language: Language) -> html.Div:
    """An answer in numbers: there is nothing to draw, the table has it all."""
    return _card("table-only", "fold", say("table_only_title", language), say("table_only_next", language))


def empty(language: Language) -> html.Div:
    """A picture with nothing in it."""
    return _card("empty", "search", say("empty_title", language), say("empty_next", language))


def no_answer(language: Language) -> html.Div:
    """For when the server itself is gone: on the page from the start, shown by the page's script."""
    what, next_step = say("no_answer", language), say("no_answer_next", language)
    card = _card("failed", "warning", what, next_step, [_retry(language)], role="alert")
    return html.Div(card, id="no-answer", className="state", hidden=True)


def _retry(language: Language) -> html.Button:
    return html.Button(say("retry", language), type="button", className="retry", **act("retry"))


def _card(
    kind: str, icon: str, title: str, next_step: str, buttons: list[Any] | None = None, role: str = "status"
) -> html.Div:
    return html.Div(
        [
            tool_icon(icon),
            html.Div([html.P(title, className="state-title"), html.P(next_step, className="state-next")]),
            html.Div(buttons or [], className="row"),
        ],
        className=f"state-card {kind}",
        role=role,
    )
