"""The peer to beat: one UNWIND statement a batch by the official driver, for a first load into an empty database.

It knows the kind, that every row is good, and that nothing is there yet: it creates where the loaders must look. Rows
travel as lists and property maps are written out in the statement, which measured faster than `SET n = row`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from neo4j import Driver, ManagedTransaction

from benchmarks import loading_rows
from benchmarks.loading_rows import Values
from graph.values.digest import Digester
from loaders.ledger import Load

T = TypeVar("T")

BATCH = 2000
"""Rows a transaction; 500 and 10,000 took longer, 5,000 the same."""
_ROW = ("key", "row", "mentions", "statements", "cells")
_FIRM = (
    "key",
    "name",
    "uscc",
    "uscc_state",
    "registered_on",
    "ownership",
    "registered_capital",
    "business_scope",
    "registered_place",
    "search_keys",
)
_NAMED = ("key", "name", "search_keys")
_MEMBER = (*_NAMED, "id_mask", "joined_on")
_LINK = ("as", "by", "mention", "called")
_PERIOD = ("since", "until")
_RECORD = ("key", "standing", *_PERIOD)


class _Part(NamedTuple):
    """A map within a row as it travels: where it begins and what stands there."""

    name: str
    keys: tuple[str, ...]

    def put(self, start: int) -> str:
        """The map as the statement writes it."""
        return "{" + ", ".join(f"`{key}`: row[{start + i}]" for i, key in enumerate(self.keys)) + "}"


class _Statement:
    """A statement whose `$$name` words stand for parts of the row, and the lists that it takes."""

    def __init__(self, template: str, parts: Sequence[_Part], single: Sequence[str] = ()) -> None:
        self._parts, self._single = parts, single
        start = 0
        for part in parts:
            template = template.replace(f"$${part.name}", part.put(start))
            start += len(part.keys)
        for i, name in enumerate(single):
            template = template.replace(f"$${name}", f"row[{start + i}]")
        self.text = template

    def row(self, values: Values) -> list[Any]:
        """A row as it travels."""
        parts = [values[part.name][key] for part in self._parts for key in part.keys]
        return [*parts, *(values[name] for name in self._single)]


_KEEP = "CREATE (r:LedgerRow $$row)-[:IN_LOAD]->(l) SET r += $common "
_REGISTRY = _Statement(
    "MATCH (l:Load {key: $load}) UNWIND $rows AS row "
    f"{_KEEP} CREATE (f:Enterprise:Entity $$firm) CREATE (r)-[:STATES $$states]->(f)",
    [_Part("row", _ROW), _Part("firm", _FIRM), _Part("states", _LINK)],
)
_MEMBERS = _Statement(
    "MATCH (l:Load {key: $load}) UNWIND $rows AS row "
    "MATCH (f:Enterprise {key: $$to_firm}) MATCH (b:Branch {key: $$to_branch}) "
    f"{_KEEP} CREATE (m:Member:Entity $$member) CREATE (r)-[:STATES $$states]->(m) "
    "CREATE (r)-[:NAMES $$names_firm]->(f) CREATE (r)-[:NAMES $$names_branch]->(b) "
    "CREATE (m)-[:WORKS_AT $$works_at]->(f) CREATE (m)-[:BELONGS_TO $$belongs_to]->(b) "
    "CREATE (:MemberRecord:Record $$record)-[:DESCRIBES $$period]->(m)",
    [
        _Part("row", _ROW),
        _Part("member", _MEMBER),
        _Part("states", _LINK),
        _Part("names_firm", _LINK),
        _Part("names_branch", _LINK),
        _Part("works_at", _PERIOD),
        _Part("belongs_to", _PERIOD),
        _Part("record", _RECORD),
        _Part("period", _PERIOD),
    ],
    ["to_firm", "to_branch"],
)
_CREATE_NAMED = "UNWIND $nodes AS node CREATE (n:{type}:Entity) SET n = node"


def load_properties(load: Load, rows: int) -> Values:
    """What the record of a finished load holds besides its key, clock and user."""
    told = {"file": load.file, "kind": load.kind, "scope": load.scope, "as_of": load.as_of, "full": load.full}
    return {**told, "state": "done", "rows_in": rows}


def batches(rows: Iterable[T], size: int = BATCH) -> Iterator[list[T]]:
    """Rows in lists of `size`."""
    left = iter(rows)
    while batch := list(islice(left, size)):
        yield batch


def load_registry(driver: Driver, database: str, path: Path, load: Load) -> None:
    """File → graph, a registry."""
    _send(driver, database, load, _REGISTRY, loading_rows.registry(path, load), {})


def load_members(driver: Driver, database: str, path: Path, load: Load, digester: Digester) -> None:
    """File → graph, a member ledger: first the firms and branches that it names, each once."""
    rows = list(loading_rows.members(path, load, digester))
    named = {
        "Enterprise": loading_rows.named((row["to_firm"], row["names_firm"]["called"]) for row in rows),
        "Branch": loading_rows.named((row["to_branch"], row["names_branch"]["called"]) for row in rows),
    }
    _send(driver, database, load, _MEMBERS, rows, named)


def _send(
    driver: Driver,
    database: str,
    load: Load,
    statement: _Statement,
    rows: Iterable[Values],
    named: Mapping[str, list[Values]],
) -> None:
    common = loading_rows.common(load)

    def begin(tx: ManagedTransaction) -> None:
        tx.run("CREATE (:Load {key: $key})", key=load.id).consume()
        for node_type, nodes in named.items():
            tx.run(_CREATE_NAMED.format(type=node_type), nodes=nodes).consume()

    def put(tx: ManagedTransaction, batch: list[list[Any]]) -> None:
        tx.run(statement.text, rows=batch, load=load.id, common=common).consume()

    def end(tx: ManagedTransaction) -> None:
        told = load_properties(load, number)
        tx.run(
            "MATCH (l:Load {key: $key}) SET l += $told, l.loaded_at = datetime(), l.loaded_by = 'peer'",
            key=load.id,
            told=told,
        ).consume()

    number = 0
    with driver.session(database=database) as session:
        session.execute_write(begin)
        for batch in batches(map(statement.row, rows)):
            session.execute_write(put, batch)
            number += len(batch)
        session.execute_write(end)
