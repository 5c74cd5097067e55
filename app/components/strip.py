"""The hole strip: how many of each kind there are at the date, each a way into the picture of exactly those."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dash import html

from app.components.attributes import act, aria, data
from app.components.plain import Plain
from app.holes import GROUPS, STRIP, Kind
from app.i18n import say
from graph.text import Language


def build(
    counts: Mapping[str, int], current: tuple[str | None, Mapping[str, Any]], at: str, language: Language
) -> Plain:
    """One group beside the other; `counts` by the kind's id, `current` the question and parameters now drawn."""
    groups = []
    for group in GROUPS:
        kinds = [kind for kind in STRIP if kind.group == group]
        if kinds:
            chips = [_chip(kind, counts[kind.id], kind.is_asked(*current), at, language) for kind in kinds]
            groups.append(
                html.Div(
                    [html.Span(say(group, language), className="group-name"), html.Div(chips, className="chips")],
                    className=f"group {group}",
                    role="group",
                    **aria(label=say(group, language)),
                )
            )
    return Plain(groups)


def slow(language: Language) -> html.Span:
    """In its place where counting takes too long: what one may do instead."""
    return html.Span(say("strip_slow", language), className="strip-slow")


def _chip(kind: Kind, count: int, current: bool, at: str, language: Language) -> html.Button:
    return html.Button(
        [
            html.Span(f"{count:,}", className="chip-count"),
            html.Span(say(kind.id, language), className="chip-name"),
        ],
        type="button",
        className="chip none" if not count else "chip",
        **aria(pressed="true" if current else "false"),
        **data(kind=kind.id),
        **act("ask", question=kind.question, parameters=dict(kind.parameters), at=at),
    )
