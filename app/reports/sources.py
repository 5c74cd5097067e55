"""The ledgers that an export rests on, asked of the database before the export is made."""

from __future__ import annotations

from datetime import date

from app.reports.export import Source
from graph.connection import Database
from queries.results import Picture

_LEDGERS = """
UNWIND $refs AS ref
MATCH (n:Entity {key: ref.key}) WHERE ref.type IN labels(n)
MATCH (r:LedgerRow {state: 'accepted'})-[:STATES|NAMES]->(n) WHERE r.as_of <= $at
WITH DISTINCT r.file AS file, r.kind AS kind, r.as_of AS as_of, r.scope AS scope
RETURN file, kind, as_of, coalesce(scope, '') AS scope ORDER BY as_of DESC, kind, file
"""


def read_sources(db: Database, picture: Picture, at: date) -> tuple[Source, ...]:
    """Every ledger as of `at` or before with an accepted row that speaks of a node of `picture`, latest first."""
    refs = [ref.asked for ref in picture.refs]
    return tuple(Source(**row) for row in db.read(_LEDGERS, {"refs": refs, "at": at}))
