"""The zone's rates: per cent, the firms behind them, what they were a month before, and what cannot be told."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html

from app.components.attributes import aria
from app.components.overview import number
from app.i18n import say
from app.overview.rates import Share
from graph.text import Language
from queries.catalog import catalog


def build(shares: Sequence[Share], language: Language) -> html.Div:
    """A card for each rate."""
    return html.Div([_card(share, language) for share in shares], className="rate-cards")


def _card(share: Share, language: Language) -> html.Article:
    name = catalog()["rates"].columns["rate"].values[share.rate].say(language)
    reached, gap, unknown = (say(word, language) for word in ("rate_reached", "rate_gap", "rate_unknown"))
    return html.Article(
        [
            html.H4(name),
            html.P([_percent(share, name), _change(share, language)], className="rate-now"),
            html.P(
                [
                    number.build(share.reached, f"{name}：{reached}" if language == "zh" else f"{name}: {reached}"),
                    html.Span(" / "),
                    html.Span(say("rate_base", language, count=f"{share.base.number:,}")),
                ],
                className="rate-of",
            ),
            html.P([html.Span(gap), number.build(share.gap, f"{name} {gap}")], className="rate-rest"),
            html.P([html.Span(unknown), number.build(share.unknown, f"{name} {unknown}")], className="rate-rest"),
        ],
        className="rate-card",
    )


def _percent(share: Share, name: str) -> Any:
    if share.percent is None:
        return html.Span("—", className="rate-percent none")
    words = f"{share.percent:.1f}%"
    return html.A(words, href=share.base.link, className="rate-percent", **aria(label=f"{name} {words}"))


def _change(share: Share, language: Language) -> html.Span:
    """Points since a month before, with their sign: colours alone tell nothing on paper."""
    change = share.change
    if change is None:
        return html.Span(say("rate_no_month", language), className="rate-change")
    if not change:
        return html.Span(say("rate_same", language), className="rate-change")
    signed = f"+{change:.1f}" if change > 0 else f"−{-change:.1f}"
    word = say("rate_change", language, points=signed)
    return html.Span(word, className="rate-change up" if change > 0 else "rate-change down")
