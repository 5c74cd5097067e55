"""Asking one question: parameters checked, Cypher run in a READ session with a time limit, rows as plain values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from graph.connection import Database
from graph.model import model
from graph.text import Text
from graph.values.masks import mask_private
from queries.catalog import catalog
from queries.counting import counting
from queries.finding import find_of
from queries.header import Question
from queries.parameters import parsed, refused, with_defaults
from queries.policies import backed
from queries.results import Answer
from queries.rule_book import AppliedRule, applied

AHEAD = 1_000
"""So many rows are counted with those shown: where there are more, the question is asked again for their number."""


def ask(
    db: Database, id_: str, at: date, settings: Mapping[str, str | object] | None = None, limit: int = 200
) -> Answer:
    """What the question answers at a date, with at most `limit` rows and the number of all there are.

    `settings` are parameter values by name, as words or typed; the rest take their defaults. Raises WrongQuestion for
    an unknown question or parameter or a value it cannot take, NotFound for a key that does not exist, SettingsError
    when the zone's own rules cannot be read, DatabaseError when it takes too long.
    """
    question = catalog()[id_]
    rules = applied(db, question.rules, at)
    if limit < 1:
        raise refused("limit", Text("最多几行", "rows at most"), limit, Text("至少为 1", "it must be 1 or more"))
    given = chosen(db, question, settings or {}, at, rules)
    values = cypher_values(at, given, rules)
    most = max(limit, AHEAD)
    [found] = db.read(question.answered(), {**values, "limit": most, "shown": limit})
    total = found["total"] if found["total"] < most else db.read(question.counted(), values)[0]["total"]
    shown = tuple(presented(question, row) for row in found["rows"])
    return Answer(id_, at, given, backed(db, rules, at), total, shown)


def cypher_values(at: date, given: Mapping[str, Any], rules: Iterable[AppliedRule]) -> dict[str, Any]:
    """All parameters of a question's Cypher: the chosen ones, the date, the thresholds of its rules, the clears, and
    the digest by which counts kept under these thresholds are found."""
    thresholds = {f"rule_{rule.id}": rule.value for rule in rules if rule.value is not None}
    return {**given, **thresholds, "at": at, "clears": clears(), "counting": counting(thresholds)}


def clears() -> list[dict[str, Any]]:
    """The seven clears as the schema groups them, each `{group, properties}` with the names of its properties."""
    record = model()["SurveyRecord"]
    return [
        {"group": group, "properties": [name for name, p in record.properties.items() if p.group == group]}
        for group in record.groups
    ]


def presented(question: Question, row: Mapping[str, Any]) -> dict[str, Any]:
    """A row with its columns in declared order and private values masked."""
    return {name: mask_private(row[name], column.private) for name, column in question.columns.items()}


def chosen(
    db: Database, question: Question, settings: Mapping[str, str | object], at: date, rules: Iterable[AppliedRule]
) -> dict[str, Any]:
    """The value of every parameter, defaults included, nodes by their keys. Raises as `ask` does."""
    values = parsed(with_defaults(question, at, rules), settings)
    for name, parameter in question.parameters.items():
        if parameter.type == "key" and values[name]:
            values[name] = find_of(db, str(parameter.node), values[name]).key
    return values
