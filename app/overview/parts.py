"""The parts of the overview: what each asks for a day. The fast ones come first."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import Any

from app.holes import GROUPS, KINDS, hole_counts
from app.kept import Kept
from app.overview import changes, holes, ledgers, rates
from graph.values.dates import months_before
from queries.coverage_rates import Rate
from queries.quality import StaleLedger
from queries.typed import typed

EVERY = 100_000
"""More areas, grid cells or kinds of ledgers than there are: all are compared, the worst are shown."""
AREAS, CELLS = 8, 8
"""So many are shown."""


def _rates(kept: Kept, at: date) -> tuple[rates.Share, ...]:
    return rates.of_zone(typed(Rate, kept.answer("rates", at, {}, EVERY)), at)


def _areas(kept: Kept, at: date) -> rates.Places:
    return _places(kept, at, "area", AREAS)


def _cells(kept: Kept, at: date) -> rates.Places:
    return _places(kept, at, "cell", CELLS)


def _places(kept: Kept, at: date, by: str, most: int) -> rates.Places:
    answer = kept.answer("rates", at, {"by": by, "rate": rates.SHOWN}, EVERY)
    return rates.of_places(by, typed(Rate, answer), at, most)


def _ledgers(kept: Kept, at: date) -> ledgers.Ledgers:
    return ledgers.of_latest(typed(StaleLedger, kept.answer(ledgers.QUESTION, at, {}, EVERY)), at)


def _holes(group: str, kept: Kept, at: date) -> holes.Group:
    return holes.of_group(group, hole_counts(kept, at, [kind for kind in KINDS if kind.group == group]), at)


def _changes(kept: Kept, at: date) -> changes.Changes:
    since = months_before(at, 1)
    counts = kept.tally(changes.QUESTION, at, "what", {"since": since.isoformat()})
    return changes.of_counts(counts, since, at)


PARTS: Mapping[str, Callable[[Kept, date], Any]] = {
    "rates": _rates,
    "areas": _areas,
    "cells": _cells,
    "ledgers": _ledgers,
    "changes": _changes,
    **{group: partial(_holes, group) for group in GROUPS},
}
"""Each raises as `ask` does."""
