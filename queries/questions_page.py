"""The pages of questions in docs/, made from their headers and example answers: `python -m queries.questions_page`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from graph.text import Language, Text
from queries.catalog import catalog
from queries.example_answers import AT, read_examples
from queries.header import Column, Parameter, Question
from queries.judging import judging
from queries.rules import rules
from queries.topics import by_topic

DOCS = Path(__file__).parents[1] / "docs"
INDEX = DOCS / "questions.md"
FOLDER = DOCS / "questions"

_HEAD = """# 专题查询 Questions

由 `queries/cypher/*/*.cypher` 生成，不要手改：`python -m queries.questions_page`。
Generated from `queries/cypher/*/*.cypher`; do not edit: `python -m queries.questions_page`.

`liangxin ask 查询 --at 日期 --set 参数=值` · `liangxin questions` · `liangxin rules`
"""

FOR = {
    "staff": Text("工作人员", "staff"),
    "planner": Text("谋划", "planners"),
    "report": Text("上报", "reports"),
}


def pages() -> dict[Path, str]:
    """Every page by its path: one for each question, and the index by topic."""
    examples = read_examples()
    each = {FOLDER / f"{q.id}.md": "\n".join(_page(q, examples.get(q.id))) for q in catalog().values()}
    return {INDEX: "\n".join(_index()), **each}


def _index() -> Iterator[str]:
    yield _HEAD
    for topic, questions in by_topic(catalog().values()):
        yield f"## {topic.zh} {topic.en}\n"
        yield "| 查询 question | 说明 | tells |\n|---|---|---|"
        for q in questions:
            link = f"[{q.title.zh}<br/>{q.title.en}](questions/{q.id}.md)"
            yield f"| {link} | {_line(q.tells.zh)} | {_line(q.tells.en)} |"
        yield ""


def _page(question: Question, example: Mapping[str, Any] | None) -> Iterator[str]:
    yield f"# {question.title.zh} {question.title.en}\n"
    yield f"{_line(question.tells.zh)}\n{_line(question.tells.en)}\n"
    asked = "、".join(FOR[who].zh for who in question.for_), ", ".join(FOR[who].en for who in question.for_)
    yield f"`liangxin ask {question.id}` · 供 for: {asked[0]} / {asked[1]} · [全部 all](../questions.md)\n"
    if question.parameters:
        yield "## 参数 Parameters\n"
        yield "| 参数 parameter | 中文 | English | 取值 values | 默认 default |\n|---|---|---|---|---|"
        for name, p in question.parameters.items():
            yield f"| `{name}` | {p.label.zh} | {p.label.en} | {_values(p)} | {_default(p)} |"
        yield ""
    yield "## 列 Columns\n"
    yield "| 列 column | 中文 | English | 类型 type |\n|---|---|---|---|"
    for name, column in question.columns.items():
        yield f"| `{name}` | {column.label.zh} | {column.label.en} | {_type(column)} |"
    yield ""
    yield from _rules(question)
    if example:
        yield from _example(question, example)


def _rules(question: Question) -> Iterator[str]:
    yield "## 口径 Rules\n"
    yield "| 规则 rule | 值 value | 出处 | source |\n|---|---|---|---|"
    for rule in (rules()[id_] for id_ in question.rules):
        value = "" if rule.value in (None, []) else _value(rule.value)
        unit = f" {rule.unit.zh} / {rule.unit.en}" if rule.unit and value else ""
        yield (
            f"| {rule.title.zh}<br/>{rule.title.en}<br/>`{rule.id}` | {value}{unit} "
            f"| {rule.document.zh} {rule.clause.zh} | {rule.document.en}, {rule.clause.en} |"
        )
    yield ""
    how = judging(question)
    if question.about and how.repairs:
        yield "整改 What repairs it:\n"
        yield from (f"- {_unfilled(repair.tells.zh)}<br/>{_unfilled(repair.tells.en)}" for repair in how.repairs)
        yield ""


def _example(question: Question, example: Mapping[str, Any]) -> Iterator[str]:
    yield f"## 示例 Example\n\n示例园区 demo zone, {AT}: 共 {example['total']} 条 rows.\n"
    if not example["rows"]:
        return
    languages: tuple[Language, ...] = ("zh", "en")
    for language in languages:
        columns = question.columns.items()
        yield "| " + " | ".join(column.label.say(language) for _, column in columns) + " |"
        yield "|" + "---|" * len(question.columns)
        for row in example["rows"]:
            yield "| " + " | ".join(_cell(row.get(name), column, language) for name, column in columns) + " |"
        yield ""


def _cell(value: Any, column: Column, language: Language) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return {"zh": ("否", "是"), "en": ("no", "yes")}[language][value]
    if isinstance(value, list):
        return ("、" if language == "zh" else ", ").join(str(item) for item in value)
    label = column.values.get(value) if isinstance(value, str) else None
    return label.say(language) if label else _line(str(value))


def _unfilled(sentence: str) -> str:
    """A sentence whose values are known only for a row."""
    return re.sub(r"\{[^}]*\}", "…", sentence)


def _values(parameter: Parameter) -> str:
    if parameter.values:
        return "<br/>".join(f"`{word}` {label.zh} / {label.en}" for word, label in parameter.values.items())
    bounds = [f"{bound:g}" for bound in (parameter.minimum, parameter.maximum) if bound is not None]
    return " ".join(filter(None, [parameter.node or parameter.type, " – ".join(bounds)]))


def _default(parameter: Parameter) -> str:
    if parameter.required:
        return "必填 required"
    if parameter.default in (None, ""):
        return "不限 any"
    unit = f" {parameter.unit.zh} / {parameter.unit.en}" if parameter.unit else ""
    rule = f" (`{parameter.default_rule}`)" if parameter.default_rule else ""
    return f"{parameter.default}{unit}{rule}"


def _type(column: Column) -> str:
    if column.type == "choice":
        return "<br/>".join(f"`{word}` {label.zh} / {label.en}" for word, label in column.values.items())
    unit = f"{column.unit.zh} / {column.unit.en}" if column.unit else ""
    marks = [column.type, column.node or "", unit, "masked" if column.private else ""]
    return " ".join(filter(None, marks))


def _value(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _line(text: str) -> str:
    """One line, and no bar that would end a table's cell."""
    return " ".join(text.split()).replace("|", "\\|")


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for stale in FOLDER.glob("*.md"):
        stale.unlink()
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8")
