"""From an answer's rows to frozen rows of one's own type, whose fields are the question's columns."""

from __future__ import annotations

from typing import Any, TypeVar

from queries.results import Answer

R = TypeVar("R")


def typed(row_type: type[R], answer: Answer) -> tuple[R, ...]:
    """Each row as a `row_type`; a list of keys becomes a tuple, so that the row stays frozen."""
    return tuple(row_type(**{name: frozen(value) for name, value in row.items()}) for row in answer.rows)


def frozen(value: Any) -> Any:
    """A value that neither changes nor refuses to be hashed: a list of keys becomes a tuple."""
    return tuple(value) if isinstance(value, list) else value
