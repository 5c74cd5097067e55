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
    """One figure of the account, as published or as closing a month keeps it."""

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


@dataclass(frozen=True)
class PublishedHistory:
    """A published figure of `day` beside what is counted now; and one ledger (`file`) loaded after publication.

    `state`: they agree, later ledgers changed the graph, or it was a slip when reported.
    """

    day: date
    figure: str
    published: str
    reported: int
    published_on: date | None
    counted: int
    difference: int
    state: Literal["agrees", "changed", "slip"]
    file: str | None
    kind: str | None
    as_of: date | None
    loaded_on: date | None


def zone_figures(db: Database, at: date) -> dict[str, int]:
    """The six figures at a date by id, in the order of the account. Raises as `ask` does."""
    return {row.figure: row.value for row in typed(Figure, ask(db, "zone-figures", at))}


def figures_reconciled(
    db: Database, at: date, settings: Mapping[str, str | object] | None = None, limit: int = 1000
) -> tuple[ReconciledFigure, ...]:
    """What was reported up to a date, latest first. Raises as `ask` does."""
    return typed(ReconciledFigure, ask(db, "figures-reconciled", at, settings, limit))


def month_figures(db: Database, at: date) -> tuple[Figure, ...]:
    """The ten figures of the account at a date, in its order. Raises as `ask` does."""
    return typed(Figure, ask(db, "month-figures", at))


def published_history(
    db: Database, at: date, which: Literal["all", "differs"] = "all", limit: int = 1000
) -> tuple[PublishedHistory, ...]:
    """Figures published up to a date, latest month first, with what changed them since. Raises as `ask` does."""
    return typed(PublishedHistory, ask(db, "published-history", at, {"list": which}, limit))
