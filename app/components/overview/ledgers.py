"""How fresh each kind of ledger is; those out of date first."""

from __future__ import annotations

from typing import Any

from dash import html

from app.i18n import say
from app.overview.ledgers import Ledger, Ledgers
from graph.text import Language


def build(ledgers: Ledgers, language: Language) -> list[Any]:
    """How many are out of date, the ways on, then all of them."""
    told = say("ledgers_overdue", language, count=f"{ledgers.overdue:,}") if ledgers.overdue else None
    return [
        html.P(
            [
                html.Span(told or say("ledgers_fresh", language), className="stage is-failed" if told else "note"),
                html.A(
                    say("every_row", language, count=f"{ledgers.all.number:,}"),
                    href=ledgers.all.link,
                    className="every",
                ),
                html.A(say("see_loads", language), href="/loads", className="every"),
            ],
            className="ledgers-told",
        ),
        html.Ul([_ledger(one, language) for one in ledgers.ledgers], className="ledger-lines"),
    ]


def _ledger(one: Ledger, language: Language) -> html.Li:
    age = say("days_old", language, count=f"{one.days:,}") if one.days else say("same_day", language)
    return html.Li(
        [
            html.Span(one.kind.say(language), className="ledger-kind"),
            html.Span(one.scope, className="note") if one.scope else None,
            html.Span([one.as_of.isoformat(), html.Span(age)], className="ledger-day"),
            html.Span(say("overdue", language), className="stage is-failed") if one.overdue else None,
        ],
        className="ledger overdue" if one.overdue else "ledger",
    )
