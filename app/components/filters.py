"""Filters: the panel that sets them, and the line that says in words what they did."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import dash_mantine_components as dmc
from dash import html

from app import ids
from app.components.attributes import act, aria, data
from app.components.icon import tool_icon
from app.components.typed import WHEN_LEFT
from app.converters.filters import Told
from app.i18n import say
from graph.text import Language

METRES = 500


def panel(language: Language) -> dmc.Popover:
    """The button of the toolbar, and what it unfolds."""
    trigger = html.Button(
        [tool_icon("filter"), say("filters", language)], type="button", className="quiet-button", id=ids.FILTERS
    )
    metres = dmc.NumberInput(
        id=ids.FILTER_METRES,
        label=say("filter_metres", language),
        value=METRES,
        min=1,
        step=100,
        size="xs",
        allowDecimal=False,
        clampBehavior="strict",
        debounce=WHEN_LEFT,
        className="filter-value",
    )
    words = dmc.TextInput(
        id=ids.FILTER_WORDS,
        label=say("filter_words", language),
        debounce=WHEN_LEFT,
        size="xs",
        className="filter-value",
    )
    lines = [
        _line(metres, "within", ids.FILTER_METRES, language),
        _line(words, "named", ids.FILTER_WORDS, language),
        *(
            html.Button(words, type="button", className="menu-item", **act("filter", kind=kind))
            for kind, words in ((kind, say(f"filter_{kind}", language)) for kind in ("holes", "linked"))
        ),
    ]
    return dmc.Popover(
        [dmc.PopoverTarget(trigger), dmc.PopoverDropdown(lines, className="filter-panel")],
        position="bottom-end",
        shadow="md",
        transitionProps={"duration": 0},
        width=280,
        trapFocus=True,
        returnFocus=True,
    )


def _line(control: Any, kind: str, control_id: str, language: Language) -> html.Div:
    words, action = say("filter_apply", language), act("filter_by", kind=kind, of=control_id)
    apply = html.Button(words, type="button", className="small-button", **action)
    return html.Div([control, apply], className="filter-line")


def at_work(filters: Sequence[Told], language: Language) -> list[Any]:
    """One chip for each filter at work, to be clicked away; nothing when none is."""
    return [
        html.Button(
            [
                html.Span(say("filter_hid", language, words=one.words.say(language), count=one.hidden)),
                tool_icon("close"),
            ],
            type="button",
            className="filter-chip",
            **aria(label=say("filter_off", language, words=one.words.say(language))),
            **data(filter=one.kind),
            **act("unfilter", kind=one.kind),
        )
        for one in filters
    ]
