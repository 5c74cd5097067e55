"""The form on a node by which one fact is said by hand, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import dash_mantine_components as dmc
from dash import html

from app import ids
from app.by_hand.sayable import Sayable, sayable
from app.components import node_search
from app.components.attributes import act, aria, data
from app.components.icon import tool_icon
from app.components.node_search import WITHIN
from app.components.typed import WHEN_LEFT
from app.i18n import say
from graph.text import Language


def build(node_id: str, node_type: str, at: date, said: Mapping[str, Any] | None, language: Language) -> html.Section:
    """The button that unfolds the form; what was said just now stands above it."""
    found = sayable(node_type)
    fields = [{"value": one.id, "label": one.label.say(language)} for one in found.values() if one.declared]
    edges = [{"value": one.id, "label": one.label.say(language)} for one in found.values() if not one.declared]
    groups = [
        {"group": say(name, language), "items": items}
        for name, items in (("by_hand_fields", fields), ("edges", edges))
        if items
    ]
    return html.Section(
        [
            _told(said, language) if said else None,
            html.Details(
                [
                    html.Summary([tool_icon("edit"), say("by_hand", language)], className="quiet-button"),
                    html.Div(
                        [
                            dmc.Select(
                                id=ids.BY_HAND_WHAT,
                                label=say("by_hand_which", language),
                                data=groups,
                                searchable=True,
                                size="xs",
                                placeholder=say("by_hand_choose", language),
                                nothingFoundMessage=say("search_nothing", language),
                                comboboxProps=WITHIN,
                            ),
                            html.Div(id=ids.BY_HAND_VALUE, className="by-hand-value"),
                            dmc.DateInput(
                                id=ids.BY_HAND_DATE,
                                label=say("as_of", language),
                                value=at.isoformat(),
                                valueFormat="YYYY-MM-DD",
                                debounce=WHEN_LEFT,
                                size="xs",
                                popoverProps=WITHIN,
                            ),
                            html.Div(id=ids.BY_HAND_WRONG, className="by-hand-wrong", role="alert"),
                            dmc.Button(say("by_hand_say", language), id=ids.BY_HAND_SAY, size="xs"),
                            html.P(say("by_hand_tells", language), className="note"),
                        ],
                        className="by-hand-form",
                    ),
                ],
                className="by-hand",
            ),
        ],
        className="card-section by-hand-section",
        **data(node=node_id),
    )


def controls(one: Sayable, language: Language) -> list[Any]:
    """How the chosen field or edge is filled in."""
    none = dmc.Checkbox(id=ids.by_hand("none"), label=say("by_hand_none", language), size="xs", checked=False)
    if one.declared is None:
        return [
            node_search.build(ids.by_hand_other(one.other), language, label=one.label.say(language), clearable=True),
            html.Div(
                [_date("since", "by_hand_since", language), _date("until", "by_hand_until", language)], className="row"
            ),
            None if one.by_other else none,  # that there is none can be said of the end alone whose rows state it
        ]
    return [_value(one, language), none]


def _value(one: Sayable, language: Language) -> Any:
    assert one.declared is not None, "a field is declared"
    common = {"id": ids.by_hand("value"), "label": say("by_hand_value", language), "size": "xs"}
    if one.declared.type == "choice":
        choices = [{"value": stored, "label": label.say(language)} for stored, label in one.declared.values.items()]
        return dmc.Select(**common, data=choices, comboboxProps=WITHIN)
    if one.declared.type == "bool":
        choices = [{"value": word, "label": say(name, language)} for word, name in (("是", "yes"), ("否", "no"))]
        return dmc.Select(**common, data=choices, comboboxProps=WITHIN)
    if one.declared.type == "date":
        return dmc.DateInput(**common, valueFormat="YYYY-MM-DD", debounce=WHEN_LEFT, popoverProps=WITHIN)
    return dmc.TextInput(**common, value="", debounce=WHEN_LEFT)


def _date(part: str, label: str, language: Language) -> dmc.DateInput:
    return dmc.DateInput(
        id=ids.by_hand(part),
        label=say(label, language),
        valueFormat="YYYY-MM-DD",
        debounce=WHEN_LEFT,
        size="xs",
        clearable=True,
        popoverProps=WITHIN,
    )


def wrong(what: str, next_step: str, language: Language) -> list[Any]:
    """What cannot be said so, and what to do."""
    return [tool_icon("warning"), html.Span([what, "。" if language == "zh" else ". ", next_step])]


def _told(said: Mapping[str, Any], language: Language) -> html.Div:
    lines = [html.Li(line) for line in said["lines"]]
    undo = (
        html.Button(
            [tool_icon("undo"), say("unload", language)],
            id=ids.by_hand_undo(said["load"]),
            type="button",
            className="quiet-button",
        )
        if said.get("load")
        else None
    )
    again = html.Button(say("ask_again", language), type="button", className="quiet-button", **act("rerun"))
    return html.Div(
        [
            html.P([tool_icon("check"), said["title"]], className="by-hand-title"),
            html.Ul(lines),
            html.Div([undo, again], className="row"),
        ],
        className="by-hand-done",
        role="status",
        **aria(live="polite"),
    )
