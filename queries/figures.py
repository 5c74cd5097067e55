"""The zone's figures as one mapping, and those once reported beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from graph.connection import Database
from queries.ask import ask
from queries.typed import typed


@dataclass(frozen=True)
class Figure:
    """One figure of the published account."""

    figure: str
    value: int


@dataclass(frozen=True)
class ReconciledFigure:
    """A figure as reported for `day`, beside what the graph says of that day; `difference` is reported less counted.

    Party statistics are summed over the offices named in `reported_by`; `published` are the keys of what was summed.
    """

    day: date
    figure: str
    source: Literal["account", "statistics"]
    reported_by: str | None
    reported: int
    counted: int
    difference: int
    state: Literal["agrees", "differs"]
    published: tuple[str, ...]


def zone_figures(db: Database, at: date) -> dict[str, int]:
    """The six figures at a date by id, in the order of the account. Raises as `ask` does."""
    return {row.figure: row.value for row in typed(Figure, ask(db, "zone-figures", at))}


def figures_reconciled(
    db: Database, at: date, settings: Mapping[str, str | object] | None = None, limit: int = 1000
) -> tuple[ReconciledFigure, ...]:
    """What was reported up to a date, latest first. Raises as `ask` does."""
    return typed(ReconciledFigure, ask(db, "figures-reconciled", at, settings, limit))
