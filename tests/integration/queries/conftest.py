"""A real database with the product's constraints and indexes, and an empty zone to draw in."""

from __future__ import annotations

import pytest
from drawn_zone import Zone

from graph.connection import Database
from graph.constraints import apply_schema


@pytest.fixture(scope="module")
def indexed(shared_database: Database) -> Database:
    """The database with the product's constraints and indexes."""
    apply_schema(shared_database)
    return shared_database


@pytest.fixture
def zone(indexed: Database, database: Database) -> Zone:
    """An empty zone to draw in."""
    return Zone(database)
