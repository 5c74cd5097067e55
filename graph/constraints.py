"""Constraints and indexes, generated from the schema and applied as often as one likes.

Community Edition has uniqueness constraints and range, point and full-text indexes; existence and types of values are
checked when ledgers are read.
"""

from __future__ import annotations

from collections.abc import Iterator

from graph.connection import Database
from graph.model import Model, model

SEARCH_INDEX = "entity_search"
SEARCH_KEYS = "search_keys"
"""Property with the pinyin of a node's searchable words."""


def schema_statements(schema: Model) -> Iterator[str]:
    """One DDL statement for each constraint and index of the schema, in a stable order."""
    for node_type in schema:
        name = node_type.type
        yield f"CREATE CONSTRAINT {name}_key IF NOT EXISTS FOR (n:{name}) REQUIRE n.key IS UNIQUE"
        for prop, declared in node_type.properties.items():
            if declared.type == "point":
                yield f"CREATE POINT INDEX {name}_{prop} IF NOT EXISTS FOR (n:{name}) ON (n.{prop})"
            elif declared.index:
                yield f"CREATE INDEX {name}_{prop} IF NOT EXISTS FOR (n:{name}) ON (n.{prop})"
    yield "CREATE INDEX Entity_key IF NOT EXISTS FOR (n:Entity) ON (n.key)"
    yield "CREATE CONSTRAINT Lease_key IF NOT EXISTS FOR (n:Lease) REQUIRE n.key IS UNIQUE"
    for link in ("STATES", "NAMES"):
        yield f"CREATE INDEX {link}_as IF NOT EXISTS FOR ()-[r:{link}]-() ON (r.as)"
    # standard-no-stop-words indexes every Chinese character, so a quoted phrase finds any substring
    yield (
        f"CREATE FULLTEXT INDEX {SEARCH_INDEX} IF NOT EXISTS FOR (n:Entity) "
        f"ON EACH [{', '.join(f'n.{p}' for p in searched(schema))}] "
        "OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-no-stop-words'}}"
    )


def searched(schema: Model) -> list[str]:
    """The properties that the search box looks into."""
    named = {name for t in schema for name, declared in t.properties.items() if declared.search}
    return [*sorted(named), SEARCH_KEYS]


def apply_schema(database: Database, schema: Model | None = None) -> None:
    """Bring the database's constraints and indexes to the schema; does nothing when they are there."""
    schema = schema or model()
    _drop_outdated_search(database, schema)
    for statement in schema_statements(schema):
        database.run_schema(statement)
    database.run_schema("CALL db.awaitIndexes(120)")


def _drop_outdated_search(database: Database, schema: Model) -> None:
    """IF NOT EXISTS would silently keep a search index over other properties."""
    found = database.read(
        "SHOW FULLTEXT INDEXES YIELD name, properties WHERE name = $name RETURN properties", {"name": SEARCH_INDEX}
    )
    if found and sorted(found[0]["properties"]) != sorted(searched(schema)):
        database.run_schema(f"DROP INDEX {SEARCH_INDEX} IF EXISTS")
