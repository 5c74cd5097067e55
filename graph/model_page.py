"""The model page of docs/, made from the schema: `python -m graph.model_page` rewrites it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from graph.model import EdgeType, Model, NodeType, Property, model
from graph.text import Text

PAGE = Path(__file__).parents[1] / "docs" / "model.md"

_HEAD = """# 数据模型 Model

由 `graph/schema/*.yaml` 生成，不要手改：`python -m graph.model_page`。
Generated from `graph/schema/*.yaml`; do not edit: `python -m graph.model_page`.

会变化的事实是有起止日期的边(或时段记录)：`since` 当日起，`until` 当日止(不含)，未结束为 9999-12-31。
A fact that can change is an edge (or a period record) from `since` until before `until`; open: 9999-12-31.
"""


def model_page(schema: Model) -> str:
    """The whole page as Markdown, with a diagram."""
    return "\n".join([_HEAD, *_diagram(schema), *(line for t in schema for line in _node_type(t, schema))])


def _diagram(schema: Model) -> Iterator[str]:
    """Nodes and the edges between them; several edges of one pair share an arrow."""
    yield "```mermaid\nflowchart LR"
    for node_type in schema.pictured:
        yield f'  {node_type.type}["{node_type.label.zh}<br/>{node_type.type}"]'
    arrows: dict[tuple[str, str], list[str]] = {}
    for source, name, target, _ in schema.arrows:
        if not schema[source].bookkeeping:
            arrows.setdefault((source, target), []).append(name)
    for (source, target), names in arrows.items():
        yield f'  {source} -->|"{"<br/>".join(names)}"| {target}'
    for node_type in schema:
        if node_type.record_of:
            yield f"  {node_type.type} -.->|DESCRIBES| {node_type.record_of}"
    yield "```\n"


def _node_type(node_type: NodeType, schema: Model) -> Iterator[str]:
    yield f"## {node_type.label.zh} {node_type.type}\n"
    yield f"{node_type.tells.zh}\n{node_type.tells.en}\n"
    yield f"标识 Key: {node_type.key.zh} / {node_type.key.en}\n"
    yield "| 属性 property | 中文 | English | 类型 type |\n|---|---|---|---|"
    for name, declared in node_type.properties.items():
        label = declared.label
        if declared.group:
            group = node_type.groups[declared.group]
            label = Text(f"{group.zh} · {label.zh}", f"{group.en} · {label.en}")
        yield f"| `{name}` | {label.zh} | {label.en} | {_type(declared)} |"
    yield ""
    if node_type.edges:
        yield "| 边 edge | 至 to | 中文 | English | 主体 subject | 同时 at a time |\n|---|---|---|---|---|---|"
        for name, edge in node_type.edges.items():
            yield _edge(node_type.type, name, edge)
        yield ""


def _edge(source: str, name: str, edge: EdgeType) -> str:
    targets = ", ".join(edge.to)
    if edge.event:
        return f"| `{name}` | {targets} | {edge.label.zh} | {edge.label.en} | 事件 event | — |"
    subject = source if edge.subject == "from" else targets
    return f"| `{name}` | {targets} | {edge.label.zh} | {edge.label.en} | {subject} | {edge.holds} |"


def _type(declared: Property) -> str:
    if declared.type == "choice":
        return "<br/>".join(f"`{word}` {label.zh} / {label.en}" for word, label in declared.values.items())
    marks = [declared.type, *(["masked"] if declared.private else []), *(["search"] if declared.search else [])]
    return ", ".join(marks)


if __name__ == "__main__":
    PAGE.write_text(model_page(model()), encoding="utf-8")
