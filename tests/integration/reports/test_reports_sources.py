"""The ledgers behind a picture, found by provenance."""

from __future__ import annotations

from datetime import date

from neo4j import ManagedTransaction

from app.reports import Source, read_sources
from graph.connection import Database
from queries.results import Picture, PictureNode, Ref

LEDGERS = """
CREATE (e:Enterprise:Entity {key: 'F1'}), (o:Enterprise:Entity {key: 'F2'}), (b:Branch:Entity {key: 'F1'})
WITH e, o, b
UNWIND $rows AS row
CREATE (r:LedgerRow) SET r = row.row
FOREACH (_ IN CASE row.of WHEN 'e' THEN [1] ELSE [] END | CREATE (r)-[:STATES]->(e), (r)-[:NAMES]->(b))
FOREACH (_ IN CASE row.of WHEN 'o' THEN [1] ELSE [] END | CREATE (r)-[:STATES]->(o))
"""


def row(of: str, key: str, file: str, as_of: date, state: str = "accepted", **more: str) -> dict[str, object]:
    return {"of": of, "row": {"key": key, "file": file, "kind": "members", "as_of": as_of, "state": state} | more}


def test_only_accepted_ledgers_of_the_date_that_speak_of_the_picture(database: Database) -> None:
    rows = [
        row("e", "1", "九月.xlsx", date(2026, 9, 30), scope="zone/a"),
        row("e", "2", "九月.xlsx", date(2026, 9, 30), scope="zone/a"),
        row("e", "3", "八月.xlsx", date(2026, 8, 31)),
        row("e", "4", "十月.xlsx", date(2026, 10, 31)),
        row("e", "5", "退回.xlsx", date(2026, 9, 1), state="rejected"),
        row("o", "6", "别家.xlsx", date(2026, 9, 1)),
    ]

    def work(transaction: ManagedTransaction) -> None:
        transaction.run(LEDGERS, rows=rows).consume()

    database.write(work)
    picture = Picture.of(
        [PictureNode(Ref("Enterprise", "F1"), "一家"), PictureNode(Ref("Branch", "x"), "", missing=True)], []
    )
    assert read_sources(database, picture, date(2026, 9, 30)) == (
        Source("九月.xlsx", "members", date(2026, 9, 30), "zone/a"),
        Source("八月.xlsx", "members", date(2026, 8, 31)),
    )
