"""The demo zone in a real Neo4j, the page served on loopback, and a real Chromium that watches every request."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import waitress
from flask import Flask
from playwright.sync_api import Browser, Page, expect, sync_playwright

from app.cli.serving import load_demo
from app.factory import create_app
from graph.connection import Database
from graph.constraints import apply_schema
from graph.settings import Settings
from tests.browser import chromium
from tests.browser.explorer import READY
from tests.browser.watching import Watched
from tests.browser.zone import Zone

OFFICE_SCREEN = {"width": 1440, "height": 900}

expect.set_options(timeout=READY)  # a machine with other work to do answers late


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Stories that write come last: the demo zone is loaded once for all that only read."""
    items.sort(key=lambda item: "zone" in getattr(item, "fixturenames", ()))


@pytest.fixture(scope="session")
def demo_zone(shared_database: Database, engine: Settings, tmp_path_factory: pytest.TempPathFactory) -> Database:
    """The database with the demo zone in it, loaded once; these tests only read."""
    shared_database.run_schema("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS")
    apply_schema(shared_database)
    load_demo(shared_database, engine, tmp_path_factory.mktemp("ledgers"))
    return shared_database


@contextmanager
def listening(page: Flask) -> Iterator[str]:
    """Some page on loopback, and where it answers."""
    server = waitress.create_server(page, host="127.0.0.1", port=0, threads=8)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.effective_port}"
    server.close()
    thread.join(timeout=5)


@contextmanager
def served(database: Database, settings: Settings) -> Iterator[str]:
    """The page on a database, and where it answers."""
    with listening(create_app(database, settings).server) as address:
        yield address


@pytest.fixture(scope="session")
def address(demo_zone: Database, engine: Settings) -> Iterator[str]:
    """Where the page answers."""
    with served(demo_zone, engine) as answering:
        yield answering


@pytest.fixture
def zone(database: Database, engine: Settings, tmp_path: Path) -> Iterator[Zone]:
    """An empty database with the page on it, for a story that writes; the page keeps its own things for this alone."""
    apply_schema(database)
    settings = engine.model_copy(update={"home": tmp_path / "home"})
    with served(database, settings) as answering:
        yield Zone(database, settings.home, tmp_path, answering)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium.executable(), args=chromium.arguments())
        yield opened
        opened.close()


@pytest.fixture
def watched() -> Watched:
    return Watched()


@pytest.fixture
def page(browser: Browser, watched: Watched, tmp_path: Path) -> Iterator[Page]:
    """A fresh browser window; a request to anywhere else, a refused script or an error of the page fails the test."""
    context = browser.new_context(viewport=OFFICE_SCREEN, accept_downloads=True, locale="zh-CN")
    context.add_init_script("localStorage.getItem('liangxin.tour') || localStorage.setItem('liangxin.tour', 'seen')")
    opened = context.new_page()
    watched.watch(opened)
    yield opened
    context.close()
    assert not watched.outside, "the page asked an address outside"
    assert not watched.errors, "the page reported errors"


@pytest.fixture
def colleague(browser: Browser, watched: Watched) -> Iterator[Page]:
    """Another person's fresh browser."""
    context = browser.new_context(viewport=OFFICE_SCREEN, locale="zh-CN")
    opened = context.new_page()
    watched.watch(opened)
    yield opened
    context.close()
