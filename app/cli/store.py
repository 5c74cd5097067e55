"""The local database: liangxin db start | stop | status | backup | restore."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from app.cli.options import opened
from app.cli.output import say_line
from app.cli.words import LANGUAGE, say
from graph import server
from graph.progress import shown
from graph.server import admin
from graph.settings import read_settings

commands = typer.Typer(
    help=say("本机数据库：启动、停止、状态、备份、恢复", "the local database: start, stop, status, backup, restore"),
    no_args_is_help=True,
    rich_markup_mode=None,
)

File = Annotated[Path, typer.Argument(metavar="FILE", help=say("备份文件", "the backup file"))]


@commands.command(help=say("启动本机数据库", "start the local database"))
def start() -> int:
    """Start it."""
    with opened() as database:
        uri, version = database.endpoint.uri, database.version
    say_line(f"数据库已就绪：{uri}(Neo4j {version})", f"the database is ready: {uri} (Neo4j {version})")
    return 0


@commands.command(help=say("停止本机数据库", "stop the local database"))
def stop() -> int:
    """Stop it."""
    with shown(LANGUAGE) as progress:
        stopped = server.stop(read_settings(), progress)
    if stopped:
        say_line("数据库已停止", "the database is stopped")
    else:
        say_line("数据库没有在运行", "the database was not running")
    return 0


@commands.command(help=say("数据库是否在运行", "whether the database runs"))
def status() -> int:
    """How it is."""
    found = server.status(read_settings())
    if found.running:
        since = f"{found.since:%Y-%m-%d %H:%M}" if found.since else ""
        say_line(
            f"运行中：{found.uri}，Neo4j {found.version}，进程 {found.pid}，自 {since}，数据在 {found.home}",
            f"running: {found.uri}, Neo4j {found.version}, process {found.pid}, since {since}, data in {found.home}",
        )
    else:
        say_line(f"没有运行；数据在 {found.home}", f"not running; data in {found.home}")
    return 0


@commands.command(help=say("备份到一个文件", "back up to a file"))
def backup(file: File) -> int:
    """Back up."""
    with shown(LANGUAGE) as progress:
        admin.backup(read_settings(), file, progress)
    say_line(f"已备份到 {file}", f"backed up to {file}")
    return 0


@commands.command(help=say("从备份文件恢复", "restore from a backup file"))
def restore(file: File) -> int:
    """Restore."""
    with shown(LANGUAGE) as progress:
        admin.restore(read_settings(), file, progress)
    say_line(f"已从 {file} 恢复", f"restored from {file}")
    return 0
