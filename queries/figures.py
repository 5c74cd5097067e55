"""The zone's figures as one mapping."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from graph.connection import Database
from queries.ask import ask
from queries.typed import typed


@dataclass(frozen=True)
class Figure:
    """One figure of the published account."""

    figure: str
    value: int


def zone_figures(db: Database, at: date) -> dict[str, int]:
    """The six figures at a date by id, in the order of the account. Raises as `ask` does."""
    return {row.figure: row.value for row in typed(Figure, ask(db, "zone-figures", at))}
