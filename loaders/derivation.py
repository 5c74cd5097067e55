"""Deriving in the database: subjects are read with all rows that state them, derived, compared and written.

Rows that are only about to be put in (a preview, or a load on its way) count like kept ones: they are in `Settled`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from neo4j.spatial import Point

from graph.constraints import SEARCH_KEYS
from graph.model import Model
from graph.writing import evidence, subject_facts
from loaders.authority import Authority
from loaders.derive import Evidence, FullLoad, derive
from loaders.facts import ConflictFact, EdgeFact, EdgeId, Facts, Key, RecordFact
from loaders.ledger import Load, mentions_from, statements_from
from loaders.session import Transaction
from loaders.settle import Settled

DERIVED = 2000


@dataclass(frozen=True)
class Step:
    """What becomes of one subject: its facts as they are and as they follow.

    `linked`: some row names it. `marked`: the database has it marked to be derived. `there`: the database has it.
    """

    subject: Key
    old: Facts
    new: Facts
    linked: bool
    marked: bool
    there: bool

    @property
    def idle(self) -> bool:
        """Whether there is nothing to write."""
        return self.linked and not self.marked and self.old == self.new

    def once_there(self) -> Step:
        """What is left to do when the node has gone in with what is known of it."""
        return replace(self, old=Facts(self.new.exists, self.new.properties), there=True)


@dataclass(frozen=True)
class _Kept:
    """What the database holds of a subject: facts, the rows that state it, what rows call it, whether any names it."""

    facts: Facts
    evidence: Sequence[Evidence]
    called: tuple[str, date, str] | None
    linked: bool


_NOTHING = _Kept(Facts(), (), None, False)


class Plan:
    """What becomes of subjects. Each is derived when it is first asked for, so that others may be written meanwhile."""

    def __init__(self, kept: Mapping[Key, _Kept], derive_one: Callable[[Key, _Kept], Step]) -> None:
        self._kept, self._derive = kept, derive_one
        self._steps: dict[Key, Step] = {}

    def __getitem__(self, subject: Key) -> Step:
        if subject not in self._steps:
            self._steps[subject] = self._derive(subject, self._kept[subject])
        return self._steps[subject]

    def __len__(self) -> int:
        return len(self._kept)

    def __iter__(self) -> Iterator[Step]:
        return map(self.__getitem__, self._kept)

    def unknown(self) -> set[Key]:
        """The subjects that the database does not have."""
        return {subject for subject, kept in self._kept.items() if kept is _NOTHING}


class Deriver:
    """Derives subjects by the kept rows and by `settled` ones, which replace kept ones of the same key.

    `load`: the one whose rows are settled. `marked`: subjects that the database has marked.
    """

    def __init__(
        self,
        tx: Transaction,
        schema: Model,
        authority: Authority,
        settled: Iterable[Settled] = (),
        load: Load | None = None,
        marked: Iterable[Key] = (),
    ) -> None:
        self._tx, self._schema, self._authority = tx, schema, authority
        self._without: list[str] = []
        self._evidence: dict[Key, list[Evidence]] = {}
        self._called: dict[Key, tuple[str, date, str]] = {}
        self._named: set[Key] = set()
        self._marked = set(marked)
        self._full = full_loads(tx)
        if load is not None and load.full:
            known = FullLoad(load.id, load.kind, load.scope, load.as_of)
            self._full = [known, *(f for f in self._full if f.id != load.id)]
        for one in settled:
            self._take(one)
        self._marked |= _named_by(tx, self._without, schema)

    @property
    def touched(self) -> set[Key]:
        """Every node that the settled rows name, or named."""
        return self._named | self._marked

    def plan(self, subjects: Iterable[Key]) -> Plan:
        """What becomes of these subjects; all that the database must tell for it is read now."""
        by_type: dict[str, list[str]] = {}
        for node_type, key in subjects:
            by_type.setdefault(node_type, []).append(key)
        kept: dict[Key, _Kept] = {}
        for node_type, keys in by_type.items():
            known = self._read(node_type, keys)
            kept |= {(node_type, key): known.get(key, _NOTHING) for key in keys}
        return Plan(kept, self._step)

    def _take(self, settled: Settled) -> None:
        row = settled.row
        if row.new is None:
            self._without.append(row.key)
        accepted = settled.state == "accepted"
        nodes = dict(settled.nodes())
        told = Evidence(
            row.header.load,
            row.header.kind,
            row.header.scope,
            row.header.as_of,
            self._authority,
            accepted,
            row.statements if accepted else (),
            nodes,
        )
        for position, node in settled.nodes():
            self._named.add(node)
            if row.new is None:
                self._marked.add(node)
            if position in row.stating:
                rows = self._evidence.setdefault(node, [])
                if not rows or rows[-1] is not told:
                    rows.append(told)
            if accepted:
                name = row.mentions[position].name.partition("|")[0]
                self._called[node] = _latest(self._called.get(node), (name, row.header.as_of, row.key))

    def _step(self, subject: Key, kept: _Kept) -> Step:
        rows = [*kept.evidence, *self._evidence.get(subject, ())]
        called = _latest(kept.called, self._called.get(subject))
        word = (called[0] or subject[1]) if called else ""
        new = derive(subject, rows, self._full, word, self._schema)
        linked, marked = kept.linked or subject in self._named, subject in self._marked
        return Step(subject, kept.facts, new, linked, marked, kept is not _NOTHING)

    def _read(self, node_type: str, keys: list[str]) -> dict[str, _Kept]:
        facts = {
            r["key"]: _facts(node_type, r, self._schema)
            for r in self._tx.run(subject_facts(node_type, self._schema), keys=keys)
        }
        known = list(facts)
        rows = self._tx.run(evidence(node_type), keys=known, without=self._without) if known else []
        return {
            row["key"]: _Kept(
                facts[row["key"]],
                [self._row(r) for r in row["rows"]],
                tuple(row["called"]) if row["called"] else None,
                row["linked"],
            )
            for row in rows
        }

    def _row(self, row: Mapping[str, Any]) -> Evidence:
        mentions = mentions_from(row["mentions"])
        accepted = row["state"] == "accepted"
        return Evidence(
            row["load"],
            row["kind"],
            row["scope"],
            row["as_of"],
            self._authority,
            accepted,
            statements_from(row["statements"]) if accepted else (),
            {position: (mentions[position].type, key) for position, key in row["nodes"]},
        )


def _latest(one: tuple[str, date, str] | None, other: tuple[str, date, str] | None) -> Any:
    """Of two ways rows call a node: the later row's, one with a name before one without."""
    return max((c for c in (one, other) if c), key=lambda c: (c[0] != "", c[1], c[2]), default=None)


def full_loads(tx: Transaction) -> list[FullLoad]:
    """All full loads that count; one whose rows are still going in, or are being taken out, does not."""
    rows = tx.run(
        "MATCH (l:Load {full: true}) WHERE l.state <> 'unloading' AND l.state <> 'reading' "
        "RETURN l.key AS id, l.kind AS kind, l.scope AS scope, l.as_of AS as_of"
    )
    return [FullLoad(**row) for row in rows]


def stale(tx: Transaction, schema: Model) -> set[Key]:
    """A batch of subjects marked to be derived."""
    rows = tx.run(
        "MATCH (n:Stale) WITH n LIMIT $most RETURN [l IN labels(n) WHERE l IN $types][0] AS type, n.key AS key",
        most=DERIVED,
        types=list(schema.types),
    )
    return {(row["type"], row["key"]) for row in rows}


def _named_by(tx: Transaction, rows: list[str], schema: Model) -> set[Key]:
    """The nodes that kept rows name so far."""
    found = tx.run(
        "UNWIND $rows AS key MATCH (:LedgerRow {key: key})-[:STATES|NAMES]->(n) "
        "RETURN DISTINCT [l IN labels(n) WHERE l IN $types][0] AS type, n.key AS key",
        rows=rows,
        types=list(schema.types),
    )
    return {(row["type"], row["key"]) for row in found}


def count_stale(tx: Transaction) -> int:
    """How many subjects are still to be derived."""
    return int(tx.run("MATCH (n:Stale) RETURN count(n) AS number")[0]["number"])


def _facts(node_type: str, row: Mapping[str, Any], schema: Model) -> Facts:
    subject = (node_type, row["key"])
    edges: dict[EdgeId, EdgeFact] = {}
    for end, found in (("from", row["leaving"]), ("to", row["arriving"])):
        for edge in found:
            other = (next(label for label in edge["labels"] if label in schema.types), edge["key"])
            ends = (subject, other) if end == "from" else (other, subject)
            arrow = schema.arrow(ends[0][0], edge["name"], ends[1][0])
            if arrow is not None and arrow.subject == end:
                properties = dict(edge["properties"])
                id_ = EdgeId(ends[0], edge["name"], ends[1], properties.pop("since"))
                edges[id_] = EdgeFact(id_, properties.pop("until"), properties)
    records = {}
    for kept in row["records"]:
        values = dict(kept)
        key = values.pop("key")
        records[key] = RecordFact(key, values.pop("since"), values.pop("until"), values)
    conflicts = {c["key"]: ConflictFact(**c) for c in row["conflicts"]}
    kept = {k: v for k, v in row["properties"].items() if k not in ("key", SEARCH_KEYS)}
    properties = {k: tuple(v) if isinstance(v, Point) else v for k, v in kept.items()}
    return Facts(row["exists"], properties if row["exists"] else {}, edges, records, conflicts)
