"""The library of questions: each `cypher/<topic>/<question>.cypher`, checked against schema, rules and its RETURN."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from graph.declaration import declare, one_of, wrong
from graph.errors import WrongQuestion
from graph.model import model
from graph.text import Text
from queries.composing import compose, parameters, returned, split_header
from queries.header import Question
from queries.judging import check_verdict
from queries.of_one import of_one
from queries.rules import FILE as RULES_FILE
from queries.rules import rules
from queries.topics import FILE as TOPICS
from queries.topics import topics

CYPHER = Path(__file__).parent / "cypher"
RESERVED = frozenset({"at", "limit", "shown", "one", "clears", "counting"})
"""Parameter names the catalog itself gives."""


class Catalog(Mapping[str, Question]):
    """All questions by id, in the order of topic and id."""

    def __init__(self, questions: Mapping[str, Question]) -> None:
        self._questions = dict(questions)

    def __getitem__(self, id_: str) -> Question:
        if id_ in self._questions:
            return self._questions[id_]
        near = get_close_matches(id_, self._questions, n=3, cutoff=0.4)
        known = ", ".join(near or self._questions)
        raise WrongQuestion(
            Text(f"没有名为 “{id_}” 的专题查询", f"there is no question “{id_}”"),
            Text(f"是否要查：{known}", f"did you mean: {known}"),
        )

    def get(self, id_: str, default: Any = None) -> Question:
        """The question of that id. Raises WrongQuestion naming the nearest ids; there is no default."""
        return self[id_]

    def __contains__(self, id_: object) -> bool:
        return id_ in self._questions

    def __iter__(self) -> Iterator[str]:
        return iter(self._questions)

    def __len__(self) -> int:
        return len(self._questions)


def read_question(path: Path) -> Question:
    """The question in one file. Raises DeclarationError naming file, key and remedy of the first fault."""
    header, body = split_header(path.read_text(encoding="utf-8"))
    try:
        content = yaml.safe_load(header) or {}
    except yaml.YAMLError as error:
        raise wrong(
            path.name,
            "header",
            Text("文件头不是有效的 YAML", "the header is not valid YAML"),
            Text("检查 // 之后的缩进与引号", "check indentation and quotes after the //"),
        ) from error
    cypher = compose(body, path.name)
    thresholds = sorted(p.removeprefix("rule_") for p in parameters(cypher) if p.startswith("rule_"))
    defaults = []
    for name, parameter in (content.get("parameters") or {}).items():
        parameter |= _default(parameter.get("default"), path.name, name)
        defaults += [parameter["default_rule"]] if "default_rule" in parameter else []
    content["rules"] = list(dict.fromkeys([*(content.get("rules") or []), *defaults, *thresholds]))
    for column in (content.get("columns") or {}).values():
        if isinstance(of := column.get("values"), str):
            column["values"] = slot_labels() if of == "slots" else _labels_of(of, path.name)
    question = declare(Question, {**content, "topic": path.parent.name, "cypher": cypher}, path.name)
    _check(question, path)
    if question.about:
        return question.model_copy(update={"of_one": of_one(question.about, cypher, body, path.name)})
    return question


def _labels_of(of: str, file: str) -> dict[str, dict[str, str]]:
    """The labels of the values of a choice of the schema, `Type.property`."""
    kind, _, name = of.partition(".")
    one_of(kind, model().types, file, "columns.values")
    one_of(name, model().slots(kind), file, "columns.values")
    return {value: {"zh": label.zh, "en": label.en} for value, label in model().slots(kind)[name].values.items()}


@cache
def slot_labels() -> dict[str, dict[str, str]]:
    """What each property, field and edge of the schema is called, as rows state it (`<NAME` arriving); where types call
    one differently, as the first does."""
    found: dict[str, Text] = {}
    for node_type in model().pictured:
        for name, prop in model().slots(node_type.type).items():
            found.setdefault(name, prop.label)
    for _, name, _, edge in model().arrows:
        found.setdefault(
            name if edge.subject == "from" else f"<{name}", edge.label if edge.subject == "from" else edge.reverse
        )
    return {name: {"zh": label.zh, "en": label.en} for name, label in found.items()}


def _default(given: Any, file: str, name: str) -> dict[str, Any]:
    """A default as it stands, or the value of the rule it names (`{rule: id}`)."""
    if not isinstance(given, dict):
        return {"default": given}
    one_of(str(given.get("rule")), rules(), file, f"parameters.{name}.default.rule")
    return {"default": rules()[given["rule"]].value, "default_rule": given["rule"]}


def _check(question: Question, path: Path) -> None:
    file = path.name
    one_of(question.id, [path.stem], file, "id")
    if path.is_relative_to(CYPHER):
        one_of(question.topic, topics(), TOPICS.name, question.topic)
    for rule in question.rules:
        one_of(rule, rules(), file, "rules")
    _check_parameters(question, file)
    if returned(question.cypher) != tuple(question.columns):
        raise wrong(
            file,
            "columns",
            Text("RETURN 的别名与 columns 不一致", "the aliases of RETURN differ from the columns"),
            Text(f"RETURN 为：{returned(question.cypher)}", f"RETURN gives: {', '.join(returned(question.cypher))}"),
        )
    types = {t.type for t in model()}
    for name, column in question.columns.items():
        if column.type in ("key", "keys"):
            one_of(str(column.node), types, file, f"columns.{name}.node")
    keyed = [name for name, column in question.columns.items() if column.node]
    if question.about:
        one_of(question.about.type, types, file, "about.type")
        one_of(question.about.column, keyed, file, "about.column")
    for column_name in question.picture.nodes:
        one_of(column_name, keyed, file, "picture.nodes")
    check_verdict(question, file)
    names = {name for _, name, _, _ in model().arrows}
    for edge in question.picture.edges:
        one_of(edge, names, file, "picture.edges")
    for ghost in question.picture.ghosts:
        one_of(ghost.edge, names, file, "picture.ghosts.edge")
        one_of(ghost.rule, question.rules, file, "picture.ghosts.rule")
        for end in (ghost.from_, ghost.to, *ghost.between):
            one_of(end or "", [*question.picture.nodes, ""], file, "picture.ghosts")
        if ghost.missing is not None:
            one_of(ghost.missing, types, file, "picture.ghosts.missing")


def _check_parameters(question: Question, file: str) -> None:
    """Every `$name` in the Cypher is declared, given by the catalog, or a rule's threshold; and none is idle."""
    used = parameters(question.cypher)
    valued = {rule.id for rule in rules().values() if rule.value is not None}
    for name in sorted(used - RESERVED):
        if name.startswith("rule_"):
            one_of(name.removeprefix("rule_"), valued, RULES_FILE.name, name)
        else:
            one_of(name, question.parameters, file, "parameters")
    for name, parameter in question.parameters.items():
        if name not in used - RESERVED:
            raise wrong(
                file,
                f"parameters.{name}",
                Text("Cypher 没有用到这个参数，或它是保留名", "the Cypher does not use it, or its name is reserved"),
                Text(f"在 Cypher 中使用 ${name}，或删去它", f"use ${name} in the Cypher, or remove it"),
            )
        if parameter.type == "key":
            one_of(str(parameter.node), {t.type for t in model()}, file, f"parameters.{name}.node")
        if parameter.type == "choice":
            one_of(str(parameter.default), parameter.values, file, f"parameters.{name}.default")


def read_catalog(folder: Path = CYPHER) -> Catalog:
    """The questions of every topic folder under `folder`."""
    files = sorted(p for p in folder.glob("*/*.cypher") if p.parent.name != "parts")
    questions = [read_question(path) for path in files]
    return Catalog({question.id: question for question in questions})


@cache
def catalog() -> Catalog:
    """The project's questions, read once."""
    return read_catalog()
