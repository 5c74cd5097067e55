"""The legend on the canvas: what each mark means, how many there are, and a click to hide or show them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from dash import html

from app.components.attributes import act, aria, data
from app.components.icon import type_mark
from app.components.plain import Plain
from app.converters.legend import Entry, Note
from app.i18n import say
from app.scene.state import MARKS
from app.theme.looks import LookRule
from graph.text import Language
from queries.comparing import CHANGES, Change

WORDS: Mapping[Note, str] = {"share": "share_note", "missing": "missing_node", "ghost": "ghost_edge"}


def build(
    entries: Sequence[Entry],
    grades: Iterable[tuple[LookRule, int]],
    turned: Mapping[Change, int],
    notes: Iterable[Note],
    language: Language,
) -> Plain:
    """The legend's lines; nothing when nothing is drawn."""
    lines: list[Any] = [_line(entry, language) for entry in entries]
    lines += [_grade(rule, count, language) for rule, count in grades]
    lines += [
        _note(f"{change}-sample", f"{MARKS.get(change, '')}{CHANGES[change].say(language)} {n:,}")
        for change, n in turned.items()
    ]
    lines += [_note(f"{note}-sample", say(WORDS[note], language)) for note in notes]
    return Plain(lines)


def _line(entry: Entry, language: Language) -> html.Button:
    label = entry.node_type.label.say(language)
    return html.Button(
        [
            type_mark(entry.node_type),
            html.Span(label, className="legend-name"),
            html.Span(f"{entry.count:,}", className="legend-count"),
        ],
        type="button",
        className="legend-line",
        **aria(
            pressed="true" if entry.shown else "false",
            label=say("legend_toggle", language, name=f"{label} {entry.count}"),
        ),
        **data(type=entry.node_type.type),
        **act("toggle_type", type=entry.node_type.type),
    )


def _grade(rule: LookRule, count: int, language: Language) -> html.Button:
    """What a colour means, how many have it, and a click to choose them."""
    label = f"{rule.mark}{rule.label.say(language)}"
    return html.Button(
        [
            html.Span(className="grade-sample", style={"backgroundColor": f"var(--{rule.colour})"}),
            html.Span(label, className="legend-name"),
            html.Span(f"{count:,}", className="legend-count"),
        ],
        type="button",
        className="legend-line",
        **aria(label=say("legend_choose", language, name=f"{label} {count}")),
        **data(grade=rule.id),
        **act("choose_grade", grade=rule.id),
    )


def _note(sample: str, words: str) -> html.Div:
    return html.Div([html.Span(className=sample), html.Span(words, className="legend-name")], className="legend-note")
