"""The command line as a person meets it: exits, one clear line, nothing half done."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from app.cli.main import code
from graph.connection import Database
from graph.settings import Settings
from loaders import lease
from loaders.session import Transaction
from tests.ledgers import BRANCHES, CELLS, ENTERPRISES, table, text_table, whole_graph

Run = Callable[..., subprocess.CompletedProcess[str]]

FIRM = ["甲公司", "91990000MA0000001B", 50, "正常经营", "一号路1号", "G1"]


@pytest.fixture
def run(
    command_environment: dict[str, str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> Run:
    """Runs `liangxin` in a folder of its own: in this process, or in one of its own where the environment differs."""
    monkeypatch.chdir(tmp_path)
    for name, value in command_environment.items():
        monkeypatch.setenv(name, value)

    def liangxin(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
        words = [str(argument) for argument in arguments]
        if environment:
            command = [sys.executable, "-m", "app.cli", *words]
            return subprocess.run(
                command, env={**os.environ, **environment}, capture_output=True, text=True, check=False
            )
        capfd.readouterr()
        exit_code = code(words)
        told = capfd.readouterr()
        return subprocess.CompletedProcess(words, exit_code, told.out, told.err)

    return liangxin


def _refused(done: subprocess.CompletedProcess[str], *words: str) -> None:
    assert done.returncode == 2, (done.stdout, done.stderr)
    lines = done.stderr.strip().splitlines()
    assert len(lines) == 1, lines
    assert "Traceback" not in done.stderr
    for word in words:
        assert word in lines[0], lines[0]


def test_load_ask_and_no_change_the_second_time(run: Run, database: Database, tmp_path: Path) -> None:
    file = table(tmp_path / "企业.xlsx", ENTERPRISES, [FIRM], title="示例台账")
    first = run("load", file, "--as-of", "2026-09-30")
    assert first.returncode == 0, first.stderr
    assert "每秒" in first.stdout
    again = run("load", file, "--as-of", "2026-09-30", LIANGXIN_LANG="en")
    assert again.returncode == 0
    assert "no change" in again.stdout
    answer = json.loads(run("ask", "unreached", "--at", "2026-09-30", "--format", "json").stdout)
    assert list(answer) == ["question", "at", "parameters", "rules", "total", "shown", "truncated", "rows"]
    assert (answer["total"], answer["shown"], answer["truncated"]) == (1, 1, False)


def test_check_previews_and_writes_nothing(run: Run, database: Database, tmp_path: Path) -> None:
    done = run("check", table(tmp_path / "企业.xlsx", ENTERPRISES, [FIRM]), "--as-of", "2026-09-30", "--json")
    told = json.loads(done.stdout)
    assert (done.returncode, told["rows"], told["no_change"]) == (0, {"accepted": 1}, False)
    assert whole_graph(database) == (frozenset(), frozenset())


def test_rejected_rows_are_told_with_their_place_and_exit_1(run: Run, database: Database, tmp_path: Path) -> None:
    rows = [FIRM, ["乙公司", None, "许多人", "正常经营", None, None]]
    done = run("load", table(tmp_path / "企业.xlsx", ENTERPRISES, rows), "--as-of", "2026-09-30")
    assert done.returncode == 1
    rejected = next(line for line in done.stderr.splitlines() if "退回" in line)
    for word in ("企业.xlsx", "台账", "第 3 行", "从业人员数量", "许多人", "不是数字"):
        assert word in rejected
    review = run("review", LIANGXIN_LANG="en")
    assert review.returncode == 1
    assert "row 3" in review.stdout


def test_a_code_that_fails_its_check_is_kept_and_flagged(run: Run, database: Database, tmp_path: Path) -> None:
    rows = [["甲公司", "91990000MA00000019", 5, "正常经营", None, None]]
    done = run("load", table(tmp_path / "企业.xlsx", ENTERPRISES, rows), "--as-of", "2026-09-30")
    assert done.returncode == 0
    foreseen = run("check", tmp_path / "企业.xlsx", "--as-of", "2026-10-31")
    assert "未通过校验" in foreseen.stdout
    kept = database.read("MATCH (e:Enterprise) RETURN e.uscc AS code, e.uscc_state AS state")
    assert kept == [{"code": "91990000MA00000019", "state": "failed"}]


def test_a_duplicate_key_is_rejected_with_the_row_it_contradicts(run: Run, database: Database, tmp_path: Path) -> None:
    rows = [FIRM, [*FIRM[:2], 70, *FIRM[3:]], FIRM]
    done = run("load", table(tmp_path / "企业.xlsx", ENTERPRISES, rows), "--as-of", "2026-09-30")
    assert done.returncode == 1
    assert "与第 2 行是同一对象" in done.stderr
    assert "与第 2 行重复" in done.stderr
    assert database.read("MATCH (s:SurveyRecord) RETURN s.staff AS staff") == [{"staff": 50}]


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("台账.pdf", b"%PDF", ("台账.pdf", "文件类型")),
        ("空.xlsx", b"", ("空.xlsx", "空的")),
        ("坏.xlsx", b"PK\x03\x04 not a workbook", ("坏.xlsx", "损坏")),
        ("表.csv", "企业名称,从业人员数量\n".encode(), ("表.csv", "没有数据行")),
        ("表.csv", "名字,数目\n甲,1\n".encode(), ("表.csv", "缺少表头")),
    ],
)
def test_files_that_cannot_be_trusted_are_refused_whole(
    run: Run, database: Database, tmp_path: Path, name: str, content: bytes, words: tuple[str, ...]
) -> None:
    good = table(tmp_path / "企业.xlsx", ENTERPRISES, [FIRM])
    (tmp_path / name).write_bytes(content)
    _refused(run("load", good, tmp_path / name, "--as-of", "2026-09-30"), *words)
    assert whole_graph(database) == (frozenset(), frozenset())


def test_wrong_use_is_one_clear_line(run: Run, database: Database, tmp_path: Path) -> None:
    good = table(tmp_path / "企业.xlsx", ENTERPRISES, [FIRM])
    _refused(run("load", good, "--as-of", "去年"), "--as-of", "去年")
    _refused(run("load", good), "--as-of")
    _refused(run("load", tmp_path / "没有.xlsx", "--as-of", "2026-09-30"), "没有.xlsx")
    _refused(run("load", good, "--as-of", "2026-09-30", "--kind", "nothing"), "nothing", "enterprises")
    _refused(run("nonsense"), "没有这个命令")
    _refused(run("load", good, "--as-of", "2026-09-30", "--nonsense"), "--nonsense")
    _refused(run("ask", "no-such-question"), "no-such-question")
    _refused(run("ask", "unreached", "--set", "nothing=1"), "nothing")
    _refused(run("ask", "uncovered-near-branch", "--set", "radius=far"), "radius")
    _refused(run("ask", "unreached", "--at", "2026-13-01"), "--at")
    _refused(run("why", "no such key"), "no such key")
    _refused(run("unload", "no-such-load"), "no-such-load")
    outside = run("serve", "--host", "0.0.0.0")
    _refused(outside, "0.0.0.0")
    assert outside.stdout == "", "no address is told that does not answer"
    _refused(run("export", "--question", "unreached", "--to", tmp_path / "x.docx"), ".graphml")
    _refused(run("export", "--question", "unreached", "--to", tmp_path / "x.graphml"), "没有可导出的内容")
    assert not (tmp_path / "x.graphml").exists()


def test_a_load_while_the_database_is_down_is_told(run: Run, tmp_path: Path) -> None:
    file = table(tmp_path / "企业.xlsx", ENTERPRISES, [FIRM])
    down = {"NEO4J_URI": "bolt://127.0.0.1:9", "NEO4J_PASSWORD": "nobody"}
    _refused(run("load", file, "--as-of", "2026-09-30", **down), "bolt://127.0.0.1:9")


def test_a_second_load_at_the_same_time_is_refused(run: Run, database: Database, tmp_path: Path) -> None:
    file = table(tmp_path / "企业.xlsx", ENTERPRISES, [FIRM])
    other = lease.holder()
    database.write(lambda tx: lease.take(Transaction(tx), other))
    _refused(run("load", file, "--as-of", "2026-09-30"), "另一次导入正在进行")
    database.write(lambda tx: lease.give_back(Transaction(tx), other))
    assert run("load", file, "--as-of", "2026-09-30").returncode == 0


def test_a_full_load_that_would_end_much_asks_first(run: Run, database: Database, tmp_path: Path) -> None:
    cells = [[f"G{n}", f"{n}格", "东片区", "经发局"] for n in range(10)]
    assert run("load", table(tmp_path / "9.xlsx", CELLS, cells), "--as-of", "2026-09-30", "--full").returncode == 0
    half = table(tmp_path / "10.xlsx", CELLS, cells[:5])
    _refused(run("load", half, "--as-of", "2026-10-31", "--full"), "--yes")
    assert run("load", half, "--as-of", "2026-10-31", "--full", "--yes").returncode == 0


def test_a_row_is_declined_by_its_place(run: Run, database: Database, tmp_path: Path) -> None:
    file = table(
        tmp_path / "网格.xlsx", CELLS, [["G1", "一格", "东片区", "经发局"], ["G2", "二格", "东片区", "经发局"]]
    )
    done = run("load", file, "--as-of", "2026-09-30", "--decline", "台账!3")
    assert (done.returncode, "未采纳" in done.stderr) == (1, True)
    assert database.read("MATCH (c:GridCell:Entity) RETURN c.key AS key") == [{"key": "G1"}]
    _refused(run("load", file, "--as-of", "2026-09-30", "--decline", "三"), "--decline", "工作表!行号")


def test_exported_graph_reopens(run: Run, database: Database, tmp_path: Path) -> None:
    import networkx

    rows = [["B1", "第一支部", "企业", "单独建立", "2019-07-01", None, "甲公司", FIRM[1], None]]
    assert run("load", table(tmp_path / "b.xlsx", BRANCHES, rows), "--as-of", "2026-09-30").returncode == 0
    done = run("export", "--around", FIRM[1], "--hops", "1", "--to", tmp_path / "周围.graphml")
    assert done.returncode == 0, done.stderr
    graph = networkx.read_graphml(tmp_path / "周围.graphml")
    assert (graph.number_of_nodes(), graph.number_of_edges()) == (2, 1)
    assert "甲公司" in str(dict(graph.nodes(data=True)))


def test_a_text_table_in_the_encoding_of_old_office_programs(run: Run, database: Database, tmp_path: Path) -> None:
    file = text_table(tmp_path / "企业.csv", ENTERPRISES, [FIRM], encoding="gb18030")
    assert run("load", file, "--as-of", "2026-09-30").returncode == 0
    assert database.read("MATCH (e:Enterprise) RETURN e.name AS name") == [{"name": "甲公司"}]


def test_help_and_questions_in_both_languages(run: Run, engine: Settings) -> None:
    assert "导入台账" in run("--help").stdout
    assert "load ledgers" in run("--help", LIANGXIN_LANG="en").stdout
    listed = json.loads(run("questions", "--json").stdout)
    assert {"qualified-unbuilt", "uncovered-near-branch", "zone-figures"} <= {q["id"] for q in listed}


def test_a_layout_nobody_has_seen_loads_after_its_headings_were_mapped_once(
    run: Run, database: Database, tmp_path: Path
) -> None:
    unseen = ["户名", "十八位码", "用工总人数"]
    file = table(tmp_path / "某办报表.xlsx", unseen, [["甲公司", FIRM[1], 50], ["乙公司", None, "很多"]])
    _refused(run("check", file, "--as-of", "2026-09-30", "--kind", "enterprises"), "某办报表.xlsx", "企业名称")
    mapped = [
        f"--heading={heading}={column}" for heading, column in zip(unseen, ("name", "uscc", "staff"), strict=True)
    ]
    done = run("load", file, "--as-of", "2026-09-30", "--kind", "enterprises", "--returned", tmp_path / "back", *mapped)
    assert done.returncode == 1, done.stderr
    assert "采用 1，退回 1" in done.stdout
    (back,) = (tmp_path / "back").iterdir()
    packed = tmp_path / "十月.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.write(file, "十月/某办报表.xlsx")
        archive.write(back, "十月/退回.xlsx")
    assert run("check", packed, "--as-of", "2026-10-31").returncode == 1, "remembered: not asked again, kind recognised"
    _refused(run("check", file, "--as-of", "2026-09-30", "--heading", "户名=name"), "--heading")


def test_a_person_decides_merges_and_states_by_hand(run: Run, database: Database, tmp_path: Path) -> None:
    other = ["岚川甲公司", "91990000MA0000002E", 20, "正常经营", "二号路2号", "G1"]
    run("load", table(tmp_path / "企业.xlsx", ENTERPRISES, [FIRM, other]), "--as-of", "2026-09-30")
    branch = ["B1", "第一支部", "企业", "单独建立", "2019-07-01", None, "甲公", None, "2019-07-01"]
    run("load", table(tmp_path / "支部.xlsx", BRANCHES, [branch]), "--as-of", "2026-09-30")
    assert "甲公" in run("review").stdout
    _refused(run("review", "甲公"), "甲公", "--means")
    assert run("review", "甲公", "--means", FIRM[1], "--as-of", "2026-10-01").returncode == 0
    assert run("review").returncode == 0, "nothing waits any more"
    assert run("merge", FIRM[1], other[1], "--as-of", "2026-10-01").returncode == 0
    assert run("set", FIRM[1], "staff", "60人", "--as-of", "2026-10-31").returncode == 0
    _refused(run("set", FIRM[1], "staff", "很多", "--as-of", "2026-10-31"), "从业人员数", "很多")
    assert "60" in run("why", other[1], "--at", "2026-10-31").stdout, "the merged key leads to the firm"
    assert run("authority", "Enterprise.staff", "registry", "--reason", "核实").returncode == 0
    assert "Enterprise.staff" in run("authority").stdout


def test_from_a_row_of_an_answer_to_the_cell_of_a_value_and_what_it_was(
    run: Run, database: Database, tmp_path: Path
) -> None:
    grown = [*FIRM[:2], 60, *FIRM[3:]]
    for day, row in (("2026-04-30", FIRM), ("2026-09-30", grown)):
        file = table(tmp_path / f"{day}.xlsx", ENTERPRISES, [row], title="示例台账")
        assert run("load", file, "--as-of", day).returncode == 0
    (row,) = json.loads(run("ask", "unreached", "--format", "json").stdout)["rows"]
    assert row["nodes"]["firm"] == [f"Enterprise:{FIRM[1]}"]
    told = run("why", row["nodes"]["firm"][0]).stdout.splitlines()
    at = told.index("  从业人员数：60")
    assert "← 2026-09-30.xlsx 台账!C3 从业人员数量，截至 2026-09-30" in told[at + 1]
    assert told[at + 2].strip().startswith("此前 50 ← 2026-04-30.xlsx 台账!C3 从业人员数量，截至 2026-04-30")
    traces = {t["what"]: t["entries"] for t in json.loads(run("why", FIRM[1], "--format", "json").stdout)["traces"]}
    source = traces["staff"][1]["source"]
    assert (traces["staff"][1]["value"], source["file"], source["sheet"], source["row"], source["cell"]) == (
        *(50, "2026-04-30.xlsx", "台账", 3, "C3"),
    )


def test_a_question_is_compared_with_an_earlier_day(run: Run, database: Database, tmp_path: Path) -> None:
    other = ["乙公司", "91990000MA0000002E", 20, "正常经营", "二号路2号", "G1"]
    third = ["丙公司", "91990000MA0000003C", 20, "正常经营", "三号路3号", "G1"]
    for name, day, rows in (("9", "2026-09-30", [FIRM, other]), ("10", "2026-10-31", [third, FIRM])):
        file = table(tmp_path / f"{name}.xlsx", ENTERPRISES, rows)
        assert run("load", file, "--as-of", day, "--full", "--yes").returncode == 0
    asked = ("ask", "unreached", "--at", "2026-10-31", "--compare-with", "2026-09-30")
    told = json.loads(run(*asked, "--format", "json").stdout)
    assert (told["at"], told["compared_with"], told["total"]) == ("2026-10-31", "2026-09-30", 3)
    assert told["totals"] == {"gained": 1, "lost": 1, "kept": 1}
    assert [(row["change"], row["name"]) for row in told["rows"]] == [
        ("gained", "丙公司"),
        ("lost", "乙公司"),
        ("kept", "甲公司"),
    ]
    table_form = run(*asked, "--limit", "1")
    assert ("新增" in table_form.stdout, "乙公司" in table_form.stdout) == (True, False)
    assert "新增 1，不再有 1，仍有 1；共3条，显示1条" in table_form.stderr
    assert run(*asked, "--format", "csv").stdout.splitlines()[0].startswith("change,firm,name")
    _refused(run(*asked[:-1], "2026-10-31"), "2026-10-31", "更早")
    _refused(run(*asked[:-1], "上月"), "--compare-with")
