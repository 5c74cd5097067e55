"""The documents in the graph that back rules on a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from graph.connection import Database
from queries.rule_book import AppliedRule, Backing

_BACKING = """
UNWIND $ids AS id
MATCH (rule:Rule {key: id})<-[backs:BACKS]-(policy:Policy)
WHERE backs.since <= $at < backs.until
RETURN DISTINCT id, policy.key AS key, policy.title AS title, policy.number AS number
ORDER BY id, key
"""


def backed(db: Database, applied: Iterable[AppliedRule], at: date) -> tuple[AppliedRule, ...]:
    """The same rules, each with the documents that back it on the day."""
    rules = tuple(applied)
    found: dict[str, list[Backing]] = {}
    for row in db.read(_BACKING, {"ids": [rule.id for rule in rules], "at": at}):
        found.setdefault(row["id"], []).append(Backing(row["key"], row["title"] or row["key"], row["number"]))
    return tuple(replace(rule, policies=tuple(found.get(rule.id, ()))) for rule in rules)
