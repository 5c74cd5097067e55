"""Why: which questions list a node at a date, and by which rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph.connection import Database
from graph.text import Text
from queries.ask import chosen, cypher_values, presented
from queries.catalog import catalog
from queries.header import matches
from queries.results import Ref


@dataclass(frozen=True)
class Verdict:
    """What one question says of a node: its `row` there (None: not listed), and whether that `holds_hole`, a fault.

    `rules` are the ids of the rules the question applied, whether or not it lists the node.
    """

    question: str
    title: Text
    holds_hole: bool
    rules: tuple[str, ...]
    row: Mapping[str, Any] | None


def verdicts(db: Database, ref: Ref, at: date) -> tuple[Verdict, ...]:
    """What each question about nodes of this type says of the node at the date, its parameters at their defaults."""
    found = []
    for question in catalog().values():
        if question.about is None or question.about.type != ref.type:
            continue
        values = cypher_values(question, at, chosen(db, question, {}, at))
        rows = [presented(question, row) for row in db.read(question.of_one(), {**values, "key": ref.key})]
        hole = any(matches(row, question.hole) for row in rows)
        found.append(Verdict(question.id, question.title, hole, question.rules, rows[0] if rows else None))
    return tuple(found)
