"""Whom a batch of rows names: the rows given, and with them those that must be asked again because of what they bring.

A row that calls somebody by name and code tells all others, which know the name alone, whom it means; so does a
decision. Rows that decide are settled first, by codes and exact names only, so that no decision rests on another.
Pure but for what is asked of `Base`, which knows the rows already kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Protocol

from graph.model import Model
from loaders.decisions import Decision, Decisions, decided_by, decides
from loaders.facts import Key
from loaders.identity import Identity, identify, name_of
from loaders.kinds import described_by
from loaders.ledger import LedgerRow, Mention, RowState, Statement
from loaders.likeness import Likeness


@dataclass(frozen=True)
class Header:
    """What a row has from its load. `as_of` is inclusive."""

    load: str
    kind: str
    scope: str
    as_of: date

    @property
    def where(self) -> str:
        """The ledgers it is one of, as decisions tell them apart."""
        return f"{self.kind}|{self.scope}"


@dataclass(frozen=True)
class Row:
    """A row to be settled. `new` is the row itself where it is not kept yet."""

    key: str
    header: Header
    mentions: tuple[Mention, ...]
    statements: tuple[Statement, ...]
    rejected: bool
    new: LedgerRow | None = None

    @cached_property
    def stating(self) -> frozenset[int]:
        """The positions of mentions that the row says something of: its subject, and those it describes.

        A rejected row states nothing, but nobody whom rows of its kind describe is absent from the ledger for that.
        """
        described = described_by(self.header.kind) if self.rejected else ()
        return frozenset({0, *described, *(s.of for s in self.statements)})


@dataclass(frozen=True)
class Settled:
    """A row, whom its mentions turned out to be, and whether it counts."""

    row: Row
    identities: tuple[Identity | None, ...]
    state: RowState

    def nodes(self) -> Iterable[tuple[int, Key]]:
        """Every node it names, by position; several for a mention that waits."""
        for position, told in enumerate(self.identities):
            if told is not None:
                for key in told.keys:
                    yield position, (told.type, key)

    def decisions(self) -> Iterable[Decision]:
        """What it decides, once it counts."""
        if self.state == "accepted":
            for position, node in self.nodes():
                yield from decided_by(self.row.mentions[position], node)


class Base(Protocol):
    """What is kept already, as far as settling asks for it."""

    def decisions(self, without: Set[str]) -> Decisions:
        """All that kept rows decide, but for these rows."""

    def codes_of(self, names: Set[str]) -> dict[str, set[str]]:
        """For each name, the keys of nodes that kept rows call so together with a code."""

    def names_of(self, node_type: str) -> dict[str, set[str]]:
        """Every name by which kept rows call nodes of a type together with a code, with their keys."""

    def users_of(self, names: Mapping[str, Set[str]], nodes: Set[Key]) -> dict[str, Row]:
        """The kept rows that know somebody by one of these names alone, and wait or do not yet mean just these keys;
        and all that name one of these nodes."""

    def loose(self, node_type: str) -> dict[str, set[str]]:
        """Names no code goes by exactly, of a type whose names ledgers cut short, with the keys of their rows."""

    def rows(self, keys: Set[str]) -> dict[str, Row]:
        """Kept rows by key."""


@dataclass
class _Names:
    """What is known of names, asked of the base as it is needed; what was unknown is remembered."""

    base: Base
    schema: Model
    brought: dict[str, set[str]]
    decisions: Decisions = field(default_factory=Decisions)
    guessing: bool = True
    kept: dict[str, set[str]] = field(default_factory=dict)
    unknown: set[str] = field(default_factory=set)
    all_names: dict[str, tuple[Likeness, dict[str, set[str]]]] = field(default_factory=dict)

    def codes_of(self, name: str) -> Set[str]:
        if name not in self.kept:
            self.unknown.add(name)
        return self.brought.get(name, set()) | self.kept.get(name, set()) | self.decisions.names.get(name, set())

    def like(self, name: str) -> Set[str]:
        node_type, _, word = name.partition("|")
        if not self.guessing or not self.schema[node_type].abbreviated or name in self.unknown:
            return set()
        if node_type not in self.all_names:
            names = self.base.names_of(node_type)
            for told, keys in self.brought.items():
                if told.startswith(f"{node_type}|"):
                    names[told] = names.get(told, set()) | keys
            known = {told.partition("|")[2]: keys for told, keys in names.items()}
            self.all_names[node_type] = Likeness(known), known
        likeness, known = self.all_names[node_type]
        return {key for other in likeness.of(word) for key in known[other]}

    def decided(self, name: str, where: str) -> str | None:
        return self.decisions.decided(name, where)

    def one(self, node_type: str, key: str) -> str:
        return self.decisions.one(node_type, key)

    def ask(self) -> bool:
        """Learn what was unknown; whether there was anything."""
        asked, self.unknown = self.unknown, set()
        if asked:
            self.kept |= {name: set() for name in asked} | self.base.codes_of(asked)
        return bool(asked)


def settle(rows: Iterable[Row], base: Base, schema: Model) -> dict[str, Settled]:
    """Every row of `rows`, and of those that must be asked again, settled; by key."""
    given = {row.key: row for row in rows}
    brought = _brought(given.values())
    first = {k: r for k, r in base.users_of(brought, set()).items() if k not in given}
    deciding = {k: r for k, r in (given | first).items() if decides(r.mentions)}
    names = _Names(base, schema, brought, guessing=False)
    settled = _settled(deciding, names)
    names.decisions, names.guessing = base.decisions(without=deciding.keys()), True
    told = [d for s in settled.values() for d in s.decisions()]
    for decision in told:
        names.decisions.add(decision)
    meant: dict[str, set[str]] = {}
    for decision in told:
        if decision.what != "same":
            meant.setdefault(decision.told, set()).add(decision.node[1])
    second = base.users_of(meant, {(d.node[0], d.told) for d in told if d.what == "same"})
    others = second | first | given | base.rows(_loose(brought, base, schema) - given.keys() - first.keys())
    return settled | _settled({k: r for k, r in others.items() if k not in deciding}, names)


def _brought(rows: Iterable[Row]) -> dict[str, set[str]]:
    """The names that rows tell together with codes."""
    brought: dict[str, set[str]] = {}
    for row in rows:
        if not row.rejected:
            for position, mention in enumerate(row.mentions):
                if mention.code:
                    brought.setdefault(name_of(row.mentions, position), set()).add(mention.code)
    return brought


def _loose(brought: dict[str, set[str]], base: Base, schema: Model) -> set[str]:
    """Rows whose names may be short for, or variants of, names that are brought now."""
    rows: set[str] = set()
    for node_type in schema:
        if node_type.abbreviated:
            new = [n.partition("|")[2] for n in brought if n.startswith(f"{node_type.type}|")]
            loose = base.loose(node_type.type) if new else {}
            known = Likeness(new)
            for name, keys in loose.items():
                if known.of(name.partition("|")[2]):
                    rows |= keys
    return rows


def _settled(rows: dict[str, Row], names: _Names) -> dict[str, Settled]:
    """Whom the rows name. Names are asked for as they are needed: what lies within another waits for its key."""
    found: dict[str, Settled] = {}
    left = rows
    while left:
        names.unknown = set()
        again = {}
        for key, row in left.items():
            before = len(names.unknown)
            identities = identify(row.mentions, names, row.header.where)
            if len(names.unknown) > before or any(i and i.called in names.unknown for i in identities):
                again[key] = row
            waits = any(i is not None and i.waits for i in identities)
            state: RowState = "rejected" if row.rejected else "waiting" if waits else "accepted"
            found[key] = Settled(row, identities, state)
        left = again if names.ask() else {}
    return found
