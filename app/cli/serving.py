"""The page: demo and serve."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from app.asked_ahead import ask_ahead
from app.cli.options import asked_day, opened
from app.cli.output import say_line
from app.cli.reporting import outcome_lines
from app.cli.words import LANGUAGE, say
from app.counting_ahead import counting_after, keep_counting
from app.kept import Kept
from app.quiet import Quiet
from graph.connection import Database
from graph.errors import DatabaseError
from graph.progress import shown
from graph.settings import Settings, read_settings
from loaders import apply
from loaders.demo import write_demo_zone
from loaders.keyring import digester_of
from loaders.reading import read_ledger
from loaders.sources import read_source
from loaders.trace import trace
from queries.warming import warm

Host = Annotated[str, typer.Option("--host", help=say("监听地址(只允许本机)", "address to listen on (loopback only)"))]
Port = Annotated[int, typer.Option("--port", min=1, max=65535, help=say("端口", "port"))]


def add_to(cli: typer.Typer) -> None:
    """Add these commands."""
    cli.command(help=say("生成并导入示例园区，打开页面", "make and load the demo zone, open the page"))(demo)
    cli.command(help=say("打开页面", "open the page"))(serve)


def demo(
    dir_: Annotated[
        Path, typer.Option("--dir", help=say("示例台账放在哪里", "where the demo ledgers go"), metavar="DIR")
    ] = Path("demo-ledgers"),
    no_serve: Annotated[bool, typer.Option("--no-serve", help=say("只导入，不打开页面", "load only"))] = False,
    host: Host = "127.0.0.1",
    port: Port = 8050,
) -> int:
    """Make the demo zone's ledgers, load them, open the app."""
    settings = read_settings()
    with opened(settings) as database:
        with counting_after(database):
            load_demo(database, settings, dir_)
        if not no_serve:
            _serve(database, settings, host, port)
    return 0


def load_demo(database: Database, settings: Settings, folder: Path) -> None:
    """Write the demo zone's ledgers into `folder` and load them like anyone's."""
    digester = digester_of(database, settings.home)
    for ledger in write_demo_zone(folder):
        read = read_ledger(
            read_source(ledger.path),
            digester,
            kind=ledger.kind,
            scope=ledger.scope,
            as_of=ledger.as_of,
            full=ledger.full,
        )
        with shown(LANGUAGE) as progress:
            outcome = apply.load(database, read, progress)
        outcome_lines(read, outcome)


def serve(host: Host = "127.0.0.1", port: Port = 8050) -> int:
    """Open the page."""
    settings = read_settings()
    with opened(settings) as database:
        apply.finish(database)
        _serve(database, settings, host, port)
    return 0


def _serve(database: Database, settings: Settings, host: str, port: int) -> None:
    from app.factory import serve as serve_page  # Dash takes a second to import: only these commands wait for it

    def ready(quiet: Quiet, kept: Kept) -> None:
        threading.Thread(target=_work_ahead, args=(database, quiet, kept), daemon=True).start()
        say_line(f"页面：http://{host}:{port}  (Ctrl+C 结束)", f"the page: http://{host}:{port}  (Ctrl+C ends it)")

    serve_page(database, settings, host, port, ready)


def _work_ahead(database: Database, quiet: Quiet, kept: Kept) -> None:
    """Make ready before the first asker, to whom a database that fails now tells why; then count ahead for ever."""
    with suppress(DatabaseError):
        make_ready(database, kept, quiet.wait)
    keep_counting(database, kept, quiet.wait)


def make_ready(database: Database, kept: Kept, pause: Callable[[], None] = lambda: None) -> None:
    """Have what the overview shows counted, and traces and questions planned; `pause` is called in between."""
    day = asked_day(database, "")
    trace(database, [], day)
    ask_ahead(database, kept, pause)
    warm(database, day, pause)
