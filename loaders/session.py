"""How a load talks to the database: step by step, each step kept (a load) or all of them rolled back (a preview)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol, TypeVar

import neo4j

from graph.connection import native

T = TypeVar("T")

Statements = list[tuple[str, dict[str, Any]]]
"""What is to be written, made ready without the database: statements in their order, each with its parameters."""


class Transaction:
    """One transaction of a load; `wrote` once a statement has changed anything in it."""

    def __init__(self, transaction: neo4j.ManagedTransaction | neo4j.Transaction) -> None:
        self._transaction = transaction
        self.wrote = False

    def run(self, query: str, **parameters: Any) -> list[dict[str, Any]]:
        """The rows of a statement; dates are Python's own."""
        result = self._transaction.run(query, parameters)
        keys = result.keys()
        rows = [dict(zip(keys, map(native, record), strict=True)) for record in result]
        self.wrote |= result.consume().counters.contains_updates
        return rows

    def all(self, statements: Statements) -> None:
        """Run statements that were made ready."""
        for query, parameters in statements:
            self.run(query, **parameters)


def each(statements: Mapping[str, list[Any]], parameter: str) -> Statements:
    """Every statement with its list as `parameter`."""
    return [(query, {parameter: values}) for query, values in statements.items()]


class Steps(Protocol):
    """Runs each piece of work as one step."""

    def __call__(self, work: Callable[[Transaction], T], /) -> T:
        """The result of the work."""
