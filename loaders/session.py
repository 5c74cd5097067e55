"""How a load talks to the database: step by step, each step kept (a load) or all of them rolled back (a preview)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol, TypeVar

from neo4j import ManagedTransaction, Transaction

from graph.connection import native
from graph.text import Text

T = TypeVar("T")

Progress = Callable[[Text, int, int | None], None]
"""Told of long work: what is done, how much of it, and of how much (None: unknown)."""


def unseen(what: Text, done: int, total: int | None) -> None:
    """Progress that nobody watches."""


class Step:
    """One transaction of a load."""

    def __init__(self, transaction: ManagedTransaction | Transaction) -> None:
        self._transaction = transaction

    def run(self, query: str, **parameters: Any) -> list[dict[str, Any]]:
        """The rows of a statement; dates are Python's own."""
        result = self._transaction.run(query, parameters)
        keys = result.keys()
        return [dict(zip(keys, map(native, record), strict=True)) for record in result]

    def each(self, statements: Mapping[str, list[Any]], parameter: str) -> None:
        """Run every statement with its list as `parameter`."""
        for query, values in statements.items():
            self.run(query, **{parameter: values}).clear()


class Steps(Protocol):
    """Runs each piece of work as one step."""

    def __call__(self, work: Callable[[Step], T], /) -> T:
        """The result of the work."""
