"""What a reader must know before the numbers: the lines of a workbook's first sheet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from app.converters.rules import rule_words
from app.reports.export import DEMO, Export
from app.reports.flat import words
from graph.text import Text
from queries.catalog import catalog
from queries.comparing import CHANGES
from queries.results import Answer


def about(export: Export) -> Iterator[tuple[str, Any]]:
    """(heading, text or date) line by line: title, data date, parameters, counts, definitions, sources."""
    yield export.say(Text("标题", "Title")), export.name
    if export.demo:
        yield export.say(DEMO), export.say(Text("数据为虚构，仅供演示", "invented data, for demonstration only"))
    if export.at:
        yield export.say(Text("数据截至", "As of")), export.at
    answer = export.answer
    if answer:
        yield from _parameters(export, answer)
        yield from _listed(export, answer)
    if export.picture.nodes:
        yield export.say(Text("节点", "Nodes")), _of(export, export.picture.total, len(export.flat.nodes))
        yield export.say(Text("联系", "Edges")), _edges(export)
    if answer:
        yield from _definitions(export, answer)
    yield from _sources(export)
    yield (
        export.say(Text("隐私", "Privacy")),
        export.say(Text("个人姓名、电话、身份证号均已脱敏", "personal names, telephones and ID numbers are masked")),
    )


def _parameters(export: Export, answer: Answer) -> Iterator[tuple[str, Any]]:
    declared = catalog().get(answer.question).parameters
    for name, value in answer.parameters.items():
        parameter = declared[name]
        label = Text("参数：{label}", "Parameter: {label}").fill(label=parameter.label)
        said = words(value, parameter.values, export.language) if value is not None else ""
        unit = f" {export.say(parameter.unit)}" if parameter.unit else ""
        yield export.say(label), f"{said}{unit}" if said else export.say(Text("不限", "any"))


def _listed(export: Export, answer: Answer) -> Iterator[tuple[str, Any]]:
    compared = export.comparison
    if compared is None:
        yield export.say(Text("名单", "List")), _of(export, answer.total, answer.shown)
        return
    yield export.say(Text("对比日期", "Compared with")), compared.before.at
    for change, number in compared.totals.items():
        yield export.say(CHANGES[change]), number
    yield export.say(Text("名单", "List")), _of(export, compared.total, len(compared.rows))


def _of(export: Export, total: int, shown: int) -> str:
    return export.say(Text("共 {total} 条，显示 {shown} 条", "{shown} of {total} shown").fill(total=total, shown=shown))


def _edges(export: Export) -> str:
    edges = export.flat.edges
    ghosts = sum(edge.ghost for edge in edges)
    said = Text("{number} 条，其中待建联系 {ghosts} 条", "{number}, of them {ghosts} missing links")
    return export.say(said.fill(number=len(edges), ghosts=ghosts))


def _definitions(export: Export, answer: Answer) -> Iterator[tuple[str, Any]]:
    yield export.say(Text("口径说明", "Definition")), export.say(catalog().get(answer.question).tells)
    for rule in answer.applied:
        said = rule_words(rule, export.language)
        parts = [said.title, said.value, said.tells, said.origin, *said.notes]
        yield export.say(Text(f"规则：{rule.id}", f"Rule: {rule.id}")), "\n".join(part for part in parts if part)


def _sources(export: Export) -> Iterator[tuple[str, Any]]:
    for source in export.sources:
        said = Text("{file}（{kind} {scope}，数据截至 {as_of}）", "{file} ({kind} {scope}, as of {as_of})")
        yield (
            export.say(Text("来源台账", "Source")),
            export.say(said.fill(file=source.file, kind=source.kind, scope=source.scope, as_of=source.as_of)),
        )
