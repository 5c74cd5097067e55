"""A number that leads to what it counts."""

from __future__ import annotations

from dash import html

from app.components.attributes import aria
from app.overview.counted import Counted


def build(counted: Counted, name: str, class_name: str = "") -> html.A | html.Span:
    """The number; a link, called by `name` too, unless there is nothing to show."""
    words = f"{counted.number:,}"
    if not counted.number:
        return html.Span(words, className=f"counted none {class_name}".rstrip())
    return html.A(words, href=counted.link, className=f"counted {class_name}".rstrip(), **aria(label=f"{name} {words}"))
