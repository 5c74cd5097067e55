"""Constraints and indexes, generated from the schema and applied as often as one likes.

Community Edition has uniqueness constraints and range, point and full-text indexes; existence and types of values are
checked when ledgers are read.
"""

from __future__ import annotations

from graph.branch_places import BRANCH_PLACE, BRANCH_PLACE_INDEX, MARK_ALL
from graph.connection import Database
from graph.model import Model, model

SEARCH_INDEX = "entity_search"
SEARCH_KEYS = "search_keys"
"""Property with the pinyin of a node's searchable words."""


def schema_statements(schema: Model) -> dict[str, str]:
    """Name → DDL statement of each constraint and index of the schema, in a stable order."""
    wanted: dict[str, str] = {}
    for node_type in schema:
        name = node_type.type
        wanted[f"{name}_key"] = f"CONSTRAINT {name}_key IF NOT EXISTS FOR (n:{name}) REQUIRE n.key IS UNIQUE"
        for prop, declared in node_type.properties.items():
            if declared.type == "point" or declared.index:
                kind = "POINT INDEX" if declared.type == "point" else "INDEX"
                wanted[f"{name}_{prop}"] = f"{kind} {name}_{prop} IF NOT EXISTS FOR (n:{name}) ON (n.{prop})"
    wanted[BRANCH_PLACE_INDEX] = (
        f"POINT INDEX {BRANCH_PLACE_INDEX} IF NOT EXISTS FOR (n:{BRANCH_PLACE}) ON (n.location)"
    )
    wanted["Entity_key"] = "INDEX Entity_key IF NOT EXISTS FOR (n:Entity) ON (n.key)"
    wanted["Lease_key"] = "CONSTRAINT Lease_key IF NOT EXISTS FOR (n:Lease) REQUIRE n.key IS UNIQUE"
    wanted["Authority_key"] = "CONSTRAINT Authority_key IF NOT EXISTS FOR (n:Authority) REQUIRE n.key IS UNIQUE"
    wanted["Revision_key"] = "CONSTRAINT Revision_key IF NOT EXISTS FOR (n:Revision) REQUIRE n.key IS UNIQUE"
    for link in ("STATES", "NAMES"):
        wanted[f"{link}_as"] = f"INDEX {link}_as IF NOT EXISTS FOR ()-[r:{link}]-() ON (r.as)"
    wanted["DECIDES_told"] = "INDEX DECIDES_told IF NOT EXISTS FOR ()-[r:DECIDES]-() ON (r.told)"
    # standard-no-stop-words indexes every Chinese character, so a quoted phrase finds any substring
    wanted[SEARCH_INDEX] = (
        f"FULLTEXT INDEX {SEARCH_INDEX} IF NOT EXISTS FOR (n:Entity) "
        f"ON EACH [{', '.join(f'n.{p}' for p in searched(schema))}] "
        "OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-no-stop-words'}}"
    )
    return {name: f"CREATE {statement}" for name, statement in wanted.items()}


def searched(schema: Model) -> list[str]:
    """The properties that the search box looks into."""
    named = {name for t in schema for name, declared in t.properties.items() if declared.search}
    return [*sorted(named), SEARCH_KEYS]


def renew_word_indexes(database: Database) -> None:
    """Build anew the indexes over words people go by: what was taken out stays in an index until it is built anew."""
    for name in ("STATES_as", "NAMES_as", "DECIDES_told", SEARCH_INDEX):
        database.run_schema(f"DROP INDEX {name} IF EXISTS")
    apply_schema(database)


def apply_schema(database: Database, schema: Model | None = None) -> None:
    """Bring the database's constraints and indexes to the schema; does nothing when they are there."""
    schema = schema or model()
    there = {row["name"]: row["properties"] for row in database.read("SHOW INDEXES YIELD name, properties")}
    if SEARCH_INDEX in there and sorted(there[SEARCH_INDEX]) != sorted(searched(schema)):
        # IF NOT EXISTS would silently keep a search index over other properties
        database.run_schema(f"DROP INDEX {SEARCH_INDEX} IF EXISTS")
        del there[SEARCH_INDEX]
    if BRANCH_PLACE_INDEX not in there:
        # a graph loaded before the label came has no place marked
        database.write(lambda transaction: transaction.run(MARK_ALL).consume())
    missing = [statement for name, statement in schema_statements(schema).items() if name not in there]
    for statement in missing:
        database.run_schema(statement)
    if missing:
        database.run_schema("CALL db.awaitIndexes(120)")
