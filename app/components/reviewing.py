"""The review page: its three parts with their counts, what was decided just now, and room for the rest."""

from __future__ import annotations

from typing import Any

from dash import html

from app import ids
from app.components import counted_tab
from app.components.attributes import act
from app.components.icon import tool_icon
from app.components.importing_rows import CHANGED
from app.converters.changes import change_words
from app.i18n import say
from app.reviewing.state import Decided, Reviewing
from graph.model import model
from graph.text import Language

PART_WORDS = {"names": "part_names", "rejected": "part_rejected", "conflicts": "part_conflicts"}


def room() -> list[Any]:
    """The page with nothing in it yet."""
    return [
        html.Div(id=ids.PARTS, className="parts"),
        html.Div(id=ids.NOTICE, className="notice"),
        html.Div(id=ids.PROGRESS, className="standing-now"),
        html.Div(id=ids.DONE, className="decided"),
        html.Div(id=ids.BODY, className="review-body"),
    ]


def parts(state: Reviewing, language: Language) -> list[Any]:
    """The tabs; of one load alone where the page was opened so."""
    found = state.found
    counts = {"names": 0, "rejected": 0, "conflicts": 0}
    if found is not None:
        counts = {"names": len(found.names), "rejected": len(found.rejected), "conflicts": len(found.conflicts)}
    tabs = [
        counted_tab.build(name, say(PART_WORDS[name], language), number, name == state.part, act("part", part=name))
        for name, number in counts.items()
    ]
    alone = (
        html.Span(
            [
                say("of_load", language, id=state.load),
                html.Button(say("all_loads", language), type="button", className="quiet-button", **act("all_loads")),
            ],
            className="of-load",
        )
        if state.load
        else None
    )
    return [html.Div(tabs, className="rows-tabs", role="tablist"), alone]


def decided(state: Reviewing, language: Language) -> list[Any]:
    """What was decided just now, each with what it changed and the way back; the newest unfolded."""
    return [_decided(one, number == 0, language) for number, one in enumerate(state.decided)]


def _decided(one: Decided, newest: bool, language: Language) -> html.Details:
    counts = [f"{say(CHANGED[kind], language)} {number:,}" for kind, number in one.counts.items() if number]
    told = [say("rows_settled", language, count=one.rows)] if one.rows else []
    told.append("、".join(counts) if counts else say("done_no_change", language))
    undo = html.Button(
        [tool_icon("undo"), say("take_back", language)],
        type="button",
        className="quiet-button",
        **act("take_back", decided=one.id),
    )
    lines = []
    for change in one.changes:
        words = change_words(change, one.captions, language)
        values = [word for word in (words.old, words.new) if word]
        lines.append(
            html.Li(
                [
                    html.Span(say(CHANGED[change.kind], language), className=f"change {change.kind}"),
                    html.Span(f"{model()[words.type].label.say(language)} {words.caption}"),
                    html.Span(words.what, className="note"),
                    html.Span(" → ".join(values)),
                ]
            )
        )
    summary = html.Summary(
        [
            tool_icon("check"),
            html.Span(one.title.say(language), className="decided-title"),
            html.Span("；".join(told), className="note"),
        ]
    )
    return html.Details(
        [summary, html.Ul(lines, className="decided-lines"), undo], className="decided-one", open=newest
    )
