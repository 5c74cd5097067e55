"""One local server per home, shared by all commands there: start it when it is needed, stop it, say how it is."""

from __future__ import annotations

import os
import socket
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from graph.errors import EngineError
from graph.progress import Progress, Step, silent
from graph.server import process, record
from graph.server.failure import port_was_taken, tail
from graph.server.home import Home, new_password
from graph.server.jars import ensure_jars
from graph.server.java import java_for, server_command
from graph.server.neo4j_admin import administer
from graph.server.record import Record
from graph.server.releases import RELEASES
from graph.settings import Settings
from graph.text import Text

PORT_TRIES = 3  # another program may take the free port before Neo4j does


@dataclass(frozen=True)
class Endpoint:
    """Where a database answers, and as whom."""

    uri: str
    username: str
    password: str
    database: str

    def __repr__(self) -> str:
        return f"Endpoint({self.uri!r}, {self.username!r}, database={self.database!r})"


@dataclass(frozen=True)
class Status:
    """How the local server is; the last four are None while it is stopped."""

    home: Path
    running: bool
    uri: str | None = None
    version: str | None = None
    pid: int | None = None
    since: datetime | None = None


def ensure_running(settings: Settings, progress: Progress = silent) -> Endpoint:
    """The home's local database, started if it is not running; it goes on after this process ends.

    The first time fetches Neo4j's jars (about 180 MB). EngineError says why it cannot be had.
    """
    refuse_remote(settings)
    home = Home(settings.home)
    home.make()
    with home.locked(progress):
        running = record.read(home)
        if running is None or record.process_of(home, running) is None:
            return start(settings, home, progress)
        if running.version != settings.neo4j_version:
            raise EngineError(
                Text(
                    "本机数据库正以 Neo4j {running} 运行，而设置要求 {wanted}",
                    "the local database runs Neo4j {running}; the settings ask for {wanted}",
                ).fill(running=running.version, wanted=settings.neo4j_version),
                Text(
                    "请先运行 liangxin db stop，或更改 LIANGXIN_NEO4J",
                    "run liangxin db stop first, or change LIANGXIN_NEO4J",
                ),
            )
        if not running.ready:  # whoever started it was interrupted
            process.wait_ready(home, running, _kept_password(home))
        return _endpoint(running, _kept_password(home))


def stop(settings: Settings, progress: Progress = silent) -> bool:
    """Stop the home's local server; false when none was running."""
    refuse_remote(settings)
    home = Home(settings.home)
    if not home.root.is_dir():
        return False
    with home.locked(progress):
        running = record.read(home)
        if running is None:
            return False
        progress(Step(Text("正在停止本机数据库", "stopping the local database")))
        return process.stop(home, running)


def status(settings: Settings) -> Status:
    """How the home's local server is."""
    refuse_remote(settings)
    home = Home(settings.home)
    running = record.read(home)
    if running is None or record.process_of(home, running) is None:
        return Status(home.root, running=False)
    since = datetime.fromtimestamp(running.created).astimezone()
    return Status(home.root, True, running.uri, running.version, running.pid, since)


def refuse_remote(settings: Settings) -> None:
    """EngineError when NEO4J_URI chooses a server that is not ours to start, stop or copy."""
    if settings.neo4j_uri is not None:
        raise EngineError(
            Text(
                "NEO4J_URI 指定了数据库 {uri}，它不由本程序启动和停止",
                "NEO4J_URI chooses the database {uri}, which is not started or stopped from here",
            ).fill(uri=settings.neo4j_uri),
            Text(
                "请在那台服务器上操作；若要使用本机数据库，请删除 NEO4J_URI",
                "do it there, or unset NEO4J_URI for the local database",
            ),
        )


def start(settings: Settings, home: Home, progress: Progress) -> Endpoint:
    """Start the server of a home that the caller has locked, and wait for it."""
    release = RELEASES[settings.neo4j_version]
    java = java_for(release)
    jars = ensure_jars(release, settings.jars, maven=settings.maven, progress=progress)
    progress(Step(Text("正在启动本机数据库", "starting the local database")))
    for attempt in range(1, PORT_TRIES + 1):
        port = settings.bolt_port or _usual_port(home, attempt) or _free_port()
        _refuse_taken(port)
        home.configure(settings, release, port)
        password = home.password() or _first_password(settings, home)
        command = server_command(java, jars, home, release, settings.heap_mb)
        started = process.spawn(home, command, release.version, port)
        try:
            return _endpoint(process.wait_ready(home, started, password), password)
        except EngineError:
            if attempt == PORT_TRIES or settings.bolt_port or not port_was_taken(tail(home.console_log)):
                raise
    raise AssertionError("the last attempt returned or raised")


def _kept_password(home: Home) -> str:
    password = home.password()
    if password is None:
        raise EngineError(
            Text("找不到本机数据库的密码文件 {file}", "the local database's password file {file} is gone").fill(
                file=home.password_file
            ),
            Text(
                "请从备份恢复该文件；或换一个新的 LIANGXIN_HOME 再恢复数据",
                "bring it back from a copy, or restore a backup into a new LIANGXIN_HOME",
            ),
        )
    return password


def _first_password(settings: Settings, home: Home) -> str:
    if home.has_accounts:
        return _kept_password(home)
    password = new_password()
    administer(settings, home, "dbms", "set-initial-password", password)
    home.keep_password(password)
    return password


def _endpoint(running: Record, password: str) -> Endpoint:
    return Endpoint(running.uri, "neo4j", password, "neo4j")


def _usual_port(home: Home, attempt: int) -> int | None:
    """The port of last time if it is free: whoever waits for this database, as a load does, finds it again."""
    last = home.port()
    return last if attempt == 1 and last and not _taken(last) else None


def _free_port() -> int:
    with socket.socket() as chosen:
        chosen.bind(("127.0.0.1", 0))
        return int(chosen.getsockname()[1])


def _refuse_taken(port: int) -> None:
    if error := _taken(port):
        raise EngineError(
            Text("端口 {port} 已被另一个程序占用", "port {port} is in use by another program").fill(port=port),
            Text(
                "请更改或删除 LIANGXIN_BOLT_PORT（删除后自动选择空闲端口）",
                "change LIANGXIN_BOLT_PORT, or unset it for any free port",
            ),
        ) from error


def _taken(port: int) -> OSError | None:
    """Why a port cannot be had."""
    try:
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, os.name == "posix")
            probe.bind(("127.0.0.1", port))
    except OSError as error:
        return error
    return None
