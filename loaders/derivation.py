"""Deriving in the database: subjects marked stale are read with all their rows, derived, compared and written.

The mark is removed in the same transaction, so whatever was killed goes on from the marks that are left.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from neo4j.spatial import Point, WGS84Point

from graph.model import Model
from graph.writing import (
    bare_nodes,
    create_edges,
    create_records,
    delete_edges,
    delete_nodes,
    delete_records,
    derived_nodes,
    evidence,
    put_nodes,
    subject_facts,
)
from loaders.derive import EdgeFact, EdgeId, Evidence, Facts, FullLoad, Key, RecordFact, derive
from loaders.diff import Change, changes
from loaders.ledger import mentions_from, statements_from
from loaders.mapping import mappings
from loaders.session import Transaction

DERIVED = 500


def full_loads(tx: Transaction) -> list[FullLoad]:
    """All full loads that count; one that is being taken back does not."""
    rows = tx.run(
        "MATCH (l:Load {full: true}) WHERE l.state <> 'unloading' AND l.state <> 'reading' "
        "RETURN l.key AS id, l.kind AS kind, l.scope AS scope, l.as_of AS as_of"
    )
    return [FullLoad(**row) for row in rows]


def count_stale(tx: Transaction) -> int:
    """How many subjects are still to be derived."""
    return int(tx.run("MATCH (n:Stale) RETURN count(n) AS number")[0]["number"])


def derive_batch(tx: Transaction, schema: Model) -> tuple[int, list[Change]]:
    """Derive a batch of stale subjects. Returns how many, and what changed."""
    found = tx.run(
        "MATCH (n:Stale) WITH n LIMIT $most RETURN [l IN labels(n) WHERE l IN $types][0] AS type, n.key AS key",
        most=DERIVED,
        types=list(schema.types),
    )
    full = full_loads(tx)
    by_type: dict[str, list[str]] = {}
    for row in found:
        by_type.setdefault(row["type"], []).append(row["key"])
    changed: list[Change] = []
    written = _Writing(schema)
    for node_type, keys in by_type.items():
        old = {
            row["key"]: _current(node_type, row, schema) for row in tx.run(subject_facts(node_type, schema), keys=keys)
        }
        for row in tx.run(evidence(node_type), keys=keys):
            subject = (node_type, row["key"])
            new = derive(subject, _evidence(row["rows"]), full, row["called"] or "", schema)
            changed += changes(subject, old[row["key"]], new)
            written.add(subject, old[row["key"]], new, linked=row["linked"])
    written.flush(tx)
    return len(found), changed


def _evidence(rows: Iterable[dict[str, Any]]) -> list[Evidence]:
    kinds = mappings()
    read = []
    for row in rows:
        mentions = mentions_from(row["mentions"])
        accepted = row["state"] == "accepted"
        read.append(
            Evidence(
                row["load"],
                row["kind"],
                row["scope"],
                row["as_of"],
                kinds[row["kind"]].authority if row["kind"] in kinds else 0,
                accepted,
                statements_from(row["statements"]) if accepted else (),
                {position: (mentions[position].type, key) for position, key in row["nodes"]},
            )
        )
    return read


def _current(node_type: str, row: dict[str, Any], schema: Model) -> Facts:
    subject = (node_type, row["key"])
    edges: dict[EdgeId, EdgeFact] = {}
    for end, found in (("from", row["leaving"]), ("to", row["arriving"])):
        for edge in found:
            other = (next(label for label in edge["labels"] if label in schema.types), edge["key"])
            ends = (subject, other) if end == "from" else (other, subject)
            if _is_subject(ends, edge["name"], end, schema):
                properties = dict(edge["properties"])
                id_ = EdgeId(ends[0], edge["name"], ends[1], properties.pop("since"))
                edges[id_] = EdgeFact(id_, properties.pop("until"), properties)
    records = {}
    for kept in row["records"]:
        values = dict(kept)
        key = values.pop("key")
        records[key] = RecordFact(key, values.pop("since"), values.pop("until"), values)
    properties = {k: tuple(v) if isinstance(v, Point) else v for k, v in row["properties"].items() if k != "key"}
    return Facts(row["exists"], properties if row["exists"] else {}, edges, records)


def _is_subject(ends: tuple[Key, Key], name: str, end: str, schema: Model) -> bool:
    arrow = schema.arrow(ends[0][0], name, ends[1][0])
    return arrow is not None and arrow.subject == end


class _Writing:
    """What a batch writes, each statement once: what ends first, then nodes, then what begins."""

    def __init__(self, schema: Model) -> None:
        self.schema = schema
        self.statements: dict[tuple[int, str, str], list[Any]] = {}

    def _put(self, order: int, query: str, parameter: str, value: Any) -> None:
        self.statements.setdefault((order, query, parameter), []).append(value)

    def add(self, subject: Key, old: Facts, new: Facts, *, linked: bool) -> None:
        """Take the way from old to new facts of a subject; `linked`: some row still names it."""
        node_type, key = subject
        self._end(subject, old, new)
        if not linked:
            self._put(6, delete_nodes(node_type), "keys", key)
            return
        if not new.exists and old.exists:
            self._put(3, bare_nodes(node_type), "keys", key)
        elif new.exists and (not old.exists or dict(old.properties) != dict(new.properties)):
            kept = {"key": key, **{n: _stored(v) for n, v in new.properties.items()}}
            self._put(3, put_nodes(node_type), "nodes", {"key": key, "properties": kept})
        self._begin(subject, old, new)
        self._put(7, derived_nodes(node_type), "keys", key)

    def _end(self, subject: Key, old: Facts, new: Facts) -> None:
        for id_, edge in old.edges.items():
            if new.edges.get(id_) != edge:
                query = delete_edges(id_.source[0], id_.name, id_.target[0])
                self._put(1, query, "edges", {"source": id_.source[1], "target": id_.target[1], "since": id_.since})
        record = self.schema.record_type(subject[0])
        for name, period in old.records.items():
            if record and new.records.get(name) != period:
                self._put(2, delete_records(record.type), "keys", name)

    def _begin(self, subject: Key, old: Facts, new: Facts) -> None:
        for id_, edge in new.edges.items():
            if old.edges.get(id_) != edge:
                values = {**edge.properties, "since": id_.since, "until": edge.until}
                query = create_edges(id_.source[0], id_.name, id_.target[0])
                self._put(4, query, "edges", {"source": id_.source[1], "target": id_.target[1], "properties": values})
        record = self.schema.record_type(subject[0])
        for name, period in new.records.items():
            if record and old.records.get(name) != period:
                dates = {"since": period.since, "until": period.until}
                values = {"key": name, **dates, **period.properties}
                query = create_records(record.type, subject[0])
                self._put(5, query, "records", {"subject": subject[1], **dates, "properties": values})

    def flush(self, tx: Transaction) -> None:
        """Write it all."""
        for (_, query, parameter), values in sorted(self.statements.items(), key=lambda s: s[0]):
            tx.run(query, **{parameter: values})


def _stored(value: Any) -> Any:
    return WGS84Point(value) if isinstance(value, tuple) else value
