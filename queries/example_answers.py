"""Example answers for the question pages: a few rows of each question on the demo zone, kept in a file.

`python -m queries.example_answers` asks the database of this environment, which must hold the demo zone, and rewrites
the file; the pages are then made from it without a database.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from graph.connection import Database
from graph.model import model
from graph.settings import read_settings
from queries.ask import ask
from queries.catalog import catalog
from queries.header import Column, Question
from queries.results import Answer

FILE = Path(__file__).parents[1] / "docs" / "questions" / "examples.json"
AT = date(2026, 10, 31)
ROWS = 3
TRIED = 20
"""Where a node must be chosen, so many are tried, in the order of their keys, until one gives rows."""

LOADED = ("published_on", "loaded_on")
"""Columns that tell when a ledger was loaded: otherwise in each database."""

_KEYS = "MATCH (n:Entity) WHERE $type IN labels(n) RETURN n.key AS key ORDER BY key LIMIT $tried"


def example_answers(db: Database) -> dict[str, Any]:
    """Parameters, total and first rows of each question on the demo zone, as they stand in JSON."""
    answers = {question.id: _asked(db, question) for question in catalog().values()}
    kept = {
        id_: {
            "parameters": dict(answer.parameters),
            "total": answer.total,
            "rows": [_row(catalog()[id_], row) for row in answer.rows],
        }
        for id_, answer in answers.items()
    }
    plain: dict[str, Any] = json.loads(json.dumps(kept, default=str))
    return plain


def _asked(db: Database, question: Question) -> Answer:
    needed = [(name, p) for name, p in question.parameters.items() if p.required]
    if not needed:
        return ask(db, question.id, AT, limit=ROWS)
    (name, parameter) = needed[0]
    keys = [row["key"] for row in db.read(_KEYS, {"type": parameter.node, "tried": TRIED})]
    answers = (ask(db, question.id, AT, {name: key}, limit=ROWS) for key in keys)
    return next((answer for answer in answers if answer.total), ask(db, question.id, AT, {name: keys[0]}, limit=ROWS))


def _row(question: Question, row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _kept(name, value, question.columns[name]) for name, value in row.items()}


def _kept(name: str, value: Any, column: Column) -> Any:
    """A value; left out where each database has its own: keys of people, made with its secret, and days of loading."""
    if value is not None and (name in LOADED or (column.node and _of_person(column.node))):
        return "…"
    return round(value, 1) if isinstance(value, float) else value


def _of_person(kind: str) -> bool:
    """Whether keys of this type are people's, or made from one's (a review of somebody)."""
    return model()[kind].person or any(
        source == kind and name == "OF" and model()[target].person for source, name, target, _ in model().arrows
    )


def read_examples() -> dict[str, Any]:
    """The kept example answers by question."""
    found: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    return found


if __name__ == "__main__":
    with Database.open(read_settings()) as database:
        FILE.parent.mkdir(exist_ok=True)
        text = json.dumps(example_answers(database), ensure_ascii=False, indent=1)
        FILE.write_text(f"{text}\n", encoding="utf-8")
