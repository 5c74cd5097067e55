"""Ledger rows in the database: put there once, linked to whom they name, never changed by later loads.

Work is queued in the rows themselves (`state`), so that whoever comes next can go on where a killed load stopped:
new → named (its codes are linked) → accepted, waiting or rejected.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from graph.writing import ensure_nodes, link_rows
from loaders.identity import Identity, empty, identify, name_of
from loaders.ledger import LedgerRow, Load, Mention, mentions_from
from loaders.session import Transaction

INSERTED = 2000
LINKED = 1000

_LINKS_OF = """
CALL (name) {
  MATCH (r:LedgerRow)-[l:STATES {as: name}]->(n) RETURN r, l, n
  UNION ALL
  MATCH (r:LedgerRow)-[l:NAMES {as: name}]->(n) RETURN r, l, n
}
"""


def insert_rows(tx: Transaction, load: Load, rows: Sequence[LedgerRow], done: int) -> None:
    """Put a batch of rows in, and with them the mark how many of the load are in."""
    tx.run(
        "MATCH (l:Load {key: $load}) SET l.rows_in = $done WITH l UNWIND $rows AS row "
        "CREATE (r:LedgerRow) SET r = row CREATE (r)-[:IN_LOAD]->(l)",
        load=load.id,
        done=done + len(rows),
        rows=[_kept(load, row) for row in rows],
    )


def _kept(load: Load, row: LedgerRow) -> dict[str, Any]:
    return {
        "key": f"{load.id}/{row.sheet}/{row.row:07d}",
        "load": load.id,
        "kind": load.kind,
        "scope": load.scope,
        "as_of": load.as_of,
        "file": load.file,
        "sheet": row.sheet,
        "row": row.row,
        "state": "new",
        "rejected": bool(row.faults),
        "stating": sorted({0, *(s.of for s in row.statements)}),
        **row.to_json(),
    }


def link_codes(tx: Transaction) -> int:
    """Link a batch of new rows to what they name by code; rows elsewhere that used those names are asked again.

    Returns how many rows were linked.
    """
    rows = tx.run(
        "MATCH (r:LedgerRow {state: 'new'}) WITH r LIMIT $most "
        "RETURN r.key AS key, r.mentions AS mentions, r.stating AS stating, r.rejected AS rejected",
        most=LINKED,
    )
    links: list[tuple[str, str, dict[str, Any]]] = []
    for row in rows:
        mentions = mentions_from(row["mentions"])
        coded = [i for i, m in enumerate(mentions) if m.code]
        for position in coded:
            mention = mentions[position]
            told = Identity(mention.type, name_of(mentions, position), (mention.code or "",), "code")
            links += _links(row, mention, position, told)
    _write_links(tx, links)
    names = sorted({link["properties"]["as"] for _, _, link in links if link["properties"]["by"] == "code"})
    tx.run("UNWIND $keys AS key MATCH (r:LedgerRow {key: key}) SET r.state = 'named'", keys=[r["key"] for r in rows])
    ask_again(tx, names)
    return len(rows)


def ask_again(tx: Transaction, names: Iterable[str]) -> None:
    """Queue all rows that know somebody by one of these names alone: who that is may have changed."""
    tx.run(
        f"UNWIND $names AS name {_LINKS_OF} WITH r, l WHERE l.by = 'name' AND r.state <> 'new' SET r.state = 'named'",
        names=list(names),
    )


def settle_rows(tx: Transaction) -> int:
    """Decide for a batch of queued rows whom they name, link them, and mark all they touch for derivation.

    Returns how many rows were settled.
    """
    rows = tx.run(
        "MATCH (r:LedgerRow {state: 'named'}) WITH r LIMIT $most "
        "RETURN r.key AS key, r.mentions AS mentions, r.stating AS stating, r.rejected AS rejected",
        most=LINKED,
    )
    if not rows:
        return 0
    mentions = {row["key"]: mentions_from(row["mentions"]) for row in rows}
    identities = _identities(tx, mentions)
    tx.run(
        "UNWIND $keys AS key MATCH (r:LedgerRow {key: key})-[l:STATES|NAMES]->(n) SET n:Stale "
        "WITH l WHERE l.by = 'name' DELETE l",
        keys=list(mentions),
    )
    links: list[tuple[str, str, dict[str, Any]]] = []
    states: list[dict[str, str]] = []
    for row in rows:
        found = identities[row["key"]]
        waits = any(i is not None and i.waits for i in found)
        states.append(
            {"key": row["key"], "state": "rejected" if row["rejected"] else "waiting" if waits else "accepted"}
        )
        for position, told in enumerate(found):
            if told is not None and told.by == "name":
                links += _links(row, mentions[row["key"]][position], position, told)
    _write_links(tx, links)
    tx.run("UNWIND $states AS s MATCH (r:LedgerRow {key: s.key}) SET r.state = s.state", states=states)
    return len(rows)


def _identities(tx: Transaction, rows: dict[str, tuple[Mention, ...]]) -> dict[str, tuple[Identity | None, ...]]:
    """Whom the rows name. Names are looked up as they are needed: what lies within another waits for its key."""
    known: dict[str, set[str]] = {}
    while True:
        names = _Names(known)
        identities = {key: identify(mentions, names) for key, mentions in rows.items()}
        if not names.unknown:
            return identities
        known |= {name: set() for name in names.unknown}
        found = tx.run(
            f"UNWIND $names AS name {_LINKS_OF} WITH name, l, n WHERE l.by = 'code' "
            "RETURN name, collect(DISTINCT n.key) AS keys",
            names=sorted(names.unknown),
        )
        known |= {row["name"]: set(row["keys"]) for row in found}


class _Names:
    """The codes known for a name; remembers the names it was asked for and did not know."""

    def __init__(self, known: dict[str, set[str]]) -> None:
        self.known = known
        self.unknown: set[str] = set()

    def __call__(self, name: str) -> set[str]:
        if name not in self.known:
            self.unknown.add(name)
        return self.known.get(name, set())


def _links(
    row: dict[str, Any], mention: Mention, position: int, told: Identity
) -> Iterable[tuple[str, str, dict[str, Any]]]:
    if empty(mention):
        return
    for key in told.keys:
        properties = {
            "as": told.called,
            "by": "rejected" if row["rejected"] and told.by == "code" else told.by,
            "mention": position,
            "called": mention.name.partition("|")[0],
        }
        link = "STATES" if position in row["stating"] else "NAMES"
        yield link, told.type, {"row": row["key"], "key": key, "properties": properties}


def _write_links(tx: Transaction, links: list[tuple[str, str, dict[str, Any]]]) -> None:
    nodes: dict[str, dict[str, None]] = {}
    grouped: dict[str, list[Any]] = {}
    for link, node_type, values in links:
        nodes.setdefault(ensure_nodes(node_type), {})[values["key"]] = None
        grouped.setdefault(link_rows(link, node_type), []).append(values)
    tx.each({query: list(keys) for query, keys in nodes.items()}, "keys")
    tx.each(grouped, "links")


def mark_absent(tx: Transaction, load: Load) -> None:
    """Mark every subject that a full load's scope had and the load lacks, before or after it."""
    tx.run(
        "MATCH (r:LedgerRow {kind: $kind})-[:STATES]->(n) "
        "WHERE (r.scope = $scope OR r.scope STARTS WITH $scope + '/') AND r.load <> $load "
        "WITH DISTINCT n WHERE NOT EXISTS { (n)<-[:STATES]-(:LedgerRow {load: $load}) } SET n:Stale",
        kind=load.kind,
        scope=load.scope,
        load=load.id,
    )


def remove_rows(tx: Transaction, load: str) -> int:
    """Take a batch of a load's rows out again; all they touched is derived anew. Returns how many went."""
    rows = tx.run(
        "MATCH (r:LedgerRow {load: $load}) WITH r LIMIT $most "
        "OPTIONAL MATCH (r)-[l:STATES|NAMES]->(n) SET n:Stale "
        "RETURN r.key AS key, collect(CASE WHEN l.by = 'code' THEN l.as END) AS names",
        load=load,
        most=LINKED,
    )
    tx.run("UNWIND $keys AS key MATCH (r:LedgerRow {key: key}) DETACH DELETE r", keys=[r["key"] for r in rows])
    ask_again(tx, sorted({name for row in rows for name in row["names"]}))
    return len(rows)


def queue_all(tx: Transaction) -> int:
    """Take a batch of settled rows back to the start of the queue. Returns how many."""
    rows = tx.run(
        "MATCH (r:LedgerRow) WHERE r.state <> 'new' WITH r LIMIT $most SET r.state = 'new' "
        "WITH r OPTIONAL MATCH (r)-[l:STATES|NAMES]->(n) SET n:Stale DELETE l RETURN count(DISTINCT r) AS number",
        most=LINKED,
    )
    return int(rows[0]["number"])


def mark_all(tx: Transaction) -> None:
    """Mark every node for derivation, also such as no row names."""
    tx.run("MATCH (n:Entity) SET n:Stale")
