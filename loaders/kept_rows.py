"""What kept rows tell of names: the questions that settling puts to the database."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import replace

from graph.model import model
from graph.writing import latest_naming, loose_names, names_of, rows_naming
from loaders.decisions import Decision, Decisions
from loaders.evidence import ROW, row_from
from loaders.facts import Key
from loaders.ledger import Mention, mentions_from
from loaders.session import Transaction
from loaders.settle import Row

_LINKS_AS = """
CALL (name) {
  MATCH (r:LedgerRow)-[l:STATES {as: name}]->(n) RETURN r, l, n
  UNION ALL
  MATCH (r:LedgerRow)-[l:NAMES {as: name}]->(n) RETURN r, l, n
}
"""


class KeptRows:
    """The rows of a database, for settling (`loaders.settle.Base`), read in one transaction."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def decisions(self, without: Set[str]) -> Decisions:
        """All that kept rows decide, but for these rows."""
        found = Decisions()
        rows = self._tx.run(
            "MATCH (r:LedgerRow)-[d:DECIDES]->(n) RETURN r.key AS row, d.what AS what, d.told AS told, "
            "d.where AS where, [l IN labels(n) WHERE l IN $types][0] AS type, n.key AS key",
            types=list(model().types),
        )
        for row in rows:
            if row["row"] not in without:
                found.add(Decision((row["type"], row["key"]), row["what"], row["told"], row["where"]))
        return found

    def codes_of(self, names: Set[str]) -> dict[str, set[str]]:
        """For each name, the keys of nodes that kept rows call so together with a code."""
        rows = self._tx.run(
            f"UNWIND $names AS name {_LINKS_AS} WITH name, l, n WHERE l.by = 'code' "
            "RETURN name, collect(DISTINCT n.key) AS keys",
            names=sorted(names),
        )
        return {row["name"]: set(row["keys"]) for row in rows}

    def names_of(self, node_type: str) -> dict[str, set[str]]:
        """Every name by which kept rows call nodes of a type together with a code, with their keys."""
        return {row["name"]: set(row["keys"]) for row in self._tx.run(names_of(node_type))}

    def users_of(self, names: Mapping[str, Set[str]], nodes: Set[Key]) -> dict[str, Row]:
        """The kept rows that know somebody by one of these names alone, and wait or do not yet mean just these keys;
        and all that name one of these nodes."""
        rows = self._tx.run(
            f"UNWIND $told AS told WITH told.name AS name, told.keys AS keys {_LINKS_AS} WITH r, l, n, keys "
            "WHERE l.by <> 'code' AND (r.state = 'waiting' OR any(key IN keys WHERE key <> n.key)) "
            "RETURN DISTINCT r.key AS row",
            told=[{"name": name, "keys": sorted(keys)} for name, keys in sorted(names.items())],
        )
        for node_type, key in sorted(nodes):
            rows += self._tx.run(rows_naming(node_type), keys=[key])
        return self.rows({row["row"] for row in rows})

    def loose(self, node_type: str) -> dict[str, set[str]]:
        """Names no code goes by exactly, of a type whose names ledgers cut short, with the keys of their rows."""
        found: dict[str, set[str]] = {}
        for row in self._tx.run(loose_names(node_type)):
            found.setdefault(row["name"], set()).update(row["rows"])
        return found

    def rows(self, keys: Set[str]) -> dict[str, Row]:
        """Kept rows by key."""
        rows = self._tx.run(f"UNWIND $keys AS key MATCH (r:LedgerRow {{key: key}}) RETURN {ROW}", keys=sorted(keys))
        return {row["key"]: row_from(row) for row in rows}


def naming(tx: Transaction, node: Key) -> tuple[Mention, ...]:
    """How an accepted row names a node, by its code if any does, with what it lies within; empty when none does."""
    rows = tx.run(latest_naming(node[0]), key=node[1])
    if not rows:
        return ()
    kept, order = mentions_from(rows[0]["mentions"]), [rows[0]["mention"]]
    for position in order:
        order += [w for w in kept[position].within if w not in order]
    return tuple(
        replace(kept[p], within=tuple(order.index(w) for w in kept[p].within), also=(), where="", same=())
        for p in order
    )
