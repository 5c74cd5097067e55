"""Counts behind the coverage rates, kept for the days that are asked about most, so that no firm need be looked at.

A roll-up is what `queries.counting` gives for one day, base and grouping. It keeps the revision of the graph that it
saw and is used only while the graph has that revision, so nobody has to tell which roll-ups a load, an undo or a
decision touches. What is missing the question counts itself: roll-ups change how fast it answers, never what.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product
from typing import Any

from neo4j import ManagedTransaction

from graph.connection import Database
from graph.revision import BEGIN, CURRENT
from graph.values.dates import months_before
from queries.ask import cypher_values
from queries.catalog import catalog
from queries.counting import counts
from queries.rule_book import applied

MONTHS = 60
"""The ends of so many months back from the latest day are kept, and no more, whatever date a ledger bears."""

_KEPT = "MATCH (r:RollUp) RETURN r.key AS key, r.reflects AS reflects"
_DROP = "MATCH (r:RollUp) WHERE r.reflects <> $revision OR NOT r.key IN $keys DELETE r"
_KEEP = "UNWIND $kept AS kept MERGE (r:RollUp {key: kept.key}) SET r = kept"


@dataclass(frozen=True)
class Wanted:
    """Roll-ups that are counted together, one for each grouping: the parameters of the count."""

    values: Mapping[str, Any]

    @property
    def keys(self) -> dict[str, str]:
        """The key of the roll-up of each grouping."""
        day, base, counting = (self.values[name] for name in ("at", "base", "counting"))
        return {by: f"{day} {base} {by} {counting}" for by in catalog()["rates"].parameters["by"].values}


def refresh(
    db: Database,
    first: date,
    latest: date,
    pause: Callable[[], None] = lambda: None,
    seconds: float | None = None,
) -> bool:
    """Count what is missing for a zone whose ledgers speak of days from `first` to `latest`, the latest day first.

    `pause` is called before each count and may wait. False where it ended with some still missing: the graph changed
    meanwhile, or `seconds` were over. Raises DatabaseError, also where a count lasts beyond them, and SettingsError
    when the zone's own rules cannot be read.
    """
    end = None if seconds is None else time.monotonic() + seconds
    revision = revision_of(db) or _begun(db)
    wanted = list(wanted_rollups(db, first, latest))
    keys = {key for one in wanted for key in one.keys.values()}
    there = {row["key"]: row["reflects"] for row in db.read(_KEPT)}
    kept = {key for key, reflects in there.items() if reflects == revision and key in keys}
    if len(kept) < len(there):
        db.write(lambda tx: tx.run(_DROP, revision=revision, keys=list(keys)).consume())
    for one in wanted:
        if kept.issuperset(one.keys.values()):
            continue
        pause()
        left = None if end is None else end - time.monotonic()
        if (left is not None and left <= 0) or db.write(_keeping(one), timeout=left) != revision:
            return False
    return True


def revision_of(db: Database) -> str | None:
    """The revision of the graph; None where no load and no roll-up has ever marked it."""
    return next((row["id"] for row in db.read(CURRENT)), None)


def wanted_rollups(db: Database, first: date, latest: date) -> Iterator[Wanted]:
    """What the question `rates` looks up when asked about the latest day and about the end of each month before it.

    A day of the past is counted under the rules of each day that is compared with it.
    """
    question = catalog()["rates"]
    done = set()
    for asked in asked_days(first, latest):
        rules = applied(db, question.rules, asked)
        compared = (asked, months_before(asked, 1), asked.replace(month=1, day=1))
        for base, day in product(question.parameters["base"].values, compared):
            values = cypher_values(day, {"base": base, "by": "all", "rate": "all"}, rules)
            if (found := (day, base, values["counting"])) not in done:
                done.add(found)
                yield Wanted(values)


def asked_days(first: date, latest: date) -> Iterator[date]:
    """The latest day, then the last day of each month before it that does not lie before `first`, newest first."""
    yield latest
    day = latest.replace(day=1) - timedelta(days=1)
    for _ in range(MONTHS):
        if day < first:
            return
        yield day
        day = day.replace(day=1) - timedelta(days=1)


def _begun(db: Database) -> str:
    db.write(lambda tx: tx.run(BEGIN).consume())
    return revision_of(db) or ""


def _keeping(one: Wanted) -> Callable[[ManagedTransaction], str | None]:
    """Counts and keeps them; gives the revision that they reflect, read before the first firm is.

    All in one transaction, so that on a cluster one server tells the revision and the counts.
    """

    def work(tx: ManagedTransaction) -> str | None:
        revision = next((row["id"] for row in tx.run(CURRENT)), None)
        lines = [dict(record) for record in tx.run(counts(), dict(one.values))]
        if revision is not None:
            tx.run(_KEEP, kept=[_kept(one, by, revision, lines) for by in one.keys]).consume()
        return revision

    return work


def _kept(one: Wanted, by: str, revision: str, counted: list[dict[str, Any]]) -> dict[str, Any]:
    """The properties of one roll-up; a list cannot hold null, so no name is an empty one."""
    lines = [line for line in counted if line["by"] == by]
    columns = {
        "rates": "rate",
        "places": "place",
        "groups": "group_key",
        "orders": "group_order",
        "numerators": "numerator",
        "denominators": "denominator",
        "unknowns": "unknown",
    }
    return {
        "key": one.keys[by],
        "day": one.values["at"],
        "reflects": revision,
        **{name: [line[column] for line in lines] for name, column in columns.items()},
        "names": [line["group_name"] or "" for line in lines],
    }
