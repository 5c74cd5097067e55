"""All formats by the ending of their files: a picture and its answer in, bytes or a file out."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from uuid import uuid4

from app.reports import csv_pair, cyjs, cypher, gexf, graphml, xlsx
from app.reports.export import Export, Source
from graph.errors import NothingToExport, Place, SettingsError, WrongQuestion
from graph.text import Language, Text
from queries.comparing import Comparison
from queries.results import Answer, Picture

FORMATS: dict[str, Text] = {
    ".graphml": Text("图数据 GraphML（Gephi、yEd、networkx）", "Graph as GraphML (Gephi, yEd, networkx)"),
    ".gexf": Text("图数据 GEXF（Gephi）", "Graph as GEXF (Gephi)"),
    ".cyjs": Text("图数据 Cytoscape JSON", "Graph as Cytoscape JSON"),
    ".csv.zip": Text("节点表和联系表 CSV（压缩包）", "Tables of nodes and edges as CSV, zipped"),
    ".xlsx": Text("名单 Excel（含口径说明）", "List as Excel, with its definitions"),
    ".cypher": Text("Cypher 脚本（在另一个 Neo4j 中重建）", "Cypher script that recreates it in another Neo4j"),
}
"""Ending of the file → what it is."""

_RENDERERS: dict[str, Callable[[Export], bytes]] = {
    ".graphml": graphml.render,
    ".gexf": gexf.render,
    ".cyjs": cyjs.render,
    ".csv.zip": csv_pair.render,
    ".xlsx": xlsx.render,
    ".cypher": cypher.render,
}


def render(
    picture: Picture,
    answer: Answer | None,
    suffix: str,
    *,
    language: Language,
    title: str = "",
    at: date | None = None,
    demo: bool = False,
    sources: tuple[Source, ...] = (),
    comparison: Comparison | None = None,
) -> bytes:
    """The bytes of a file with ending `suffix` (`.xlsx`). Values in, bytes out: no database, no disk.

    Title and data date are the answer's unless given; a picture without an answer needs `at`. `demo` marks the file as
    demo data; `sources` are the ledgers it rests on (`sources.read_sources`). With a `comparison` its rows are listed.
    Raises WrongQuestion for an ending that is not one of FORMATS, NothingToExport when there is nothing to write.
    """
    renderer = _RENDERERS.get(suffix.lower())
    if renderer is None:
        raise _unknown(suffix)
    nodes = [n for n in picture.nodes if not n.missing] if suffix.lower() == ".cypher" else picture.nodes
    listed = comparison or answer
    rows = listed.rows if listed and suffix.lower() == ".xlsx" else ()
    if not nodes and not rows:
        raise NothingToExport(
            Text("没有可导出的内容：结果为空", "nothing to export: the result is empty"),
            Text("请换一个日期、参数或范围", "try another date, other parameters or a wider range"),
        )
    day = at or (answer.at if answer else None)
    return renderer(Export(picture, answer, language, title, day, demo, sources, comparison))


def write(
    path: Path,
    picture: Picture,
    answer: Answer | None,
    *,
    language: Language,
    title: str = "",
    at: date | None = None,
    demo: bool = False,
    sources: tuple[Source, ...] = (),
) -> None:
    """Write the file `path`, whose ending chooses the format: whole or not at all, an older one stays until then.

    Raises what `render` raises, and SettingsError when the place cannot be written.
    """
    content = render(picture, answer, ending(path), language=language, title=title, at=at, demo=demo, sources=sources)
    temporary = path.with_name(f".{path.name}.{uuid4().hex}")
    try:
        temporary.write_bytes(content)
        temporary.replace(path)
    except OSError as error:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise SettingsError(
            Text(f"无法写入：{error.strerror}", f"cannot write it: {error.strerror}"),
            Text(
                "请换一个可写的文件夹，或先关闭正在打开它的程序",
                "choose a folder you can write to, or close the program that has it open",
            ),
            Place(file=str(path)),
        ) from error


def ending(path: Path) -> str:
    """The ending of FORMATS that `path` has. Raises WrongQuestion when it has none of them."""
    name = path.name.lower()
    for suffix in FORMATS:
        if name.endswith(suffix):
            return suffix
    raise _unknown("".join(path.suffixes) or path.name)


def _unknown(suffix: str) -> WrongQuestion:
    known = ", ".join(FORMATS)
    return WrongQuestion(
        Text(f"不认识的文件格式 “{suffix}”", f"unknown file format “{suffix}”"),
        Text(f"可用格式：{known}", f"known formats: {known}"),
    )
