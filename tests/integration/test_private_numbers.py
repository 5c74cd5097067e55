"""Planted ID and telephone numbers are searched for in the whole store, its files, logs, exports and command output.

All numbers are invented: region 990000, mobile numbers 1380000xxxx.
"""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from stdnum.cn import ric

from app.cli.main import code
from app.reports.formats import FORMATS
from graph.connection import Database
from graph.model import model
from graph.settings import Settings
from queries.catalog import catalog

SEPTEMBER = "2026-09-30"
FIRM = ["甲公司", "91990000MA0000001B"]
CONTROL = "990000111122223333"
"""A code like others, which may be kept: the search must find it in every kind of place it searches."""

PLACES = (
    "column name remark wide spaced hyphens number post code heading title sheet file rejected unheaded phone needs "
    "firm whole hand"
)
BODIES = {place: f"990000{1960 + n}0{1 + n % 9}0{1 + n % 9}00{n % 10}" for n, place in enumerate(PLACES.split())}
IDS = {place: body + ric.calc_check_digit(body + "0") for place, body in BODIES.items()}
WRONG = IDS["rejected"][:17] + ("0" if IDS["rejected"][17] != "0" else "1")
OLD = "990000600704009"
PHONES = {
    place: f"1380000{number:04d}" for number, place in enumerate(["column", "other", "remark", "post", "code", "hand"])
}
WIDE = str.maketrans("0123456789X", "０１２３４５６７８９Ｘ")

MEMBERS = ["姓名", "身份证号", "入党日期", "党员类别", "工作单位", "信用代码", "所在党组织", "党组织代码", "备注"]
OFFICERS = ["工号", "姓名", "所在部门", "职务", "联系电话", "挂点企业", "备注", f"核对{IDS['heading']}"]
ENTERPRISES = ["企业名称", "统一社会信用代码", "从业人员数量", "经营状态", "企业经营地", "联系电话", "发展需求"]


def _book(path: Path, title: str, headings: list[str], rows: list[list[Any]], sheet: str = "台账") -> Path:
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet(sheet)
        page.write(0, 0, title)
        for number, row in enumerate([headings, *rows], start=1):
            for column, cell in enumerate(row):
                if isinstance(cell, int):
                    page.write_number(number, column, cell)
                elif cell is not None:
                    page.write_string(number, column, cell)
    return path


def _member(name: str, number: str | None, remark: Any = None) -> list[Any]:
    return [name, number, "1999-07-01", "正式党员", *FIRM, "第一支部", CONTROL, remark]


@pytest.fixture
def ledgers(tmp_path: Path) -> list[Path]:
    """Numbers in their columns and in every place where people put them by mistake."""
    spaced = f"{IDS['spaced'][:6]} {IDS['spaced'][6:14]} {IDS['spaced'][14:]}"
    hyphens = "-".join(re.findall(".{6}", IDS["hyphens"]))
    members = [
        _member("安某", IDS["column"], f"旧证{OLD}"),
        _member("鲍某", WRONG, "换证"),
        _member(f"曹某{IDS['name']}", None),
        _member(
            "邓某",
            IDS["remark"].translate(WIDE),
            f"本人{IDS['remark']}，电话{PHONES['remark'][:3]} {PHONES['remark'][3:]}",
        ),
        _member("易某", None, IDS["wide"].translate(WIDE)),
        _member("方某", None, spaced),
        _member("高某", None, hyphens),
        _member("何某", None, int(IDS["number"][:17] + "0")),
        [*_member("江某", None), IDS["unheaded"]],
        _member(IDS["whole"], None),
    ]
    officers = [
        ["E1", "孔某", "经发局", f"科长{IDS['post']}、{PHONES['post']}", int(PHONES["column"]), FIRM[0], None, "已核"],
        [IDS["code"], "林某", "经发局", None, None, FIRM[0], None, None],
        [PHONES["code"], "莫某", "经发局", None, "无", FIRM[0], f"(0793){PHONES['other'][:8]}", None],
        ["E4", "倪某", "经发局", None, IDS["phone"], FIRM[0], None, None],
    ]
    other = [["E1", "孔某", "经发局", None, PHONES["other"], FIRM[0], None, None]]
    firms = [
        [*FIRM, 50, "正常经营", "一号路1号", PHONES["other"], f"找{IDS['needs']}"],
        [f"乙公司{IDS['firm']}", None, 5, "正常经营", None, None, None],
    ]
    title = f"填表人 孔某 {IDS['title']}"
    return [
        _book(tmp_path / "党员.xlsx", title, MEMBERS, members, IDS["sheet"]),
        _book(tmp_path / f"{IDS['file']}的台账.xlsx", title, OFFICERS, officers),
        _book(tmp_path / "企业.xlsx", title, ENTERPRISES, firms),
        _book(tmp_path / "干部二.xlsx", title, OFFICERS, other),
    ]


@pytest.fixture
def told(
    database: Database,
    ledgers: list[Path],
    command_environment: dict[str, str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> dict[str, str]:
    """What every command says of these ledgers, and what its files hold."""
    monkeypatch.chdir(tmp_path)
    for name, value in command_environment.items():
        monkeypatch.setenv(name, value)
    said: dict[str, str] = {}

    def run(*words: object) -> None:
        capfd.readouterr()
        code([str(word) for word in words])
        out, err = capfd.readouterr()
        assert "Traceback" not in err, err
        said[" ".join(map(str, words[:2])) + str(len(said))] = out + err

    run("check", *ledgers, "--as-of", SEPTEMBER, "--json")
    run("check", ledgers[0], "--as-of", SEPTEMBER)
    run("load", *ledgers, "--as-of", SEPTEMBER)
    run("set", "Officer:E1", "phone", PHONES["hand"], "--as-of", "2026-11-30")
    run("set", FIRM[1], "needs", f"找{IDS['hand']}", "--as-of", "2026-11-30")
    for word in ("loads", "review", "questions"):
        run(word)
        run(word, "--json")
    for number, question in enumerate(catalog()):
        run("ask", question, "--format", ("table", "json", "csv")[number % 3])
    for row in database.read(
        "MATCH (n:Member|Officer|Enterprise) WHERE n:Entity RETURN labels(n) AS kinds, n.key AS key"
    ):
        key = f"{next(k for k in row['kinds'] if k in model().types)}:{row['key']}"
        run("why", key, "--format", "json" if "Member" in row["kinds"] else "text")
    run("why", "Officer:E1", "--format", "json")
    for ending in FORMATS:
        run("export", "--around", FIRM[1], "--hops", 3, "--to", tmp_path / f"x{ending}")
        said[f"file {ending}"] = _opened((tmp_path / f"x{ending}").read_bytes())
    run("export", "--question", "unreached", "--to", tmp_path / "unreached.xlsx")
    run("keys", "status")
    run("forget", "Officer:E1")
    assert "孔*" in said["file .graphml"], "the export holds the officer"
    return said


def test_planted_numbers_are_nowhere(told: dict[str, str], database: Database, engine: Settings) -> None:
    kept = [(name, _plain(word)) for name, word in _properties(database)]
    files = list(_files(engine.home))
    assert any(CONTROL in word for _, word in kept)
    assert any(CONTROL in text for name, text in told.items() if name.startswith("why"))
    assert any(CONTROL.encode() in content for path, content in files if "transactions" in path.parts), "digits show"

    said = {name: _plain(text) for name, text in told.items()}
    for place, number in {**IDS, "rejected": WRONG, "old": OLD}.items():
        inner = number[4:14]
        left = [name for name, text in [*said.items(), *kept] if inner in text]
        left += [str(path) for path, content in files if any(form in content for form in _forms(number))]
        assert not left, (place, number, left[:5])

    for name in ("安某", "鲍某", "曹某", "邓某", "易某", "孔某", "莫某"):
        assert not [command for command, text in said.items() if name in text], "names are shown masked"

    private = {name for t in model() for name, p in t.properties.items() if p.private == "phone"}
    for place, number in PHONES.items():
        assert not [name for name, text in said.items() if number in text], (place, number)
        clear = {name.rpartition(".")[2] for name, word in kept if number in word}
        assert clear <= {*private, "statements"}, (place, number, clear)
    assert PHONES["column"] not in "".join(word for _, word in kept), "the officer was forgotten"


def _forms(number: str) -> list[bytes]:
    """The bytes by which a number would be seen in a file, in any of the forms it was typed in."""
    inner, spaced = number[4:14], f"{number[:6]} {number[6:14]}"
    return [inner.encode(), inner.encode("utf-16-le"), inner.translate(WIDE).encode(), spaced.encode()]


def _plain(text: str) -> str:
    return re.sub(r"[\s\-\u200b]", "", unicodedata.normalize("NFKC", text))


def _opened(content: bytes) -> str:
    """The text of a file, of all its parts where it is an archive."""
    if content[:2] != b"PK":
        return content.decode("utf-8")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return "\n".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())


def _properties(database: Database) -> Iterator[tuple[str, str]]:
    """Every property of every node and relationship, and every label."""
    rows = database.read("MATCH (n) RETURN labels(n)[0] AS kind, properties(n) AS kept")
    rows += database.read("MATCH ()-[r]->() RETURN type(r) AS kind, properties(r) AS kept")
    for row in rows:
        for name, value in row["kept"].items():
            yield f"{row['kind']}.{name}", str(value)


def _files(home: Path) -> Iterator[tuple[Path, bytes]]:
    """Every file of the home but the jars: the database's store and logs, and whatever we write."""
    for path in home.rglob("*"):
        if path.is_file() and "jars" not in path.parts:
            yield path, path.read_bytes()
