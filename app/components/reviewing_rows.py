"""Rows that were rejected, with place and reason; and conflicts, with both ledgers and why one of them is shown."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from dash import html

from app.components import turning
from app.components.attributes import act, aria
from app.components.icon import type_mark
from app.components.turning import AT_A_TIME, first_of
from app.converters.facts import told
from app.i18n import say
from app.reviewing.deciding import field_label
from app.reviewing.state import Reviewing
from graph.model import model
from graph.text import Language, Text
from loaders.conflicts import Conflict, Ledger
from loaders.field_authority import FieldAuthority
from loaders.kept import KeptRow
from loaders.kinds import label_of, load_name

BECAUSE = {"field": "because_field", "kind": "because_kind", "load": "because_load"}


def rejected(state: Reviewing, language: Language) -> html.Div:
    """The rejected rows, a part at a time."""
    assert state.found is not None, "rows are shown once they are found"
    rows = state.found.rejected
    start = first_of(state.start, len(rows))
    names = ("column_file", "column_row", "column_heading", "column_value", "column_reason")
    heads = [html.Th(say(name, language), scope="col") for name in names]
    lines = [line for row in rows[start : start + AT_A_TIME] for line in _rejected(row, language)]
    return html.Div(
        [
            html.P(say("rejected_tells", language), className="note review-note"),
            html.Div(
                html.Table([html.Thead(html.Tr(heads)), html.Tbody(lines)], className="lines rejected"),
                className="lines-room",
            ),
            turning.build(start, len(rows), "turn", language),
        ],
        className="review-table",
    )


def _rejected(row: KeptRow, language: Language) -> list[html.Tr]:
    place = f"{row.sheet} {row.row}".strip()
    return [
        html.Tr(
            [
                html.Td(row.file if first else ""),
                html.Td(place if first else "", className="column_row"),
                html.Td(fault.column),
                html.Td(fault.value, className="word-1"),
                html.Td(Text(fault.zh, fault.en).say(language), className="word-2"),
            ]
        )
        for first, fault in ((number == 0, fault) for number, fault in enumerate(row.faults))
    ]


def conflicts(state: Reviewing, language: Language) -> html.Div:
    """The conflicts by field, each with the kinds that may be its authority."""
    assert state.found is not None, "conflicts are shown once they are found"
    found = sorted(state.found.conflicts, key=lambda c: (c.field, -c.day.toordinal(), c.subject))
    start = first_of(state.start, len(found))
    set_ = {authority.field: authority for authority in state.found.authorities}
    shown = found[start : start + AT_A_TIME]
    groups = [_field(name, list(alike), set_.get(name), language) for name, alike in groupby(shown, lambda c: c.field)]
    return html.Div(
        [
            html.P(say("conflicts_tell", language), className="note review-note"),
            *groups,
            turning.build(start, len(found), "turn", language),
        ],
        className="review-table conflicts",
    )


def _field(name: str, found: Sequence[Conflict], now: FieldAuthority | None, language: Language) -> html.Section:
    kinds = dict.fromkeys(kind for c in found for kind in (c.shown_in.kind, c.other_in.kind))
    first = now.kinds[0] if now and now.kinds else None
    heads = [
        html.Th(say(name, language), scope="col")
        for name in ("column_whom", "as_of", "column_shown", "column_other", "column_why")
    ]
    buttons = [
        html.Button(
            say("trust", language, kind=label_of(kind).say(language)),
            type="button",
            className="quiet-button",
            disabled=kind == first,
            **aria(pressed="true" if kind == first else "false"),
            **act("trust", field=name, kind=kind),
        )
        for kind in kinds
    ]
    if now:
        buttons.append(
            html.Button(
                say("trust_default", language), type="button", className="quiet-button", **act("trust", field=name)
            )
        )
    told = _authority(now, language) if now else say("authority_default", language)
    return html.Section(
        [
            html.Div(
                [
                    html.H3(field_label(name).say(language)),
                    html.Span(told, className="note"),
                    html.Div(className="spring"),
                    *buttons,
                ],
                className="row conflict-head",
            ),
            html.Div(
                html.Table(
                    [html.Thead(html.Tr(heads)), html.Tbody([_conflict(c, language) for c in found])], className="lines"
                ),
                className="lines-room few",
            ),
        ],
        className="conflict-field",
    )


def _authority(now: FieldAuthority, language: Language) -> str:
    kinds = " › ".join(label_of(kind).say(language) for kind in now.kinds)
    return say("authority_set", language, kinds=kinds, reason=now.reason)


def _conflict(one: Conflict, language: Language) -> html.Tr:
    declared = model()[one.subject[0]]
    return html.Tr(
        [
            html.Td(html.Div([type_mark(declared), html.Span(declared.masked(one.caption))], className="whom")),
            html.Td(one.day.isoformat(), className="since"),
            html.Td(_said(one, one.shown, one.shown_in, language, "conflict-shown")),
            html.Td(_said(one, one.other, one.other_in, language, "conflict-other")),
            html.Td(say(BECAUSE[one.because], language)),
        ]
    )


def _said(one: Conflict, value: str, ledger: Ledger, language: Language, kind: str) -> html.Div:
    named = (label_of(ledger.kind).say(language), load_name(ledger.kind, ledger.file).say(language))
    where = " · ".join(dict.fromkeys(named))
    return html.Div(
        [html.Span(_value(one, value, language), className=kind), html.Span(where, className="note")], className="said"
    )


def _value(one: Conflict, value: str, language: Language) -> str:
    """A value of a conflict, which is kept as a word."""
    declared = model().slots(one.subject[0]).get(one.what)
    if value == "None":
        return say("trace_none", language)
    if declared is None:
        return value
    if declared.type == "bool":
        return say("yes" if value == "True" else "no", language)
    if declared.type in ("choice", "text"):
        return told(declared, value, language)
    return value
