"""A month is closed once it is over, keeps its figures, shows what came later, and is opened again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from app.cli.main import code
from graph.connection import Database
from loaders import apply
from queries.figures import figures_reconciled, published_history
from tests.ledgers import BRANCHES, ENTERPRISES, own_branches, read, table, whole_graph

MAY = date(2026, 5, 31)
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(command_environment: dict[str, str], monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    for name, value in command_environment.items():
        monkeypatch.setenv(name, value)

    def liangxin(*words: str) -> tuple[int, str, str]:
        capfd.readouterr()
        exit_code = code(list(words))
        told = capfd.readouterr()
        return exit_code, told.out, told.err

    return liangxin


def test_a_closed_month_keeps_its_figures_until_it_is_opened_again(
    run: Run, database: Database, tmp_path: Path
) -> None:
    apply.load(database, read(own_branches(tmp_path / "b.xlsx", "2020-03-01"), MAY))
    before = whole_graph(database)
    exit_code, out, _ = run("close-month", "2026-05", "--by", "党群工作部")
    assert (exit_code, "单独党支部 1" in out) == (0, True)
    history = published_history(database, MAY)
    assert len(history) == 10
    assert {(r.day, r.state, r.file) for r in history} == {(MAY, "agrees", None)}
    assert {r.reported_by for r in figures_reconciled(database, MAY)} == {"党群工作部"}
    loads = database.read(
        "MATCH (l:Load {kind: 'published_figures'}) RETURN l.file AS file, l.as_of AS as_of, l.state AS s"
    )
    assert loads == [{"file": "月度定稿 2026-05", "as_of": MAY, "s": "done"}]
    assert run("close-month", "2026-05", "--undo")[0] == 0
    assert whole_graph(database) == before
    exit_code, _, err = run("close-month", "2026-05", "--undo")
    assert (exit_code, len(err.splitlines()), "没有定稿" in err) == (2, 1, True)


def test_later_ledgers_that_changed_a_figure_are_named(run: Run, database: Database, tmp_path: Path) -> None:
    apply.load(database, read(own_branches(tmp_path / "b.xlsx", "2020-03-01"), MAY))
    assert run("close-month", "2026-05")[0] == 0
    apply.load(database, read(own_branches(tmp_path / "late.xlsx", "2026-04-08"), MAY))
    apply.load(database, read(own_branches(tmp_path / "june.xlsx", "2026-06-08"), date(2026, 6, 30)))
    found = published_history(database, MAY, "differs")
    assert [(r.figure, r.reported, r.counted, r.difference, r.state, r.file) for r in found] == [
        ("own_branches", 1, 2, -1, "changed", "late.xlsx"),
        ("founded_this_year", 0, 1, -1, "changed", "late.xlsx"),
    ]
    assert {(r.kind, r.as_of) for r in found} == {("branches", MAY)}


def test_a_ledger_of_firms_that_made_a_joint_branch_an_own_one_is_named(
    run: Run, database: Database, tmp_path: Path
) -> None:
    joint = [["B1", "联合支部", "企业", None, None, None, firm, None, None] for firm in ("甲公司", "乙公司")]
    apply.load(database, read(table(tmp_path / "b.xlsx", BRANCHES, joint), MAY, kind="branches"))
    led = [["B1", "联合支部", "李四", "D1", "书记"]]
    posts = table(tmp_path / "c.xlsx", ["党组织代码", "党组织名称", "姓名", "工号", "党内职务"], led)
    apply.load(database, read(posts, MAY, kind="committees"))
    assert run("close-month", "2026-05")[0] == 0
    firm = ["甲公司", None, 5, None, None, None, "乙公司"]
    grouped = table(tmp_path / "late.xlsx", [*ENTERPRISES, "所属集团"], [firm])
    apply.load(database, read(grouped, MAY, kind="enterprises"))
    found = {r.figure: (r.difference, r.state, r.file) for r in published_history(database, MAY, "differs")}
    assert found["instructors_and_joint_secretaries"] == (1, "changed", "late.xlsx")


def test_a_figure_that_no_later_ledger_explains_is_a_slip(run: Run, database: Database, tmp_path: Path) -> None:
    apply.load(database, read(own_branches(tmp_path / "b.xlsx", "2020-03-01"), MAY))
    rows = [["单独党支部", "2026年5月", 2], ["联合党支部", "2026年5月", 0]]
    apply.load(database, read(table(tmp_path / "r.xlsx", ["指标", "月份", "数值"], rows), MAY))
    assert [(r.figure, r.state, r.file) for r in published_history(database, MAY)] == [
        ("own_branches", "slip", None),
        ("joint_branches", "agrees", None),
    ]
    assert published_history(database, date(2026, 5, 30)) == ()
    exit_code, _, err = run("close-month", "2026-05")
    assert (exit_code, len(err.splitlines()), "r.xlsx" in err) == (2, 1, True)


def test_what_cannot_be_closed_is_refused_in_a_line(run: Run, database: Database) -> None:
    assert run("close-month", "2026-05")[0] == 0
    this_month = date.today().replace(day=1)
    for word, told in (
        ("2026-05", "月度定稿 2026-05"),
        (f"{this_month:%Y-%m}", "没有过完"),
        (f"{this_month + timedelta(days=40):%Y-%m}", "没有过完"),
        ("2026-05-31", "不是月份"),
        ("五月", "不是月份"),
    ):
        exit_code, _, err = run("close-month", word)
        assert (exit_code, len(err.splitlines()), told in err) == (2, 1, True), err
