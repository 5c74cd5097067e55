"""How fresh the ledgers are, as the overview tells it: a line for each kind and scope. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.overview.counted import Counted
from graph.text import Text
from loaders.kinds import label_of
from queries.quality import StaleLedger

QUESTION = "stale-ledgers"


@dataclass(frozen=True)
class Ledger:
    """The latest ledger of a kind; `scope` is None where all ledgers have the same."""

    kind: Text
    scope: str | None
    as_of: date
    days: int
    overdue: bool


@dataclass(frozen=True)
class Ledgers:
    """All of them, those out of date first and the oldest first among them; `all` leads to the answer."""

    ledgers: tuple[Ledger, ...]
    overdue: int
    all: Counted


def of_latest(latest: Iterable[StaleLedger], at: date) -> Ledgers:
    """From the latest of each kind and scope."""
    rows = tuple(latest)
    scopes = {row.scope for row in rows}
    ledgers = [
        Ledger(label_of(r.kind), r.scope if len(scopes) > 1 else None, r.as_of, r.days, r.state == "stale")
        for r in rows
    ]
    ledgers.sort(key=lambda one: (not one.overdue, -one.days, one.kind))
    overdue = sum(one.overdue for one in ledgers)
    return Ledgers(tuple(ledgers), overdue, Counted.of(len(rows), QUESTION, at, {}))
