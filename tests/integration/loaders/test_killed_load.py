"""A load killed with SIGKILL at any moment, and run again, ends in the graph of an undisturbed load."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest
from stdnum.cn import uscc

from app.cli.main import REFUSED
from graph.connection import Database
from loaders.loads import loads
from tests.ledgers import ENTERPRISES, text_table, whole_graph

ROWS = 2500
KILLS = int(os.environ.get("LIANGXIN_KILLS", "3"))
"""Kills at random moments; `make kills` takes fifty."""

Graph = tuple[frozenset[str], frozenset[str]]


@dataclass(frozen=True)
class Undisturbed:
    """What a load ends in that nobody kills, and how many seconds it takes."""

    graph: Graph
    seconds: float


def _firm(number: int) -> list[str | int]:
    body = f"91990000MA{number:07d}"
    name, code = f"示例{number}号公司", body + uscc.calc_check_digit(body)
    return [name, code, number % 90, "正常经营", f"示例路{number}号", f"G{number % 20}"]


@pytest.fixture(scope="module")
def survey(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return text_table(tmp_path_factory.mktemp("survey") / "survey.csv", ENTERPRISES, [_firm(n) for n in range(ROWS)])


def _command(file: Path) -> list[str]:
    return [sys.executable, "-m", "app.cli", "load", str(file), "--as-of", "2026-09-30", "--scope", "测试"]


def _run(file: Path, environment: dict[str, str]) -> None:
    done = subprocess.run(_command(file), env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def undisturbed(shared_database: Database, command_environment: dict[str, str], survey: Path) -> Undisturbed:
    shared_database.run_schema("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS")
    started = time.monotonic()
    _run(survey, command_environment)
    return Undisturbed(whole_graph(shared_database), time.monotonic() - started)


def _killed_when_told(word: str, file: Path, environment: dict[str, str]) -> None:
    process = subprocess.Popen(_command(file), env=environment, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    for line in process.stderr:
        if word in line:
            process.kill()
            break
    assert process.wait() != 0, "it was to be killed half way"


@pytest.mark.parametrize("stage", ["写入台账行", "推算图谱"])
def test_killed_at_a_stage_and_run_again(
    stage: str, undisturbed: Undisturbed, database: Database, command_environment: dict[str, str], survey: Path
) -> None:
    _killed_when_told(stage, survey, command_environment)
    assert whole_graph(database) != undisturbed.graph
    _run(survey, command_environment)
    assert whole_graph(database) == undisturbed.graph


def test_broken_off_by_its_person_it_says_so_and_run_again_it_goes_on(
    undisturbed: Undisturbed, database: Database, command_environment: dict[str, str], survey: Path
) -> None:
    before = signal.signal(
        signal.SIGINT, signal.SIG_DFL
    )  # a suite run in the background ignores it, and so would the load
    process = subprocess.Popen(_command(survey), env=command_environment, stderr=subprocess.PIPE, text=True)
    signal.signal(signal.SIGINT, before)
    assert process.stderr is not None
    next(line for line in process.stderr if "写入台账行" in line)
    process.send_signal(signal.SIGINT)
    told = process.stderr.read()
    assert process.wait() == REFUSED, told
    assert "Traceback" not in told
    assert told.splitlines()[-1] == "已中断；已写入的部分会在下次运行时补全"
    assert whole_graph(database) != undisturbed.graph
    _run(survey, command_environment)
    assert whole_graph(database) == undisturbed.graph


@pytest.mark.parametrize("seed", range(KILLS))
def test_killed_at_any_moment_and_run_again(
    seed: int, undisturbed: Undisturbed, database: Database, command_environment: dict[str, str], survey: Path
) -> None:
    process = subprocess.Popen(_command(survey), env=command_environment, stderr=subprocess.DEVNULL)
    try:
        process.wait(Random(seed).uniform(0.2, 1.0) * undisturbed.seconds)
    except subprocess.TimeoutExpired:
        process.kill()
    process.wait()
    _run(survey, command_environment)
    assert whole_graph(database) == undisturbed.graph


def test_a_half_load_is_taken_back_when_another_file_comes(
    database: Database, command_environment: dict[str, str], survey: Path, tmp_path: Path
) -> None:
    _killed_when_told("写入台账行", survey, command_environment)
    _run(text_table(tmp_path / "other.csv", ENTERPRISES, [_firm(9999)]), command_environment)
    assert [load["file"] for load in loads(database)] == ["other.csv"]
    assert database.read("MATCH (e:Enterprise) RETURN count(e) AS number") == [{"number": 1}]
