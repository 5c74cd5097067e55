"""The page of ledger kinds in docs/, made from the mappings: `python -m loaders.ledgers_page` rewrites it."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping as Kinds
from pathlib import Path

from graph.model import EdgeType, Model, Property, model
from graph.text import Text
from loaders.mapping import CellKind, Column, EdgeMap, Mapping, alternatives, mappings

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "ledgers.md"
EXAMPLES = ROOT / "examples"

_HEAD = """# 台账种类 Kinds of ledgers

由 `loaders/mappings/*.yaml` 生成，不要手改：`python -m loaders.ledgers_page`。
Generated from `loaders/mappings/*.yaml`; do not edit: `python -m loaders.ledgers_page`.

种类由表头识别，列的先后不限；一列的几种表头写法都认得，`上级/下级` 指合并表头。填“无”表示没有，留空表示未填。
The kind is recognised by the headings, in any order of columns. Any of a column's headings is known; `upper/lower` is a
merged heading. 无 says none; a blank cell says nothing.
"""

_FORMS: dict[CellKind, Text] = {
    "text": Text("文字", "text"),
    "name": Text("名称", "a name"),
    "code": Text("编号、文号(单元格设为文本)", "a code or document number, as text"),
    "credit_code": Text("统一社会信用代码(单元格设为文本)", "a credit code, as text"),
    "id_number": Text("身份证号(只用于识别，不入库)", "an ID number; it identifies and is not kept"),
    "phone": Text("电话", "a telephone number"),
    "date": Text("日期：2026-04-01、2026年4月、2026.04", "a date: 2026-04-01, 2026年4月, 2026.04"),
    "month": Text("月份：2026年4月", "a month: 2026年4月"),
    "count": Text("整数：12、12人、约50", "a whole number: 12, 12人, 约50"),
    "number": Text("数字", "a number"),
    "yuan": Text("金额：元或万元", "an amount in 元 or 万元"),
    "yes_no": Text("是或否，√", "是 or 否, √"),
    "choice": Text("选一项", "one of"),
    "choices": Text("可选几项", "any of"),
    "datum": Text("坐标系：WGS-84、GCJ-02、BD-09", "a datum: WGS-84, GCJ-02, BD-09"),
}


def ledgers_page(kinds: Kinds[str, Mapping], schema: Model) -> str:
    """The whole page as Markdown: a table of kinds, then a section for each."""
    lines = [_HEAD, "| 种类 kind | 用途 what for | 示例 example |\n|---|---|---|"]
    for mapping in kinds.values():
        example = _example(mapping.kind)
        link = f"[{example.suffix[1:]}](../examples/{example.name})" if example else ""
        kind = f"[`{mapping.kind}`](#{mapping.kind}) {_both(mapping.label)}"
        lines.append(f"| {kind} | {_both(mapping.tells)} | {link} |")
    return "\n".join([*lines, "", *(line for mapping in kinds.values() for line in _kind(mapping, schema))])


def _example(kind: str) -> Path | None:
    return next(iter(sorted(EXAMPLES.glob(f"????-??-??-{kind}-*"))), None)


def _kind(mapping: Mapping, schema: Model) -> Iterator[str]:
    yield f'<a id="{mapping.kind}"></a>\n'
    yield f"## {mapping.label.zh} {mapping.label.en} `{mapping.kind}`\n"
    yield f"{mapping.tells.zh}\n{mapping.tells.en}\n"
    known = " + ".join(_either(entry, mapping) for entry in mapping.recognised_by)
    yield f"识别 recognised by: {known}\n"
    yield "| 表头 headings | 填写 cells | 说明 what they say |\n|---|---|---|"
    for name, column in mapping.columns.items():
        says = dict.fromkeys(_says(mapping, name, schema)) or {Text("照原样保留", "kept as written"): None}
        told = Text("；".join(t.zh for t in says), "; ".join(t.en for t in says))
        yield f"| {_headings(column)} | {_cells(mapping, name, schema)} | {_both(told)} |"
    yield ""


def _either(entry: str, mapping: Mapping) -> str:
    return " 或 or ".join(f"`{mapping.columns[name].headings[0]}`" for name in alternatives((entry,)))


def _headings(column: Column) -> str:
    ticks = [f"打勾 ticks: {'、'.join(f'`{path}`' for path in column.one_hot)}"] if column.one_hot else []
    return _plain("<br/>".join(["、".join(f"`{heading}`" for heading in column.headings), *ticks]))


def _cells(mapping: Mapping, name: str, schema: Model) -> str:
    column = mapping.columns[name]
    parts = ["**必填 required**"] if column.required else []
    parts.append(_both(_FORMS[column.value]))
    if column.several:
        parts.append("一格可列几个 several in a cell")
    stored = _stored(mapping, name, schema)
    for value, words in column.words.items():
        label = stored.values.get(value) if stored else None
        called = f"{label.zh} {label.en}" if label else "" if value.isascii() else value
        listed = "、".join(w for w in words if label is None or w != label.zh)
        parts.append(f"{called} ({listed})" if called and listed else called or listed)
    return _plain("<br/>".join(parts))


def _stored(mapping: Mapping, name: str, schema: Model) -> Property | None:
    """The property of a node or edge that a column fills first, for the labels of its words."""
    for target in mapping.columns[name].states:
        mention, _, slot = target.partition(".")
        return schema.slots(mapping.mentions[mention].type)[slot]
    for edge in mapping.edges:
        for key, source in edge.with_.items():
            if source == name:
                return _edge_type(mapping, edge, schema).properties.get(key)
    return None


def _says(mapping: Mapping, name: str, schema: Model) -> Iterator[Text]:
    """All that a column says, in the order of importance."""
    column = mapping.columns[name]
    for mention in mapping.mentions.values():
        label = schema[mention.type].label
        if name in (*mention.columns, *mention.given_by):
            yield Text(f"指明{label.zh}", f"names the {label.en.lower()}")
        if name in mention.also:
            yield Text(f"{label.zh}的其他名称", f"another name of the {label.en.lower()}")
    for target in (*column.states, *filter(None, [column.check])):
        yield _slot(mapping, target, schema)
    for point in mapping.points:
        if name in (point.longitude, point.latitude, point.datum):
            yield _slot(mapping, point.states, schema)
    for edge in mapping.edges:
        yield from _says_of(mapping, edge, name, schema)
    if since := "、".join(other.headings[0] for n, other in mapping.columns.items() if other.since == name != n):
        yield Text(f"自此日起：{since}", f"since when: {since}")


def _slot(mapping: Mapping, target: str, schema: Model) -> Text:
    mention, _, slot = target.partition(".")
    node_type = mapping.mentions[mention].type
    owner, said = schema[node_type].label, schema.slots(node_type)[slot].label
    return Text(f"{owner.zh} · {said.zh}", f"{owner.en}: {said.en}")


def _says_of(mapping: Mapping, edge: EdgeMap, name: str, schema: Model) -> Iterator[Text]:
    edge_type = _edge_type(mapping, edge, schema)
    label = edge_type.label
    other = mapping.mentions[edge.of if edge.to == mapping.subject else edge.to]
    if name == (other.columns or other.given_by)[0]:
        ends = [schema[mapping.mentions[mention].type].label for mention in (edge.of, edge.to)]
        source, target = reversed(ends) if edge.edge.startswith("<") else ends
        yield Text(f"{source.zh}→{label.zh}→{target.zh}", f"{source.en} → {label.en} → {target.en}")
    if name == edge.since:
        yield Text(f"“{label.zh}”自此日起", f"since when “{label.en}”")
    if name in edge.until:
        yield Text(f"“{label.zh}”至此日止", f"until when “{label.en}”")
    if name in edge.when:
        yield Text(f"决定是不是“{label.zh}”", f"decides whether “{label.en}”")
    for key, source_column in edge.with_.items():
        if source_column == name and (prop := edge_type.properties.get(key)):
            yield Text(f"“{label.zh}”的{prop.label.zh}", f"{prop.label.en} of “{label.en}”")


def _edge_type(mapping: Mapping, edge: EdgeMap, schema: Model) -> EdgeType:
    found = schema.stated(mapping.mentions[edge.of].type, edge.edge, mapping.mentions[edge.to].type)
    assert found is not None, "a mapping is checked against the schema when it is read"
    return found


def _both(text: Text) -> str:
    return _plain(f"{text.zh}<br/>{text.en}")


def _plain(cell: str) -> str:
    """Words as a cell of a Markdown table may hold them."""
    return " ".join(cell.replace("|", "\\|").split())


if __name__ == "__main__":
    PAGE.write_text(ledgers_page(mappings(), model()), encoding="utf-8")
