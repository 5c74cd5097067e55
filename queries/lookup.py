"""Nodes by their keys, as drawn: the one place that captions them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from graph.connection import Database
from graph.model import model
from graph.text import Language
from queries.captions import caption, shown
from queries.results import PictureNode, Ref

DRAWN = """
WITH n, total, [label IN labels(n) WHERE label IN $types][0] AS type
RETURN total, type, n.key AS key, properties(n) AS properties,
  // the row of the latest ledger that states a private person is the handle that tells namesakes apart
  COLLECT {
    MATCH (n)<-[:STATES]-(row:LedgerRow) WHERE type IN $private
    RETURN row.row ORDER BY row.as_of DESC, row.key DESC LIMIT 1
  } AS handles
"""
"""Ends a query that has found nodes `n`, `total` in all: each as `drawn` takes it. Wants the parameters `kinds()`."""

_NODES = """
UNWIND $refs AS ref
MATCH (n:Entity {key: ref.key}) WHERE ref.type IN labels(n)
WITH n, size($refs) AS total
"""


def nodes(db: Database, refs: Iterable[Ref], language: Language = "zh") -> dict[Ref, PictureNode]:
    """Those of the nodes that exist, as drawn (private values masked), in one query."""
    wanted = [r.asked for r in dict.fromkeys(refs)]
    rows = db.read(_NODES + DRAWN, {"refs": wanted, **kinds()}) if wanted else []
    return {node.ref: node for node in (drawn(row, language) for row in rows)}


def kinds() -> dict[str, list[str]]:
    """The parameters of `DRAWN`: the types there are, and those whose captions name a private person."""
    return {"types": list(model().types), "private": [t.type for t in model() if t.properties[t.caption].private]}


def drawn(row: Mapping[str, Any], language: Language) -> PictureNode:
    """A row of `DRAWN` as drawn, private values masked."""
    ref = Ref(row["type"], row["key"])
    called = caption(ref.type, ref.key, row["properties"], language, next(iter(row["handles"]), None))
    return PictureNode(ref, called, shown(ref.type, row["properties"]))
