"""Small invented ledgers for tests, written as workbooks and tables like an office would send them."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import xlsxwriter

from graph.connection import Database
from graph.values.digest import Digester
from loaders.ledger import Ledger
from loaders.reading import read_ledger
from loaders.sources import read_source

DIGESTER = Digester(b"a key for tests only, never for people")

BRANCHES = [
    "党组织代码",
    "党组织名称",
    "党组织类别",
    "组建形式",
    "成立日期",
    "撤销日期",
    "覆盖企业/企业名称",
    "覆盖企业/统一社会信用代码",
    "覆盖企业/纳入日期",
]
MEMBERS = [
    "姓名",
    "身份证号",
    "入党日期",
    "党员类别",
    "工作单位/企业名称",
    "工作单位/统一社会信用代码",
    "组织关系/党组织名称",
    "组织关系/党组织代码",
    "转入日期",
]
ENTERPRISES = ["企业名称", "统一社会信用代码", "从业人员数量", "经营状态", "企业经营地", "网格编码"]
CELLS = ["网格编码", "网格名称", "所属片区", "联系部门"]


def table(path: Path, headings: Sequence[str], rows: Sequence[Sequence[Any]], title: str = "") -> Path:
    """A workbook with merged headings of as many rows as the longest path has parts."""
    depth = max(h.count("/") for h in headings) + 1
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("台账")
    top = 0
    if title:
        sheet.merge_range(0, 0, 0, max(1, len(headings) - 1), title)
        top = 1
    paths = [h.split("/") for h in headings]
    for level in range(depth):
        column = 0
        while column < len(paths):
            part = paths[column]
            if level >= len(part):
                column += 1
                continue
            end = column
            while end + 1 < len(paths) and level < len(part) - 1 and paths[end + 1][: level + 1] == part[: level + 1]:
                end += 1
            bottom = top + (depth - 1 if level == len(part) - 1 else level)
            if (bottom, end) != (top + level, column):
                sheet.merge_range(top + level, column, bottom, end, part[level])
            else:
                sheet.write(top + level, column, part[level])
            column = end + 1
    for index, row in enumerate(rows, start=top + depth):
        for column, value in enumerate(row):
            if isinstance(value, date):
                sheet.write_string(index, column, value.isoformat())
            elif value is not None:
                sheet.write(index, column, value)
    book.close()
    return path


def text_table(path: Path, headings: Sequence[str], rows: Sequence[Sequence[Any]], encoding: str = "utf-8-sig") -> Path:
    """A CSV file."""
    with path.open("w", newline="", encoding=encoding) as file:
        writer = csv.writer(file)
        writer.writerow(headings)
        writer.writerows(rows)
    return path


def own_branches(path: Path, *founded: str) -> Path:
    """A workbook of own branches by the days they were founded, each over a firm of its own."""
    rows = [[f"B{day}", f"支部{day}", "企业", "单独建立", day, None, f"企业{day}", None, day] for day in founded]
    return table(path, BRANCHES, rows)


def read(
    path: Path,
    as_of: date,
    *,
    full: bool = False,
    kind: str | None = None,
    scope: str = "测试园区",
    replaces: str | None = None,
) -> Ledger:
    """The ledger in a file, read as the tests' zone."""
    return read_ledger(read_source(path), DIGESTER, kind=kind, scope=scope, as_of=as_of, full=full, replaces=replaces)


def whole_graph(database: Database) -> tuple[frozenset[str], frozenset[str]]:
    """Every node and relationship of the database, internal ids, clock and user aside."""
    nodes = database.read(
        "MATCH (n) WHERE NOT n:Lease|KeyMark|Revision|RollUp RETURN labels(n) AS labels, properties(n) AS properties"
    )
    edges = database.read(
        "MATCH (a)-[r]->(b) RETURN type(r) AS name, labels(a)[0] AS source_type, a.key AS source, "
        "labels(b)[0] AS target_type, b.key AS target, properties(r) AS properties"
    )
    for node in nodes:
        node["labels"] = sorted(node["labels"])
        for volatile in ("loaded_at", "loaded_by"):
            node["properties"].pop(volatile, None)
    return frozenset(map(_word, nodes)), frozenset(map(_word, edges))


def derived_graph(database: Database) -> tuple[frozenset[str], frozenset[str]]:
    """What follows from the rows: the whole graph without loads, rows and their links."""
    nodes, edges = whole_graph(database)
    return (
        frozenset(n for n in nodes if "'LedgerRow'" not in n and "'Load'" not in n),
        frozenset(e for e in edges if "'LedgerRow'" not in e and "'Load'" not in e),
    )


def _word(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{k!r}: {_word(v)}" for k, v in sorted(value.items())) + "}"
    return repr(value)
