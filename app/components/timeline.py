"""What became of a node, in the inspector: asked for by a button, told day by day, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from dash import html

from app import ids
from app.components.attributes import act
from app.components.icon import tool_icon
from app.components.plain import Plain
from app.converters.edges import edge_name
from app.converters.facts import told
from app.i18n import say
from graph.model import model
from graph.text import Language
from queries.results import Ref
from queries.timeline import Recorded, Tie

SHOWN = 200


def button(node_id: str, language: Language) -> html.Section:
    """The button, and where the answer stands."""
    ask = html.Button(
        [tool_icon("history"), say("timeline_show", language)],
        type="button",
        className="quiet-button",
        id=ids.timeline_button(node_id),
    )
    return html.Section([html.Div(ask, id=ids.timeline(node_id))], className="card-section timeline")


def build(node: Ref, turns: Sequence[Tie | Recorded], language: Language) -> list[Any]:
    """The days with what turned on each."""
    if not turns:
        return [html.H3(say("timeline", language)), html.P(say("timeline_none", language), className="note")]
    lines: list[Any] = []
    for day, on_it in groupby(turns[:SHOWN], key=lambda turn: turn.day):
        lines.append(html.Dt(day.isoformat()))
        lines += [html.Dd(_line(node, turn, language)) for turn in on_it]
    found: list[Any] = [html.H3(say("timeline", language)), html.Dl(lines, className="days")]
    if len(turns) > SHOWN:
        found.append(html.P(say("more", language, count=len(turns) - SHOWN), className="more"))
    return [Plain(found)]


def _line(node: Ref, turn: Tie | Recorded, language: Language) -> list[Any]:
    if isinstance(turn, Recorded):
        record = model().record_type(node.type)
        assert record is not None, "what has no record has no record that changed"
        declared = record.properties[turn.name]
        old, new = ("—" if value is None else told(declared, value, language) for value in (turn.old, turn.new))
        return [html.Span(declared.label.say(language), className="edge-name"), f" {old} → {new}"]
    name = edge_name(node.type, turn.name, turn.direction, turn.ref.type).say(language)
    other = html.Button(turn.caption, type="button", className="in-line", **act("reveal", node=turn.ref.id))
    return [
        html.Span(say(f"timeline_{turn.turn}", language), className=f"turn {turn.turn}"),
        html.Span(name, className="edge-name"),
        " ",
        other,
    ]
