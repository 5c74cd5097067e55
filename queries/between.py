"""What lies between nodes: the shortest ways from one to another, and the neighbours that several share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from graph.connection import Database
from graph.errors import WrongQuestion
from graph.model import model
from graph.text import Language, Text
from queries.lookup import DRAWN, drawn, kinds, nodes
from queries.picture import edges, edges_with
from queries.results import Picture, Ref

MOST_WAYS = 20

# A way of more than twelve edges tells nobody anything.
_WAYS = """
MATCH (a:Entity {key: $source.key}) WHERE $source.type IN labels(a)
MATCH (b:Entity {key: $target.key}) WHERE $target.type IN labels(b)
MATCH way = allShortestPaths((a)-[*..12]-(b))
WHERE all(r IN relationships(way) WHERE (r.since IS NULL OR r.since <= $at < r.until) AND type(r) IN $edges)
  AND all(n IN nodes(way) WHERE n:Entity)
RETURN [n IN nodes(way) | {type: [label IN labels(n) WHERE label IN $types][0], key: n.key}] AS way
LIMIT $limit
"""

_SHARED = """
UNWIND $refs AS ref
MATCH (one:Entity {key: ref.key}) WHERE ref.type IN labels(one)
MATCH (one)-[r]-(n:Entity) WHERE r.since IS NULL OR r.since <= $at < r.until
WITH n, count(DISTINCT one) AS of WHERE of = size($refs)
WITH n ORDER BY n.key
WITH collect(n) AS found
UNWIND found[..$limit] AS n
WITH n, size(found) AS total
"""


@dataclass(frozen=True)
class Ways:
    """The shortest ways between two nodes, each from the first to the second; `more`: others are as short."""

    ways: tuple[tuple[Ref, ...], ...]
    more: bool
    picture: Picture


def edge_names() -> tuple[str, ...]:
    """The edge types a way may take: those between nodes a person sees."""
    pictured = {t.type for t in model().pictured}
    return tuple(dict.fromkeys(n for a, n, b, _ in model().arrows if a in pictured and b in pictured))


def ways(
    db: Database,
    source: Ref,
    target: Ref,
    at: date,
    by: Sequence[str] = (),
    language: Language = "zh",
) -> Ways:
    """The shortest ways between two nodes at the date by these edge types (none named: any), in either direction.

    The picture has their nodes, with the edges of those types among them. Raises WrongQuestion for one node twice, or
    an edge type that there is not.
    """
    allowed = list(by) or list(edge_names())
    if source == target:
        raise WrongQuestion(Text("起点和终点是同一个", "both ends are the same"), Text("请选两个", "choose two"))
    for name in set(allowed) - set(edge_names()):
        raise WrongQuestion(Text(f"没有关系“{name}”", f"there is no edge type “{name}”"))
    asked = {"source": source.asked, "target": target.asked, "at": at, "edges": allowed, "types": list(model().types)}
    rows = db.read(_WAYS, {**asked, "limit": MOST_WAYS + 1})
    found = tuple(sorted(tuple(Ref(n["type"], n["key"]) for n in row["way"]) for row in rows))[:MOST_WAYS]
    on_the_way = nodes(db, [ref for way in found for ref in way], language)
    links = edges(db, on_the_way, at, allowed)
    return Ways(found, len(rows) > MOST_WAYS, Picture.of(on_the_way.values(), links))


def shared(db: Database, refs: Sequence[Ref], at: date, limit: int = 50, language: Language = "zh") -> Picture:
    """The neighbours that all these nodes have at the date, with their edges to them; `total` counts all there are."""
    rows = db.read(_SHARED + DRAWN, {"refs": [ref.asked for ref in refs], "at": at, "limit": limit, **kinds()})
    found = {node.ref: node for node in (drawn(row, language) for row in rows)}
    own = nodes(db, refs, language)
    links = edges_with(db, found, own, at)
    return Picture.of([*found.values(), *own.values()], links, rows[0]["total"] if rows else 0)
