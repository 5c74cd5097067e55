"""No text, whatever is in it, breaks a format or changes on its way."""

from __future__ import annotations

import csv
import json
from io import BytesIO, StringIO
from zipfile import ZipFile

import networkx as nx
from hypothesis import example, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook
from reports_sample import FIRM, picture

from app.reports import render
from app.reports.xml_text import xml_text
from graph.values.masks import mask_id_numbers

NASTY = "\"'\\ \\u0027 `);\n\r\n\t<&>]]>\x00\x01\x1f\x7f\ufffe _x000D_ 中文 😀 \u2028"
anything = st.text(st.characters(codec="utf-8"), min_size=1, max_size=60)


def kept(text: str) -> str:
    return mask_id_numbers(text)


@given(anything)
@example(NASTY)
@example("\r")
@example(" ")
@settings(deadline=None, max_examples=60)
def test_graph_files_keep_it(text: str) -> None:
    sent = picture(short_name=text, name=text)
    graphml = nx.read_graphml(BytesIO(render(sent, None, ".graphml", language="zh", title=text)), force_multigraph=True)
    gexf = nx.read_gexf(BytesIO(render(sent, None, ".gexf", language="zh", title=text)))
    for graph in (graphml, gexf):
        assert graph.nodes[FIRM.id]["short_name"] == xml_text(kept(text))
        assert graph.nodes[FIRM.id]["label"] == xml_text(kept(text))
    cyjs = json.loads(render(sent, None, ".cyjs", language="zh", title=text))
    assert kept(text) in [n["data"].get("short_name") for n in cyjs["elements"]["nodes"]]


@given(anything)
@example(NASTY)
@example("\r")
@settings(deadline=None, max_examples=40)
def test_tables_keep_it(text: str) -> None:
    sent = picture(short_name=text)
    raw = ZipFile(BytesIO(render(sent, None, ".csv.zip", language="zh"))).read("nodes.csv").decode("utf-8-sig")
    cells = [row["short_name"] for row in csv.DictReader(StringIO(raw, newline=""))]
    assert kept(text) in cells or f"'{kept(text)}" in cells
    workbook = CalamineWorkbook.from_filelike(BytesIO(render(sent, None, ".xlsx", language="zh", title=text)))
    head, *rows = workbook.get_sheet_by_name("节点").to_python()
    column = head.index("简称")
    assert xml_text(kept(text)) in [row[column] for row in rows]


@given(anything)
@example(NASTY)
@settings(deadline=None, max_examples=40)
def test_a_script_stays_one_statement_a_line(text: str) -> None:
    script = render(picture(short_name=text, name=text), None, ".cypher", language="zh", title=text).decode()
    comments = [line for line in script.splitlines() if line.startswith("//")]
    statements = [line for line in script.splitlines() if not line.startswith("//")]
    assert not any("\\" in line for line in comments)
    assert len(statements) == 6 + 5
    assert all(line.startswith(("MERGE (", "MATCH (")) and line.endswith(";") for line in statements)


def test_half_a_surrogate_pair_breaks_nothing() -> None:
    for suffix in (".graphml", ".gexf", ".cyjs", ".csv.zip", ".xlsx", ".cypher"):
        assert render(picture(short_name="a\ud800b"), None, suffix, language="zh")
