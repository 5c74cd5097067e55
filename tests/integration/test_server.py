"""The local server's life, on a home of its own where a test stops or breaks it."""

import json
import os
import signal
import socket
import subprocess
import sys
import time

import psutil
import pytest

from graph.connection import Database
from graph.errors import EngineError
from graph.server import ensure_running, status, stop
from graph.server.admin import backup, restore
from graph.server.home import Home
from graph.settings import Settings

# What a command does: find the home's database, and say which process it is.
COMMAND = """
import json, sys
from graph.server import ensure_running, status
from graph.settings import read_settings
endpoint = ensure_running(read_settings())
print(json.dumps([endpoint.uri, status(read_settings()).pid]), flush=True)
"""
# A run that is killed before it can clean up.
OWNER = """
import os, sys
from pathlib import Path
from graph.server.watchdog import bind_to_owner
from graph.settings import read_settings
print(bind_to_owner(read_settings().home, os.getpid(), remove_home=True), flush=True)
"""


def environment(settings):
    chosen = {
        "LIANGXIN_HOME": str(settings.home),
        "LIANGXIN_JARS": str(settings.jars),
        "LIANGXIN_NEO4J": settings.neo4j_version,
        "LIANGXIN_HEAP_MB": "512",
    }
    return {**os.environ, **chosen}


def command(settings, script=COMMAND):
    return subprocess.Popen(
        [sys.executable, "-c", script],
        env=environment(settings),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def count(settings):
    with Database.open(settings) as database:
        return database.read("MATCH (n:Firm) RETURN count(n) AS n")[0]["n"]


def add(settings, firms):
    with Database.open(settings) as database:
        database.write(lambda tx: tx.run("UNWIND range(1, $n) AS i CREATE (:Firm {code: i})", n=firms).consume())


def within(seconds, happened):
    """Wait for another process; fails the test when it does not come."""
    deadline = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < deadline, f"not within {seconds} s"
        time.sleep(0.05)


def test_two_commands_at_once_share_one_server_that_outlives_them(own):
    both = [command(own), command(own)]
    said = [process.communicate(timeout=240) for process in both]
    assert [process.returncode for process in both] == [0, 0], said
    first, second = (json.loads(out) for out, _ in said)
    assert first == second
    assert status(own).running and status(own).pid == first[1]


def test_status_tells_version_address_and_start(own):
    endpoint = ensure_running(own)
    now = status(own)
    assert (now.uri, now.version, now.home) == (endpoint.uri, own.neo4j_version, own.home)
    assert now.uri.startswith("bolt://127.0.0.1:")


def test_it_listens_on_loopback_only(own):
    ensure_running(own)
    listening = [c.laddr for c in psutil.Process(status(own).pid).net_connections() if c.status == psutil.CONN_LISTEN]
    assert listening
    assert {address.ip.removeprefix("::ffff:") for address in listening} == {"127.0.0.1"}


def test_another_version_is_not_started_over_a_running_one(own):
    ensure_running(own)
    other = "5.26.30" if own.neo4j_version != "5.26.30" else "2026.09.0"
    with pytest.raises(EngineError, match="db stop"):
        ensure_running(own.model_copy(update={"neo4j_version": other}))


def test_backups_bring_back_what_was_there_also_after_a_crash(own, tmp_path):
    add(own, 5)
    backup(own, tmp_path / "early.dump")
    assert status(own).running, "a server that ran runs again"
    add(own, 100)
    early, late = 5, 105
    assert count(own) == late

    server = psutil.Process(status(own).pid)
    server.kill()
    server.wait()
    assert not status(own).running
    backup(own, tmp_path / "late.dump")
    assert not status(own).running, "one that was stopped stays stopped"

    restore(own, tmp_path / "early.dump")
    assert count(own) == early
    restore(own, tmp_path / "late.dump")
    assert status(own).running
    assert count(own) == late


def test_a_restore_of_something_else_changes_nothing(own, tmp_path):
    then = count(own)
    stop(own)
    (tmp_path / "letter.dump").write_text("Dear committee")
    with pytest.raises(EngineError, match="Not a valid Neo4j archive"):
        restore(own, tmp_path / "letter.dump")
    assert count(own) == then


def test_a_backup_never_overwrites(own, tmp_path):
    (tmp_path / "zone.dump").write_text("last year's")
    with pytest.raises(EngineError, match="exists already"):
        backup(own, tmp_path / "zone.dump")
    assert (tmp_path / "zone.dump").read_text() == "last year's"


def test_stop_ends_the_process_and_is_quiet_the_second_time(own):
    ensure_running(own)
    pid = status(own).pid
    assert stop(own) is True
    assert not psutil.pid_exists(pid)
    assert not status(own).running
    assert stop(own) is False


def test_another_command_stops_the_server_while_its_starter_runs_on(own):
    ensure_running(own)
    pid = status(own).pid
    stopping = command(
        own, "from graph.server import stop; from graph.settings import read_settings; stop(read_settings())"
    )
    assert stopping.communicate(timeout=50)[1] == ""
    assert stopping.returncode == 0
    assert not psutil.pid_exists(pid) or psutil.Process(pid).status() == psutil.STATUS_ZOMBIE
    assert not status(own).running


def test_a_chosen_port_is_used_and_a_taken_one_is_named(own):
    stop(own)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        chosen = own.model_copy(update={"bolt_port": port})
        with pytest.raises(EngineError, match=str(port)):
            ensure_running(chosen)
    assert ensure_running(chosen).uri == f"bolt://127.0.0.1:{port}"


def test_a_server_started_again_is_where_it_was_while_the_port_is_free(own):
    usual = ensure_running(own)
    stop(own)
    assert ensure_running(own) == usual
    stop(own)
    with socket.socket() as taken:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, os.name == "posix")
        taken.bind(("127.0.0.1", int(usual.uri.rpartition(":")[2])))
        taken.listen()
        assert ensure_running(own).uri != usual.uri


def test_a_server_that_cannot_start_tells_why_and_leaves_nothing(own):
    stop(own)
    with pytest.raises(EngineError, match="Could not reserve enough space"):
        ensure_running(own.model_copy(update={"heap_mb": 100_000_000}))
    assert not status(own).running


def test_a_lost_password_is_said_before_anything_starts(own):
    stop(own)
    kept = Home(own.home).password_file
    kept.rename(kept.with_suffix(".aside"))
    with pytest.raises(EngineError, match="neo4j-password"):
        ensure_running(own)
    assert not status(own).running
    kept.with_suffix(".aside").rename(kept)


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL is POSIX")
def test_a_killed_owner_leaves_no_server_and_no_home(own, tmp_path):
    home = tmp_path / "short-lived"
    home.mkdir()
    settings = own.model_copy(update={"home": home})
    owner = command(settings, OWNER + COMMAND + "sys.stdin.read()")
    watchdog = int(owner.stdout.readline())
    server = psutil.Process(json.loads(owner.stdout.readline())[1])
    owner.send_signal(signal.SIGKILL)
    owner.communicate()
    within(30, lambda: not server.is_running() or server.status() == psutil.STATUS_ZOMBIE)
    within(30, lambda: not home.exists())
    within(30, lambda: not psutil.pid_exists(watchdog))


@pytest.mark.parametrize("act", [ensure_running, stop, status])
def test_a_remote_server_is_not_ours_to_run(act):
    with pytest.raises(EngineError, match="NEO4J_URI"):
        act(Settings(neo4j_uri="bolt://127.0.0.1:1", neo4j_password="x"))


@pytest.mark.parametrize("act", [backup, restore])
def test_a_remote_server_is_not_copied_but_the_command_is_told(act, tmp_path):
    with pytest.raises(EngineError, match=r"neo4j-admin database (dump|load) zone"):
        act(Settings(neo4j_uri="bolt://127.0.0.1:1", neo4j_password="x", neo4j_database="zone"), tmp_path / "a")
