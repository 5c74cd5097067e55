"""Asking one question: parameters checked, Cypher run in a READ session with a time limit, rows as plain values."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from graph.connection import Database
from graph.text import Text
from graph.values.masks import mask_private
from queries.catalog import catalog
from queries.finding import find_of
from queries.header import Question
from queries.parameters import parsed, refused
from queries.results import Answer
from queries.rules import rules


def ask(
    db: Database, id_: str, at: date, settings: Mapping[str, str | object] | None = None, limit: int = 200
) -> Answer:
    """What the question answers at a date, with at most `limit` rows and the number of all there are.

    `settings` are parameter values by name, as words or typed; the rest take their defaults. Raises WrongQuestion for
    an unknown question or parameter or a value it cannot take, NotFound for a key that does not exist, DatabaseError
    when it takes too long.
    """
    question = catalog()[id_]
    if limit < 1:
        raise refused("limit", limit, Text("至少为 1", "it must be 1 or more"))
    given = chosen(db, question, settings or {}, at)
    values = cypher_values(question, at, given)
    rows = db.read(question.limited(), {**values, "limit": limit})
    total = len(rows) if len(rows) < limit else db.read(question.counted(), values)[0]["total"]
    return Answer(id_, at, given, question.rules, total, tuple(presented(question, row) for row in rows))


def warm(db: Database, at: date) -> None:
    """Have the database plan every question, in the background at start and after loads, so that nobody waits."""
    for question in catalog().values():
        defaults = {name: p.default_at(at) for name, p in question.parameters.items()}
        given = {name: "" if default is None else default for name, default in defaults.items()}
        values = {**cypher_values(question, at, given), "limit": 1, "key": ""}
        db.read(question.limited(), values)
        if question.about:
            db.read(question.of_one(), values)


def cypher_values(question: Question, at: date, given: Mapping[str, Any]) -> dict[str, Any]:
    """All parameters of the question's Cypher: the chosen ones, the date and the thresholds of its rules."""
    thresholds = {f"rule_{id_}": rules()[id_].value for id_ in question.rules if rules()[id_].value is not None}
    return {**given, **thresholds, "at": at}


def presented(question: Question, row: Mapping[str, Any]) -> dict[str, Any]:
    """A row with its columns in declared order and private values masked."""
    return {name: mask_private(row[name], column.private) for name, column in question.columns.items()}


def chosen(db: Database, question: Question, settings: Mapping[str, str | object], at: date) -> dict[str, Any]:
    """The value of every parameter for a question asked at a date, defaults included, nodes by their keys.

    Raises as `ask` does.
    """
    values = parsed(question, settings)
    for name, parameter in question.parameters.items():
        if values[name] is None:
            values[name] = parameter.default_at(at)
        if parameter.type == "key" and values[name]:
            values[name] = find_of(db, str(parameter.node), values[name]).key
    return values
