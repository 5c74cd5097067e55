"""How a piece of work stands while a person watches: what it is doing, how far it is, how long it has taken."""

from __future__ import annotations

from dash import html

from app.components.attributes import aria
from app.i18n import say
from app.importing.worker import Standing
from graph.text import Language


def build(standing: Standing, title: str, language: Language) -> html.Div:
    """A bar that fills where the end is known, and otherwise moves."""
    step = standing.step
    share = step.done / step.total if step and step.total else None
    words = say("queued_before", language, count=standing.before) if standing.before else _words(standing, language)
    bar = html.Div(
        html.Div(className="fill" if share is not None else "fill moving", style=_width(share)),
        className="bar",
        role="progressbar",
        **aria(
            label=title, valuemin="0", valuemax="100", **({} if share is None else {"valuenow": f"{share:.0%}"[:-1]})
        ),
    )
    return html.Div(
        [html.P(title, className="progress-title"), bar, html.P(words, className="progress-words")],
        className="progress",
    )


def _words(standing: Standing, language: Language) -> str:
    step = standing.step
    if step is None:
        return say("progress_begins", language)
    done = f"{step.done:,} / {step.total:,}" if step.total else f"{step.done:,}" if step.done else ""
    parts = [step.what.say(language), done, say("seconds", language, count=f"{standing.seconds:.0f}")]
    return " · ".join(part for part in parts if part)


def _width(share: float | None) -> dict[str, str]:
    return {} if share is None else {"width": f"{share:.1%}"}
