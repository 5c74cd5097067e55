"""What a verdict rests on: the edges walked from the node, as a picture, and its facts by name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph.connection import Database
from graph.model import model
from graph.text import Language
from queries.beginning import Beginning, beginning
from queries.catalog import catalog
from queries.judging import judging
from queries.lookup import nodes
from queries.picture import edge, edges, named_in
from queries.results import Picture, PictureEdge, Ref
from queries.verdicts import Verdict

EDGES_SHOWN = 60

_STEP = """
UNWIND $refs AS ref
MATCH (n:Entity {key: ref.key}) WHERE ref.type IN labels(n)
MATCH (n)-[r]-(other:Entity) WHERE type(r) = $name AND (r.since IS NULL OR r.since <= $at < r.until)
RETURN ref.type AS type, ref.key AS key, startNode(r) = n AS out, properties(r) AS properties,
  [label IN labels(other) WHERE label IN $types][0] AS other_type, other.key AS other_key
ORDER BY type, key, other_type, other_key, r.since
"""


@dataclass(frozen=True)
class Reason:
    """A verdict with what it rests on: `path` in the graph, the names of its `facts`, and since when it is so.

    `total` counts the edges of the path; the picture holds the first of them. `began` is None unless a rule is broken.
    """

    verdict: Verdict
    path: Picture
    total: int
    facts: tuple[str, ...]
    began: Beginning | None


def reason(db: Database, ref: Ref, verdict: Verdict, at: date, language: Language = "zh") -> Reason:
    """What the verdict on this node rests on at the date."""
    question = catalog()[verdict.question]
    found: dict[str, PictureEdge] = {}
    facts = []
    for chain in judging(question).evidence:
        if chain[0].islower():
            facts.append(chain)
        else:
            found |= {e.id: e for e in _walked(db, ref, chain.split("/"), at)}
    if verdict.row is not None and question.picture.edges:
        drawn = edges(db, named_in(question, [verdict.row]), at, question.picture.edges)
        found |= {e.id: e for e in drawn}
    shown = list(found.values())[:EDGES_SHOWN]
    ends = dict.fromkeys([ref, *(end for e in shown for end in (e.source, e.target))])
    path = Picture.of(nodes(db, ends, language).values(), shown)
    began = beginning(db, verdict.question, ref, at) if verdict.state == "fails" else None
    return Reason(verdict, path, len(found), tuple(facts), began)


def _walked(db: Database, ref: Ref, names: list[str], at: date) -> list[PictureEdge]:
    """The edges of these types, one after the other, away from the node."""
    found: list[PictureEdge] = []
    frontier = {ref}
    for name in names:
        asked = {"refs": [r.asked for r in sorted(frontier)], "name": name, "at": at}
        rows = db.read(_STEP, {**asked, "types": list(model().types)})
        found += [_edge(row, name) for row in rows]
        frontier = {Ref(row["other_type"], row["other_key"]) for row in rows}
    return found


def _edge(row: Mapping[str, Any], name: str) -> PictureEdge:
    node, other = Ref(row["type"], row["key"]), Ref(row["other_type"], row["other_key"])
    source, target = (node, other) if row["out"] else (other, node)
    return edge(source, target, name, row["properties"])
