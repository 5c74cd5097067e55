"""What a file would change, line by line: tabs with their counts, words to find, rows to accept or decline."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import dash_mantine_components as dmc
from dash import html

from app import ids
from app.components import counted_tab, turning, typed
from app.components.attributes import act, aria, data
from app.components.icon import tool_icon, type_mark
from app.i18n import say
from app.importing.lines import CHANGES, Line, Part, part_of, tabs
from app.importing.tray import File
from graph.model import model
from graph.text import Language
from loaders.cells_shown import cells_shown
from loaders.declining import RowPlace

COLUMNS = {
    "changes": (
        *("column_accept", "column_row", "column_whom", "column_change"),
        *("column_what", "column_values", "column_since"),
    ),
    "rejected": ("column_row", "column_heading", "column_value", "column_reason"),
    "waiting": ("column_row", "column_type", "column_called", "column_perhaps"),
    "noted": ("column_row", "column_heading", "column_value", "column_note"),
}

TABS = {
    "changes": "rows_changes",
    "new": "change_new",
    "changed": "change_changed",
    "closed": "change_closed",
    "removed": "change_removed",
    "rejected": "rows_rejected",
    "waiting": "rows_waiting",
    "noted": "rows_noted",
}
CHANGED = {kind: TABS[kind] for kind in CHANGES}


def build(file: File, language: Language) -> html.Section:
    """The tabs, and the part of the lines that is looked at."""
    part = part_of(file, language)
    form = "changes" if file.view.tab in ("changes", *CHANGES) else file.view.tab
    return html.Section(
        [
            html.Div([_tabs(file, language), _search(file, language)], className="rows-head"),
            _table(file, form, part, language) if part.lines else _none(file, language),
            _parts(file, part, language),
        ],
        className="rows",
    )


def _tabs(file: File, language: Language) -> html.Div:
    counts = {name: number for name, number in tabs(file).items() if number or name in ("changes", file.view.tab)}
    return html.Div(
        [
            counted_tab.build(
                name, say(TABS[name], language), number, name == file.view.tab, act("rows", file=file.id, view=name)
            )
            for name, number in counts.items()
        ],
        className="rows-tabs",
        role="tablist",
    )


def _search(file: File, language: Language) -> dmc.TextInput:
    words = say("find_rows", language)
    return typed.sought(ids.words(file.id), label=words, hint=words, value=file.view.words, size="xs", className="find")


def _table(file: File, form: str, part: Part, language: Language) -> html.Div:
    names = COLUMNS[form] if form != "changes" or file.stage == "ready" else COLUMNS[form][1:]
    heads = [html.Th(say(name, language), scope="col", className=name) for name in names]
    rows: list[Any] = []
    shown = False
    for line in part.lines:
        rows.append(_line(file, form, line, language))
        if file.view.opened in line.places and not shown:
            rows.append(_cells(file, len(names), language))
            shown = True
    return html.Div(
        html.Table([html.Thead(html.Tr(heads)), html.Tbody(rows)], className=f"lines {form}"), className="lines-room"
    )


def _line(file: File, form: str, line: Line, language: Language) -> html.Tr:
    row = html.Td(_places(file, line, language), className="column_row")
    if form == "changes":
        declined = bool(line.places) and file.declined.issuperset(line.places)
        cells = [row, *_change(line, language)]
        if file.stage == "ready":
            cells.insert(0, html.Td(_accept(file, line, declined, language), className="column_accept"))
        return html.Tr(cells, className="declined" if declined else "")
    words = [line.what, line.old, line.new]
    return html.Tr([row, *(html.Td(word, className=f"word-{i}") for i, word in enumerate(words))])


def _change(line: Line, language: Language) -> list[html.Td]:
    arrow = [html.Span("→", className="arrow")] if line.old and line.new else []
    values = [html.Span(line.old, className="old"), *arrow, html.Span(line.new, className="new")]
    return [
        html.Td(html.Div([type_mark(model()[line.type]), html.Span(line.caption)], className="whom")),
        html.Td(html.Span(say(CHANGED[line.kind], language), className=f"change {line.kind}")),
        html.Td(line.what),
        html.Td(values, className="values"),
        html.Td(line.since, className="since"),
    ]


def _accept(file: File, line: Line, declined: bool, language: Language) -> Any:
    """Accepts or declines the rows of a line; nothing where it follows from no row of this file."""
    if not line.places:
        return html.Span("·", title=say("not_of_a_row", language))
    label = say("accept_row" if declined else "decline_row", language, row=_said(line.places, language))
    return html.Button(
        tool_icon("close" if declined else "check"),
        type="button",
        className="accept",
        role="checkbox",
        **aria(checked="false" if declined else "true", label=label),
        **data(tip=say("declined" if declined else "accepted", language)),
        **act("decline", file=file.id, rows=line.places, accepted=declined),
    )


def _places(file: File, line: Line, language: Language) -> Any:
    if not line.places:
        return html.Span(say("no_row", language), className="no-row", title=say("not_of_a_row", language))
    first = line.places[0]
    word = _said(line.places, language)
    if file.foreseen is None or first not in file.foreseen.cells:
        return word
    return html.Button(
        [word, tool_icon("fold")],
        type="button",
        className="place",
        **aria(expanded="true" if file.view.opened == first else "false"),
        **act("rows", file=file.id, row=first),
    )


def _said(places: Sequence[RowPlace], language: Language) -> str:
    """台账 12; more rows of one thing are counted."""
    sheet, row = places[0]
    word = f"{sheet} {row or ''}".strip()
    return word if len(places) == 1 else say("and_more", language, first=word, count=len(places) - 1)


def _cells(file: File, width: int, language: Language) -> html.Tr:
    """The row as it was read, people's names and numbers masked."""
    assert file.foreseen is not None and file.view.opened is not None
    raw = file.foreseen.cells.get(file.view.opened, {})
    told = cells_shown(file.foreseen.load.kind, raw, file.foreseen.remembered)
    pairs = [html.Div([html.Dt(path), html.Dd(word)]) for path, word in told.items()]
    note = (
        html.P(say("cells_left_out", language, count=len(raw) - len(told)), className="note")
        if len(raw) > len(told)
        else None
    )
    return html.Tr(html.Td([html.Dl(pairs), note], colSpan=width), className="cells")


def _none(file: File, language: Language) -> html.P:
    word = "no_rows_found" if file.view.words else "no_changes" if file.view.tab == "changes" else "no_rows"
    return html.P(say(word, language), className="no-lines")


def _parts(file: File, part: Part, language: Language) -> html.Div | None:
    """Which of the lines these are, and the way to the others."""
    also = [say("lines_unlisted", language, count=f"{part.unlisted:,}")] if part.unlisted else []
    return turning.build(part.start, part.total, "rows", language, *also, file=file.id) if part.lines else None
