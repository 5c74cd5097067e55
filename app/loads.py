"""What is loaded: the days the data speak for, and whether it is the demo zone."""

from __future__ import annotations

from datetime import date

from graph.connection import Database
from loaders.demo import DEMO_SCOPE

_DATES = "MATCH (l:Load) WHERE l.as_of IS NOT NULL RETURN DISTINCT l.as_of AS as_of ORDER BY as_of DESC"
_DEMO = "MATCH (l:Load) WHERE l.scope STARTS WITH $scope RETURN count(l) > 0 AS demo"


def as_of_dates(database: Database) -> tuple[date, ...]:
    """The days for which ledgers were loaded, newest first."""
    return tuple(row["as_of"] for row in database.read(_DATES))


def newest(database: Database) -> date | None:
    """The newest day the data speak for, or None when nothing is loaded."""
    return next(iter(as_of_dates(database)), None)


def is_demo(database: Database) -> bool:
    """Whether the demo zone is loaded, which every page and export must say."""
    return bool(database.read(_DEMO, {"scope": DEMO_SCOPE})[0]["demo"])
