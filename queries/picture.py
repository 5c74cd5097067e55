"""The picture of an answer: nodes its rows name, edges between them at its date, ghosts of what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import product
from typing import Any

from graph.connection import Database
from graph.model import model
from graph.text import Language
from queries.ask import cypher_values
from queries.captions import missing_caption
from queries.catalog import catalog
from queries.header import Ghost, Question, matches
from queries.lookup import nodes
from queries.parameters import as_drawn
from queries.results import Answer, Picture, PictureEdge, PictureNode, Ref

Row = Mapping[str, Any]

_EDGES = """
UNWIND $refs AS ref
MATCH (a:Entity {key: ref.key}) WHERE ref.type IN labels(a)
MATCH (a)-[r]->(b:Entity)
WHERE ($names IS NULL OR type(r) IN $names) AND (r.since IS NULL OR r.since <= $at < r.until)
RETURN ref.type AS type, ref.key AS key, type(r) AS name, properties(r) AS properties,
  [label IN labels(b) WHERE label IN $types][0] AS other_type, b.key AS other_key
"""

_EDGES_WITH = """
UNWIND $refs AS ref
MATCH (n:Entity {key: ref.key}) WHERE ref.type IN labels(n)
MATCH (n)-[r]-(other:Entity)
WHERE other.key IN $keys AND (r.since IS NULL OR r.since <= $at < r.until)
WITH DISTINCT r, startNode(r) AS a, endNode(r) AS b
RETURN [label IN labels(a) WHERE label IN $types][0] AS type, a.key AS key, type(r) AS name,
  properties(r) AS properties, [label IN labels(b) WHERE label IN $types][0] AS other_type, b.key AS other_key
"""


def picture(db: Database, answer: Answer, language: Language = "zh") -> Picture:
    """The picture of the answer's rows at its date; `total` counts the nodes that all rows would draw."""
    question = as_drawn(catalog()[answer.question], answer.parameters)
    missing, ghosts = drawn(question, answer.rows, language)
    found = _shared(nodes(db, named_in(question, answer.rows), language), question, answer.rows)
    real = edges(db, found, answer.at, question.picture.edges) if question.picture.edges else []
    total = len(found) + len(missing)
    if answer.truncated:
        rows = db.read(question.cypher, cypher_values(answer.at, answer.parameters, answer.applied))
        total = nodes_of(question, rows, language)
    return Picture.of([*found.values(), *missing], [*real, *ghosts], total)


def _shared(found: dict[Ref, PictureNode], question: Question, rows: Iterable[Row]) -> dict[Ref, PictureNode]:
    """The nodes of groups with their shares."""
    grouped = question.picture.grouped
    if grouped is None or grouped.column not in question.picture.nodes:
        return found
    of, all_ = grouped.share
    shares = {ref: (row[of], row[all_]) for row in rows for ref in _refs(question, grouped.column, row)}
    return {ref: replace(node, share=shares.get(ref)) for ref, node in found.items()}


def nodes_of(question: Question, rows: Sequence[Row], language: Language) -> int:
    """How many nodes the rows draw, missing ones with them."""
    return len(set(named_in(question, rows))) + len(drawn(question, rows, language)[0])


def drawn(question: Question, rows: Iterable[Row], language: Language) -> tuple[list[PictureNode], list[PictureEdge]]:
    """The missing nodes and the ghost edges of the rows."""
    missing: dict[Ref, PictureNode] = {}
    ghosts: list[PictureEdge] = []
    for row in rows:
        for ghost in question.picture.ghosts:
            if not matches(row, ghost.where):
                continue
            metres = row[ghost.metres] if ghost.metres else None
            for source, target in _ends(question, ghost, row):
                for ref in (source, target):
                    if ref.key.startswith(MISSING):
                        missing[ref] = PictureNode(ref, missing_caption(ref.type, language), missing=True)
                ghosts.append(PictureEdge(source, target, ghost.edge, ghost=True, rule=ghost.rule, metres=metres))
    return list(missing.values()), ghosts


MISSING = "missing:"
"""How the key of a node starts that does not exist; the node it is missing for follows."""


def _ends(question: Question, ghost: Ghost, row: Row) -> list[tuple[Ref, Ref]]:
    """Both ends of each of the ghost's edges in the row; none where an end is neither known nor drawn as missing."""
    found = []
    sources, targets = _refs(question, ghost.from_, row), _refs(question, ghost.to, row)
    for source, target in product(sources or (None,), targets or (None,)):
        if ghost.missing and (known := source or target):
            together = [ref for column in ghost.between for ref in _refs(question, column, row)] or [known]
            absent = Ref(ghost.missing, MISSING + "+".join(ref.id for ref in together))
            source, target = source or absent, target or absent
        if source and target:
            found.append((source, target))
    return found


def _refs(question: Question, column: str | None, row: Row) -> list[Ref]:
    """The nodes whose keys stand in one column of a row."""
    keys = row[column] if column else None
    kind = str(question.columns[column].node) if column else ""
    return [Ref(kind, key) for key in (keys if isinstance(keys, list) else [keys]) if key is not None]


def named_in(question: Question, rows: Iterable[Row]) -> list[Ref]:
    """The nodes that the rows name in the columns the picture draws."""
    found = [ref for row in rows for column in question.picture.nodes for ref in _refs(question, column, row)]
    return list(dict.fromkeys(found))


def edges(db: Database, among: Iterable[Ref], at: date, names: Sequence[str] | None = None) -> list[PictureEdge]:
    """The edges that hold at the date between these nodes, of these types or of all, in one query."""
    refs = set(among)
    rows = db.read(
        _EDGES,
        {
            "refs": [r.asked for r in sorted(refs)],
            "names": names and list(names),
            "at": at,
            "types": list(model().types),
        },
    )
    return [edge for edge in map(_edge, rows) if edge.target in refs]


def edges_with(db: Database, new: Iterable[Ref], known: Iterable[Ref], at: date) -> list[PictureEdge]:
    """The edges that hold at the date among new nodes, and between them and known ones, in one query."""
    arrived = set(new)
    among = arrived | set(known)
    asked = {
        "refs": [r.asked for r in sorted(arrived)],
        "keys": sorted({r.key for r in among}),
        "at": at,
        "types": list(model().types),
    }
    found = map(_edge, db.read(_EDGES_WITH, asked))
    return [edge for edge in found if edge.source in among and edge.target in among]


def _edge(row: Row) -> PictureEdge:
    source, target = Ref(row["type"], row["key"]), Ref(row["other_type"], row["other_key"])
    return edge(source, target, row["name"], row["properties"])


def edge(source: Ref, target: Ref, name: str, properties: Mapping[str, Any]) -> PictureEdge:
    """An edge as drawn, its dates apart from its other properties."""
    rest = {k: v for k, v in properties.items() if k not in ("since", "until")}
    return PictureEdge(source, target, name, properties.get("since"), properties.get("until"), rest)
