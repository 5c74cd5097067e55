"""A real Neo4j for one measuring run, in a home that goes with it."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.connection import Database
from graph.constraints import apply_schema
from graph.progress import shown
from graph.server import ensure_running, stop
from graph.server.watchdog import bind_to_owner
from graph.settings import Settings


@contextmanager
def temporary_home(**memory: int) -> Iterator[Settings]:
    """Settings of a new home, with these settings of memory or the product's own; it goes at the end of the block."""
    home = Path(tempfile.mkdtemp(prefix="liangxin-benchmark-"))
    bind_to_owner(home, os.getpid(), remove_home=True)
    settings = Settings(home=home, jars=Settings().jars, neo4j_uri=None).model_copy(update=memory)
    try:
        yield settings
    finally:
        stop(settings)
        shutil.rmtree(home)


def start(settings: Settings) -> None:
    """Have the server of a home run."""
    with shown(settings.language) as progress:
        ensure_running(settings, progress)


@contextmanager
def temporary_engine() -> Iterator[Settings]:
    """Settings of a new home whose server runs, with the product's own memory settings, until the end of the block."""
    with temporary_home() as settings:
        start(settings)
        yield settings


def empty(database: Database) -> None:
    """No node left, the constraints and indexes in place."""
    database.run_schema("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS")
    apply_schema(database)
    database.run_schema("CALL db.awaitIndexes(120)")
