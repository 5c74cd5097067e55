"""Several nodes chosen at once: how many of which type, and what can be done with them together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import dash_mantine_components as dmc
from dash import html

from app import ids
from app.components.attributes import act
from app.components.icon import tool_icon, type_mark
from app.components.plain import Plain
from app.i18n import say
from graph.model import model
from graph.text import Language
from queries.between import edge_names
from queries.results import PictureNode

LISTED = 30


def build(nodes: Sequence[PictureNode], count: int, language: Language) -> list[Any]:
    """The inspector's children; `nodes` may be the first of `count`."""
    types = Counter(node.ref.type for node in nodes)
    marks = [
        html.Span([type_mark(t), f"{t.label.say(language)} {types[t.type]}"], className="chosen-type")
        for t in model().pictured
        if types[t.type]
    ]
    title = html.H2(say("chosen_several", language, count=count), className="card-title")
    together = [
        _button("show", "chosen_others_hide", "hide_others", language),
        _button("hide", "hide", "hide", language),
        _button("pin", "pin", "pin", language),
        _button("share", "shared_find", "shared", language),
    ]
    lines: list[Any] = [
        html.Button(node.caption, type="button", className="edge-line", **act("focus", node=node.ref.id))
        for node in nodes[:LISTED]
    ]
    if count > LISTED:
        lines.append(html.P(say("more", language, count=count - LISTED), className="more"))
    return [
        html.Div(
            [html.Div([title, html.Div(marks, className="chosen-types")], className="card-words")],
            className="card-head",
        ),
        html.Div(together, className="chosen-together"),
        *([_ways(language)] if count == 2 else []),
        html.Section(Plain(lines), className="card-section chosen-list"),
    ]


def _button(icon: str, word: str, name: str, language: Language) -> html.Button:
    return html.Button([tool_icon(icon), say(word, language)], type="button", className="quiet-button", **act(name))


def _ways(language: Language) -> html.Section:
    names = [{"value": name, "label": model().edge_label(name).say(language)} for name in edge_names()]
    by = dmc.MultiSelect(
        id=ids.WAYS_BY,
        label=say("ways_by", language),
        data=names,
        searchable=True,
        clearable=True,
        size="xs",
        hidePickedOptions=True,
        comboboxProps={"shadow": "md", "withinPortal": True},
    )
    find = _button("way", "ways_find", "ways", language)
    return html.Section([html.H3(say("ways", language)), by, find], className="card-section ways")
