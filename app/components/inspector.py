"""The right side: what is known of the chosen node, why it is a hole, what stands around it, and from which ledger."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from dash import html

from app.components import by_hand, expand, firm_file, note, timeline, trace, why
from app.components.attributes import act, aria, data
from app.components.icon import tool_icon, type_mark
from app.components.plain import Plain
from app.converters.edges import edge_name
from app.converters.facts import Fact, day, facts
from app.converters.traces import Word, stating, words
from app.i18n import say
from app.scene import actions
from app.scene.state import Scene
from graph.model import model
from graph.text import Language
from loaders.entries import Traces
from queries.neighbours import Count
from queries.node import Card, CardEdge, Source
from queries.results import OPEN, PictureNode, Ref
from queries.rule_book import AppliedRule

EDGES_SHOWN = 12
SOURCES_SHOWN = 8


def empty(language: Language) -> html.Div:
    """Before anything is chosen."""
    return html.Div([tool_icon("target"), html.P(say("inspector_empty", language))], className="inspector-empty")


def missing(node: PictureNode, rules: Sequence[AppliedRule], language: Language) -> list[Any]:
    """A node that does not exist: what is missing, and by which rule."""
    return [
        _heading(node.ref.type, node.ref.id, node.caption, language),
        html.P(say("missing_tells", language), className="note"),
        why.rules_section(rules, language),
    ]


def edge(
    title: str, line: str, ghost: bool, rules: Sequence[AppliedRule], said: Sequence[Word], language: Language
) -> list[Any]:
    """An edge: between whom and from which cell; a missing one how far, and by which rule."""
    sample = html.Span(className="ghost-sample" if ghost else "edge-sample")
    tag = [html.Span(say("ghost_edge", language), className="card-type")] if ghost else []
    return [
        html.Div(
            [sample, html.Div([html.H2(title, className="card-title"), *tag], className="card-words")],
            className="card-head",
        ),
        html.P(line, className="note"),
        *([why.rules_section(rules, language)] if rules else []),
        *([_section("sources", say("sources", language), [Plain(trace.lines(said, language))])] if said else []),
    ]


def traced_edges(card: Card) -> Sequence[CardEdge]:
    """The edges that are listed, and whose cells are."""
    return card.edges[:EDGES_SHOWN]


def build(
    card: Card,
    counts: Sequence[Count],
    traces: Traces,
    scene: Scene,
    at: date,
    language: Language,
    said: Mapping[str, Any] | None = None,
) -> list[Any]:
    """All that is known of a node at the date, and its place in the scene. `said`: what was said by hand just now."""
    record_type = model().record_type(card.ref.type)
    record = facts(record_type.type, card.record, language) if record_type and card.record else []
    known = facts(card.ref.type, card.properties, language)
    return [
        _heading(card.ref.type, card.ref.id, card.caption, language),
        firm_file.way_in(card.ref, at, language),
        note.build(card.ref.id, scene.notes.get(card.ref.id, ""), language),
        by_hand.build(card.ref.id, card.ref.type, at, said, language),
        why.build(card.verdicts, card.ref, at, language),
        _section("facts", say("facts", language), [_facts(card.ref, card.ref.type, known, traces, language)]),
        _record(card, record_type.type, record, traces, at, language) if record_type and record else None,
        expand.build(card.ref.id, counts, len(actions.brought_by(scene, card.ref.id)), language),
        _section("edges", say("edges", language), _edges(card, traces, language)) if card.edges else None,
        timeline.button(card.ref.id, language),
        _section("sources", say("sources", language), _sources(card.sources, language)),
    ]


def _heading(node_type: str, node_id: str, caption: str, language: Language) -> Plain:
    declared = model()[node_type]
    heading = html.Div(
        [
            type_mark(declared),
            html.Div(
                [
                    html.H2(caption, className="card-title"),
                    html.Span(declared.label.say(language), className="card-type"),
                ],
                className="card-words",
            ),
            html.Button(
                tool_icon("target"),
                type="button",
                className="tool",
                **aria(label=say("centre_on", language)),
                **data(tip=say("centre_on", language)),
                **act("focus", node=node_id),
            ),
        ],
        className="card-head",
    )
    return Plain(heading)


def _section(name: str, title: str, children: list[Any]) -> html.Section:
    return html.Section([html.H3(title), *children], className=f"card-section {name}")


def _record(
    card: Card, record_type: str, record: Sequence[Fact], traces: Traces, at: date, language: Language
) -> html.Section:
    title = say("record", language, date=at.isoformat())
    return _section("record", title, [_facts(card.ref, record_type, record, traces, language)])


def _facts(ref: Ref, node_type: str, found: Sequence[Fact], traces: Traces, language: Language) -> html.Div:
    """Facts of a node or of its period record, under the groups of their type."""
    declared = model()[node_type]
    parts: list[Any] = []
    for group in ["", *declared.groups]:
        alike = [fact for fact in found if declared.properties[fact.name].group == group]
        if group and alike:
            parts.append(html.H4(declared.groups[group].say(language)))
        parts += (trace.fact(f, words(traces.of((ref.type, ref.key), f.name), language), language) for f in alike)
    return html.Div(Plain(parts), className="fact-list")


def _edges(card: Card, traces: Traces, language: Language) -> list[Any]:
    lines: list[Any] = [_edge(card.ref, edge, traces, language) for edge in traced_edges(card)]
    if len(card.edges) > EDGES_SHOWN:
        lines.append(html.P(say("more", language, count=len(card.edges) - EDGES_SHOWN), className="more"))
    return [Plain(lines)]


def _edge(ref: Ref, edge: CardEdge, traces: Traces, language: Language) -> html.Div:
    name = edge_name(ref.type, edge.name, edge.direction, edge.ref.type).say(language)
    line = html.Button(
        [
            html.Span(name, className="edge-name"),
            html.Span(edge.caption, className="edge-other"),
            html.Span(_period(edge.since, edge.until, language), className="edge-period"),
        ],
        type="button",
        className="edge-line",
        **act("reveal", node=edge.ref.id),
    )
    said = words(traces.of(*stating(ref, edge)), language)
    return html.Div([line, trace.fold(f"{name} {edge.caption}", said, language)], className="edge")


def _period(since: date | None, until: date | None, language: Language) -> str:
    if since is None:
        return ""
    if until is None or until >= OPEN:
        return say("since", language, since=day(since))
    return say("since_until", language, since=day(since), until=day(until))


def _sources(sources: Sequence[Source], language: Language) -> list[Any]:
    if not sources:
        return [html.P(say("sources_none", language), className="note")]
    lines: list[Any] = [
        html.Div(
            [
                html.Span(source.file, className="source-file"),
                html.Span(
                    say("source_row", language, sheet=source.sheet or "", row=source.row).lstrip(" ,"),
                    className="source-row",
                ),
                html.Span(source.as_of.isoformat(), className="source-date"),
            ],
            className="source",
        )
        for source in sources[:SOURCES_SHOWN]
    ]
    if len(sources) > SOURCES_SHOWN:
        lines.append(html.P(say("more", language, count=len(sources) - SOURCES_SHOWN), className="more"))
    return [Plain(lines)]
