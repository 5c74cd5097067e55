"""The list, the nodes and the edges as tables with headings in words, for a workbook."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from math import isfinite
from typing import Any

from app.reports.export import Export
from app.reports.flat import FlatEdge, FlatNode, declared, masked, words
from graph.text import Language, Text
from graph.values.dates import PartialDate
from queries.catalog import catalog
from queries.comparing import CHANGES, Comparison
from queries.header import Column
from queries.results import OPEN, Answer
from queries.rules import rules

Table = list[list[Any]]
"""Rows of equal length, the first the headings; cells are str, int, float, date or None."""


def row_table(export: Export, answer: Answer) -> Table:
    """The rows of an answer under the labels of the question's columns; of two dates compared, what became of each."""
    columns = catalog().get(answer.question).columns
    if export.comparison is not None:
        return _compared_table(export, export.comparison, columns)
    table: Table = [[_heading(column, export.language) for column in columns.values()]]
    for row in answer.rows:
        table.append([_row_cell(row[name], column, export.language) for name, column in columns.items()])
    return table


def _compared_table(export: Export, comparison: Comparison, columns: Mapping[str, Column]) -> Table:
    """As `row_table`; what was otherwise at the earlier date stands beside what it became."""
    then = [name for name in columns if any(name in one.was for one in comparison.rows)]
    head = [_heading(column, export.language) for column in columns.values()]
    was = Text("{label}({day} 时)", "{label} (on {day})")
    head += [export.say(was.fill(label=columns[name].label, day=comparison.before.at)) for name in then]
    table: Table = [[export.say(Text("变化", "Change")), *head]]
    for one in comparison.rows:
        cells = [_row_cell(one.row[name], column, export.language) for name, column in columns.items()]
        cells += [_row_cell(one.was.get(name), columns[name], export.language) for name in then]
        table.append([export.say(CHANGES[one.change]), *cells])
    return table


def node_table(export: Export) -> Table:
    """One row a node; properties of different types under one heading where their labels are the same."""
    nodes = export.flat.nodes
    own = (Text("类型", "Type"), Text("名称", "Name"), Text("标识", "Key"), Text("尚不存在", "Missing"))
    head = [export.say(text) for text in own]
    rows = [[n.type_label, n.label, n.ref.key, _tick(n.missing, export.language)] for n in nodes]
    return _with_properties(head, rows, nodes, export.language)


def edge_table(export: Export) -> Table:
    """One row an edge, its ends by caption and key; an `until` that is open is left blank."""
    edges = export.flat.edges
    own = (
        Text("起点", "From"),
        Text("联系类型", "Edge"),
        Text("终点", "To"),
        Text("开始日期", "Since"),
        Text("结束日期(不含)", "Until (exclusive)"),
        Text("待建联系", "Missing link"),
        Text("距离(米)", "Metres"),
        Text("规则", "Rule"),
        Text("起点标识", "Key from"),
        Text("终点标识", "Key to"),
    )
    rows = [
        [
            edge.source.label,
            edge.label,
            edge.target.label,
            edge.since,
            None if edge.until == OPEN else edge.until,
            _tick(edge.ghost, export.language),
            edge.metres,
            _rule(edge.rule, export),
            edge.source.ref.id,
            edge.target.ref.id,
        ]
        for edge in edges
    ]
    return _with_properties([export.say(text) for text in own], rows, edges, export.language)


def _with_properties(head: list[str], rows: Table, things: Sequence[FlatNode | FlatEdge], language: Language) -> Table:
    found = [_labelled(thing, language) for thing in things]
    labels = list(dict.fromkeys(label for properties in found for label in properties))
    filled = [row + [properties.get(label) for label in labels] for row, properties in zip(rows, found, strict=True)]
    return [head + labels, *filled]


def _labelled(thing: FlatNode | FlatEdge, language: Language) -> dict[str, Any]:
    cells = {}
    for name, prop in declared(thing).items():
        if (value := thing.properties.get(name)) is not None:
            precision = thing.properties.get(f"{name}_precision", "day")
            # a month is not its first day, so it stands as the text it is
            known = value if precision == "day" else str(PartialDate(value, precision))
            cells[prop.label.say(language)] = _cell(known, prop.values, language)
    return cells


def _cell(value: Any, choices: Mapping[str, Text], language: Language) -> Any:
    """A value as a cell: numbers and dates as such, everything else in words."""
    number = isinstance(value, (int, float)) and not isinstance(value, bool) and isfinite(value)
    return value if value is None or number or isinstance(value, date) else words(value, choices, language)


def _row_cell(value: Any, column: Column, language: Language) -> Any:
    return _cell(masked(value, column.private), column.values, language)


def _heading(column: Column, language: Language) -> str:
    label = column.label.say(language)
    return f"{label} ({column.unit.say(language)})" if column.unit else label


def _tick(holds: bool, language: Language) -> str | None:
    return words(True, {}, language) if holds else None


def _rule(word: str | None, export: Export) -> str | None:
    rule = rules().get(word or "")
    return export.say(rule.title) if rule else word
