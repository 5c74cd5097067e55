"""What lies in a place: the cells of an area with how far each is covered, the firms of a cell with their sites."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from graph.connection import Database
from graph.text import Language
from queries.ask import ask
from queries.lookup import DRAWN, drawn, kinds
from queries.picture import edges_with
from queries.results import Picture, PictureNode, Ref

PLACES = ("Area", "GridCell")
"""What something lies in."""
EVERY = 100_000
"""More cells than a zone has."""

_CELLS = """
MATCH (area:Area {key: $key})
OPTIONAL MATCH (area)<-[part:PART_OF]-(cell:GridCell) WHERE part.since <= $at < part.until
WITH area, cell ORDER BY cell.key
WITH area, collect(cell) AS cells
UNWIND [area] + cells AS n
WITH n, size(cells) + 1 AS total
"""

# Firms that no branch covers come first: those are what a person looks for.
_FIRMS = """
MATCH (cell:GridCell {key: $key})
OPTIONAL MATCH (cell)<-[lies:IN_GRID]-(site:Site)-[of:OF]->(firm:Enterprise)
WHERE lies.since <= $at < lies.until AND of.since <= $at < of.until
WITH cell, firm, collect(site) AS sites
WITH *, EXISTS {
  MATCH (firm)<-[covers:COVERS]-(:Branch) WHERE covers.since <= $at < covers.until
} AS covered
ORDER BY covered, firm.key
WITH cell, collect({firm: firm, sites: sites}) AS found
WITH cell, [one IN found WHERE one.firm IS NOT NULL] AS found
WITH [cell] + reduce(all = [], one IN found[..$limit] | all + one.firm + one.sites) AS nodes, size(found) AS firms
UNWIND nodes AS n
WITH DISTINCT n, size(nodes) AS drawn, firms
WITH n, CASE WHEN firms > $limit THEN drawn + firms - $limit ELSE drawn END AS total
"""


def inside(db: Database, place: Ref, at: date, limit: int = 50, language: Language = "zh") -> Picture:
    """The place, what lies in it at the date, and the edges among these; of firms at most `limit`, uncovered first.

    Cells of an area come with their share of covered firms. `total` counts also what is not drawn. Nothing for what is
    no place.
    """
    if place.type not in PLACES:
        return Picture()
    query = _CELLS if place.type == "Area" else _FIRMS
    rows = db.read(query + DRAWN, {"key": place.key, "at": at, "limit": limit, **kinds()})
    found = {node.ref: node for node in (drawn(row, language) for row in rows)}
    if place.type == "Area" and len(found) > 1:
        found = with_shares(db, found, at)
    return Picture.of(found.values(), edges_with(db, found, (), at), rows[0]["total"] if rows else 0)


def with_shares(db: Database, found: Mapping[Ref, PictureNode], at: date) -> dict[Ref, PictureNode]:
    """The same nodes, cells among them with their share of covered firms at the date."""
    rates = ask(db, "rates", at, {"by": "cell", "rate": "organisation"}, EVERY)
    shares = {Ref("GridCell", row["group"]): (row["numerator"], row["denominator"]) for row in rates.rows}
    return {ref: replace(node, share=shares.get(ref)) for ref, node in found.items()}
