"""Which graph this is: a mark that is another after every commit of a load that changed anything, never one of before.

What was reckoned from the whole graph (a roll-up) keeps the mark it saw, and holds while the graph still has it.
"""

from __future__ import annotations

CURRENT = "MATCH (r:Revision {key: 'graph'}) RETURN r.id AS id"
"""Reads it; no row where no load has ever marked the graph."""

RENEW = "MERGE (r:Revision {key: 'graph'}) SET r.id = randomUUID()"
"""Goes into the transaction that changes the graph, so that neither is there without the other."""

BEGIN = "MERGE (r:Revision {key: 'graph'}) ON CREATE SET r.id = randomUUID()"
"""Marks a graph that no load has marked, such as one that was imported in bulk."""
