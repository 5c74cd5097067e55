"""How many rows of an answer have each value of one of its columns; counted by the database, however many there are."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from graph.connection import Database
from queries.ask import chosen, cypher_values
from queries.catalog import catalog
from queries.rule_book import applied


def tally(
    db: Database, id_: str, at: date, column: str, settings: Mapping[str, str | object] | None = None
) -> dict[str, int]:
    """The number of rows by the words of a choice column; what no row has is left out. Raises as `ask` does."""
    question = catalog()[id_]
    rules = applied(db, question.rules, at)
    values = cypher_values(at, chosen(db, question, settings or {}, at, rules), rules)
    return {row["value"]: row["rows"] for row in db.read(question.tallied(column), values)}
