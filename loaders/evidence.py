"""Ledger rows in the database: put there once, linked to whom they name, never changed by later loads.

A row goes in together with its links and its state (accepted, waiting, rejected). State `named` marks rows that are to
be settled again; the marks live in the rows, so that whoever comes next goes on where a killed command stopped.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from graph.model import model
from graph.writing import create_nodes, ensure_loose, ensure_nodes, link_rows, put_rows
from loaders.fact_writing import stored_node
from loaders.facts import Facts, Key
from loaders.identity import provisional
from loaders.ledger import LedgerRow, Load, mentions_from, statements_from
from loaders.session import Statements, Transaction, each
from loaders.settle import Header, Row, Settled

BATCH = 2000

PLANNED = 200
"""Rows of a batch with the same links from which on they are put in by a statement of their own."""

Link = tuple[str, str, str, dict[str, Any]]
"""A link of a row: (name, node type, key, properties)."""

ROW = (
    "r.key AS key, r.load AS load, r.kind AS kind, r.scope AS scope, r.as_of AS as_of, r.mentions AS mentions, "
    "r.statements AS statements, r.rejected AS rejected"
)


def header(load: Load) -> Header:
    """What the rows of a load have in common."""
    return Header(load.id, load.kind, load.scope, load.as_of)


def row_key(load: Load, row: LedgerRow) -> str:
    """What identifies a row: its load, sheet and number."""
    return f"{load.id}/{row.sheet}/{row.row:07d}"


def row_from(kept: Mapping[str, Any]) -> Row:
    """A kept row, from the columns of `ROW`."""
    return Row(
        kept["key"],
        Header(kept["load"], kept["kind"], kept["scope"], kept["as_of"]),
        mentions_from(kept["mentions"]),
        statements_from(kept["statements"]),
        kept["rejected"],
    )


def rows_inserted(load: Load, rows: Sequence[Settled], done: int, fresh: Mapping[Key, Facts]) -> Statements:
    """What puts a batch of new rows in with their links, and the mark how many of the load are in.

    `fresh`: nodes that are not there yet, which go in with what is known of them.
    """
    statements = _fresh_put(rows, fresh)
    loose = ((s, p, node) for s in rows for p, node in s.nodes() if node not in fresh and _loose(s, p, node))
    statements += _ensured(loose)
    common = {"load": load.id, "kind": load.kind, "scope": load.scope, "as_of": load.as_of, "file": load.file}
    shapes: dict[tuple[tuple[str, str], ...], list[tuple[dict[str, Any], list[Link]]]] = {}
    for settled in rows:
        links = _links(settled)
        shapes.setdefault(tuple(link[:2] for link in links), []).append((_kept(settled), links))
    for kept in shapes.values():
        # one statement for rows and links is fastest, but each shape has to be planned: rare ones are linked apart
        together = len(kept) >= PLANNED
        values = [
            {"kept": list(row.values()), "links": [[key, *told.values()] for *_, key, told in links if together]}
            for row, links in kept
        ]
        query = put_rows(tuple(kept[0][0]), tuple((*link[:2], tuple(link[3])) for link in kept[0][1] if together))
        statements.append((query, {"rows": values, "load": load.id, "common": common}))
        if not together:
            statements += _linked(((str(row["key"]), links) for row, links in kept), mark=False)
    return [*statements, ("MATCH (l:Load {key: $load}) SET l.rows_in = $done", {"load": load.id, "done": done})]


def relink_rows(tx: Transaction, rows: Sequence[Settled]) -> None:
    """Link kept rows anew to whom they name; all they named and name is marked to be derived."""
    keys = [s.row.key for s in rows]
    tx.run("UNWIND $keys AS key MATCH (:LedgerRow {key: key})-[l:STATES|NAMES]->(n) SET n:Stale DELETE l", keys=keys)
    tx.run("UNWIND $keys AS key MATCH (:LedgerRow {key: key})-[l:DECIDES]->() DELETE l", keys=keys)
    tx.all(_ensured((s, p, node) for s in rows for p, node in s.nodes()))
    tx.all(_linked(((settled.row.key, _links(settled)) for settled in rows), mark=True))
    states = [{"key": s.row.key, "state": s.state} for s in rows]
    tx.run("UNWIND $states AS s MATCH (r:LedgerRow {key: s.key}) SET r.state = s.state", states=states)


def _linked(rows: Iterable[tuple[str, list[Link]]], *, mark: bool) -> Statements:
    grouped: dict[str, list[Any]] = {}
    for row, links in rows:
        for link, node_type, key, properties in links:
            values = {"row": row, "key": key, "properties": properties}
            grouped.setdefault(link_rows(link, node_type, mark=mark), []).append(values)
    return each(grouped, "links")


def _fresh_put(rows: Iterable[Settled], fresh: Mapping[Key, Facts]) -> Statements:
    """Nodes that are not there yet, with what is known of them."""
    grouped: dict[str, dict[str, dict[str, Any]]] = {}
    for settled in rows:
        for position, node in settled.nodes():
            if node in fresh:
                entity = ("Entity",) if fresh[node].exists else ()
                loose = ("Loose",) if _loose(settled, position, node) else ()
                query = create_nodes((node[0], *entity, *loose))
                grouped.setdefault(query, {})[node[1]] = stored_node(node, fresh[node], model())
    return each({query: list(nodes.values()) for query, nodes in grouped.items()}, "nodes")


def _ensured(named: Iterable[tuple[Settled, int, Key]]) -> Statements:
    """The nodes that rows name at a position, bare until they are derived."""
    bare: dict[str, dict[str, None]] = {}
    for settled, position, node in named:
        query = (ensure_loose if _loose(settled, position, node) else ensure_nodes)(node[0])
        bare.setdefault(query, {})[node[1]] = None
    return each({query: list(keys) for query, keys in bare.items()}, "keys")


def _loose(settled: Settled, position: int, node: Key) -> bool:
    """Whether a node is known by a name alone, of a type whose names ledgers cut short."""
    told = settled.identities[position]
    by_name = told is not None and told.by == "name" and node[1] == provisional(told.called)
    return by_name and model()[node[0]].abbreviated


def _links(settled: Settled) -> list[Link]:
    links: list[Link] = []
    for position, told in enumerate(settled.identities):
        if told is not None:
            by = "rejected" if settled.row.rejected and told.by == "code" else told.by
            name = settled.row.mentions[position].name.partition("|")[0]
            properties = {"as": told.called, "by": by, "mention": position, "called": name}
            link = "STATES" if position in settled.row.stating else "NAMES"
            links += [(link, told.type, key, properties) for key in told.keys]
    for decision in settled.decisions():
        properties = {"what": decision.what, "told": decision.told, "where": decision.where}
        links.append(("DECIDES", *decision.node, properties))
    return links


def _kept(settled: Settled) -> dict[str, Any]:
    """What a row does not have in common with its whole load."""
    row = settled.row.new
    assert row is not None, "only new rows are put in"
    return {
        "key": settled.row.key,
        "sheet": row.sheet,
        "row": row.row,
        "state": settled.state,
        "rejected": settled.row.rejected,
        **row.to_json(),
    }


def queued(tx: Transaction) -> list[Row]:
    """A batch of rows that are to be settled again."""
    return [
        row_from(r)
        for r in tx.run(f"MATCH (r:LedgerRow {{state: 'named'}}) WITH r LIMIT $most RETURN {ROW}", most=BATCH)
    ]


def queue_all(tx: Transaction) -> int:
    """Take a batch of settled rows out of the graph and to the queue. Returns how many."""
    rows = tx.run(
        "MATCH (r:LedgerRow) WHERE r.state <> 'named' WITH r LIMIT $most SET r.state = 'named' "
        "WITH r OPTIONAL MATCH (r)-[l:STATES|NAMES|DECIDES]->(n) SET n:Stale DELETE l "
        "RETURN count(DISTINCT r) AS number",
        most=BATCH,
    )
    return int(rows[0]["number"])


def queue_rows(tx: Transaction, keys: Sequence[str]) -> None:
    """Take rows whose mentions have changed out of the graph and to the queue, and with them the rows that know the
    same nodes by name, or through what these rows decided."""
    tx.run(
        "UNWIND $keys AS key MATCH (r:LedgerRow {key: key})-[l:STATES|NAMES|DECIDES]->(n) SET n:Stale "
        "WITH n, max(CASE WHEN type(l) = 'DECIDES' THEN 1 ELSE 0 END) AS decided "
        "MATCH (n)<-[l:STATES|NAMES]-(other:LedgerRow) WHERE l.by <> 'code' OR decided = 1 "
        "SET other.state = 'named'",
        keys=keys,
    )
    tx.run(
        "UNWIND $keys AS key MATCH (r:LedgerRow {key: key}) SET r.state = 'named' "
        "WITH r MATCH (r)-[l:STATES|NAMES|DECIDES]->() DELETE l",
        keys=keys,
    )


def queue_load(tx: Transaction, load: Load) -> None:
    """Have everything a killed load touched settled and derived again: its rows, and those that share their nodes."""
    tx.run(
        "MATCH (r:LedgerRow {load: $load})-[:STATES|NAMES]->(n) SET n:Stale, r.state = 'named' "
        "WITH DISTINCT n MATCH (n)<-[l:STATES|NAMES]-(other:LedgerRow) WHERE l.by <> 'code' SET other.state = 'named'",
        load=load.id,
    )


def remove_rows(tx: Transaction, load: str) -> int:
    """Take a batch of a load's rows out again. All they touched is derived anew; rows that know the same nodes by name,
    or through what these rows decided, are settled again. Returns how many went."""
    rows = tx.run("MATCH (r:LedgerRow {load: $load}) RETURN r.key AS key LIMIT $most", load=load, most=BATCH)
    keys = [row["key"] for row in rows]
    queue_rows(tx, keys)
    tx.run("UNWIND $keys AS key MATCH (r:LedgerRow {key: key}) DETACH DELETE r", keys=keys)
    return len(rows)


def absent_from(tx: Transaction, load: Load, stated: Iterable[Key]) -> list[Key]:
    """Every subject that a full load's scope had, before or after it, and that neither its rows nor `stated` have."""
    found = tx.run(
        "MATCH (r:LedgerRow {kind: $kind})-[:STATES]->(n) "
        "WHERE (r.scope = $scope OR r.scope STARTS WITH $scope + '/') AND r.load <> $load "
        "WITH DISTINCT n WHERE NOT EXISTS { (n)<-[:STATES]-(:LedgerRow {load: $load}) } "
        "RETURN [l IN labels(n) WHERE l IN $types][0] AS type, n.key AS key",
        kind=load.kind,
        scope=load.scope,
        load=load.id,
        types=list(model().types),
    )
    there = set(stated)
    return [key for row in found if (key := (row["type"], row["key"])) not in there]


def mark(tx: Transaction, nodes: Iterable[Key]) -> None:
    """Mark nodes to be derived."""
    by_type: dict[str, list[str]] = {}
    for node_type, key in nodes:
        by_type.setdefault(ensure_nodes(node_type) + " SET n:Stale", []).append(key)
    tx.all(each(by_type, "keys"))


def mark_all(tx: Transaction) -> None:
    """Mark every node for derivation, also such as no row names."""
    tx.run("MATCH (n:Entity) SET n:Stale")
