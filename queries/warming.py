"""Every question planned by the database before anyone asks it: a plan takes it far longer than the answer does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from graph.connection import Database
from graph.errors import DatabaseError, DatabaseGone
from queries.ask import AHEAD, cypher_values
from queries.catalog import catalog
from queries.header import Question
from queries.of_one import Known
from queries.parameters import with_defaults
from queries.rule_book import applied


def warm(db: Database, at: date, pause: Callable[[], None] = lambda: None) -> None:
    """Have every question planned, what a node's card asks first; `pause` is called before each and may wait.

    A plan is kept by the types of the values, and by the length of words: what is asked here is asked as people do,
    of the whole zone and of an area, a firm or an officer. What takes too long is left to whoever asks it. Raises
    DatabaseGone.
    """
    for question in _most_asked_first():
        pause()
        if question.about and question.of_one:
            Known(db, question.about.type, "").plan(question.of_one, _values(db, question, at))
    for question in catalog().values():
        for values in _askings(db, question, at):
            pause()
            try:
                db.read(question.answered(), {**values, "limit": AHEAD, "shown": 1})
            except DatabaseGone:
                raise
            except DatabaseError:
                continue


def _most_asked_first() -> Iterator[Question]:
    """The questions about a node: of firms first, and of these the ones that their card tells at once."""
    about = [(question.about, question) for question in catalog().values() if question.about]
    for _, question in sorted(about, key=lambda pair: (pair[0].type != "Enterprise", not pair[0].first)):
        yield question


def _askings(db: Database, question: Question, at: date) -> Iterator[dict[str, Any]]:
    """The values of the question as it is asked at first, then with a node of each kind that it may be asked about."""
    values = _values(db, question, at)
    if not any(parameter.required for parameter in question.parameters.values()):
        yield values
    for name, parameter in question.parameters.items():
        if parameter.node:
            found = db.read(f"MATCH (n:{parameter.node}) RETURN n.key AS key LIMIT 1")
            yield from ({**values, name: row["key"]} for row in found)


def _values(db: Database, question: Question, at: date) -> dict[str, Any]:
    rules = applied(db, question.rules, at)
    defaults = {name: p.default for name, p in with_defaults(question, at, rules).parameters.items()}
    return cypher_values(at, {name: "" if value is None else value for name, value in defaults.items()}, rules)
