"""Nodes by their keys, as drawn: the one place that captions them."""

from __future__ import annotations

from collections.abc import Iterable

from graph.connection import Database
from graph.model import model
from graph.text import Language
from queries.captions import caption, shown
from queries.results import PictureNode, Ref

_NODES = """
UNWIND $refs AS ref
MATCH (n:Entity {key: ref.key}) WHERE ref.type IN labels(n)
RETURN ref.type AS type, ref.key AS key, properties(n) AS properties,
  // the row of the latest ledger that states a private person is the handle that tells namesakes apart
  COLLECT {
    MATCH (n)<-[:STATES]-(row:LedgerRow) WHERE ref.type IN $private
    RETURN row.row ORDER BY row.as_of DESC, row.key DESC LIMIT 1
  } AS handles
"""


def nodes(db: Database, refs: Iterable[Ref], language: Language = "zh") -> dict[Ref, PictureNode]:
    """Those of the nodes that exist, as drawn (private values masked), in one query."""
    types = {t.type: t for t in model()}
    wanted = [{"type": r.type, "key": r.key} for r in dict.fromkeys(refs)]
    private = [t.type for t in types.values() if t.properties[t.caption].private]
    found = {}
    for row in db.read(_NODES, {"refs": wanted, "private": private}) if wanted else []:
        ref = Ref(row["type"], row["key"])
        called = caption(ref.type, ref.key, row["properties"], language, next(iter(row["handles"]), None))
        found[ref] = PictureNode(ref, called, shown(ref.type, row["properties"]))
    return found
