"""A load killed with SIGKILL at any stage, and run again, ends in the graph of an undisturbed load."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from stdnum.cn import uscc

from graph.connection import Database
from loaders.loads import loads
from tests.ledgers import text_table, whole_graph

ROWS = 4500
HEADINGS = ["企业名称", "统一社会信用代码", "注册日期", "企业类型", "注册地址"]

Graph = tuple[frozenset[str], frozenset[str]]


@pytest.fixture(scope="module")
def registry(tmp_path_factory: pytest.TempPathFactory) -> Path:
    rows = []
    for number in range(ROWS):
        body = f"91990000MA{number:07d}"
        rows.append(
            [f"示例{number}号公司", body + uscc.calc_check_digit(body), "2013-01-02", "私营", f"示例路{number}号"]
        )
    return text_table(tmp_path_factory.mktemp("registry") / "registry.csv", HEADINGS, rows)


def _command(registry: Path) -> list[str]:
    return [sys.executable, "-m", "app.cli", "load", str(registry), "--as-of", "2013-12-31", "--scope", "测试"]


@pytest.fixture(scope="module")
def undisturbed(shared_database: Database, command_environment: dict[str, str], registry: Path) -> Iterator[Graph]:
    _empty(shared_database)
    done = subprocess.run(_command(registry), env=command_environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    yield whole_graph(shared_database)


def _empty(database: Database) -> None:
    database.run_schema("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS")


@pytest.mark.parametrize("stage", ["写入台账行", "核对身份", "推算图谱"])
def test_killed_and_run_again(
    stage: str, undisturbed: Graph, database: Database, command_environment: dict[str, str], registry: Path
) -> None:
    process = subprocess.Popen(_command(registry), env=command_environment, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    for line in process.stderr:
        if stage in line:
            process.kill()
            break
    assert process.wait() != 0, "it was to be killed half way"
    assert whole_graph(database) != undisturbed
    again = subprocess.run(_command(registry), env=command_environment, capture_output=True, text=True, check=False)
    assert again.returncode == 0, again.stderr
    assert whole_graph(database) == undisturbed


def test_a_half_load_is_taken_back_when_another_file_comes(
    database: Database, command_environment: dict[str, str], registry: Path, tmp_path: Path
) -> None:
    process = subprocess.Popen(_command(registry), env=command_environment, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    for line in process.stderr:
        if "写入台账行" in line:
            process.kill()
            break
    process.wait()
    other = text_table(
        tmp_path / "other.csv", HEADINGS, [["另一公司", "91990000MA0000001B", "2013-01-02", "私营", "某路"]]
    )
    done = subprocess.run(
        [*_command(registry)[:4], str(other), *_command(registry)[5:]],
        env=command_environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert [load["file"] for load in loads(database)] == ["other.csv"]
    assert database.read("MATCH (e:Enterprise) RETURN count(e) AS number") == [{"number": 1}]
