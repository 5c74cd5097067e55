import os
import subprocess
import sys

import psutil
import pytest

from graph.server import record
from graph.server.home import Home
from graph.server.lifecycle import status, stop
from graph.server.record import Record
from graph.settings import Settings


@pytest.fixture
def home(tmp_path):
    home = Home(tmp_path)
    home.make()
    return home


@pytest.fixture
def sleeper():
    """A process of someone else."""
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as process:
        yield process
        process.kill()


def created(pid):
    return psutil.Process(pid).create_time()


def test_a_running_process_is_recognised_by_its_start_time(home, sleeper):
    running = Record(sleeper.pid, created(sleeper.pid), "2026.09.0", 1, ready=True)
    assert record.process_of(home, running).pid == sleeper.pid


def test_a_reused_process_id_is_not_ours(home, sleeper):
    stale = Record(sleeper.pid, created(sleeper.pid) - 60, "2026.09.0", 1, ready=True)
    assert record.process_of(home, stale) is None


def test_a_server_is_recognised_after_the_clock_was_set(home):
    script = "import sys; print('up', flush=True); sys.stdin.read()"
    command = [sys.executable, "-c", script, str(home.neo4j)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline() == "up\n", "a process has no command line yet while it is being started"
        shifted = Record(process.pid, created(process.pid) - 3600, "2026.09.0", 1, ready=True)
        assert record.process_of(home, shifted) is not None
        process.kill()


def test_an_ended_process_is_not_running(home, sleeper):
    running = Record(sleeper.pid, created(sleeper.pid), "2026.09.0", 1, ready=True)
    sleeper.kill()
    sleeper.wait()
    assert record.process_of(home, running) is None


def test_stop_never_touches_a_reused_process_id(home, sleeper):
    record.write(home, Record(sleeper.pid, created(sleeper.pid) - 60, "2026.09.0", 1, ready=True))
    assert stop(Settings(home=home.root)) is False
    assert sleeper.poll() is None
    assert record.read(home) is None


def test_a_record_cut_short_counts_as_none(home):
    home.record.write_text('{"pid": 12')
    assert record.read(home) is None
    assert not status(Settings(home=home.root)).running


def test_what_is_written_is_read(home):
    written = Record(1, 2.5, "5.26.30", 7687, ready=False)
    record.write(home, written)
    assert record.read(home) == written


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX")
def test_the_password_is_for_this_user_only(home):
    home.keep_password("secret")
    assert home.password_file.stat().st_mode & 0o777 == 0o600
    assert home.password() == "secret"
