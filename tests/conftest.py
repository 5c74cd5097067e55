"""A real Neo4j for the tests that ask for one, and the order of the suite."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.connection import Database
from graph.progress import shown
from graph.server import ensure_running, stop
from graph.server.watchdog import bind_to_owner
from graph.settings import Settings

FOLDERS = ("unit", "docs", "integration", "oracle", "browser")  # fast ones first
MARKED = {"docs", "integration", "oracle", "browser"}

# The suite empties its database before each test: it must never be one that this shell points to.
for name in [name for name in os.environ if name.startswith("NEO4J_")]:
    del os.environ[name]


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "docs: the documentation keeps to the product")
    config.addinivalue_line("markers", "integration: needs a real Neo4j")
    config.addinivalue_line("markers", "oracle: questions against an independent count, on a real Neo4j")
    config.addinivalue_line("markers", "browser: needs a real Chromium")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    def folder(item: pytest.Item) -> str:
        return item.path.relative_to(Path(__file__).parent).parts[0]

    for item in items:
        if folder(item) in MARKED:
            item.add_marker(folder(item))
    items.sort(key=lambda item: FOLDERS.index(folder(item)) if folder(item) in FOLDERS else 0)
    if os.environ.get("LIANGXIN_NO_BROWSER") == "1":
        left_out = [item for item in items if item.get_closest_marker("browser")]
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in left_out]


@pytest.fixture(scope="session")
def engine() -> Iterator[Settings]:
    """Settings of a temporary home whose real Neo4j runs until the last test, or until this run is killed.

    The jars come from the user's cache, or from LIANGXIN_JARS.
    """
    own = Settings()
    home = Path(tempfile.mkdtemp(prefix="liangxin-tests-"))
    bind_to_owner(home, os.getpid(), remove_home=True)
    settings = Settings(home=home, jars=own.jars)  # with the memory the product gives its own: plans live in it too
    with shown(own.language) as progress:
        ensure_running(settings, progress)
    yield settings
    stop(settings)
    shutil.rmtree(home)


@pytest.fixture(scope="module")
def own(engine: Settings) -> Iterator[Settings]:
    """Settings of a second home, for the tests that stop its server; it ends with this run as the first one does."""
    home = Path(tempfile.mkdtemp(prefix="liangxin-tests-"))
    bind_to_owner(home, os.getpid(), remove_home=True)
    settings = engine.model_copy(update={"home": home})
    yield settings
    stop(settings)
    shutil.rmtree(home)


@pytest.fixture(scope="session")
def shared_database(engine: Settings) -> Iterator[Database]:
    """One driver for the whole run; tests take `database`, which is empty."""
    with Database.open(engine) as opened:
        yield opened


@pytest.fixture
def database(shared_database: Database) -> Database:
    """The real database, without nodes; the schema stays as the last test left it."""
    shared_database.run_schema("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS")
    return shared_database


@pytest.fixture(scope="session")
def command_environment(engine: Settings) -> dict[str, str]:
    """The environment in which a `liangxin` command of its own process uses the tests' database."""
    chosen = {
        "LIANGXIN_HOME": str(engine.home),
        "LIANGXIN_JARS": str(engine.jars),
        "LIANGXIN_NEO4J": engine.neo4j_version,
    }
    return {**os.environ, **chosen}
