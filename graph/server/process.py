"""The server's process: spawned detached, waited for until Bolt answers, stopped cleanly."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

import psutil
from neo4j import GraphDatabase
from neo4j.exceptions import AuthError, DriverError, Neo4jError

from graph.errors import EngineError
from graph.server import record as records
from graph.server.failure import reason_in, tail
from graph.server.home import Home
from graph.server.record import Record
from graph.text import Text

START_SECONDS = 180.0
STOP_SECONDS = 60.0
PAUSE_SECONDS = 0.1

# Kept, so that a server which ends while its starter still runs is reaped by it and not left a zombie.
_children: list[subprocess.Popen[bytes]] = []


def spawn(home: Home, command: list[str], version: str, port: int) -> Record:
    """Start the server so that it outlives this process and its terminal; recorded at once, not ready yet."""
    with home.console_log.open("wb") as log:
        child = detached(command, log, home.neo4j)
    _children.append(child)
    record = Record(child.pid, psutil.Process(child.pid).create_time(), version, port, ready=False)
    records.write(home, record)
    return record


def detached(command: list[str], output: BinaryIO | int, folder: Path) -> subprocess.Popen[bytes]:
    """A process in `folder` that no closed terminal, Ctrl-C or kill meant for this one reaches."""
    nothing = subprocess.DEVNULL
    if sys.platform == "win32":
        # A console of its own, unseen; the server is asked to end there (see _ask_to_end).
        flags = subprocess.CREATE_NO_WINDOW
        return subprocess.Popen(command, stdin=nothing, stdout=output, stderr=output, cwd=folder, creationflags=flags)
    return subprocess.Popen(command, stdin=nothing, stdout=output, stderr=output, cwd=folder, start_new_session=True)


def wait_ready(home: Home, record: Record, password: str, seconds: float = START_SECONDS) -> Record:
    """Wait until the database answers; EngineError with the log's reason when it ends or takes too long."""
    deadline = time.monotonic() + seconds
    while not _answers(home, record, password):
        if records.process_of(home, record) is None:
            records.forget(home)
            raise EngineError(
                Text("本机数据库启动失败：{reason}", "the local database did not start: {reason}").fill(
                    reason=reason_in(tail(home.console_log))
                ),
                Text("完整日志：{log}", "full log: {log}").fill(log=home.console_log),
            )
        if time.monotonic() > deadline:
            # A large database may be recovering from a power cut: ending it would only make it begin again.
            raise EngineError(
                Text(
                    "本机数据库 {n} 秒后仍未就绪：{reason}", "the local database is not up after {n} s: {reason}"
                ).fill(n=int(seconds), reason=reason_in(tail(home.console_log))),
                Text(
                    "它会继续启动，请稍后再试；或运行 liangxin db stop",
                    "it goes on; try again later or liangxin db stop",
                ),
            )
        time.sleep(PAUSE_SECONDS)
    ready = replace(record, ready=True)
    records.write(home, ready)
    return ready


def _answers(home: Home, record: Record, password: str) -> bool:
    try:
        # A bare port first: a driver that is refused waits and logs.
        socket.create_connection(("127.0.0.1", record.port), timeout=1).close()
        with (
            GraphDatabase.driver(record.uri, auth=("neo4j", password), telemetry_disabled=True) as driver,
            driver.session(database="neo4j") as session,
        ):
            session.run("RETURN 1").consume()  # auto-commit, so without the driver's retries
            return True
    except AuthError as error:
        stop(home, record)
        raise EngineError(
            Text("本机数据库的密码与保存的不符", "the local database refuses the password that was kept for it"),
            Text("请恢复 neo4j-password 文件，或从备份恢复", "bring back the file neo4j-password, or restore a backup"),
        ) from error
    except (OSError, DriverError, Neo4jError):
        return False  # not yet: the caller looks whether it still can


def stop(home: Home, record: Record) -> bool:
    """Stop the recorded server, cleanly if it can be; false when it had ended already."""
    process = records.process_of(home, record)
    if process is None:
        records.forget(home)
        return False
    _ask_to_end(process)
    if not _ended(process):
        process.kill()
        _ended(process)
    records.forget(home)
    return True


def _ended(process: psutil.Process) -> bool:
    """Whether it ends in time: waited for if it is ours, else watched."""
    ours = next((child for child in _children if child.pid == process.pid and child.returncode is None), None)
    if ours is not None:
        with suppress(subprocess.TimeoutExpired):
            ours.wait(STOP_SECONDS)
        return ours.returncode is not None
    deadline = time.monotonic() + STOP_SECONDS
    while not _gone(process):
        if time.monotonic() > deadline:
            return False
        time.sleep(PAUSE_SECONDS)
    return True


def _gone(process: psutil.Process) -> bool:
    """Whether it has ended. The child of another command stays a zombie there; one with threads is still at work."""
    try:
        return not process.is_running() or (process.status() == psutil.STATUS_ZOMBIE and process.num_threads() <= 1)
    except psutil.NoSuchProcess:
        return True


def _ask_to_end(process: psutil.Process) -> None:
    if sys.platform == "win32":
        # Windows has no SIGTERM, terminate() there kills, and a killed database cannot be dumped.
        subprocess.run([sys.executable, Path(__file__).with_name("console_break.py"), str(process.pid)], check=False)
    else:
        process.terminate()
