"""Declarations → Cypher: every statement that writes the graph or reads what is written, generated from the schema.

Names of types and edges come from the schema alone and are checked; all values travel as parameters.
"""

from __future__ import annotations

import re
from functools import cache

from graph.model import Model

_NAME = re.compile(r"[A-Za-z_]+(\|[A-Za-z_]+)*")


@cache
def _filled(template: str, **names: str) -> str:
    """`template` with its `$$NAME` words replaced by names of the schema."""
    for word, name in names.items():
        if not _NAME.fullmatch(name):
            raise ValueError(f"not a name of the schema: {name}")
        template = template.replace(f"$${word}", name)
    return template


def ensure_nodes(node_type: str) -> str:
    """Parameters `keys`: nodes that rows name, bare until derived."""
    return _filled("UNWIND $keys AS key MERGE (n:$$TYPE {key: key})", TYPE=node_type)


def ensure_loose(node_type: str) -> str:
    """Parameters `keys`: nodes that rows know by a name no code goes by."""
    return _filled("UNWIND $keys AS key MERGE (n:$$TYPE {key: key}) SET n:Loose", TYPE=node_type)


def create_nodes(labels: tuple[str, ...]) -> str:
    """Parameters `nodes`: properties with their key, of nodes that are not there yet; the type is the first label."""
    return (
        "UNWIND $nodes AS node "
        + _filled("CREATE (n:$$TYPE", TYPE=labels[0])
        + "".join(_filled(":$$LABEL", LABEL=label) for label in labels[1:])
        + ") SET n = node"
    )


@cache
def put_rows(kept: tuple[str, ...], links: tuple[tuple[str, str, tuple[str, ...]], ...]) -> str:
    """Parameters `load`, `rows`, `common`: new ledger rows with all their links.

    A row is {kept, links}: the values of the properties `kept`, and for each link (name, node type, properties) a list
    of the node's key and the values of the properties. `common` are the properties that all the rows share.
    """
    found = [
        _filled(f"WITH r, row MATCH (n{i}:$$TYPE {{key: row.links[{i}][0]}}) ", TYPE=node_type)
        + _filled(f"CREATE (r)-[:$$LINK {_listed(properties, f'row.links[{i}]', 1)}]->(n{i}) ", LINK=link)
        for i, (link, node_type, properties) in enumerate(links)
    ]
    return (
        "MATCH (load:Load {key: $load}) UNWIND $rows AS row "
        f"CREATE (r:LedgerRow {_listed(kept, 'row.kept')})-[:IN_LOAD]->(load) SET r += $common " + "".join(found)
    )


def _listed(properties: tuple[str, ...], values: str, start: int = 0) -> str:
    """A map of properties whose values stand in a list: it travels and is stored faster than a map that does."""
    return "{" + ", ".join(_filled(f"`$$NAME`: {values}[{i}]", NAME=p) for i, p in enumerate(properties, start)) + "}"


def link_rows(link: str, node_type: str, *, mark: bool) -> str:
    """Parameters `links`: {row, key, properties}, from a ledger row to a node it states, names or decides on.

    `mark`: the node is marked to be derived.
    """
    return _filled(
        "UNWIND $links AS link MATCH (r:LedgerRow {key: link.row}) MATCH (n:$$TYPE {key: link.key}) "
        "CREATE (r)-[l:$$LINK]->(n) SET l = link.properties" + (" SET n:Stale" if mark else ""),
        TYPE=node_type,
        LINK=link,
    )


def _subject_edges(node_type: str, end: str, schema: Model) -> str:
    """The dated edges of which `node_type` is the subject at that end, as Cypher writes alternatives."""
    names = {
        name
        for source, name, target, edge in schema.arrows
        if edge.subject == end and node_type == (source if end == "from" else target)
    }
    return "|".join(sorted(names))


def subject_facts(node_type: str, schema: Model) -> str:
    """Parameters `keys` → key, properties, exists, leaving, arriving, records, conflicts: what the graph holds of them.

    Only edges of which this type is the subject end.
    """
    parts = {}
    for end, pattern in (("from", "(n)-[r:$$EDGES]->(o)"), ("to", "(n)<-[r:$$EDGES]-(o)")):
        names = _subject_edges(node_type, end, schema)
        found = "[$$PATTERN | {name: type(r), labels: labels(o), key: o.key, properties: properties(r)}]"
        parts[end] = found.replace("$$PATTERN", _filled(pattern, EDGES=names)) if names else "[]"
    record = schema.record_type(node_type)
    records = _filled("[(n)<-[:DESCRIBES]-(d:$$RECORD) | properties(d)]", RECORD=record.type) if record else "[]"
    return (
        _filled("UNWIND $keys AS key MATCH (n:$$TYPE {key: key}) ", TYPE=node_type)
        + "RETURN key, properties(n) AS properties, n:Entity AS exists, "
        + f"{parts['from']} AS leaving, {parts['to']} AS arriving, {records} AS records, "
        + "[(n)<-[:CONCERNS]-(c:Conflict) | properties(c)] AS conflicts"
    )


def put_nodes(node_type: str) -> str:
    """Parameters `nodes`: {key, properties}."""
    return _filled(
        "UNWIND $nodes AS node MATCH (n:$$TYPE {key: node.key}) SET n = node.properties SET n:Entity", TYPE=node_type
    )


def bare_nodes(node_type: str) -> str:
    """Parameters `keys`: nodes that only rejected or waiting rows name."""
    return _filled("UNWIND $keys AS key MATCH (n:$$TYPE {key: key}) SET n = {key: key} REMOVE n:Entity", TYPE=node_type)


def delete_nodes(node_type: str) -> str:
    """Parameters `keys`: nodes that no row names any more."""
    return _filled("UNWIND $keys AS key MATCH (n:$$TYPE {key: key}) DETACH DELETE n", TYPE=node_type)


def derived_nodes(node_type: str) -> str:
    """Parameters `keys`: nodes whose derivation is written."""
    return _filled("UNWIND $keys AS key MATCH (n:$$TYPE {key: key}) REMOVE n:Stale", TYPE=node_type)


def create_edges(source: str, name: str, target: str) -> str:
    """Parameters `edges`: {source, target, properties}."""
    return _filled(
        "UNWIND $edges AS edge MATCH (a:$$SOURCE {key: edge.source}) MATCH (b:$$TARGET {key: edge.target}) "
        "CREATE (a)-[r:$$NAME]->(b) SET r = edge.properties",
        SOURCE=source,
        NAME=name,
        TARGET=target,
    )


def delete_edges(source: str, name: str, target: str) -> str:
    """Parameters `edges`: {source, target, since}."""
    return _filled(
        "UNWIND $edges AS edge MATCH (a:$$SOURCE {key: edge.source})-[r:$$NAME {since: edge.since}]->"
        "(b:$$TARGET {key: edge.target}) DELETE r",
        SOURCE=source,
        NAME=name,
        TARGET=target,
    )


def create_records(record: str, subject: str) -> str:
    """Parameters `records`: {key, subject, since, until, properties}."""
    return _filled(
        "UNWIND $records AS record MATCH (n:$$SUBJECT {key: record.subject}) "
        "CREATE (d:$$RECORD:Record)-[:DESCRIBES {since: record.since, until: record.until}]->(n) "
        "SET d = record.properties",
        RECORD=record,
        SUBJECT=subject,
    )


def delete_records(record: str) -> str:
    """Parameters `keys`."""
    return _filled("UNWIND $keys AS key MATCH (d:$$RECORD {key: key}) DETACH DELETE d", RECORD=record)


def names_of(node_type: str) -> str:
    """→ name, keys: every name by which rows call nodes of a type together with a code."""
    return _filled(
        "MATCH (n:$$TYPE)<-[l:STATES|NAMES]-(:LedgerRow) WHERE l.by = 'code' "
        "RETURN l.as AS name, collect(DISTINCT n.key) AS keys",
        TYPE=node_type,
    )


def loose_names(node_type: str) -> str:
    """→ name, rows: names of a type that no code goes by exactly, with the keys of the rows that use them."""
    return _filled(
        "MATCH (n:$$TYPE:Loose)<-[l:STATES|NAMES]-(r:LedgerRow) WHERE l.by = 'name' "
        "RETURN l.as AS name, collect(r.key) AS rows UNION ALL "
        "MATCH (r:LedgerRow {state: 'waiting'})-[l:STATES|NAMES]->(n:$$TYPE) WHERE l.by = 'like' "
        "RETURN l.as AS name, collect(DISTINCT r.key) AS rows",
        TYPE=node_type,
    )


def rows_naming(node_type: str) -> str:
    """Parameters `keys` → row: the keys of all rows that name one of these nodes."""
    return _filled(
        "UNWIND $keys AS key MATCH (:$$TYPE {key: key})<-[:STATES|NAMES]-(r:LedgerRow) RETURN DISTINCT r.key AS row",
        TYPE=node_type,
    )


def latest_naming(node_type: str) -> str:
    """Parameter `key` → mentions, mention: how the latest accepted row names a node, one that knows its code first."""
    return _filled(
        "MATCH (:$$TYPE {key: $key})<-[l:STATES|NAMES]-(r:LedgerRow {state: 'accepted'}) "
        "RETURN r.mentions AS mentions, l.mention AS mention ORDER BY l.by <> 'code', r.as_of DESC, r.key LIMIT 1",
        TYPE=node_type,
    )


def stale_all(node_type: str) -> str:
    """Every node of a type marked to be derived."""
    return _filled("MATCH (n:$$TYPE) SET n:Stale", TYPE=node_type)


def create_conflicts(node_type: str) -> str:
    """Parameters `conflicts`: {subject, properties}."""
    return _filled(
        "UNWIND $conflicts AS conflict MATCH (n:$$TYPE {key: conflict.subject}) "
        "CREATE (c:Conflict)-[:CONCERNS]->(n) SET c = conflict.properties",
        TYPE=node_type,
    )


def evidence(node_type: str) -> str:
    """Parameters `keys`, `without` → key, rows, called: the rows that state a subject, and what rows call it.

    Rows whose keys are in `without` are left out. `called` is what the latest accepted row calls it, as [name, as-of
    date, row key]; `linked` whether any row names it.
    """
    return _filled(
        """UNWIND $keys AS key
MATCH (n:$$TYPE {key: key})
CALL (n) {
  MATCH (n)<-[:STATES]-(r:LedgerRow)
  WHERE NOT r.key IN $without
  WITH DISTINCT r
  RETURN collect({key: r.key, load: r.load, kind: r.kind, scope: r.scope, as_of: r.as_of, state: r.state,
    statements: r.statements, mentions: r.mentions,
    nodes: [(r)-[l:STATES|NAMES]->(o) | [l.mention, o.key]]}) AS rows
}
CALL (n) {
  OPTIONAL MATCH (n)<-[l:STATES|NAMES]-(r:LedgerRow {state: 'accepted'})
  WHERE NOT r.key IN $without
  WITH l, r ORDER BY l.called = '', r.as_of DESC, r.key DESC LIMIT 1
  RETURN CASE WHEN r IS NULL THEN null ELSE [l.called, r.as_of, r.key] END AS called
}
RETURN key, rows, called,
  EXISTS { (n)<-[:STATES|NAMES]-(r:LedgerRow) WHERE NOT r.key IN $without } AS linked""",
        TYPE=node_type,
    )
