"""A database that goes away in mid-load and comes back: the load waits, says so, and ends in the same graph."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import psutil
import pytest
from stdnum.cn import uscc

from graph.connection import Database
from graph.errors import Busy, DatabaseGone
from graph.progress import Step
from graph.server import ensure_running, stop
from graph.settings import Settings
from graph.text import Text
from loaders import apply
from loaders.loads import READING
from loaders.waiting import WAITING
from loaders.work import DERIVE, PUT
from tests.ledgers import ENTERPRISES, read, text_table, whole_graph
from tests.losing import losing

ROWS = 300
SEPTEMBER, OCTOBER = date(2026, 9, 30), date(2026, 10, 31)
REMOVE = Text("撤回台账行", "taking rows out")


def _firm(number: int, staff: int) -> list[str | int]:
    body = f"91990000MA{number:07d}"
    code = body + uscc.calc_check_digit(body)
    return [f"示例{number}号公司", code, staff, "正常经营", f"示例路{number}号", f"G{number % 20}"]


@pytest.fixture(scope="module")
def september(tmp_path_factory: pytest.TempPathFactory) -> Path:
    rows = [_firm(number, number % 90) for number in range(ROWS)]
    return text_table(tmp_path_factory.mktemp("september") / "september.csv", ENTERPRISES, rows)


@pytest.fixture(scope="module")
def october(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Of the same firms: what changes, what stays and, loaded as full, what ends."""
    rows = [_firm(number, number % 70) for number in range(100, ROWS)]
    return text_table(tmp_path_factory.mktemp("october") / "october.csv", ENTERPRISES, rows)


@pytest.fixture
def leaving(own: Settings) -> Iterator[Database]:
    """A database that may go away: the second home's, empty at first."""
    with Database.open(own) as opened:
        opened.run_schema("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS")
        yield opened


class Outage:
    """Watches a load: stops its database when a stage begins, and starts it again when the load waits for it."""

    def __init__(self, settings: Settings, stage: Text, *, back: bool = True) -> None:
        self.settings, self.stage, self.back = settings, stage, back
        self.told: list[Text] = []

    def __call__(self, step: Step) -> None:
        first = step.what not in self.told
        self.told.append(step.what)
        if first and step.what == self.stage:
            stop(self.settings)
        if first and step.what == WAITING and self.back:
            ensure_running(self.settings)


@pytest.mark.parametrize("stage", [PUT, DERIVE], ids=["rows", "graph"])
def test_a_load_waits_says_so_and_goes_on(
    stage: Text, own: Settings, leaving: Database, database: Database, september: Path, october: Path
) -> None:
    apply.load(database, read(september, SEPTEMBER))
    undisturbed = apply.load(database, read(october, OCTOBER, full=True))
    apply.load(leaving, read(september, SEPTEMBER))
    outage = Outage(own, stage)
    outcome = apply.load(leaving, read(october, OCTOBER, full=True), outage)
    assert WAITING in outage.told[outage.told.index(stage) : -1]
    assert (outcome.rows, outcome.changes.counts) == (undisturbed.rows, undisturbed.changes.counts)
    assert whole_graph(leaving) == whole_graph(database)


def test_taking_a_load_back_waits_too(own: Settings, leaving: Database, september: Path, october: Path) -> None:
    apply.load(leaving, read(september, SEPTEMBER))
    before = whole_graph(leaving)
    load = apply.load(leaving, read(october, OCTOBER, full=True)).load
    outage = Outage(own, REMOVE)
    assert apply.unload(leaving, load.id, outage).rows == {"removed": ROWS - 100}
    assert WAITING in outage.told
    assert whole_graph(leaving) == before


def test_nothing_is_done_twice_when_the_answer_to_a_commit_is_lost(
    database: Database, september: Path, october: Path
) -> None:
    def work(at: Database) -> list[object]:
        at.run_schema("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS")
        apply.load(at, read(september, SEPTEMBER))
        told: list[object] = [whole_graph(database)]
        outcome = apply.load(at, read(october, OCTOBER, full=True))
        told += [whole_graph(database), outcome.rows, outcome.changes.counts]
        return [*told, apply.unload(at, outcome.load.id).rows, whole_graph(database)]

    undisturbed = work(database)
    address = ("127.0.0.1", int(database.endpoint.uri.rpartition(":")[2]))
    with losing(address, each=2) as network:
        through = Settings(neo4j_uri=f"bolt://127.0.0.1:{network.port}", neo4j_password=database.endpoint.password)
        with Database.open(through) as other:
            assert work(other) == undisturbed
        assert network.lost > len(undisturbed)


def test_a_command_tells_that_it_waits(own: Settings, leaving: Database, database: Database, september: Path) -> None:
    apply.load(database, read(september, SEPTEMBER))
    chosen = {"LIANGXIN_HOME": str(own.home), "LIANGXIN_JARS": str(own.jars), "LIANGXIN_NEO4J": own.neo4j_version}
    command = [sys.executable, "-m", "app.cli", "load", str(september), "--as-of", "2026-09-30", "--scope", "测试园区"]
    loading = subprocess.Popen(command, env={**os.environ, **chosen}, stderr=subprocess.PIPE, text=True)
    assert loading.stderr is not None
    told: set[str] = set()
    for line in loading.stderr:
        first = line.strip() not in told
        told.add(line.strip())
        if PUT.zh in line and first:
            psutil.Process(loading.pid).suspend()  # or it might be done before the database has stopped
            stop(own)
            psutil.Process(loading.pid).resume()
        if WAITING.zh in line and first:
            ensure_running(own)
    assert loading.wait() == 0, told
    assert WAITING.zh in told
    assert whole_graph(leaving) == whole_graph(database)


def test_a_database_that_stays_away_ends_the_load_and_the_next_one_completes_it(
    own: Settings, database: Database, september: Path
) -> None:
    apply.load(database, read(september, SEPTEMBER))
    with Database.open(own.model_copy(update={"wait_seconds": 0})) as impatient:
        impatient.run_schema("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS")
        with pytest.raises(DatabaseGone, match="cannot be reached"):
            apply.load(impatient, read(september, SEPTEMBER), Outage(own, PUT, back=False))
        ensure_running(own)
        apply.load(impatient, read(september, SEPTEMBER))
        assert whole_graph(impatient) == whole_graph(database)


def test_a_load_that_was_taken_over_meanwhile_writes_no_more(database: Database, september: Path) -> None:
    def take_over(step: Step) -> None:
        if step.what == PUT:
            database.run_schema("MATCH (l:Lease) DELETE l")  # another has taken it, done its work and given it back

    with pytest.raises(Busy, match="took over"):
        apply.load(database, read(september, SEPTEMBER), take_over)
    assert database.read("MATCH (l:Load) RETURN l.state AS state") == [{"state": READING}]
