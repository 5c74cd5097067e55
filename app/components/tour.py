"""The tour's card: it stands beside what it speaks of, and is never in the way of a click elsewhere."""

from __future__ import annotations

from dash import html

from app.components.attributes import act, aria, data
from app.components.plain import Plain
from app.i18n import say
from app.tour import STEPS, Step
from graph.text import Language


def build(language: Language) -> html.Div:
    """The card with all its steps, hidden; its script shows one at a time."""
    steps = [_step(number, step, language) for number, step in enumerate(STEPS)]
    buttons = html.Div(
        [
            html.Button(say("tour_skip", language), type="button", className="tour-skip", **act("tour_end")),
            html.Div(className="spring"),
            html.Button(
                say("tour_back", language), type="button", id="tour-back", className="quiet-button",
                **act("tour_step", by=-1),
            ),
            html.Button(
                say("tour_next", language), type="button", id="tour-next", className="primary",
                **act("tour_step", by=1), **data(last=say("tour_done", language), next=say("tour_next", language)),
            ),
        ],
        className="row",
    )  # fmt: skip
    card = html.Div(
        Plain([html.Div(steps, **aria(live="polite")), buttons]),
        id="tour",
        className="tour",
        role="dialog",
        hidden=True,
        **aria(label=say("tour", language)),
    )
    return html.Div([html.Div(id="tour-ring", className="tour-ring", hidden=True), card])


def _step(number: int, step: Step, language: Language) -> html.Div:
    return html.Div(
        [
            html.P(f"{number + 1} / {len(STEPS)}", className="note"),
            html.H2(say(step.title, language)),
            html.P(say(step.tells, language)),
        ],
        className="tour-step",
        hidden=True,
        **data(where=step.where),
    )
