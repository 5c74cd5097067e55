"""Expanding a node: its neighbours counted by edge type before any is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import dash_mantine_components as dmc
from dash import html

from app import ids
from app.components.attributes import act, aria, data
from app.components.icon import tool_icon, type_mark
from app.components.plain import Plain
from app.components.typed import WHEN_LEFT
from app.converters.edges import edge_name
from app.i18n import say
from graph.model import model
from graph.text import Language
from queries.inside import PLACES
from queries.neighbours import AT_ONCE, Count
from queries.results import Ref


def build(node_id: str, counts: Sequence[Count], brought: int, language: Language) -> html.Section:
    """One button per edge type, direction and neighbour type; `brought`: so many can be collapsed again."""
    shown = [count for count in counts if not model()[count.other].bookkeeping]
    lines: list[Any] = [_line(node_id, count, language) for count in shown]
    if not lines:
        lines = [html.P(say("expand_none", language), className="note")]
    limit = dmc.NumberInput(
        id=ids.LIMIT,
        value=AT_ONCE,
        min=1,
        max=500,
        step=10,
        clampBehavior="strict",
        debounce=WHEN_LEFT,
        size="xs",
        w=76,
        **aria(label=say("expand_limit", language)),
    )
    heading = html.Div(
        [html.H3(say("expand", language)), html.Label([say("expand_limit", language), limit], className="limit")],
        className="section-head",
    )
    if any(count.other == "Enterprise" and count.number > AT_ONCE for count in shown):
        lines.append(html.P(say("expand_first", language), className="note"))
    place = Ref.parse(node_id).type in PLACES
    if place and not brought:
        opens: list[Any] = [tool_icon("plus"), say("inside", language)]
        lines.insert(0, html.Button(opens, type="button", className="quiet-button", **act("inside", node=node_id)))
    if brought:
        words = say("collapse", language, count=brought)
        lines.append(
            html.Button(
                [tool_icon("minus"), words],
                type="button",
                id="collapse",
                className="quiet-button",
                **act("collapse", node=node_id),
            )
        )
    return html.Section([heading, Plain(lines)], className="card-section expand")


def _line(node_id: str, count: Count, language: Language) -> html.Button:
    other, node_type = model()[count.other], Ref.parse(node_id).type
    edge = edge_name(node_type, count.edge, count.direction, count.other).say(language)
    told = say("expand_row", language, edge=edge, type=other.label.say(language), count=count.number)
    return html.Button(
        [
            type_mark(other),
            html.Span(edge, className="edge-name"),
            html.Span(other.label.say(language), className="expand-type"),
            html.Span(f"{count.number:,}", className="expand-count"),
            tool_icon("plus"),
        ],
        type="button",
        className="expand-line",
        **aria(label=told),
        **data(edge=count.edge, other=count.other),
        **act("expand", node=node_id, edge=count.edge, direction=count.direction, other=count.other),
    )
