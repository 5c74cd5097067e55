"""The demo zone in a real Neo4j, loaded once for the tests of this folder, which only read."""

from __future__ import annotations

import pytest

from graph.connection import Database
from graph.constraints import apply_schema
from loaders import apply
from loaders.demo import write_demo_zone
from loaders.reading import read_ledger
from loaders.sources import read_source
from tests.ledgers import DIGESTER


@pytest.fixture(scope="package")
def demo(shared_database: Database, tmp_path_factory: pytest.TempPathFactory) -> Database:
    shared_database.run_schema("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS")
    apply_schema(shared_database)
    for ledger in write_demo_zone(tmp_path_factory.mktemp("demo")):
        read_one = read_ledger(
            read_source(ledger.path), DIGESTER, kind=None, scope=ledger.scope, as_of=ledger.as_of, full=ledger.full
        )
        assert read_one.load.kind == ledger.kind, "recognised by its headings"
        outcome = apply.load(shared_database, read_one)
        assert set(outcome.rows) == {"accepted"}, (ledger.path, outcome.rows)
    return shared_database
