"""A tab that says how much is behind it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dash import html

from app.components.attributes import aria


def build(name: str, word: str, number: int, shown: bool, deed: Mapping[str, Any]) -> html.Button:
    """The tab `name`, called `word`, with so many rows; `deed`: what a click does, as attributes."""
    return html.Button(
        [html.Span(word), html.Span(f"{number:,}", className="tab-count")],
        type="button",
        role="tab",
        className=f"rows-tab tab-{name}",
        **aria(selected="true" if shown else "false"),
        **deed,
    )
