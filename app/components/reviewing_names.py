"""Names that wait: each once in a list; of the chosen one its places, whom it may mean and why, and the decision."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dash import html

from app import ids
from app.components import node_search
from app.components.attributes import act, aria
from app.components.icon import tool_icon, type_mark
from app.i18n import say
from app.reviewing.deciding import where_label
from app.reviewing.state import NEW, Name, Reviewing
from graph.model import model
from graph.text import Language
from loaders.decisions import EVERYWHERE
from loaders.kinds import label_of
from loaders.review import Candidate, Waiting

LISTED = 200
PLACES = 5


def build(state: Reviewing, cells: Mapping[str, Mapping[str, str]], language: Language) -> html.Div:
    """The list and the chosen name; `cells` are those of its rows, by the rows' keys."""
    assert state.found is not None, "names are shown once they are found"
    names, chosen = state.found.names, state.name
    more = len(names) - LISTED
    return html.Div(
        [
            html.Div(
                [
                    *(_entry(name, name == chosen, language) for name in names[:LISTED]),
                    html.P(say("more", language, count=more), className="note") if more > 0 else None,
                ],
                className="names",
                role="list",
            ),
            html.Section(_name(state, chosen, cells, language), className="name-room") if chosen else None,
        ],
        className="names-and-room",
    )


def _entry(name: Name, current: bool, language: Language) -> html.Div:
    button = html.Button(
        [
            type_mark(model()[name.type]),
            html.Span(name.shown, className="name-entry"),
            html.Span(say("rows_count", language, count=len(name.places)), className="note"),
        ],
        type="button",
        className="file-card name-card",
        **aria(current="true" if current else "false"),
        **act("choose_name", chosen=name.name),
    )
    return html.Div(button, role="listitem")


def _name(state: Reviewing, name: Name, cells: Mapping[str, Mapping[str, str]], language: Language) -> list[Any]:
    label = model()[name.type].label.say(language)
    return [
        html.H2(say("who_is", language, name=name.shown, type=label)),
        html.H3(say("places", language, count=len(name.places))),
        html.Div(
            [_place(place, cells.get(place.row, {}), language) for place in name.places[:PLACES]], className="places"
        ),
        html.P(say("more", language, count=len(name.places) - PLACES), className="note")
        if len(name.places) > PLACES
        else None,
        html.H3(say("candidates", language)),
        html.Div(
            _choices(state, name, language),
            className="candidates",
            role="radiogroup",
            **aria(label=say("candidates", language)),
        ),
        html.H3(say("holds_where", language)),
        html.Div([_where(where, state, language) for where in name.wheres], className="wheres", role="radiogroup"),
        _button(state, name, language),
    ]


def _place(place: Waiting, cells: Mapping[str, str], language: Language) -> html.Div:
    at = f"{place.sheet} {place.number}".strip()
    return html.Div(
        [
            html.Div(
                [
                    html.Span(place.file, className="place-file"),
                    html.Span(at, className="place-row"),
                    html.Span(f"{label_of(place.kind).say(language)} · {place.scope}", className="note"),
                ],
                className="place-head",
            ),
            html.Dl(
                [html.Div([html.Dt(path), html.Dd(word)]) for path, word in cells.items()], className="place-cells"
            ),
        ],
        className="place-card",
    )


def _choices(state: Reviewing, name: Name, language: Language) -> list[Any]:
    known = {one.key for one in name.candidates}
    choices: list[Any] = [_candidate(one, state.picked == one.key, language) for one in name.candidates]
    if state.picked and state.picked != NEW and state.picked not in known:
        other = Candidate(state.picked, state.picked_caption, 0.0)
        choices.append(_candidate(other, True, language))
    if not name.candidates:
        choices.append(html.P(say("no_candidates", language), className="note"))
    choices.append(
        html.Div(
            [
                html.Span(say("another", language)),
                node_search.build(
                    ids.another(name.type),
                    language,
                    value=None,
                    leftSection=tool_icon("search"),
                    className="another",
                    **aria(label=say("another", language)),
                ),
            ],
            className="candidate other",
        )
    )
    choices.append(
        _radio("pick", state.picked == NEW, [html.Span(say("none_of_them", language))], "candidate", key=NEW)
    )
    return choices


def _candidate(one: Candidate, picked: bool, language: Language) -> Any:
    why = say("shares", language, what="、".join(one.why)) if one.why else say("by_name", language)
    score = (
        [
            html.Span(html.Span(style={"width": f"{one.score:.0%}"}), className="score"),
            html.Span(f"{one.score:.0%}", className="score-word"),
        ]
        if one.score
        else []
    )
    words = [html.Span(one.caption, className="candidate-name"), html.Span(one.key, className="candidate-key")]
    return _radio(
        "pick",
        picked,
        [*words, html.Span(why if one.score else "", className="note"), *score],
        "candidate",
        key=one.key,
    )


def _where(where: str, state: Reviewing, language: Language) -> Any:
    everywhere = where == EVERYWHERE
    here = where_label(where).say(language)
    told = say("holds_everywhere", language) if everywhere else say("holds_here", language, where=here)
    return _radio("where", state.holds == where, [html.Span(told)], "where", where=where)


def _radio(name: str, checked: bool, words: list[Any], kind: str, **told: str) -> html.Button:
    return html.Button(
        [html.Span(className="radio"), *words],
        type="button",
        role="radio",
        className=kind,
        **aria(checked="true" if checked else "false"),
        **act(name, **told),
    )


def _button(state: Reviewing, name: Name, language: Language) -> html.Div:
    told = ""
    if state.picked == NEW:
        told = say("decide_new", language, name=name.shown)
    elif state.picked:
        told = say("decide_means", language, name=name.shown, caption=state.picked_caption)
    button = html.Button(
        say("decide", language),
        type="button",
        className="primary",
        id="decide",
        disabled=not state.picked,
        **act("decide"),
    )
    return html.Div(
        [button, html.Span(told or say("decide_first", language), className="note")], className="row decide"
    )
