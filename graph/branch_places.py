"""The label of places where a branch has ever stood: its seat, or a site of a firm it has covered.

A point index finds all sites near a point, of which one in ten is a branch's. With a label of their own, a search for
branches looks at no others. The label says "ever"; whether a branch stands there on a day, the edges tell.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

BRANCH_PLACE = "BranchPlace"
BRANCH_PLACE_INDEX = "BranchPlace_location"

_STANDS = """
WITH DISTINCT place, EXISTS { (place)<-[:SEATED_AT]-(:Branch) }
  OR EXISTS { (place)-[:OF]->(:Enterprise)<-[:COVERS]-(:Branch) } AS stands
"""
_MARKED = (
    _STANDS
    + f"FOREACH (_ IN CASE WHEN stands THEN [0] ELSE [] END | SET place:{BRANCH_PLACE}) "
    + f"FOREACH (_ IN CASE WHEN stands THEN [] ELSE [0] END | REMOVE place:{BRANCH_PLACE})"
)
_FOUND = {
    "Site": "UNWIND $keys AS key MATCH (place:Site {key: key})",
    "Venue": "UNWIND $keys AS key MATCH (place:Venue {key: key})",
    "Enterprise": "UNWIND $keys AS key MATCH (:Enterprise {key: key})<-[:OF]-(place:Site)",
}

MARK_ALL = f"MATCH (place:Site|Venue) {_STANDS} WHERE stands SET place:{BRANCH_PLACE}"
"""Marks every such place of a graph that has none marked."""


def mark_places(of: str) -> str:
    """Parameters `keys`: places, or (of Enterprise) firms whose sites are to be marked, or not, by what stands now."""
    return _FOUND[of] + _MARKED


def placed_by(edges: Iterable[tuple[str, tuple[str, str], tuple[str, str]]]) -> Iterator[tuple[str, str]]:
    """Type and key of what is to be marked anew when these edges (name, source, target) have come or gone."""
    for name, source, target in edges:
        if name == "SEATED_AT" or (name == "COVERS" and target[0] == "Enterprise"):
            yield target
        elif name == "OF" and source[0] == "Site":
            yield source
