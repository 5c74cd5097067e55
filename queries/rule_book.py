"""The rules of one zone: the project's, with the zone's own values over them, as they stand on a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Literal

from graph.connection import Database
from graph.text import Text
from queries.own_rules import Own, read_own
from queries.rules import Rule, Value, rules


@dataclass(frozen=True)
class Backing:
    """A document in the graph that backs a rule on a day: its key, title and number."""

    key: str
    title: str
    number: str | None = None


@dataclass(frozen=True)
class AppliedRule:
    """A rule as it stands on a day: the value used, and where that comes from.

    `own`: the value is the zone's, for its `reason`. `until`: an earlier value, which held until that day. `early`: the
    day lies before the rule came into force and no earlier value is known, so today's is used. `policies` are the
    documents in the graph that back it on that day.
    """

    id: str
    title: Text
    tells: Text
    value: Value | None
    unit: Text | None
    document: Text
    clause: Text
    state: Literal["verified", "zone"]
    own: bool = False
    reason: str = ""
    until: date | None = None
    early: bool = False
    effective: date | None = None
    varies: Text | None = None
    policies: tuple[Backing, ...] = ()


@dataclass(frozen=True)
class RuleBook:
    """All rules of a zone. `own` are its own values by rule, oldest first."""

    rules: Mapping[str, Rule]
    own: Mapping[str, tuple[Own, ...]] = field(default_factory=dict)

    def at(self, day: date) -> Mapping[str, AppliedRule]:
        """Every rule as it stands on a day, by id."""
        return {id_: self.one(id_, day) for id_ in self.rules}

    def one(self, id_: str, day: date) -> AppliedRule:
        """One rule as it stands on a day."""
        rule = self.rules[id_]
        earlier = next((e for e in rule.before if day < e.until), None)
        own = next((o for o in reversed(self.own.get(rule.id, ())) if o.since is None or o.since <= day), None)
        said = earlier or rule
        return AppliedRule(
            rule.id,
            rule.title,
            rule.tells,
            own.value if own else said.value,
            rule.unit,
            said.document,
            said.clause,
            rule.state,
            own=own is not None,
            reason=own.reason if own else "",
            until=earlier.until if earlier and not own else None,
            early=not own and not earlier and rule.effective is not None and day < rule.effective,
            effective=rule.effective,
            varies=rule.varies,
        )


def rule_book(db: Database) -> RuleBook:
    """The rules of the zone that this database holds. Raises SettingsError when its own values cannot be used."""
    file = db.rules_file
    if not file.is_file():
        return RuleBook(rules())
    return _book(file, file.stat().st_mtime_ns)


@lru_cache(maxsize=8)
def _book(file: Path, changed: int) -> RuleBook:
    """Read once for each time the file changed."""
    return RuleBook(rules(), read_own(file))


def applied(db: Database, ids: Iterable[str], day: date) -> tuple[AppliedRule, ...]:
    """Some rules of the zone as they stand on a day. Raises as `rule_book` does."""
    book = rule_book(db)
    return tuple(book.one(id_, day) for id_ in ids)
